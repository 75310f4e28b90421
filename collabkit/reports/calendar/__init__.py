"""What is to be done on which day, as a file for any calendar program (RFC 5545).

icalendar is loaded only when a calendar is written or checked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something for a whole day.

    ``uid`` is the same for the same thing in every calendar: a program that has it already changes
    it and does not add another.
    """

    uid: str
    day: date
    title: str
    text: str


def render_calendar(name: str, entries: Sequence[FollowUp], made_on: date) -> bytes:
    """Return the entries as a calendar called ``name``; equal entries give equal bytes.

    Raises ``ValueError`` if there are none: a calendar has at least one entry.
    """
    from collabkit.reports.calendar.file import calendar_file

    return calendar_file(name, entries, made_on)
