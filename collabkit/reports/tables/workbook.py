"""Tables as one frozen description, from which every kind of file with cells is written."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

Cell: TypeAlias = str | int | Fraction | Decimal | date | bool | None

NARROW, MEDIUM, WIDE = 12, 26, 52  # widths of columns, in characters


class Kind(StrEnum):
    """What a column holds, as a rule; a cell may always be a text instead."""

    TEXT = "text"
    NUMBER = "number"
    SIGNED = "signed"  # a difference, shown with its sign
    DATE = "date"
    TRUTH = "truth"  # yes or no


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, how wide it is in characters, and for whoever asks what it means."""

    head: str
    kind: Kind = Kind.TEXT
    width: int = MEDIUM
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``None`` is a cell that shows nothing.

    ``keys`` are the places of the columns that say what a row is about; the first two name it.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Workbook:
    """All tables in their order; they hold nothing that is hidden."""

    title: str
    charity: str
    day: str
    made_on: date
    sheets: tuple[Sheet, ...]
    label: str = ""  # at the head of every page: "Practice"
