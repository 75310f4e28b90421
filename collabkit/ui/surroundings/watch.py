"""Looks every few seconds whether the data is still where it was, and whether saving works."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.paths import DataFolder
from collabkit.ui.job import Job
from collabkit.ui.save_ledger import is_in_trouble

_LOOKS_EVERY = 2_000  # milliseconds


class Watch(QObject):
    """``changed(is_there, is_in_trouble)`` tells how it stands, each time it is otherwise.

    Only a look: nothing is made anew in the place of a folder that has gone.
    """

    changed = Signal(bool, bool)

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = folder.database
        self._told = (True, False)
        self._is_on = False
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

    def look(self) -> None:
        """Look once; the disk is asked on a thread of its own, as it may not answer."""
        self._timer.stop()
        job = Job(partial(_is_there, self._database))
        job.done.connect(self._on_job_done)
        job.start()

    def _on_job_done(self, is_there: bool) -> None:
        if not self._is_on:  # ended meanwhile
            return
        self._timer.start()
        found = (is_there, is_in_trouble())
        if found != self._told:
            self._told = found
            self.changed.emit(*found)


def _is_there(database: Path) -> bool:
    try:
        return database.is_file()
    except OSError:
        return False
