"""Setting and drawing a few blocks by themselves."""

from collections.abc import Sequence
from datetime import date

from collabkit.reports.pdf.layout import Block, Page, set_on_pages
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, MARGIN


def set_blocks(blocks: Sequence[Block]) -> list[Page]:
    return set_on_pages(blocks, A4.content_width, A4.content_height)


def draw_blocks(blocks: Sequence[Block], root: Element) -> bytes:
    """Return a file with these blocks, whose tags are in ``root``."""
    pages = set_blocks(blocks)
    paper = Paper(A4, {}, len(pages))
    for number, page in enumerate(pages):
        if number:
            paper.next_page()
        for placed in page.placed:
            top = A4.height - MARGIN - placed.offset
            placed.block.draw(paper, MARGIN, top, A4.content_width)
    return paper.finish(root, "Blocks", date(2026, 11, 22))
