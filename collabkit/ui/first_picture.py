"""Tells when the first picture of a window is on the screen."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPicture(QObject):
    """``painted()`` is sent once."""

    painted = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._is_painted = False

    def await_it(self) -> None:
        """Watch from now on; the window is shown next."""
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            # When the event loop has come round, the picture has been handed to the system.
            QTimer.singleShot(0, self, self._on_picture_handed_over)
        return super().eventFilter(watched, event)

    def _on_picture_handed_over(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()
