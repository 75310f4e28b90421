"""From data that cannot be opened, or no longer be written, to the page that puts it back."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.errors import DataRefusedError
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.ui.navigation import Place

if TYPE_CHECKING:  # on rare evenings
    from collabkit.services import Services
    from collabkit.services.rescue import Unsaved
    from collabkit.ui.opening.file_watch import FileWatch
    from collabkit.ui.opening.in_hand import StillInHand
    from collabkit.ui.opening.recovery_page import RecoveryPage
    from collabkit.ui.window import MainWindow

_PLACE = "recovery"
_SETTLES = 200  # milliseconds in which what was typed last is handed in


class WayBack(QObject):
    """Shows what can be put back, and keeps what could not be saved until it can.

    ``errand_wanted(Errand)`` asks for what a person chose, after which the data is opened again;
    ``again_wanted()`` asks to open it as it is. ``lost()`` tells that nothing more can be saved
    into the file that is open: it is to be closed and opened again.
    """

    errand_wanted = Signal(object)
    again_wanted = Signal()
    lost = Signal()

    def __init__(
        self,
        folder: DataFolder,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._today = today
        self._window: MainWindow | None = None
        self._watch: FileWatch | None = None
        self._still: StillInHand | None = None
        self._in_hand: tuple[Unsaved, ...] = ()

    def use(self, folder: DataFolder) -> None:
        """Look into ``folder`` from now on, which was unlocked or locked meanwhile."""
        self._folder = folder

    def place(self) -> Place:
        """Return where this is shown; nobody comes back to it."""
        return Place(_PLACE, _("Your data"), "home", self._make_page, "home", is_passing=True)

    def show(self, window: "MainWindow", error: DataRefusedError, problem: object) -> bool:
        """Show what can be done about ``error``; ``problem`` is why the last try did not work.

        Tells whether anything is known to do about it.
        """
        from collabkit.services.recovery import trouble_of

        if trouble_of(error) is None:
            return False
        in_hand = len(self._in_hand)
        window.navigator.go(_PLACE, error=error, problem=problem, in_hand=in_hand)
        if in_hand and not problem and window.page is not None:
            window.page.notice.tell(_told_of(in_hand))
        return True

    def watch(self, window: "MainWindow", services: "Services") -> None:
        """Notice from now on when nothing more can be saved into the file that is open."""
        from collabkit.ui.opening.file_watch import FileWatch

        self.end()
        self._window = window
        self._watch = FileWatch(services, self)
        self._watch.lost.connect(self._on_watch_lost)
        self._watch.begin()
        if self._in_hand:
            from collabkit.ui.opening.in_hand import StillInHand

            unsaved, self._in_hand = self._in_hand, ()
            self._still = StillInHand(window, services, unsaved, self._today(), self)

    def look_now(self) -> None:
        """Look before it is time: the file may be another one."""
        if self._watch is not None:
            self._watch.look()

    def end(self) -> None:
        """Watch no more."""
        if self._watch is not None:
            self._watch.end()
            self._watch.deleteLater()
            self._watch = None
        if self._still is not None:
            self._in_hand = self._still.take_back()
            self._still.deleteLater()
            self._still = None

    def save_what_is_in_hand(self, services: "Services") -> str:
        """Save into data that is open again what could not be saved; return what to say.

        What cannot be saved just now, as when the disk is still full, stays in hand.
        """
        if not self._in_hand:
            return ""
        from collabkit.ui.opening.in_hand import save_what_is_in_hand

        told, self._in_hand = save_what_is_in_hand(services, self._in_hand, self._today())
        return told

    def _make_page(self) -> "RecoveryPage":
        from collabkit.ui.opening.recovery_page import RecoveryPage

        page = RecoveryPage(self._folder, self._today)
        page.errand_wanted.connect(self.errand_wanted)
        page.again_requested.connect(self.again_wanted)
        return page

    def _on_watch_lost(self) -> None:
        from collabkit.ui.errand import has_other_windows

        if self._window is None or has_other_windows(self._window):
            return  # it tells again
        self.end()
        if self._window.page is not None:
            self._window.page.setEnabled(False)  # what is typed from here on would be lost
            self._window.page.left()
        self._window.flushing.emit()
        # What the writer has to say about what was handed in last is still on its way.
        QTimer.singleShot(_SETTLES, self, self._take_in_hand)

    def _take_in_hand(self) -> None:
        from collabkit.ui.opening.in_hand import take_in_hand

        self._in_hand = (*self._in_hand, *take_in_hand())
        self.lost.emit()


def _told_of(in_hand: int) -> str:
    return ngettext(
        "What you entered last could not be saved before this happened. collabkit keeps it as "
        "long as it is open, and adds it when everything is put back.",
        "The {number} entries that you made last could not be saved before this happened. "
        "collabkit keeps them as long as it is open, and adds them when everything is put back.",
        in_hand,
    ).format(number=in_hand)
