"""Pages with anything on them, printed into a tagged file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from collabkit.i18n import _
from collabkit.reports.pdf.binding import Running, bind
from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.layout import Block, set_on_pages
from collabkit.reports.pdf.marks import bar
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import FOOTER_BASELINE, LEAD, MM, PART, SMALL, SheetSize
from collabkit.reports.pdf.text import line_width, one_line, shortened, single_line
from collabkit.reports.room_pack.material import Material

EDGE_OF_PAPER = 17 * MM  # the margin of what is read; office printers need 5 mm
_GAP = 24  # points, between the two sides of a footer

Furniture: TypeAlias = Callable[[Paper], None]


@dataclass(frozen=True, slots=True)
class Standing:
    """A block and its place on a page, in points from the lower left corner of the sheet."""

    block: Block
    x: float
    top: float
    width: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet; ``furniture`` draws what belongs to the page and not to its text."""

    standing: tuple[Standing, ...]
    furniture: Furniture | None = None


def printed(
    title: str, sides: Sequence[Side], size: SheetSize, root: Element, made_on: date
) -> bytes:
    """Return the sides as a tagged PDF; equal sides give equal bytes."""
    paper = Paper(size, _starts(sides), len(sides))
    for number, side in enumerate(sides):
        if number:
            paper.next_page()
        for each in side.standing:
            each.block.draw(paper, each.x, each.top, each.width)
        if side.furniture:
            with paper.artifact(footer=True):
                side.furniture(paper)
    return paper.finish(root, one_line(title), made_on)


def booklet(
    title: str,
    parts: Sequence[Sequence[Block]],
    material: Material,
    size: SheetSize,
    root: Element,
) -> bytes:
    """Return parts to be read, each from the top of a page, as a tagged PDF."""
    pages = [
        page
        for part in filter(None, parts)
        for page in set_on_pages(part, size.content_width, size.content_height)
    ]
    label = _("Practice") if material.is_practice else ""
    return bind(pages, root, size, Running(material.line, "", label), title, material.made_on)


def front(title: str, lead: str, root: Element) -> list[Block]:
    """Return how a paper begins: its title, which is also a bookmark, and a sentence."""
    return [
        bar(after=8),
        Heading(title, PART, root.add("H1"), "front"),
        Text(lead, LEAD, root.add("P")),
    ]


def footer(left: str, margin: float) -> Furniture:
    """Return a footer: ``left``, as far as there is room, and the page at the right."""

    def write(paper: Paper) -> None:
        right = single_line(_("Page {page} of {pages}").format(page=paper.page, pages=paper.pages))
        wide = line_width(right) * SMALL.size
        room = paper.size.width - 2 * margin - wide - _GAP
        paper.write(shortened(left, room, SMALL.size), margin, FOOTER_BASELINE, SMALL)
        paper.write(right, paper.size.width - margin - wide, FOOTER_BASELINE, SMALL)

    return write


def _starts(sides: Sequence[Side]) -> dict[str, int]:
    return {
        each.block.key: number
        for number, side in enumerate(sides, start=1)
        for each in side.standing
        if isinstance(each.block, Heading)
    }
