"""A table with rules all round and room to write in."""

from collections.abc import Sequence

from collabkit.reports.pdf.blocks import NOTHING, Text
from collabkit.reports.pdf.layout import HAIR, Block
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import CELL, CELL_HEAD, EDGE, INK, TextStyle

_PAD = 4.0  # points between a rule and the text


class Grid(Block):
    """Rows of cells with a rule round each. Cells without text are there to be written in.

    ``row_height`` is the least height of a row in points; the first cell of a row is its heading.
    The first ``left`` columns are set to the left, all others in the middle. A width of ``None``
    takes an equal share of what is left.
    """

    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float | None],
        parent: Element,
        *,
        row_height: float,
        left: int = 1,
        style: TextStyle = CELL,
        head_style: TextStyle = CELL_HEAD,
    ) -> None:
        table = parent.add("Table")
        line = table.add("TR")
        self._widths = tuple(widths)
        self._row_height = row_height
        self._head: list[Block] = [
            Text(text, head_style, line.add("TH", scope="Column"), _align(number, left))
            for number, text in enumerate(head)
        ]
        self._rows = [_cells(row, style, table, left) for row in rows]
        self._is_continued = False
        self.after = 12

    def _shares(self, width: float) -> list[float]:
        fixed = sum(wide or 0 for wide in self._widths)
        share = (width - fixed) / max(1, self._widths.count(None))
        return [share if wide is None else wide for wide in self._widths]

    def _needed(self, cells: Sequence[Block], width: float) -> float:
        shares = self._shares(width)
        return max(c.height(w - 2 * _PAD) for c, w in zip(cells, shares, strict=True)) + 2 * _PAD

    def _line(self, cells: Sequence[Block], width: float) -> float:
        return max(self._row_height, self._needed(cells, width))

    def _height(self, width: float) -> float:
        return self._needed(self._head, width) + sum(self._line(row, width) for row in self._rows)

    def _least(self, width: float) -> float:
        return self._needed(self._head, width) + self._line(self._rows[0], width)

    def _split(self, width: float, room: float) -> tuple[Block, Block] | None:
        room -= self._needed(self._head, width)
        for number, row in enumerate(self._rows):
            room -= self._line(row, width)
            if room < -HAIR:
                if not number:
                    return None
                return self._part(self._rows[:number]), self._part(self._rows[number:], True)
        return None

    def _part(self, rows: list[list[Block]], is_continued: bool = False) -> "Grid":
        part = Grid.__new__(Grid)
        part._widths, part._row_height = self._widths, self._row_height
        part._head, part._rows = self._head, rows
        part._is_continued = is_continued or self._is_continued
        part.after = self.after
        return part

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        shares = self._shares(width)
        height = self._needed(self._head, width)
        if self._is_continued:
            with paper.artifact():  # said once is enough for a screen reader
                _draw_cells(self._head, shares, paper, x, top, height)
        else:
            _draw_cells(self._head, shares, paper, x, top, height)
        lines = [top, top - height]
        for row in self._rows:
            height = self._line(row, width)
            _draw_cells(row, shares, paper, x, lines[-1], height)
            lines.append(lines[-1] - height)
        with paper.artifact():
            _rules(paper, x, width, lines, shares)


def _align(column: int, left: int) -> float:
    return 0 if column < left else 0.5


def _cells(texts: Sequence[str], style: TextStyle, table: Element, left: int) -> list[Block]:
    row = table.add("TR")
    cells: list[Block] = []
    for number, text in enumerate(texts):
        cell = row.add("TD") if number else row.add("TH", scope="Row")
        cells.append(Text(text, style, cell, _align(number, left)) if text else NOTHING)
    return cells


def _draw_cells(
    cells: Sequence[Block],
    shares: Sequence[float],
    paper: Paper,
    x: float,
    top: float,
    height: float,
) -> None:
    for cell, share in zip(cells, shares, strict=True):
        inner = share - 2 * _PAD
        air = (height - cell.height(inner)) / 2
        cell.draw(paper, x + _PAD, top - air, inner)
        x += share


def _rules(
    paper: Paper, x: float, width: float, lines: Sequence[float], shares: Sequence[float]
) -> None:
    canvas = paper.canvas
    canvas.setStrokeColorRGB(*EDGE)
    canvas.setLineWidth(0.7)
    for y in lines:
        canvas.line(x, y, x + width, y)
    left = x
    for share in (0.0, *shares):
        left += share
        canvas.line(left, lines[0], left, lines[-1])
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(1.4)
    canvas.line(x, lines[1], x + width, lines[1])
