"""What is seen while the data is not open."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.navigation import Place
from collabkit.ui.opening.page import OpeningPage

_PLACE = "opening"


class Front(QObject):
    """Holds the opening page, which comes into being at the first visit.

    ``titled(title)`` tells what is shown other than the head of Home, for the window's own title,
    ``again_requested()`` asks to open the data once more, ``begin_requested()`` to begin in a
    folder in which there is nothing.
    """

    titled = Signal(str)
    again_requested = Signal()
    begin_requested = Signal()

    def __init__(
        self, folder: Callable[[], DataFolder], today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._today = today
        self._page: OpeningPage | None = None

    def place(self) -> Place:
        """Return where this is shown; nobody comes back to it."""
        return Place(_PLACE, _("Home"), "home", self._make_page, under="home", is_passing=True)

    def show_opening(self, words: str = "") -> None:
        """Say that the data is being opened, or what else is under way."""
        if self._page is not None:
            self._page.show_opening(words)
            if words:
                self.titled.emit(self._page.title)

    def show_problem(self, heading: str, sentence: str, *, may_be_read: bool = False) -> None:
        """Say why the data cannot be opened, and offer to save elsewhere what may be read."""
        if self._page is not None:
            self._page.show_problem(heading, sentence, may_be_read=may_be_read)
            self.titled.emit(self._page.title)

    def show_nothing_there(self) -> None:
        """Ask whether this is the first time, or the folder is on a stick."""
        if self._page is not None:
            self._page.show_nothing_there()
            self.titled.emit(self._page.title)

    def _make_page(self) -> OpeningPage:
        self._page = OpeningPage(self._folder(), self._today)
        self._page.again_requested.connect(self.again_requested)
        self._page.begin_requested.connect(self.begin_requested)
        return self._page
