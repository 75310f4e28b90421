"""A document of parts alone, such as what a network sees, as tables."""

from collabkit.i18n import _
from collabkit.reports.contents.parts import Fact
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.tables.blocks import sheets_of_parts
from collabkit.reports.tables.read_me import read_me
from collabkit.reports.tables.workbook import Workbook


def parts_tables(document: PartsDocument) -> Workbook:
    """Describe a document as tables: each of its tables, and all the rest as one list."""
    sheets = sheets_of_parts(document.parts, _("In words"), with_counts=True)
    facts = (
        Fact(_("What it is"), document.title),
        Fact(_("Whose it is"), document.subject),
        *([Fact(_("Please note"), document.label)] if document.label else []),
        *document.facts,
        Fact(_("This copy"), _("Made on {day}").format(day=document.day)),
    )
    notes = [document.lead] if document.lead else []
    return Workbook(
        title=document.title,
        charity=document.subject,
        day=document.day,
        made_on=document.made_on,
        sheets=(read_me(facts, notes, sheets), *sheets),
        label=document.label,
    )
