"""The whole plan: parts in order, set on pages, drawn."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading
from collabkit.reports.pdf.layout import Block, Page, set_on_pages
from collabkit.reports.pdf.pages.actions import actions_pages
from collabkit.reports.pdf.pages.cover import cover_page
from collabkit.reports.pdf.pages.findings import findings_page
from collabkit.reports.pdf.pages.method import method_page
from collabkit.reports.pdf.pages.shape import shape_page
from collabkit.reports.pdf.pages.themes import theme_pages
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    CONTENT_HEIGHT,
    CONTENT_WIDTH,
    FOOTER_BASELINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
)
from collabkit.reports.pdf.text import line_width, needs_boxes, one_line, shortened, single_line
from collabkit.reports.plan_document import PlanDocument

_FOOTER_GAP = 24  # points


def render_plan(document: PlanDocument) -> bytes:
    """Return the plan as a tagged PDF on A4; equal documents give equal bytes.

    Any text can stand in ``document``: it is never read as markup, and what the typeface lacks is
    drawn as a box while the file keeps the character. Raises ``EnvironmentProblemError`` if the
    fonts are not installed.
    """
    root = Element("Document")
    pages = set_on_pages(_blocks(document, root), CONTENT_WIDTH, CONTENT_HEIGHT)
    paper = Paper(_starts(pages), len(pages))
    for number, page in enumerate(pages):
        if number:
            paper.next_page()
        for placed in page.placed:
            top = PAGE_HEIGHT - MARGIN - placed.offset
            placed.block.draw(paper, MARGIN, top, CONTENT_WIDTH)
        if number:  # the cover has none
            _footer(paper, document.charity, document.day)
    return paper.finish(root, one_line(document.title), document.made_on)


def _blocks(document: PlanDocument, root: Element) -> list[Block]:
    """Return everything in reading order: the order in which it is put together here."""
    plan = document.plan
    contents = [
        (document.shape.title, "shape"),
        (document.findings.title, "findings"),
        (plan.now_title, "now"),
        *([(plan.parked_title, "parked")] if plan.parked else []),
        *((theme.name, _key(number)) for number, theme in enumerate(document.themes)),
        (document.method.title, "method"),
    ]
    has_boxes = any(needs_boxes(text) for text in _texts(document))
    blocks = cover_page(document.cover, contents, root, has_boxes=has_boxes)
    blocks += shape_page(document.shape, "shape", root)
    blocks += findings_page(document.findings, "findings", root)
    blocks += actions_pages(plan, "now", "parked", root)
    for number, theme in enumerate(document.themes):
        blocks += theme_pages(theme, _key(number), root)
    return [*blocks, *method_page(document.method, "method", root)]


def _key(theme: int) -> str:
    return f"theme-{theme + 1}"


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


def _starts(pages: list[Page]) -> dict[str, int]:
    return {
        placed.block.key: number
        for number, page in enumerate(pages, start=1)
        for placed in page.placed
        if isinstance(placed.block, Heading)
    }


def _footer(paper: Paper, charity: str, day: str) -> None:
    """Write the charity on the left, as far as there is room, and date and page on the right."""
    right = single_line(
        _("{day}   Page {page} of {pages}").format(day=day, page=paper.page, pages=paper.pages)
    )
    wide = line_width(right) * SMALL.size
    left = shortened(charity, CONTENT_WIDTH - wide - _FOOTER_GAP, SMALL.size)
    with paper.artifact(footer=True):
        paper.write(left, MARGIN, FOOTER_BASELINE, SMALL)
        paper.write(right, PAGE_WIDTH - MARGIN - wide, FOOTER_BASELINE, SMALL)
