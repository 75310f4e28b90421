"""What can only be done while the data is closed, such as putting a copy back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.ui.window import MainWindow

Outcome = Mapping[str, object]
FOLDER = "folder"  # the data folder as it is to be opened from then on, locked or not


@dataclass(frozen=True, slots=True)
class Errand:
    """``work`` is done on a thread of its own; then the data is opened again.

    The place ``place`` is gone to with what ``work`` returned as its arguments, or with the
    argument ``problem``, a sentence. ``words`` say what is under way. ``keeps_copy`` tells that
    ``work`` itself keeps a copy of what is there, so that none is made at closing.
    """

    place: str
    work: Callable[[], Outcome]
    words: str
    keeps_copy: bool = False

    def run(self, let_go: Callable[[], None]) -> Outcome:
        """Do the work once ``let_go`` has closed the data; never raises."""
        from collabkit.logs import log_bug

        try:
            let_go()
        except CollabkitError as error:
            # Everything is saved by now; only the extra copy could not be made.
            log_bug(type(error), error.__traceback__)
        try:
            return self.work()
        except CollabkitError as error:
            return MappingProxyType({"problem": str(error)})
        except Exception as error:
            log_bug(type(error), error.__traceback__)
            sentence = _("This did not work. What was saved is safe. Please try again.")
            return MappingProxyType({"problem": sentence})


def hindrance_in(window: "MainWindow") -> str:
    """Return what has to be done first, before anything can be closed; or nothing."""
    if has_other_windows(window):
        return _(
            "Another window of collabkit is open. Please close it first, and end what is under "
            "way in the room. Nothing was changed."
        )
    if window.holding_pages():
        return _(
            "Something you entered elsewhere is not saved yet, so nothing was changed. Please go "
            "back to it and save it, or let go of it, first."
        )
    return ""


def has_other_windows(window: "MainWindow") -> bool:
    """Tell whether another window or a dialog is open."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return any(
        other is not window and other.isVisible() and other.windowType() in kinds
        for other in QApplication.topLevelWidgets()
    )


def folder_after(outcome: Outcome, folder: DataFolder) -> DataFolder:
    """Return ``folder`` as it is to be opened after an errand."""
    changed = outcome.get(FOLDER)
    return changed if isinstance(changed, DataFolder) else folder


def nowhere(_errand: Errand) -> str:
    """Answer that nothing can be closed here: the page stands without its window."""
    return _("This cannot be done here. Nothing was changed.")
