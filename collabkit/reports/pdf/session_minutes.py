"""A session on exactly one page."""

from collabkit.reports.contents.session_minutes import MinutesPart, shorter
from collabkit.reports.pdf.binding import Running, bind, has_boxes
from collabkit.reports.pdf.layout import Block, set_on_pages, stack_height
from collabkit.reports.pdf.pages.cover import boxes_words
from collabkit.reports.pdf.pages.session_minutes import minutes_page
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, SheetSize
from collabkit.reports.session_document import MinutesDocument


def render_minutes(document: MinutesDocument, size: SheetSize = A4) -> bytes:
    """Return the page as a tagged PDF, shortened as far as it must be to be one page."""
    notice = boxes_words() if has_boxes(document) else ""
    root, blocks = _set(document.page, notice)
    for part in shorter(document.page):
        if stack_height(blocks, size.content_width) <= size.content_height:
            break
        root, blocks = _set(part, notice)
    pages = set_on_pages(blocks, size.content_width, size.content_height)
    running = Running(document.charity, document.day, document.label)
    return bind(pages, root, size, running, document.title, document.made_on)


def _set(part: MinutesPart, notice: str) -> tuple[Element, list[Block]]:
    root = Element("Document")
    return root, minutes_page(part, root, notice=notice)
