"""The first page: title, whose plan it is, what it rests on, and what is inside."""

from collections.abc import Sequence

from collabkit.assessments.shape import draw_shape
from collabkit.i18n import _
from collabkit.reports.contents.parts import Cover
from collabkit.reports.pdf.blocks import Heading, Padding, Picture, Stack, Text
from collabkit.reports.pdf.fonts import width as width_of
from collabkit.reports.pdf.layout import Block, stack_height
from collabkit.reports.pdf.marks import frame, space
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ACCENT_SOFT,
    BODY,
    COVER_NAME,
    HEADING,
    INK,
    MM,
    SAMPLE,
    SMALL,
    TITLE,
    SheetSize,
)
from collabkit.reports.pdf.table import Table
from collabkit.reports.pdf.text import line_width, shortened, single_line

_GAP = 12  # points between a title and its page
_ABOVE = (40 * MM, 30 * MM, 20 * MM, 12 * MM, 4 * MM)  # room above the title
_LABELS = 44 * MM  # the column of labels


def cover_page(
    cover: Cover,
    contents: Sequence[tuple[str, str]],
    root: Element,
    size: SheetSize,
    *,
    has_boxes: bool,
) -> list[Block]:
    """Return the blocks of the cover; ``contents`` are the titles and keys of the parts.

    The more there is to say, the less room is left above, so that all of it stays on one page.
    """
    for above in _ABOVE:
        blocks = _blocks(cover, contents, Element("Document"), size, above, has_boxes=has_boxes)
        if stack_height(blocks, size.content_width) <= size.content_height:
            break
    return _blocks(cover, contents, root, size, above, has_boxes=has_boxes)


def _blocks(
    cover: Cover,
    contents: Sequence[tuple[str, str]],
    root: Element,
    size: SheetSize,
    above: float,
    *,
    has_boxes: bool,
) -> list[Block]:
    blocks: list[Block] = [Picture(above, _ornament, None)]
    if cover.sample:
        blocks.append(_label(cover.sample, root, size.content_width))
    blocks += [
        Heading(cover.title, TITLE, root.add("H1"), "cover"),
        Text(cover.charity, COVER_NAME, root.add("P")),
        space(8 * MM),
        Table(
            [(fact.label, fact.value) for fact in cover.facts],
            (_LABELS, None),
            root,
            row_headings=True,
        ),
        Text(cover.contents, HEADING, root.add("H2")),
        *contents_list(contents, root.add("TOC")),
    ]
    if has_boxes:
        blocks += boxes_notice(root)
    return blocks


def boxes_notice(root: Element) -> list[Block]:
    """Return the sentence that explains characters drawn as boxes."""
    return [space(4 * MM), Text(boxes_words(), SMALL, root.add("P"))]


def boxes_words() -> str:
    """Return that sentence."""
    return _(
        "Some characters here are not in the typeface and are drawn as boxes. "
        "Nothing is lost: the file holds the characters themselves, and a copy or a search "
        "finds them."
    )


def _label(text: str, root: Element, room: float) -> Stack:
    """Return a framed line that cannot be overlooked, as wide as its words."""
    inside = Padding(4, 10, 4, 10)
    wide = width_of(text, SAMPLE.face, SAMPLE.size) + inside.left + inside.right + 1
    framed = Stack([Text(text, SAMPLE, root.add("P"))], padding=inside, ground=frame(INK, 1.2))
    return Stack([framed], padding=Padding(right=room - wide), after=14)


def contents_list(contents: Sequence[tuple[str, str]], toc: Element) -> list[Block]:
    """Return a line with a link and a page for each part: its title and its key."""
    return [_ContentsLine(title, key, toc.add("TOCI").add("Link")) for title, key in contents]


class _ContentsLine(Block):
    """A title and the page it is on, which is known by the time it is drawn."""

    def __init__(self, title: str, key: str, link: Element) -> None:
        self._title = title
        self._key = key
        self._link = link
        self.after = 4

    def _height(self, width: float) -> float:
        return BODY.leading

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        baseline = top - 0.75 * BODY.leading
        number = str(paper.starts[self._key])
        page = single_line(number)
        right = x + width - line_width(page) * BODY.size
        title = shortened(self._title, right - x - _GAP, BODY.size) + single_line(" ")
        with paper.mark(self._link):
            paper.write(title, x, baseline, BODY)
            paper.write(page, right, baseline, BODY)
        words = _("{title}, page {number}").format(title=self._title, number=number)
        paper.link(self._link, words, self._key, (x, top - BODY.leading, x + width, top))


def _ornament(paper: Paper, _x: float, _top: float, _width: float, _height: float) -> None:
    """Draw the rings of the shape large in the upper right corner, running off the page."""
    canvas = paper.canvas
    rings = draw_shape([None] * 5).rings
    radius, right, up = 64 * MM, paper.size.width - 22 * MM, paper.size.height - 2 * MM
    canvas.setStrokeColorRGB(*ACCENT_SOFT)
    canvas.setLineWidth(2.4)
    for ring in rings:
        path = canvas.beginPath()
        for number, point in enumerate(ring):
            draw = path.lineTo if number else path.moveTo
            draw(right + radius * point.x, up + radius * point.y)
        path.close()
        canvas.drawPath(path)
