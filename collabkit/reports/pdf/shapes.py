"""The shapes of several occasions on paper: drawn on each other, with names and a table below."""

from collections.abc import Sequence

from collabkit.assessments.outcomes.blocks import Outline, Shapes
from collabkit.assessments.outcomes.blocks import Table as TableBlock
from collabkit.assessments.rounding import shown
from collabkit.reports.contents.parts import ThemeScore
from collabkit.reports.pdf.blocks import Columns, Picture, Stack
from collabkit.reports.pdf.fonts import CAP_HEIGHT
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.radar import AMONG_TEXT, BESIDE_TABLE, draw_line, draw_mark, radar
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import CELL_BOLD, CELL_HEAD, MM, TextStyle
from collabkit.reports.pdf.table import GAP, Table, wide
from collabkit.reports.pdf.text import line_width, single_line

_MOST = 3  # lines that can be told apart
_NAME = TextStyle(size=10, leading=13)
_ROW = 6 * MM
_PICTURE, _GUTTER = 80 * MM, 5 * MM
_ROWS_BESIDE = 8
_SAMPLE, _GAP, _BETWEEN = 11 * MM, 2.5 * MM, 7 * MM  # of a line, to its name, to the next


def shapes_drawn(
    block: Shapes, root: Element, width: float, widths: Sequence[float | None]
) -> list[Block]:
    """Return the latest three outlines as one picture, and the table of all of them.

    ``widths`` are those of the columns of the table where it has the whole ``width`` between the
    margins. A single outline stands beside its table if that is short and narrow enough.
    """
    latest, *earlier = list(reversed(block.outlines))[:_MOST]
    themes = [
        ThemeScore(name, score, "" if score is None else str(shown(score)), "", "")
        for name, score in zip(block.corners, latest.scores, strict=True)
    ]
    narrow = _narrow_widths(block.table, width - _PICTURE - _GUTTER)
    is_beside = not earlier and narrow is not None and len(block.table.rows) <= _ROWS_BESIDE
    drawn = radar(
        themes,
        root.add("Figure", alt=block.in_words),
        earlier=[each.scores for each in earlier],
        size=BESIDE_TABLE if is_beside else AMONG_TEXT,
    )
    table = Table(
        block.table.rows,
        narrow if is_beside and narrow else widths,
        root,
        head=block.table.head,
        row_headings=True,
    )
    if is_beside:
        return [Columns([drawn, table], [_PICTURE, None], gap=_GUTTER, whole=True)]
    if not earlier:
        return [drawn, table]
    names = [_Name(number, outline) for number, outline in enumerate((latest, *earlier))]
    # What the lines are called is told in the words of the figure.
    legend = Picture(_ROW, lambda *place: _paint(names, *place), None, after=8)
    return [Stack([drawn, legend], whole=True), table]


def _narrow_widths(table: TableBlock, width: float) -> list[float | None] | None:
    """Return widths in which no cell needs a second line; ``None`` if there is no room for that.

    Only the head may take several.
    """
    columns = zip(table.head, *table.rows, strict=True)
    needed = [
        max(
            *(wide(word, CELL_HEAD) for word in head.split()),
            *(wide(cell, CELL_BOLD) for cell in cells),
        )
        for head, *cells in columns
    ]
    if sum(needed) + GAP * (len(needed) - 1) > width:
        return None
    return [None, *needed[1:]]


class _Name:
    """The name of one line, beside a piece of it."""

    def __init__(self, number: int, outline: Outline) -> None:
        self._number = number
        self._words = single_line(outline.label)
        self.width = _SAMPLE + _GAP + line_width(self._words) * _NAME.size

    def paint(self, paper: Paper, x: float, middle: float) -> None:
        draw_line(paper, (x, middle), (x + _SAMPLE, middle), self._number)
        draw_mark(paper, (x + _SAMPLE / 2, middle), self._number)
        baseline = middle - CAP_HEIGHT * _NAME.size / 2
        paper.write(self._words, x + _SAMPLE + _GAP, baseline, _NAME)


def _paint(
    names: list[_Name], paper: Paper, x: float, top: float, width: float, height: float
) -> None:
    left = x + (width - sum(name.width for name in names) - _BETWEEN * (len(names) - 1)) / 2
    for name in names:
        name.paint(paper, left, top - height / 2)
        left += name.width + _BETWEEN
