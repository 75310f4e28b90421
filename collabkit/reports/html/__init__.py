"""Plans and other documents as one web page each: readable by anybody, nothing from outside.

The page says what the PDF says, in the same order, from the same frozen document. It has no
scripts, fetches nothing and forbids itself to, so it can be sent by e-mail, put on a memory stick
and read with a screen reader, at any size, in the dark and on paper.
"""

from collabkit.reports.html.parts import page_of_parts
from collabkit.reports.html.plan import page_of_plan
from collabkit.reports.html.templates import render
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.plan_document import PlanDocument

__all__ = ["render_parts_html", "render_plan_html"]


def render_plan_html(document: PlanDocument) -> bytes:
    """Return the plan as a web page in UTF-8; equal documents give equal bytes.

    Any text can stand in ``document``: it is never read as markup. Raises
    ``EnvironmentProblemError`` if the templates are not installed.
    """
    return render(page_of_plan(document))


def render_parts_html(document: PartsDocument) -> bytes:
    """Return a document made of parts as a web page; as ``render_plan_html`` in everything."""
    return render(page_of_parts(document))
