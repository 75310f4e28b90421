"""The whole plan: parts in order, set on pages, drawn."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading
from collabkit.reports.pdf.layout import Block, Page, set_evenly
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.pages.actions import now_page, parked_pages
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
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
)
from collabkit.reports.pdf.text import line_width, needs_boxes, one_line, shortened, single_line
from collabkit.reports.plan_document import PlanDocument

_FOOTER_GAP = 24  # points
_BETWEEN_PARTS = 12 * MM


def render_plan(document: PlanDocument) -> bytes:
    """Return the plan as a tagged PDF on A4; equal documents give equal bytes.

    Any text can stand in ``document``: it is never read as markup, and what the typeface lacks is
    drawn as a box while the file keeps the character. Raises ``EnvironmentProblemError`` if the
    fonts are not installed.
    """
    root = Element("Document")
    pages = [
        page
        for part in _parts(document, root)
        for page in set_evenly(part, CONTENT_WIDTH, CONTENT_HEIGHT)
    ]
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


def _parts(document: PlanDocument, root: Element) -> list[list[Block]]:
    """Return the parts, each to begin on a new page.

    They are put together here in the order in which they are read, which makes the order of tags.
    """
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
    cover = cover_page(document.cover, contents, root, has_boxes=has_boxes)
    shape = shape_page(document.shape, "shape", root)
    findings = findings_page(document.findings, "findings", root)
    if not document.findings.groups:  # a page for a single sentence would look empty
        shape, findings = [*shape, space(_BETWEEN_PARTS), *findings], []
    parts = [
        cover,
        shape,
        findings,
        now_page(plan, "now", root),
        parked_pages(plan, "parked", root),
        *(theme_pages(t, _key(number), root) for number, t in enumerate(document.themes)),
        method_page(document.method, "method", root),
    ]
    return [part for part in parts if part]


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
