"""Opening a written calendar again, before anybody is told that it was exported."""

from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

_LONGEST = 75  # bytes of a line, says RFC 5545
_NEEDED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY")


def check_calendar(path: Path) -> None:
    """Open a calendar that was written by this program, and look at every entry.

    Raises ``EnvironmentProblemError`` if anything is missing or damaged.
    """
    try:
        _look(path.read_bytes())
    except (ValueError, KeyError, IndexError) as error:
        raise EnvironmentProblemError(
            _(
                "The calendar did not reach the disk in one piece, so it was not kept. Your "
                "answers are safe, and an older file of that name is as it was. Please try again, "
                "or save it in another place."
            )
        ) from error


def _look(data: bytes) -> None:
    from icalendar import Calendar

    lines = data.split(b"\r\n")
    if lines[0] != b"BEGIN:VCALENDAR" or lines[-2:] != [b"END:VCALENDAR", b""]:
        raise ValueError("no calendar from beginning to end")
    if b"\x00" in data or any(len(line) > _LONGEST or b"\n" in line for line in lines):
        raise ValueError("a line is damaged")
    data.decode()
    calendar = Calendar.from_ical(data)
    events = list(calendar.events)
    if not events or len(events) != lines.count(b"END:VEVENT"):
        raise ValueError("entries are missing")
    if calendar.errors or any(event.errors for event in events):
        raise ValueError("an entry is damaged")
    for event in events:
        if any(isinstance(event[name], list) for name in _NEEDED):  # two have run together
            raise ValueError("an entry is not whole")
    if len({str(event["UID"]) for event in events}) != len(events):
        raise ValueError("two entries are the same")
