"""What one group sends to its network: tallies, and nothing that leads to a person.

Hundreds of groups are held at once, so the numbers of a table are two bytes each, in one run, and
all groups that were asked the same share its head.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.ranking.order import Unit

MOST_PEOPLE = 10_000  # who answer one questionnaire of one group; two bytes hold 32,767
_NUMBERS = "h"  # whole numbers of two bytes
_SIZE = array(_NUMBERS).itemsize
_HIDDEN = -1
_HEADS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Head:
    """What a table of tallies is about: statements down, answers across."""

    statements: tuple[str, ...]
    levels: tuple[str, ...]
    ways_out: tuple[str, ...]

    @property
    def row_bytes(self) -> int:
        """How many bytes of ``Table.numbers`` belong to one statement."""
        return row_bytes(1 + len(self.levels) + len(self.ways_out))


@dataclass(frozen=True, slots=True)
class Row:
    """The tally of one statement, as far as it may be shown.

    ``n`` is how many chose a level; ``levels`` and ``ways_out`` are in the order of the head, and
    ``None`` where they are hidden.
    """

    statement: str
    n: int
    levels: tuple[int, ...] | None
    ways_out: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """The tallies of all statements that are answered in one form."""

    head: Head
    numbers: bytes = field(repr=False)

    def raw_rows(self) -> list[bytes]:
        """Return the bytes of each row: equal bytes are equal tallies."""
        width, numbers = self.head.row_bytes, self.numbers
        return [numbers[at : at + width] for at in range(0, len(numbers), width)]

    def rows(self) -> Iterator[Row]:
        """Yield the tally of each statement in the order of the head."""
        for statement, raw in zip(self.head.statements, self.raw_rows(), strict=True):
            yield Row(statement, *numbers_in(raw, len(self.head.levels)))


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a group has settled on about ranked barriers: ids of the pack, in its order."""

    needs: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """One questionnaire as a group answered it, on one occasion.

    ``held`` is the first day of the month in which it was finished; no day is ever told. ``unit``
    says who gives one answer: a person, or the charity as a whole. With a ``minimum`` of 1, which
    only a charity's answer can have, one voice spoke for all of it. ``scores`` are in tenths, as
    people see them, in the order of ``themes``; ``None`` is a gap. ``may_be_named`` are the areas
    in which the group's name may be passed on; without a contact there are none.
    """

    pack_id: str
    pack_version: str
    digest: str
    unit: Unit
    held: date
    selection: Selection
    minimum: int
    people: int
    tables: tuple[Table, ...]
    themes: tuple[str, ...] = ()
    scores: tuple[int | None, ...] = ()
    agreed: Agreed | None = None
    may_be_named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupContact:
    """The name of a group and how to reach it, as somebody has typed it to be passed on."""

    name: str
    details: str


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that a group sends. ``made`` is the first day of a month.

    The same ``key`` is the same group, whatever it sends later; nothing else tells which one it is.
    """

    key: str
    made: date
    size: IncomeBand | None
    run_by: RunBy | None
    contact: GroupContact | None
    answers: tuple[Answers, ...]


def table_of(
    levels: Sequence[str], ways_out: Sequence[str], rows: Mapping[str, Sequence[int | None]]
) -> Table:
    """Return a table of rows: by statement its numbers, of which hidden ones are ``None``.

    The numbers are how many chose a level, then how many chose each level, then each way out.
    """
    told = chain.from_iterable(rows.values())
    numbers = array(_NUMBERS, [_HIDDEN if number is None else number for number in told])
    return Table(_head(tuple(rows), tuple(levels), tuple(ways_out)), numbers.tobytes())


def row_bytes(numbers: int) -> int:
    """Return how many bytes so many numbers of a row take."""
    return numbers * _SIZE


def numbers_in(
    raw: bytes, levels: int
) -> tuple[int, tuple[int, ...] | None, tuple[int, ...] | None]:
    """Return what the bytes of a row hold: how many chose a level, the levels, the ways out."""
    numbers = array(_NUMBERS, raw)
    shown, others = tuple(numbers[1 : 1 + levels]), tuple(numbers[1 + levels :])
    return (
        numbers[0],
        None if _HIDDEN in shown else shown,
        None if _HIDDEN in others else others,
    )


def first_of_month(day: date) -> date:
    """Return the day that stands for the whole month: no day leaves the program."""
    return day.replace(day=1)


@lru_cache(maxsize=_HEADS_KEPT)
def _head(statements: tuple[str, ...], levels: tuple[str, ...], ways_out: tuple[str, ...]) -> Head:
    return Head(statements, levels, ways_out)
