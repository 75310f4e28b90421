"""How an outcome is told: parts made of a few kinds of blocks, in final words.

Screen, paper and command line draw the same blocks, so they cannot say different things. Some
blocks are also something to do: on screen a ``Pick`` can be ticked, a ``Field`` filled in and an
idea added to the plan; on paper they become tick boxes and lines to write on.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from collabkit.assessments.pack import ActionKind, Effort


class Tone(StrEnum):
    """How a paragraph is said."""

    PLAIN = "plain"
    LEAD = "lead"  # the sentence that sums it up, larger
    QUIET = "quiet"  # a remark in passing
    CARE = "care"  # something to heed


class FieldKind(StrEnum):
    """What is written into a field."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with values beside each other."""

    entries: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a list: what it is, what is said about it, and a quiet remark.

    ``mark`` is a word or two at its side, such as an answer ("Partly") or "overdue". ``item_id``
    leads to the statement, where the answer can be changed; it may be empty.
    """

    title: str
    text: str = ""
    note: str = ""
    mark: str = ""
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of things in their order; ``numbered`` from 1, ``ticked`` with a box on paper."""

    entries: tuple[Entry, ...]
    numbered: bool = False
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """A list that is folded away on screen under ``title`` and printed at the end on paper."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first column names the row. ``caption`` says what it shows.

    ``numbers`` are the columns, from 0, that hold numbers and are set to the right.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a board, with its entries from top to bottom and what to say of none."""

    title: str
    entries: tuple[Entry, ...]
    if_empty: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Columns beside each other (below each other where there is no room)."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Dots:
    """How a group answered one statement; only made where the counts may be shown."""

    item_id: str
    statement: str
    columns: tuple[tuple[str, int], ...]  # name of an answer, number of people
    apart: tuple[tuple[str, int], ...]  # don't know and does not apply
    sentence: str  # the same, to be read aloud


@dataclass(frozen=True, slots=True)
class Outline:
    """The scores of one occasion, a corner each, in the order of ``Shapes.corners``.

    ``None`` is a gap, never a zero.
    """

    label: str  # "November 2026"
    scores: tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of several occasions beside each other, with the same numbers as a table.

    ``outlines`` are in the order of time, the latest last; up to three may be drawn on each other.
    ``in_words`` says what the pictures show, for whoever cannot see them.
    """

    corners: tuple[str, ...]
    outlines: tuple[Outline, ...]
    table: Table
    in_words: str


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to do that can be put into the plan; ``item_id`` may be empty."""

    idea_id: str
    item_id: str
    text: str
    kind: ActionKind
    effort: Effort | None = None


@dataclass(frozen=True, slots=True)
class Ideas:
    """Suggested actions."""

    entries: tuple[Idea, ...]


@dataclass(frozen=True, slots=True)
class PickOption:
    """Something that can be ticked; ``text`` says more."""

    code: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """A choice that belongs to the whole assessment and is kept under ``key`` in ``settled``.

    With ``most`` 1 one option is chosen, with more up to so many, with 0 any number. ``chosen``
    are codes in the order of the options.
    """

    key: str
    prompt: str
    options: tuple[PickOption, ...]
    chosen: tuple[str, ...]
    most: int = 1


@dataclass(frozen=True, slots=True)
class Field:
    """Something to write that belongs to the whole assessment and is kept under ``key``.

    A date is kept as ``YYYY-MM-DD``; ``shown`` is what is read on paper.
    """

    key: str
    label: str
    value: str
    shown: str = ""
    kind: FieldKind = FieldKind.LINE
    hint: str = ""


Block: TypeAlias = (
    Paragraph
    | Subheading
    | Facts
    | Bullets
    | Entries
    | Fold
    | Table
    | Board
    | Dots
    | Shapes
    | Ideas
    | Pick
    | Field
)


class Place(StrEnum):
    """Where a part stands on paper; on screen all stand below each other."""

    FRONT = "front"  # on the first pages, which people take home
    BEHIND = "behind"  # after them, for whoever wants to know more
    SCREEN = "screen"  # not on paper at all: something to do on screen


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the outcome under a heading; ``key`` names it among the others."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    place: Place = Place.FRONT


def codes_of(settled: str) -> tuple[str, ...]:
    """Return the codes that a ``Pick`` has kept as one text."""
    return tuple(settled.split())


def kept_codes(codes: tuple[str, ...]) -> str:
    """Return codes as the one text that is kept."""
    return " ".join(codes)
