"""When things happen: by the clock if the beginning is settled, otherwise counted from it."""

from dataclasses import dataclass

from collabkit.i18n import _, ngettext
from collabkit.room.agenda import Agenda, AgendaEntry, AgendaKind
from collabkit.room.preparation import Times

_HOUR, _HOURS = 60, 24


def told(times: Times, minute: int) -> str:
    """Return a minute of the session: "09:45", or "0:45" where nobody knows when it begins."""
    hours, minutes = divmod(minute + (times.begins or 0), _HOUR)
    if times.begins is None:
        return _("{hours}:{minutes:02}").format(hours=hours, minutes=minutes)
    return _("{hours:02}:{minutes:02}").format(hours=hours % _HOURS, minutes=minutes)


def span(times: Times, starts: int, minutes: int) -> str:
    """Return from when to when something lasts: "10:45–10:54"."""
    return _("{start}–{end}").format(start=told(times, starts), end=told(times, starts + minutes))


def lasting(minutes: int) -> str:
    """Return how long something takes, such as "9 minutes"."""
    return ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the session as everybody is told it: statements that follow each other are one.

    ``first`` and ``last`` are the places of its statements, from 1; 0 where it has none.
    """

    kind: AgendaKind
    title: str
    starts: int
    minutes: int
    first: int = 0
    last: int = 0


def stretches(agenda: Agenda) -> tuple[Stretch, ...]:
    """Return the parts of the session in order, with runs of statements put together."""
    found: list[Stretch] = []
    place = 0
    for entry in agenda.entries:
        place += entry.kind is AgendaKind.STATEMENT
        if entry.kind is AgendaKind.STATEMENT and found and found[-1].kind is entry.kind:
            before = found.pop()
            first, starts, minutes = before.first, before.starts, before.minutes + entry.minutes
            found.append(_statements(first, place, starts, minutes))
        elif entry.kind is AgendaKind.STATEMENT:
            found.append(_statements(place, place, entry.starts, entry.minutes))
        else:
            found.append(_stretch(entry))
    return tuple(found)


def _stretch(entry: AgendaEntry) -> Stretch:
    return Stretch(entry.kind, entry.title, entry.starts, entry.minutes)


def _statements(first: int, last: int, starts: int, minutes: int) -> Stretch:
    title = (
        _("Statement {first}").format(first=first)
        if first == last
        else _("Statements {first} to {last}").format(first=first, last=last)
    )
    return Stretch(AgendaKind.STATEMENT, title, starts, minutes, first, last)
