"""What could not be saved goes along while the data is put back, and is saved afterwards."""

from collections.abc import Sequence
from datetime import date

from collabkit.i18n import ngettext
from collabkit.services import Services
from collabkit.services.rescue import Unsaved, add
from collabkit.ui.save_ledger import everything_unsaved, forget_everything


def take_in_hand() -> tuple[Unsaved, ...]:
    """Take what no page could save; the pages are going to be closed."""
    unsaved = tuple(
        Unsaved(value, key if isinstance(key, str) else "") for key, value in everything_unsaved()
    )
    forget_everything()
    return unsaved


def save_what_is_in_hand(services: Services, unsaved: Sequence[Unsaved], today: date) -> str:
    """Save it into data that is open again; return what to say about it."""
    added = sum(add(services, each, today) for each in unsaved)
    told = []
    if added:
        told.append(
            ngettext(
                "The entry that could not be saved before is saved now.",
                "The {number} entries that could not be saved before are saved now.",
                added,
            ).format(number=added)
        )
    if left := len(unsaved) - added:
        told.append(
            ngettext(
                "One entry that could not be saved before could not be saved now either.",
                "{number} entries that could not be saved before could not be saved now either.",
                left,
            ).format(number=left)
        )
    return " ".join(told)
