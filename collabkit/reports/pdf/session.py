"""The report of a session: parts in order, set on pages, drawn."""

from collabkit.reports.pdf.binding import Running, bind, has_boxes
from collabkit.reports.pdf.layout import Block, Page, set_evenly, set_on_pages, stack_height
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.pages.actions import now_page, parked_pages
from collabkit.reports.pdf.pages.method import method_page
from collabkit.reports.pdf.pages.session_actions import other_actions_page, parked_statements_list
from collabkit.reports.pdf.pages.session_front import session_front_page
from collabkit.reports.pdf.pages.session_map import map_page
from collabkit.reports.pdf.pages.session_votes import votes_pages
from collabkit.reports.pdf.pages.session_wording import wording_pages
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, MM, SheetSize
from collabkit.reports.session_document import SessionDocument

_FEW = 3  # pages
_BETWEEN = 12 * MM  # between two parts on one page


def render_session(document: SessionDocument, size: SheetSize = A4) -> bytes:
    """Return the report as a tagged PDF; equal documents give equal bytes.

    Any text can stand in ``document``, as in a plan. Raises ``EnvironmentProblemError`` if the
    fonts are not installed.
    """
    root = Element("Document")
    pages = [page for part in _parts(document, root, size) for page in _set(part, size)]
    running = Running(document.charity, document.day, document.label)
    return bind(pages, root, size, running, document.title, document.made_on)


def _set(part: list[Block], size: SheetSize) -> list[Page]:
    """Fill the pages of a long part; a few pages look better with much the same on each."""
    pages = set_on_pages(part, size.content_width, size.content_height)
    if len(pages) > _FEW:
        return pages
    return set_evenly(part, size.content_width, size.content_height)


def _parts(document: SessionDocument, root: Element, size: SheetSize) -> list[list[Block]]:
    """Return the parts, each to begin on a new page, in the order in which they are read."""
    plan, statements, others = document.plan, document.parked_statements, document.others
    contents = [
        (plan.now_title, "now"),
        *([(plan.parked_title, "parked")] if plan.parked or statements else []),
        *([(others.title, "others")] if others else []),
        (document.map.title, "map"),
        (document.votes.title, "votes"),
        *([(document.wording.title, "wording")] if document.wording else []),
        (document.method.title, "method"),
    ]
    front = session_front_page(document.front, contents, root, has_boxes=has_boxes(document))
    now = now_page(plan, "now", root, size)
    parked = parked_pages(plan, "parked", root)
    if statements:
        parked = parked or opening(plan.parked_title, "", "parked", root)
        parked += parked_statements_list(statements, root)
    if others:
        parked += [space(_BETWEEN), *other_actions_page(others, "others", root)]
    following = [
        parked,
        map_page(document.map, "map", root),
        votes_pages(document.votes, "votes", root, size.content_width),
        wording_pages(document.wording, "wording", root) if document.wording else [],
        method_page(document.method, "method", root),
    ]
    if plan.now:  # a page for the wall, and nothing else on it
        return [front, now, *_joined(following, size)]
    return [front, *_joined([now, *following], size)]


def _joined(parts: list[list[Block]], size: SheetSize) -> list[list[Block]]:
    """Put parts that fit on one page together: a page for a sentence or two would look empty."""
    joined: list[list[Block]] = []
    for part in filter(None, parts):
        together = [*joined[-1], space(_BETWEEN), *part] if joined else part
        if joined and stack_height(together, size.content_width) <= size.content_height:
            joined[-1] = together
        else:
            joined.append(part)
    return joined
