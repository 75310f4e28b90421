"""A second start that has already shown its window leaves everything to the first."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.ui.first_window.asking import ask_first_window

_PATIENCE = 2.0  # seconds; the first may be on its way as well
_AGAIN = 200  # milliseconds


class Knocking(QObject):
    """``answered()`` or ``not_answered()`` is sent once."""

    answered = Signal()
    not_answered = Signal()

    def __init__(self, folder: Path, files: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._files = files
        self._until = time.monotonic() + _PATIENCE

    def knock(self) -> None:
        """Ask, for a while if nobody is there yet."""
        left = int((self._until - time.monotonic()) * 1000)
        if left <= 0:
            self.not_answered.emit()
        elif ask_first_window(self._folder, self._files, left):
            self.answered.emit()
        else:
            QTimer.singleShot(_AGAIN, self, self.knock)
