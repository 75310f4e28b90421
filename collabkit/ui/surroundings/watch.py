"""Looks every few seconds whether the data is still where it was, and whether saving works."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.paths import DataFolder
from collabkit.services.file_health import Identity, identity_of
from collabkit.ui.job import Job
from collabkit.ui.save_ledger import everything_unsaved, is_in_trouble

_LOOKS_EVERY = 2_000  # milliseconds


class Watch(QObject):
    """``changed(is_there, is_in_trouble)`` tells how it stands, each time it is otherwise.

    Only a look: nothing is made anew in the place of a folder that has gone. What was in trouble
    is so until it is on the disk, also while it is tried again. ``exchanged()`` tells that what is
    back is another file than the open one, as on a stick that was plugged in again: nothing may
    be saved before that is opened.
    """

    changed = Signal(bool, bool)
    exchanged = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._seen = identity_of(folder)
        self._told = (True, False)
        self._is_on = False
        self._is_asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on."""
        self._is_on = True
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._is_on = False
        self._timer.stop()

    def ask(self) -> None:
        """Look now, and tell how it stands, whether it is otherwise or not."""
        self._is_asked = True
        self.look()

    def look(self) -> None:
        """Look once; the disk is asked on a thread of its own, as it may not answer."""
        self._timer.stop()
        job = Job(partial(identity_of, self._folder))
        job.done.connect(self._on_job_done)
        job.start()

    def _on_job_done(self, found: Identity | None) -> None:
        if not self._is_on:  # ended meanwhile
            return
        self._timer.start()
        if found is not None:
            was_gone = not self._told[0]
            if was_gone and found != self._seen:
                self.exchanged.emit()
                return
            self._seen = found
        self._tell(is_there=found is not None)

    def _tell(self, *, is_there: bool) -> None:
        was_in_trouble = self._told[1] and bool(everything_unsaved())
        found = (is_there, is_in_trouble() or was_in_trouble)
        if found != self._told or self._is_asked:
            self._told, self._is_asked = found, False
            self.changed.emit(*found)
