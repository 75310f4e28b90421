"""Waits for a memory stick to be plugged in."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.paths import DataFolder, is_nothing_there
from collabkit.ui.job import Job

_LOOKS_EVERY = 1_000  # milliseconds


class PluggingIn(QObject):
    """``plugged_in()`` is sent once something is in the folder."""

    plugged_in = Signal()

    def __init__(self, folder: DataFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._is_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY)
        self._timer.timeout.connect(self._on_timer_timeout)

    def begin(self) -> None:
        """Look from now on; on a thread of its own, as a disk may not answer."""
        self._is_on = True
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._is_on = False
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        self._timer.stop()
        job = Job(partial(is_nothing_there, self._folder))
        job.done.connect(self._on_job_done)
        job.start()

    def _on_job_done(self, is_nothing: bool) -> None:
        if not self._is_on:
            return
        if is_nothing:
            self._timer.start()
        else:
            self.end()
            self.plugged_in.emit()
