"""Documents that are nothing but parts, set on pages; and the plan on a page of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from collabkit.assessments.outcomes.blocks import Place
from collabkit.reports.contents.parts import Cover
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.pdf.binding import Running, bind, has_boxes
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.layout import Block, Page, set_filled, set_on_pages
from collabkit.reports.pdf.pages.actions import now_page
from collabkit.reports.pdf.pages.cover import boxes_notice
from collabkit.reports.pdf.pages.front import front_opening
from collabkit.reports.pdf.pages.outcome import outcome_pages
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, BODY, SheetSize
from collabkit.reports.plan_document import PlanDocument

_LEAD = replace(BODY, after=8)


def render_parts(document: PartsDocument, size: SheetSize = A4) -> bytes:
    """Return the document as a tagged PDF; equal documents give equal bytes.

    Any text can stand in it, as in a plan. Raises ``EnvironmentProblemError`` if the fonts are
    not installed.
    """
    root, pages = _set(document, size)
    return _bound(document, root, pages, size)


def render_one_page(documents: Iterable[PartsDocument], size: SheetSize = A4) -> bytes:
    """Return the first of ``documents`` that fits on one page, otherwise the last of them.

    Raises ``ValueError`` if there is none.
    """
    drawn: tuple[PartsDocument, Element, Sequence[Page]] | None = None
    for document in documents:
        drawn = document, *_set(document, size)
        if len(drawn[2]) == 1:
            break
    if drawn is None:
        raise ValueError("there is nothing to draw")
    return _bound(*drawn, size)


def render_plan_page(document: PlanDocument, size: SheetSize = A4) -> bytes:
    """Return what is done now on a page for the wall, in type as large as fits.

    Raises ``ValueError`` for a document without a plan.
    """
    if document.plan is None:
        raise ValueError("there is no plan")
    root = Element("Document")
    blocks = now_page(document.plan, "now", root, size)
    pages = set_on_pages(blocks, size.content_width, size.content_height)
    running = Running(document.charity, document.day, document.label)
    return bind(pages, root, size, running, document.title, document.made_on)


def _set(document: PartsDocument, size: SheetSize) -> tuple[Element, Sequence[Page]]:
    root = Element("Document")
    cover = Cover(document.title, document.subject, "", document.facts, contents="")
    parts = [part for part in document.parts if part.place is not Place.SCREEN]
    blocks: list[Block] = [
        *front_opening(cover, root),
        *(boxes_notice(root) if has_boxes(document) else []),
        *([Text(document.lead, _LEAD, root.add("P"))] if document.lead else []),
        *outcome_pages(parts, root, size.content_width),
    ]
    return root, set_filled(blocks, size.content_width, size.content_height)


def _bound(document: PartsDocument, root: Element, pages: Sequence[Page], size: SheetSize) -> bytes:
    running = Running(document.subject, document.day, document.label)
    return bind(pages, root, size, running, document.title, document.made_on)
