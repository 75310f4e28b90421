"""What the cells of a workbook hold, as plain data."""

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import TypeAlias


class NotPlain(Enum):
    """What no key of a pack can be."""

    DATE = "date"
    FORMULA = "formula"
    ERROR = "error"


Value: TypeAlias = str | bool | int | float | Fraction | NotPlain


@dataclass(slots=True)
class Sheet:
    """One sheet: its cells that are not blank, by row and column, both counted from 1."""

    name: str
    is_hidden: bool = False
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet on its way out: a line of heads and the rows below it, blank where ``None``."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: A, B, ... Z, AA."""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
