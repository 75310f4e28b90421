"""Looks every few seconds whether the data is still where it was, and whether saving works."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.paths import DataFolder
from collabkit.services.file_health import Identity, identity_of
from collabkit.ui.repeated_look import RepeatedLook
from collabkit.ui.save_ledger import everything_unsaved, is_in_trouble

_LOOKS_EVERY = 2_000  # milliseconds


class Watch(QObject):
    """``changed(is_there, is_in_trouble)`` tells how it stands, each time it is otherwise.

    ``looked()`` is sent after each look, behind that. Only a look: nothing is made anew in the
    place of a folder that has gone. What was in trouble is so until it is on the disk, also while
    it is tried again. ``exchanged()`` tells that what is back is another file than the open one,
    as on a stick that was plugged in again: nothing may be saved before that is opened.
    """

    changed = Signal(bool, bool)
    looked = Signal()
    exchanged = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = identity_of(folder)
        self._told = (True, False)
        self._is_asked = False
        self._looks = RepeatedLook(partial(identity_of, folder), _LOOKS_EVERY, self)
        self._looks.found.connect(self._on_looks_found)

    def begin(self) -> None:
        """Look from now on."""
        self._looks.begin()

    def end(self) -> None:
        """Look no more."""
        self._looks.end()

    def ask(self) -> None:
        """Look now, and tell how it stands, whether it is otherwise or not."""
        self._is_asked = True
        self.look()

    def look(self) -> None:
        """Look now."""
        self._looks.look()

    def _on_looks_found(self, found: Identity | None) -> None:
        if found is not None:
            was_gone = not self._told[0]
            if was_gone and found != self._seen:
                self.exchanged.emit()
                return
            self._seen = found
        self._tell(is_there=found is not None)
        self.looked.emit()

    def _tell(self, *, is_there: bool) -> None:
        was_in_trouble = self._told[1] and bool(everything_unsaved())
        found = (is_there, is_in_trouble() or was_in_trouble)
        if found != self._told or self._is_asked:
            self._told, self._is_asked = found, False
            self.changed.emit(*found)
