"""The dots of a group as a drawing: one dot a person in a column an answer, counts below."""

from collections.abc import Sequence
from dataclasses import dataclass

from collabkit.assessments.outcomes.blocks import Dots
from collabkit.reports.contents.counts import counts_in_words
from collabkit.reports.contents.parts import Column, StatementEntry
from collabkit.reports.html.labels import broken, largest

WIDTH = 440  # in units of the drawing, as everything here
_LEVELS = 5  # steps with a colour each
_TALLEST = 5  # dots on each other; more people stand side by side
_PITCH = 24.0  # from dot to dot
_RADIUS = 0.4  # of a dot, as a share of the pitch
_HIGHEST = 220  # of all dots on each other
_SMALLER = (1, 0.8, 0.6, 0.45)  # of their size, as many people as a room can hold
_APART = 20  # between the levels and the answers that never count as low
_COUNT, _NAME_LEADING = 21, 15.5
_NAMES = (13, 12, 11)  # their size, the first in which no word is broken
_BETWEEN_NAMES = 4
_NAME_LINES = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """One person; ``step`` is the number of the level from 1, 0 where there is no such number."""

    x: str
    y: str
    radius: str
    step: int
    is_apart: bool


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below one column."""

    x: str
    count: int
    mark: str
    name: tuple[tuple[str, str], ...]  # its lines, each with its baseline


@dataclass(frozen=True, slots=True)
class Strip:
    """Everything to draw, as numbers that are ready to be written."""

    width: int
    height: str
    floor: str
    count_line: str  # baselines
    mark_line: str
    name_size: int
    floors: tuple[tuple[str, str], ...]  # from where to where
    dots: tuple[Dot, ...]
    feet: tuple[Foot, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How a group answered: what is drawn, and the same in words."""

    statement: str
    columns: tuple[Column, ...]
    apart: tuple[Column, ...]

    @property
    def in_words(self) -> str:
        """The counts of all answers in a sentence."""
        return counts_in_words((*self.columns, *self.apart))


def counts_of_statement(entry: StatementEntry) -> Counts:
    """Return the counts of a statement of a plan."""
    return Counts(entry.title or entry.statement, entry.columns, entry.apart)


def counts_of_block(block: Dots) -> Counts:
    """Return the counts of a block; five answers are levels and get their numbers."""
    is_numbered = len(block.columns) == _LEVELS
    return Counts(
        block.statement,
        tuple(
            Column(str(number) if is_numbered else "", name, count)
            for number, (name, count) in enumerate(block.columns, start=1)
        ),
        tuple(Column("", name, count) for name, count in block.apart),
    )


def strip(counts: Counts) -> Strip:
    """Return the drawing of the dots of one statement."""
    columns = (*counts.columns, *counts.apart)
    levels = len(counts.columns)
    step = (WIDTH - (_APART if counts.apart else 0)) / len(columns)
    pitch, abreast, rows = _arrange(max(column.count for column in columns), step)
    middles = [
        (number + 0.5) * step + (_APART if number >= levels else 0)
        for number in range(len(columns))
    ]
    room = step - _BETWEEN_NAMES
    size = largest([column.name for column in columns], room, _NAMES)
    names = [broken(column.name, room, size, _NAME_LINES) for column in columns]
    floor = rows * pitch + 2
    mark_line = floor + _COUNT + _NAME_LEADING
    feet = tuple(
        _foot(column, middle, name, mark_line)
        for column, middle, name in zip(columns, middles, names, strict=True)
    )
    lowest = max(len(foot.name) + (1 if foot.mark else 0) for foot in feet)
    return Strip(
        width=WIDTH,
        height=_number(mark_line + (lowest - 1) * _NAME_LEADING + 5),
        floor=_number(floor),
        count_line=_number(floor + _COUNT - 3),
        mark_line=_number(mark_line),
        name_size=size,
        floors=(
            ("0", _number(levels * step)),
            *([(_number(levels * step + _APART), str(WIDTH))] if counts.apart else []),
        ),
        dots=tuple(
            dot
            for number, (column, middle) in enumerate(zip(columns, middles, strict=True))
            for dot in _dots(
                column.count,
                (middle, floor),
                pitch,
                abreast,
                step=number + 1 if levels == _LEVELS and number < levels else 0,
                is_apart=number >= levels,
            )
        ),
        feet=feet,
    )


def _foot(column: Column, middle: float, name: Sequence[str], top: float) -> Foot:
    """Return what stands below a column; the name begins below the mark, or in its place."""
    first = top + (_NAME_LEADING if column.mark else 0)
    return Foot(
        _number(middle),
        column.count,
        column.mark,
        tuple((line, _number(first + n * _NAME_LEADING)) for n, line in enumerate(name)),
    )


def _arrange(most: int, room: float) -> tuple[float, int, int]:
    """Return pitch, dots abreast and rows; where a hall has answered, the dots are smaller."""
    for share in _SMALLER:
        pitch = _PITCH * share
        abreast = max(1, min(int(room / pitch), -(-most // _TALLEST)))
        rows = max(1, -(-most // abreast))
        if rows * pitch <= _HIGHEST:
            break
    return pitch, abreast, rows


def _dots(
    count: int,
    foot: tuple[float, float],
    pitch: float,
    abreast: int,
    *,
    step: int,
    is_apart: bool,
) -> Sequence[Dot]:
    dots = []
    for number in range(count):
        row, place = divmod(number, abreast)
        in_row = min(abreast, count - row * abreast)
        x = foot[0] + (place - (in_row - 1) / 2) * pitch
        y = foot[1] - (row + 0.5) * pitch
        dots.append(Dot(_number(x), _number(y), _number(pitch * _RADIUS), step, is_apart))
    return dots


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
