"""What stands in a cell."""

from collabkit.i18n import _
from collabkit.room.batch import Batch, Cell


def mark_of(batch: Batch, at: Cell, *, first: bool = False) -> str:
    """Return the mark that was keyed in, “blank”, or nothing; ``first`` for the first pass."""
    rows = batch.sheets if first else batch.shown
    if at.sheet >= len(rows) or at.column >= len(batch.columns):
        return ""
    code = rows[at.sheet][at.column]
    if code is None:
        return ""
    choices = batch.columns[at.column].choices
    return next((choice.mark for choice in choices if choice.code == code), _("blank"))
