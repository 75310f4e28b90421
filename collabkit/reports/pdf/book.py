"""The whole plan: parts in order, set on pages, drawn."""

from collections.abc import Sequence
from itertools import chain

from collabkit.assessments.outcomes.blocks import Place
from collabkit.reports.contents.parts import ThemePart
from collabkit.reports.pdf.binding import Running, bind, has_boxes
from collabkit.reports.pdf.layout import Block, set_evenly, set_filled
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.pages.actions import now_page, parked_pages
from collabkit.reports.pdf.pages.cover import boxes_notice, cover_page
from collabkit.reports.pdf.pages.findings import findings_page
from collabkit.reports.pdf.pages.front import front_opening
from collabkit.reports.pdf.pages.method import method_page, short_method
from collabkit.reports.pdf.pages.outcome import outcome_key, outcome_pages
from collabkit.reports.pdf.pages.shape import shape_page
from collabkit.reports.pdf.pages.themes import theme_pages
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, MM, SheetSize
from collabkit.reports.plan_document import PlanDocument

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
    set_part = set_filled if document.shape is None else set_evenly
    pages = [
        page
        for part in _parts(document, root, size)
        for page in set_part(part, size.content_width, size.content_height)
    ]
    running = Running(
        document.charity, document.day, document.label, on_first=document.shape is None
    )
    return bind(pages, root, size, running, document.title, document.made_on)


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
        *((part.title, outcome_key(part)) for part in document.beside if part.place is Place.FRONT),
        (document.method.title, "method"),
    ]
    cover = cover_page(document.cover, contents, root, size, has_boxes=has_boxes(document))
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
        *_themes(document.themes, root, size),
        outcome_pages(document.beside, root, width),
        method_page(document.method, "method", root),
    ]
    return [part for part in parts if part]


def _themes(themes: Sequence[ThemePart], root: Element, size: SheetSize) -> list[list[Block]]:
    """Return each theme on its own, or all as one part where that takes fewer pages.

    A theme that needs a little more than a page would leave half of two empty.
    """
    width, height = size.content_width, size.content_height
    parts = [theme_pages(t, _key(number), root, width) for number, t in enumerate(themes)]
    running_on = list(chain.from_iterable(parts))
    apart = sum(len(set_evenly(part, width, height)) for part in parts)
    if len(set_evenly(running_on, width, height)) < apart:
        return [running_on]
    return parts


def _short(document: PlanDocument, root: Element, size: SheetSize) -> list[list[Block]]:
    """Return what people take home first, then the plan if there is one, then the rest.

    Where the outcome is no profile there is no cover: a page or two say it all.
    """
    plan, width = document.plan, size.content_width
    front = [part for part in document.outcome if part.place is Place.FRONT]
    behind = [part for part in document.outcome if part.place is Place.BEHIND]
    behind += document.beside
    parts = [
        [
            *front_opening(document.cover, root),
            *(boxes_notice(root) if has_boxes(document) else []),
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


def _key(theme: int) -> str:
    return f"theme-{theme + 1}"
