"""Waits for a disk that can only be read to take something new again."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.paths import DataFolder
from collabkit.services.whereabouts import can_only_be_read
from collabkit.ui.repeated_look import RepeatedLook

_LOOKS_EVERY = 1_000  # milliseconds


class BecomingWritable(QObject):
    """``became_writable()`` is sent once the disk takes something, if it took nothing before."""

    became_writable = Signal()

    def __init__(self, folder: DataFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._could_only_be_read = False
        self._looks = RepeatedLook(partial(can_only_be_read, folder), _LOOKS_EVERY, self)
        self._looks.found.connect(self._on_looks_found)

    def begin(self) -> None:
        """Look from now on."""
        self._looks.begin()
        self._looks.look()

    def end(self) -> None:
        """Look no more."""
        self._looks.end()

    def _on_looks_found(self, can_only_be_read: bool) -> None:
        if can_only_be_read:
            self._could_only_be_read = True
        elif self._could_only_be_read:
            self.end()
            self.became_writable.emit()
