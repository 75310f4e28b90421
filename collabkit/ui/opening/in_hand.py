"""What could not be saved goes along while the data is put back, and is saved afterwards."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from collabkit.assessments.assessment import Response
from collabkit.i18n import ngettext
from collabkit.services import Services
from collabkit.services.rescue import Added, Late, Unsaved, add
from collabkit.ui.save_ledger import SaveLedger, everything_unsaved, forget_everything

if TYPE_CHECKING:
    from collabkit.ui.window import MainWindow


def take_in_hand() -> tuple[Unsaved, ...]:
    """Take what no page could save; the pages are going to be closed."""
    unsaved = tuple(
        Unsaved(value, key if isinstance(key, str) else "") for key, value in everything_unsaved()
    )
    forget_everything()
    return unsaved


def save_what_is_in_hand(
    services: Services, unsaved: Sequence[Unsaved], today: date
) -> tuple[str, tuple[Unsaved, ...]]:
    """Save it into data that is open again; return what to say, and what stays in hand."""
    became = [add(services, each, today) for each in unsaved]
    told = []
    if added := became.count(Added.SAVED):
        told.append(
            ngettext(
                "The entry that could not be saved before is saved now.",
                "The {number} entries that could not be saved before are saved now.",
                added,
            ).format(number=added)
        )
    if later := became.count(Added.LATER):
        told.append(
            ngettext(
                "One entry could not be saved yet. collabkit keeps it as long as it is open, and "
                "saves it as soon as that works.",
                "{number} entries could not be saved yet. collabkit keeps them as long as it is "
                "open, and saves them as soon as that works.",
                later,
            ).format(number=later)
        )
    if nowhere := became.count(Added.NOWHERE):
        told.append(
            ngettext(
                "One entry that could not be saved before could not be saved now either.",
                "{number} entries that could not be saved before could not be saved now either.",
                nowhere,
            ).format(number=nowhere)
        )
    still = zip(unsaved, became, strict=True)
    return " ".join(told), tuple(each for each, what in still if what is Added.LATER)


class StillInHand(QObject):
    """Saves what is still in hand as soon as that works, such as when the disk is full no more.

    Whoever closes the window before is asked once.
    """

    def __init__(
        self,
        window: "MainWindow",
        services: Services,
        unsaved: Sequence[Unsaved],
        today: date,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._services = services
        self._warned_of = 0  # entries
        self._ledger: SaveLedger[Hashable, object] = SaveLedger()
        for each in unsaved:
            self._ledger.keep(_key_of(each), each.value, Late(services, each, today).send)
        window.installEventFilter(self)

    def take_back(self) -> tuple[Unsaved, ...]:
        """Return what is in hand all the same, as the data is going to be closed."""
        self._window.removeEventFilter(self)
        unsaved = self._ledger.unsaved()
        for key in unsaved:
            self._ledger.forget(key)
        return tuple(
            Unsaved(value, key if isinstance(key, str) else "") for key, value in unsaved.items()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Close or self._may_close():
            return super().eventFilter(watched, event)
        event.ignore()
        return True

    def _may_close(self) -> bool:
        self._ledger.try_again_quietly()
        self._services.responses.flush()
        left = len(self._ledger.unsaved())
        if left in (0, self._warned_of) or self._window.page is None:
            return True
        self._warned_of = left
        words = ngettext(
            "One entry could not be saved yet. If you close once more, it is lost.",
            "{number} entries could not be saved yet. If you close once more, they are lost.",
            left,
        ).format(number=left)
        self._window.page.notice.tell(words, tone="alert")
        return False


def _key_of(unsaved: Unsaved) -> Hashable:
    """Return the key under which its page would hold it."""
    if isinstance(unsaved.value, Response):
        return unsaved.value.participant_id, unsaved.value.item_id
    return unsaved.session_id
