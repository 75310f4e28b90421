"""What was written beside answers, as a table."""

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.i18n import _
from collabkit.reports.contents.written import Source
from collabkit.reports.tables.told import Told
from collabkit.reports.tables.workbook import NARROW, WIDE, Column, Sheet


def remarks_sheet(told: Told) -> Sheet:
    """Return what may be read of notes and evidence, by statement."""
    names = {
        Source.NOTE: _("Note"),
        Source.EVIDENCE: _("Evidence"),
        Source.ROOM: _("Noted in the room"),
    }
    caption = _("What was written beside the answers.")
    if told.results.minimum > OWN_ASSESSMENT:
        caption = _(
            "What was written beside the answers, in mixed order and without names or roles."
        )
    return Sheet(
        name=_("Remarks"),
        caption=caption,
        columns=(
            Column(_("Id"), width=NARROW - 2),
            Column(_("What it is"), width=NARROW + 6),
            Column(_("Text"), width=WIDE),
            Column(_("Statement"), width=WIDE),
        ),
        rows=tuple(
            (
                remark.item_id,
                names[remark.source],
                remark.text,
                told.pack.item(remark.item_id).statement,
            )
            for remark in told.remarks
        ),
        keys=(0, 1, 3),
    )
