"""Notices while the data is open that its file was damaged, replaced or removed."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.services import Services
from collabkit.services.file_health import has_gone_bad, identity_of
from collabkit.ui.job import Job
from collabkit.ui.save_ledger import is_in_trouble

_LOOKS_EVERY = 1_000  # milliseconds


class FileWatch(QObject):
    """``lost()`` tells that nothing more can be saved into the file, whatever one tries.

    The file is only read through when something could not be saved or read. Told until ``end``.
    """

    lost = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = services.folder
        self._services = services
        self._damage_met = 0  # as far as it was looked into
        self._folder = folder
        self._opened = identity_of(folder)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._is_watching = False

    def begin(self) -> None:
        """Watch from now on."""
        self._is_watching = True
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._is_watching = False
        self._timer.stop()

    def look(self) -> None:
        """Look now, whether something could not be saved or not."""
        self._timer.stop()
        look = partial(has_gone_bad, self._folder, self._opened)
        job = Job(partial(self._services.store.safety.while_idle, look))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _on_timer_timeout(self) -> None:
        if self._services.store.is_written_over:
            self.lost.emit()
            return
        before, self._damage_met = self._damage_met, self._services.store.damage_met
        if is_in_trouble() or self._damage_met != before:
            self.look()

    def _on_job_done(self, is_bad: bool) -> None:
        if not self._is_watching:
            return
        self._timer.start()
        if is_bad:
            self.lost.emit()

    def _on_job_failed(self, _sentence: str) -> None:
        if self._is_watching:
            self._timer.start()
