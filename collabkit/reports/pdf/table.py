"""Tables with rules between the rows; the head comes again where a table runs over a page."""

from collections.abc import Sequence

from collabkit.reports.pdf.blocks import NOTHING, Columns, Text
from collabkit.reports.pdf.layout import HAIR, Block
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    CELL,
    CELL_BOLD,
    CELL_HEAD,
    EDGE,
    LINE,
    Colour,
    TextStyle,
)
from collabkit.reports.pdf.text import line_width, single_line

_AFTER = 12.0  # points below the whole table
_PAD = 5.0  # points above and below the text of a row
GAP = 10.0  # points between columns
_FEW_ROWS = 8  # stay on one page


class Table(Block):
    """A table of text, with or without a head row; the first cell of a row may be its heading."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float | None],
        parent: Element,
        *,
        head: Sequence[str] = (),
        row_headings: bool = False,
        before: float = 0,
    ) -> None:
        table = parent.add("Table")
        self._head = _head_row(head, widths, table) if head else None
        self._rows: list[Block] = [_row(row, widths, table, row_headings) for row in rows]
        self._is_continued = False
        self.whole = len(self._rows) <= _FEW_ROWS  # a few rows apart are hard to read
        self.before, self.after = before, _AFTER

    def _head_height(self, width: float) -> float:
        return self._head.height(width) + 2 * _PAD if self._head else 0

    def _height(self, width: float) -> float:
        return self._head_height(width) + sum(row.height(width) + 2 * _PAD for row in self._rows)

    def _least(self, width: float) -> float:
        return self._head_height(width) + self._rows[0].least(width) + 2 * _PAD

    def _split(self, width: float, room: float) -> tuple[Block, Block] | None:
        room -= self._head_height(width)
        for number, row in enumerate(self._rows):
            height = row.height(width) + 2 * _PAD
            if height > room + HAIR:
                above, below = self._rows[:number], self._rows[number:]
                if parts := row.split(width, room - 2 * _PAD):
                    above, below = [*above, parts[0]], [parts[1], *below[1:]]
                return (self._part(above), self._part(below, True)) if above else None
            room -= height
        return None

    def _part(self, rows: list[Block], is_continued: bool = False) -> "Table":
        part = Table.__new__(Table)
        part._head = self._head
        part._rows = rows
        part._is_continued = is_continued or self._is_continued
        part.before, part.after = self.before, self.after
        return part

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        if self._head:
            if self._is_continued:
                with paper.artifact():  # said once is enough for a screen reader
                    self._head.draw(paper, x, top - _PAD, width)
            else:
                self._head.draw(paper, x, top - _PAD, width)
            top -= self._head_height(width)
            _rule(paper, x, top, width, EDGE, 0.9)
        for number, row in enumerate(self._rows):
            if number:
                _rule(paper, x, top, width, LINE, 0.7)
            row.draw(paper, x, top - _PAD, width)
            top -= row.height(width) + 2 * _PAD
        _rule(paper, x, top, width, LINE, 0.7)


def wide(text: str, style: TextStyle) -> float:
    """Return the width of a column, in points, in which ``text`` needs no second line."""
    return line_width(single_line(text, style.face)) * style.size + HAIR


def _head_row(texts: Sequence[str], widths: Sequence[float | None], table: Element) -> Columns:
    row = table.add("TR")
    cells = [Text(text, CELL_HEAD, row.add("TH", scope="Column")) for text in texts]
    return Columns(cells, widths, gap=GAP)


def _row(
    texts: Sequence[str], widths: Sequence[float | None], table: Element, row_headings: bool
) -> Columns:
    row = table.add("TR")
    cells: list[Block] = []
    for number, text in enumerate(texts):
        if row_headings and not number:
            cells.append(Text(text, CELL_BOLD, row.add("TH", scope="Row")))
        else:
            cell = row.add("TD")
            cells.append(Text(text, CELL, cell) if text else NOTHING)
    return Columns(cells, widths, gap=GAP)


def _rule(paper: Paper, x: float, y: float, width: float, colour: Colour, thickness: float) -> None:
    with paper.artifact():
        paper.canvas.setStrokeColorRGB(*colour)
        paper.canvas.setLineWidth(thickness)
        paper.canvas.line(x, y, x + width, y)
