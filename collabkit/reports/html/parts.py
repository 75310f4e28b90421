"""A document made of parts as a web page."""

from collabkit.reports.html.page import Page, part_chapters
from collabkit.reports.parts_document import PartsDocument


def page_of_parts(document: PartsDocument) -> Page:
    """Return the page; its parts stand in the order of the document."""
    return Page(
        title=document.title,
        heading=document.title,
        subject=document.subject,
        day=document.day,
        made_on=document.made_on,
        label=document.label,
        sample="",
        lead=document.lead,
        facts=document.facts,
        chapters=tuple(part_chapters(document.parts, "part")),
        has_cover=False,
    )
