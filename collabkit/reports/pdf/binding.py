"""Pages become a file: drawn one after the other, each with its footer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Page
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    FOOTER_BASELINE,
    INK,
    MARGIN,
    MM,
    SMALL,
    SheetSize,
    TextStyle,
)
from collabkit.reports.pdf.text import line_width, needs_boxes, one_line, shortened, single_line

_FOOTER_GAP = 24  # points
_HEADER_BASELINE = 12 * MM  # below the upper edge
_HEADER = TextStyle(size=11, leading=14, face=Face.BOLD, colour=INK)


@dataclass(frozen=True, slots=True)
class Running:
    """What comes again on every page: at the foot ``left`` and ``day``, at the head ``label``.

    ``label`` cannot be overlooked: "Practice". Without a footer on the first page it is a cover.
    """

    left: str
    day: str
    label: str = ""
    on_first: bool = True


def bind(
    pages: Sequence[Page],
    root: Element,
    size: SheetSize,
    running: Running,
    title: str,
    made_on: date,
) -> bytes:
    """Return a tagged PDF of pages that have been set; ``title`` and ``made_on`` are the file's.

    Raises ``EnvironmentProblemError`` if the fonts are not installed.
    """
    paper = Paper(size, _starts(pages), len(pages))
    for number, page in enumerate(pages):
        if number:
            paper.next_page()
        for placed in page.placed:
            top = size.height - MARGIN - placed.offset
            placed.block.draw(paper, MARGIN, top, size.content_width)
        if running.label:
            _header(paper, running.label)
        if number or running.on_first:
            _footer(paper, running.left, running.day)
    return paper.finish(root, one_line(title), made_on)


def has_boxes(document: object) -> bool:
    """Tell whether a text of a frozen description has characters that are drawn as boxes."""
    return any(needs_boxes(text) for text in _texts(document))


def _texts(part: object) -> Iterator[str]:
    """Yield every text of a frozen description."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


def _starts(pages: Sequence[Page]) -> dict[str, int]:
    return {
        placed.block.key: number
        for number, page in enumerate(pages, start=1)
        for placed in page.placed
        if isinstance(placed.block, Heading)
    }


def _header(paper: Paper, label: str) -> None:
    line = single_line(label, _HEADER.face)
    wide = line_width(line) * _HEADER.size
    right, top = paper.size.width - MARGIN, paper.size.height - _HEADER_BASELINE
    with paper.artifact():
        paper.canvas.setStrokeColorRGB(*INK)
        paper.canvas.setLineWidth(1.2)
        paper.canvas.roundRect(right - wide - 16, top - 5.5, wide + 16, 18.5, 2.5 * MM)
        paper.write(line, right - wide - 8, top, _HEADER)


def _footer(paper: Paper, name: str, day: str) -> None:
    """Write the name on the left, as far as there is room, and date and page on the right."""
    right = single_line(
        _("{day}   Page {page} of {pages}").format(day=day, page=paper.page, pages=paper.pages)
    )
    wide = line_width(right) * SMALL.size
    left = shortened(name, paper.size.content_width - wide - _FOOTER_GAP, SMALL.size)
    with paper.artifact(footer=True):
        paper.write(left, MARGIN, FOOTER_BASELINE, SMALL)
        paper.write(right, paper.size.width - MARGIN - wide, FOOTER_BASELINE, SMALL)
