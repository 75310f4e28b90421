"""The whole plan: parts in order, set on pages, drawn."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from collabkit.assessments.outcomes.blocks import Place
from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading
from collabkit.reports.pdf.layout import Block, Page, set_evenly, set_on_pages
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.pages.actions import now_page, parked_pages
from collabkit.reports.pdf.pages.cover import boxes_notice, cover_page
from collabkit.reports.pdf.pages.findings import findings_page
from collabkit.reports.pdf.pages.front import front_opening
from collabkit.reports.pdf.pages.method import method_page, short_method
from collabkit.reports.pdf.pages.outcome import outcome_key, outcome_pages
from collabkit.reports.pdf.pages.shape import shape_page
from collabkit.reports.pdf.pages.themes import theme_pages
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    A4,
    FOOTER_BASELINE,
    MARGIN,
    MM,
    SMALL,
    SheetSize,
)
from collabkit.reports.pdf.text import line_width, needs_boxes, one_line, shortened, single_line
from collabkit.reports.plan_document import PlanDocument

_FOOTER_GAP = 24  # points
_BETWEEN_PARTS = 12 * MM
_BETWEEN_SHORT_PARTS = 5.5 * MM


def render_plan(document: PlanDocument, size: SheetSize = A4) -> bytes:
    """Return the plan as a tagged PDF; equal documents give equal bytes.

    Any text can stand in ``document``: it is never read as markup, and what the typeface lacks is
    drawn as a box while the file keeps the character. Raises ``EnvironmentProblemError`` if the
    fonts are not installed.
    """
    root = Element("Document")
    # A plan looks best with much the same on each page; a page or two to take home are filled.
    set_part = set_on_pages if document.shape is None else set_evenly
    pages = [
        page
        for part in _parts(document, root, size)
        for page in set_part(part, size.content_width, size.content_height)
    ]
    paper = Paper(size, _starts(pages), len(pages))
    for number, page in enumerate(pages):
        if number:
            paper.next_page()
        for placed in page.placed:
            top = size.height - MARGIN - placed.offset
            placed.block.draw(paper, MARGIN, top, size.content_width)
        if number or document.shape is None:  # a cover has none
            _footer(paper, document.charity, document.day)
    return paper.finish(root, one_line(document.title), document.made_on)


def _parts(document: PlanDocument, root: Element, size: SheetSize) -> list[list[Block]]:
    """Return the parts, each to begin on a new page.

    They are put together here in the order in which they are read, which makes the order of tags.
    """
    if document.shape is None:
        return _short(document, root, size)
    plan, width = document.plan, size.content_width
    outcome = [part for part in document.outcome if part.place is not Place.SCREEN]
    contents = [
        (document.shape.title, "shape"),
        *([(document.findings.title, "findings")] if document.findings else []),
        *((part.title, outcome_key(part)) for part in outcome),
        *([(plan.now_title, "now")] if plan else []),
        *([(plan.parked_title, "parked")] if plan and plan.parked else []),
        *((theme.name, _key(number)) for number, theme in enumerate(document.themes)),
        (document.method.title, "method"),
    ]
    cover = cover_page(document.cover, contents, root, width, has_boxes=_has_boxes(document))
    shape = shape_page(document.shape, "shape", root)
    findings = findings_page(document.findings, "findings", root) if document.findings else []
    if document.findings and not (document.shape.is_drawn and document.findings.groups):
        # A page for a single sentence, or for a table without its picture, would look empty.
        shape, findings = [*shape, space(_BETWEEN_PARTS), *findings], []
    parts = [
        cover,
        shape,
        findings,
        outcome_pages(outcome, root, width),
        now_page(plan, "now", root, size) if plan else [],
        parked_pages(plan, "parked", root) if plan else [],
        *(theme_pages(t, _key(number), root, width) for number, t in enumerate(document.themes)),
        method_page(document.method, "method", root),
    ]
    return [part for part in parts if part]


def _short(document: PlanDocument, root: Element, size: SheetSize) -> list[list[Block]]:
    """Return what people take home first, then the plan if there is one, then the rest.

    Where the outcome is no profile there is no cover: a page or two say it all.
    """
    plan, width = document.plan, size.content_width
    front = [part for part in document.outcome if part.place is Place.FRONT]
    behind = [part for part in document.outcome if part.place is Place.BEHIND]
    parts = [
        [
            *front_opening(document.cover, root),
            *(boxes_notice(root) if _has_boxes(document) else []),
            *outcome_pages(front, root, width),
        ],
        now_page(plan, "now", root, size) if plan else [],
        parked_pages(plan, "parked", root) if plan else [],
        [
            *outcome_pages(behind, root, width),
            *([space(_BETWEEN_SHORT_PARTS)] if behind else []),
            *short_method(document.method, "method", root),
        ],
    ]
    return [part for part in parts if part]


def _has_boxes(document: PlanDocument) -> bool:
    return any(needs_boxes(text) for text in _texts(document))


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
    left = shortened(charity, paper.size.content_width - wide - _FOOTER_GAP, SMALL.size)
    with paper.artifact(footer=True):
        paper.write(left, MARGIN, FOOTER_BASELINE, SMALL)
        paper.write(right, paper.size.width - MARGIN - wide, FOOTER_BASELINE, SMALL)
