"""The dot strip of a group: one dot a person in a column an answer, counts below."""

from collections.abc import Sequence

from collabkit.i18n import _
from collabkit.reports.contents.parts import Column
from collabkit.reports.pdf.blocks import Picture
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.marks import label
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import EDGE, INK, LEVELS, MM, WHITE, Colour, TextStyle
from collabkit.reports.pdf.text import Run, break_lines, line_width, single_line

_TALLEST = 5  # dots on each other; more people stand side by side
_PITCH = 3.5 * MM  # from dot to dot
_DOT = 1.45 * MM  # radius
_HIGHEST = 42 * MM  # of all dots on each other
_SMALLER = (1, 0.8, 0.6, 0.45)  # of their size, as many people as a room can hold
_COUNT = TextStyle(size=11, leading=14, face=Face.SEMIBOLD)
_NAME = TextStyle(size=9, leading=10.8)
_BETWEEN_NAMES = 4  # points
_APART = 6 * MM  # between the levels and the answers that never count as low


def dot_strip(
    columns: Sequence[Column],
    apart: Sequence[Column],
    figure: Element,
    width: float,
    *,
    room_for: int = 0,
) -> Picture:
    """Return the dots of one statement, ``width`` points wide; ``figure`` gets them in words.

    There is room for ``room_for`` dots in a column, so that strips beside each other stand on one
    floor.
    """
    figure.alt = _("Dots: {counts}.").format(
        counts="; ".join(
            _("{answer} {count}").format(answer=_full_name(c), count=c.count)
            for c in (*columns, *apart)
        )
    )
    strip = _Strip(columns, apart, width, room_for)
    return Picture(strip.height, strip.paint, figure, after=3)


def fits_in(columns: Sequence[Column], width: float) -> bool:
    """Tell whether a strip without answers apart can be ``width`` points wide, no name broken."""
    room = width / len(columns) - _BETWEEN_NAMES
    return all(
        line_width(single_line(word)) * _NAME.size <= room
        for column in columns
        for word in _full_name(column).split()
    )


class _Strip:
    def __init__(
        self, columns: Sequence[Column], apart: Sequence[Column], width: float, room_for: int
    ) -> None:
        self._columns = (*columns, *apart)
        self._levels = len(columns)
        self._step = (width - (_APART if apart else 0)) / len(self._columns)
        room = self._step - _BETWEEN_NAMES
        self._names = [break_lines([Run(_full_name(c))], room, _NAME.size) for c in self._columns]
        self._arrange(max(room_for, *(column.count for column in self._columns)))
        lines = max(len(name) for name in self._names)
        self.height = self._rows * self._pitch + 3 + _COUNT.leading + lines * _NAME.leading

    def _arrange(self, most: int) -> None:
        """Find room for the fullest column; where a hall has answered, the dots are smaller."""
        for share in _SMALLER:
            self._pitch = _PITCH * share
            widest = max(1, int(self._step / self._pitch))
            self._abreast = max(1, min(widest, -(-most // _TALLEST)))
            self._rows = max(1, -(-most // self._abreast))
            if self._rows * self._pitch <= _HIGHEST:
                return

    def paint(self, paper: Paper, x: float, top: float, width: float, _height: float) -> None:
        """Draw the strip."""
        floor = top - self._rows * self._pitch
        for number, column in enumerate(self._columns):
            is_apart = number >= self._levels
            middle = x + (number + 0.5) * self._step + (_APART if is_apart else 0)
            fill = WHITE if is_apart else self._fill(number)
            self._dots(paper, column.count, middle, floor, fill)
            y = floor - 3 - _COUNT.leading / 2
            label(paper, str(column.count), middle, y, _COUNT)
            for place, line in enumerate(self._names[number]):
                left = middle - line_width(line) * _NAME.size / 2
                baseline = y - _COUNT.leading / 2 - (place + 0.8) * _NAME.leading
                paper.write(line, left, baseline, _NAME)
        end_of_levels = x + self._step * self._levels
        paper.canvas.setStrokeColorRGB(*EDGE)
        paper.canvas.setLineWidth(0.6)
        paper.canvas.line(x, floor, end_of_levels, floor)
        if self._levels < len(self._columns):
            paper.canvas.line(end_of_levels + _APART, floor, x + width, floor)

    def _fill(self, number: int) -> Colour:
        return LEVELS[number][0] if self._levels == len(LEVELS) else LEVELS[-1][0]

    def _dots(self, paper: Paper, count: int, middle: float, floor: float, fill: Colour) -> None:
        paper.canvas.setLineWidth(0.8 * self._pitch / _PITCH)
        paper.canvas.setStrokeColorRGB(*INK)
        paper.canvas.setFillColorRGB(*fill)
        radius = _DOT * self._pitch / _PITCH
        for dot in range(count):
            row, place = divmod(dot, self._abreast)
            in_row = min(self._abreast, count - row * self._abreast)
            x = middle + (place - (in_row - 1) / 2) * self._pitch
            paper.canvas.circle(x, floor + (row + 0.5) * self._pitch, radius, fill=1)


def _full_name(column: Column) -> str:
    return f"{column.mark} {column.name}".strip()
