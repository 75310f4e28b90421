"""A plan or any document of parts as a file for Word and LibreOffice, to be edited.

A board pack is put together from many papers, so this one is made to be changed: everything has a
style with a name, tables are tables, and what is empty is a line to write on. python-docx is
loaded only when something is drawn.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument
    from collabkit.reports.plan_document import PlanDocument


def render_plan_docx(document: "PlanDocument") -> bytes:
    """Return the plan as a DOCX file; equal documents give equal bytes.

    Any text can stand in ``document``: it is never read as markup or as a field. Raises
    ``EnvironmentProblemError`` if the fonts of its picture are not installed.
    """
    from collabkit.reports.docx.book import plan_book

    return plan_book(document)


def render_parts_docx(document: "PartsDocument") -> bytes:
    """Return a document of parts in the same way."""
    from collabkit.reports.docx.book import parts_book

    return parts_book(document)
