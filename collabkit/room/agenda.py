"""The agenda: what happens when, worked out from the times that were agreed on beforehand."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from collabkit.assessments.pack import Pack
from collabkit.i18n import _, ngettext
from collabkit.room.naming import statement_name
from collabkit.room.preparation import MOST_TO_DISCUSS, Preparation

SITTING = 75  # minutes of statements without a break; beyond that heads and legs need one


class AgendaKind(StrEnum):
    """What a part of the session is for."""

    WELCOME = "welcome"
    STATEMENT = "statement"
    BREAK = "break"
    PLANNING = "planning"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One part of the session. ``starts`` counts minutes from the beginning."""

    kind: AgendaKind
    title: str
    minutes: int
    starts: int
    item_id: str | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole session, in minutes. ``over`` is how much it is too long; 0 if it fits.

    ``note`` says what is an estimate; it is empty if everything can be talked about.
    """

    entries: tuple[AgendaEntry, ...]
    total: int
    over: int
    note: str


def agenda_of(preparation: Preparation, pack: Pack) -> Agenda:
    """Return the agenda of a session that was prepared like this.

    Only ``MOST_TO_DISCUSS`` statements get time to talk. Which ones is known only in the room, once
    the spreads are seen; so each statement gets an equal share of that time, as an estimate.
    """
    parts = list(_parts(preparation, pack))
    entries, starts = [], 0
    for kind, title, minutes, item_id in parts:
        entries.append(AgendaEntry(kind, title, minutes, starts, item_id))
        starts += minutes
    over = max(0, starts - preparation.times.available)
    return Agenda(tuple(entries), starts, over, _note(preparation))


_Part = tuple[AgendaKind, str, int, str | None]


def _parts(preparation: Preparation, pack: Pack) -> Iterator[_Part]:
    times = preparation.times
    yield AgendaKind.WELCOME, _("Welcome and promise"), times.welcome, None
    lengths = _lengths(preparation)
    before_break = _before_break(lengths) if times.pause else None
    for number, (item_id, minutes) in enumerate(zip(preparation.statements, lengths, strict=True)):
        if number == before_break:
            yield AgendaKind.BREAK, _("Break"), times.pause, None
        yield AgendaKind.STATEMENT, statement_name(pack.item(item_id), pack), minutes, item_id
    yield AgendaKind.PLANNING, _("What we will do: choose, word and adopt"), times.planning, None
    yield AgendaKind.CLOSING, _("Closing"), times.closing, None


def _lengths(preparation: Preparation) -> list[int]:
    """Share the time out among all statements, in whole minutes that add up."""
    times, count = preparation.times, len(preparation.statements)
    voting = times.reading + 60 * times.voting  # seconds, for each
    talking = 60 * (times.pairs + times.room + times.deciding)
    seconds = count * voting + min(count, MOST_TO_DISCUSS) * talking
    ends = [-(-seconds * number // (60 * max(1, count))) for number in range(count + 1)]
    return [end - start for start, end in pairwise(ends)]


def _before_break(lengths: list[int]) -> int | None:
    """Return before which statement the break is, nearest to the middle; ``None`` without one."""
    if sum(lengths) <= SITTING or len(lengths) < 2:
        return None
    middle = sum(lengths) / 2
    return min(range(1, len(lengths)), key=lambda place: abs(sum(lengths[:place]) - middle))


def _note(preparation: Preparation) -> str:
    beyond = len(preparation.statements) - MOST_TO_DISCUSS
    if beyond <= 0:
        return ""
    return ngettext(
        "There is time to talk about {most} of the statements; {beyond} is read, voted on and "
        "shown without a talk. Which one that is, the room decides when it sees the answers, so "
        "the times of single statements are an estimate.",
        "There is time to talk about {most} of the statements; {beyond} are read, voted on and "
        "shown without a talk. Which ones these are, the room decides when it sees the answers, "
        "so the times of single statements are an estimate.",
        beyond,
    ).format(most=MOST_TO_DISCUSS, beyond=beyond)
