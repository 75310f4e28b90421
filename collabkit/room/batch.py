"""Some sheets as far as they are keyed in. They exist in memory only. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from collabkit.assessments.pack import AnswerForm
from collabkit.room.choices import RoomChoice
from collabkit.room.refused import NotNowError

BLANK = ""  # keyed in, and left open on the paper


class KeyRefusedError(NotNowError):
    """A key that does nothing here; the batch is as it was."""


class SheetOpenError(KeyRefusedError):
    """The sheet has fields that are not keyed yet; they can be left blank by asking again."""


class Step(StrEnum):
    """Where the keying stands."""

    KEYING = "keying"
    READING = "reading"  # read back, sheet by sheet
    AGAIN = "again"  # the second pass
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Column:
    """One statement on the sheets; ``is_closed`` if the room has voted on it already."""

    item_id: str
    statement: str
    form: AnswerForm
    choices: tuple[RoomChoice, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place on the sheets, both from 0. Past the last column the sheet is complete."""

    sheet: int
    column: int


# An answer code a column; ``BLANK``, or ``None`` as long as nothing was keyed.
Sheet: TypeAlias = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sheets as far as they are keyed in.

    ``wanted`` is how many sheets there are, counted by hand; ``most`` how many there can be.
    ``second`` holds the second pass.
    """

    columns: tuple[Column, ...]
    wanted: int
    most: int
    sheets: tuple[Sheet, ...]
    cursor: Cell
    step: Step = Step.KEYING
    second: tuple[Sheet, ...] = ()
    before: "Batch | None" = field(default=None, compare=False, repr=False)

    @property
    def open_columns(self) -> tuple[int, ...]:
        """The places of the statements that are still to be voted on."""
        return tuple(n for n, column in enumerate(self.columns) if not column.is_closed)

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """The sheets of the pass that is under way; the second one does not see the first."""
        return self.second if self.step is Step.AGAIN else self.sheets

    @property
    def edge(self) -> Cell:
        """The cell that is keyed in next."""
        row = self.shown[-1]
        column = next((n for n in self.open_columns if row[n] is None), len(self.columns))
        return Cell(len(self.shown) - 1, column)

    @property
    def disputed(self) -> Cell | None:
        """The cell under the cursor if the two passes differ there, to be settled at once."""
        at = self.cursor
        if self.step is not Step.AGAIN or at.column >= len(self.columns):
            return None
        again = self.second[at.sheet][at.column]
        return at if again is not None and again != self.sheets[at.sheet][at.column] else None

    @property
    def is_complete(self) -> bool:
        """Whether every field of every sheet is keyed in, and no second pass is under way."""
        return self.step in (Step.READING, Step.CHECKED)

    @property
    def is_touched(self) -> bool:
        """Whether anything was keyed in."""
        return any(value is not None for sheet in self.sheets for value in sheet)

    @property
    def fields(self) -> int:
        """How many fields the sheets have altogether."""
        return len(self.sheets) * len(self.open_columns)

    def value(self, at: Cell) -> str | None:
        """Return what was keyed there in the pass under way; ``None`` if nothing was yet."""
        if at.sheet >= len(self.shown) or at.column >= len(self.columns):
            return None
        return self.shown[at.sheet][at.column]
