"""Waits for a memory stick to be plugged in."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.paths import DataFolder, is_nothing_there
from collabkit.ui.repeated_look import RepeatedLook

_LOOKS_EVERY = 1_000  # milliseconds


class PluggingIn(QObject):
    """``plugged_in()`` is sent once something is in the folder."""

    plugged_in = Signal()

    def __init__(self, folder: DataFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = RepeatedLook(partial(is_nothing_there, folder), _LOOKS_EVERY, self)
        self._looks.found.connect(self._on_looks_found)

    def begin(self) -> None:
        """Look from now on."""
        self._looks.begin()

    def end(self) -> None:
        """Look no more."""
        self._looks.end()

    def _on_looks_found(self, is_nothing: bool) -> None:
        if not is_nothing:
            self.end()
            self.plugged_in.emit()
