"""Bugs of ours: noted where they happened, and said calmly in the window."""

from types import TracebackType

from PySide6.QtCore import QObject, Signal

from collabkit.i18n import _
from collabkit.ui.window import MainWindow

_MOST_TOLD = 100


class Bugs(QObject):
    """Keeps the program going after a bug. ``places`` says where each happened.

    ``note`` may be called from any thread and takes the place of ``sys.excepthook``.
    """

    _noted = Signal()

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.places: list[str] = []
        self._noted.connect(self.tell)

    def note(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Keep going after a bug of ours: note where it was and say so calmly."""
        from collabkit.logs import log_bug

        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        self.places.append(log_bug(kind, trace, error))
        if len(self.places) < _MOST_TOLD:  # what fails in the telling itself must not go round
            self._noted.emit()

    def tell(self) -> None:
        """Say that something went wrong."""
        if self._window.page is not None:
            self._window.page.notice.tell(
                _(
                    "Something went wrong that is our fault, not yours. What was saved is safe. "
                    "If it happens again, please close collabkit and open it once more."
                ),
                tone="alert",
            )
