"""Entries as lines of a calendar file."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event, vText

from collabkit.reports.calendar import FollowUp
from collabkit.reports.plain_text import plain_line, plain_text

PRODUCER = "-//collabkit//collabkit//EN"
# A week before, which leaves time to do something about it, at nine in the morning. The reminder of
# a whole day is counted from the midnight it begins with.
_WEEK = timedelta(days=7)
_AT_NINE = timedelta(hours=9)


class _Text(vText):
    r"""Text in which ``\N`` stays what it is; the library would take it for the end of a line."""

    def to_ical(self) -> bytes:
        escaped = str(self).replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
        return escaped.replace("\n", r"\n").encode()


def calendar_file(name: str, entries: Sequence[FollowUp], made_on: date) -> bytes:
    """Return the bytes of the file, as ``render_calendar`` promises."""
    if not entries:
        raise ValueError("a calendar has at least one entry")
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    _add_text(calendar, "x-wr-calname", plain_line(name))
    for entry in entries:
        calendar.add_component(_event(entry, made_on))
    return bytes(calendar.to_ical(sorted=False))


def _event(entry: FollowUp, made_on: date) -> Event:
    event = Event()
    stamp = datetime.combine(made_on, time(), UTC)
    _add_text(event, "uid", plain_line(entry.uid))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    # Later calendars replace what is in earlier ones, so the number grows from day to day.
    event.add("sequence", made_on.toordinal())
    event.add("dtstart", entry.day)
    _add_text(event, "summary", plain_line(entry.title))
    _add_text(event, "description", plain_text(entry.text))
    event.add("transp", "TRANSPARENT")  # nobody is busy because something is due
    if entry.day - made_on > _WEEK:  # a reminder that is over would ring at once
        event.add_component(_reminder(entry))
    return event


def _reminder(entry: FollowUp) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    _add_text(alarm, "description", plain_line(entry.title))
    alarm.add("trigger", _AT_NINE - _WEEK)
    return alarm


def _add_text(component: Any, name: str, text: str) -> None:
    component.add(name, _Text(text), encode=False)
