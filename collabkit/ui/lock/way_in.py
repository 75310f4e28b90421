"""From locked data to the question for its passphrase."""

from PySide6.QtCore import QObject, Signal

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.navigation import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.ui.lock.question import UnlockPage
    from collabkit.ui.window import MainWindow

_PLACE = "unlock"


class WayIn(QObject):
    """Asks for the passphrase. ``unlocked(DataFolder)`` is sent with what opens the data."""

    unlocked = Signal(object)

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    def place(self) -> Place:
        """Return where the question is asked; nobody comes back to it."""
        return Place(_PLACE, _("Your data"), "home", self._make_page, "home", is_passing=True)

    def show(self, window: "MainWindow", error: DataRefusedError) -> bool:
        """Ask if ``error`` says that the data is locked; tells whether it does."""
        from collabkit.services import LockedError

        if not isinstance(error, LockedError):
            return False
        window.navigator.go(_PLACE)
        return True

    def _make_page(self) -> "UnlockPage":
        from collabkit.ui.lock.question import UnlockPage

        page = UnlockPage(self._folder)
        page.unlocked.connect(self._on_page_unlocked)
        return page

    def _on_page_unlocked(self, folder: DataFolder) -> None:
        self.unlocked.emit(folder)
