"""What was erased, and is here again because an older state of the data was put back."""

from collections.abc import Sequence

from collabkit.dates import day
from collabkit.i18n import ngettext
from collabkit.storage.erasing import PUT_BACK, Receipt


def erased_again(receipts: Sequence[Receipt]) -> str:
    """Return that something may have to be erased again, by all receipts; mostly nothing.

    It is said until as many things have been erased since as came back.
    """
    latest = max(
        (each for each in receipts if each.kind == PUT_BACK),
        key=lambda each: each.number,
        default=None,
    )
    if latest is None:
        return ""
    since = sum(each.number > latest.number for each in receipts)
    if since >= latest.rows:
        return ""
    return ngettext(
        "An older state of your data was put back on {day}. Something that had been erased is here "
        "again. If it is to stay erased, please erase it once more.",
        "An older state of your data was put back on {day}. What had been erased in {number} steps "
        "is here again. If it is to stay erased, please erase it once more.",
        latest.rows,
    ).format(day=day(latest.day), number=latest.rows)
