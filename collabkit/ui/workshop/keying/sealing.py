"""Sheets on their way to the disk, each batch for its own session, whichever is looked at."""

from collections.abc import Callable
from datetime import date
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from collabkit.room import keying
from collabkit.room.batch import Batch
from collabkit.services.workshops import WorkshopService
from collabkit.ui.job import Job


class Sealing(QObject):
    """Has batches sealed by jobs: ``done(session_id)`` or ``failed(session_id, sentence)``.

    Nobody owns it, so that the end of a job finds it even if its page is gone.
    """

    done = Signal(str)
    failed = Signal(str, str)

    def __init__(self, workshops: WorkshopService, today: Callable[[], date]) -> None:
        super().__init__()
        self._workshops = workshops
        self._today = today
        self._under_way: dict[str, Event] = {}  # set when the disk has answered

    def is_under_way(self, session_id: str) -> bool:
        """Tell whether sheets of this session are being sealed, as far as was told."""
        return session_id in self._under_way

    def start(self, session_id: str, batch: Batch) -> None:
        """Put the tallies of ``batch`` on the disk, without waiting; they have to be complete."""
        counted, people, today = keying.tallies(batch), len(batch.sheets), self._today()
        answered = self._under_way[session_id] = Event()

        def work() -> None:
            try:
                self._workshops.seal(session_id, counted, people, today)
            finally:
                answered.set()

        job = Job(work)
        job.done.connect(partial(self._on_job_done, session_id))
        job.failed.connect(partial(self._on_job_failed, session_id))
        job.start()

    def wait(self) -> None:
        """Wait until the disk has answered; what it said is told afterwards as ever."""
        for answered in self._under_way.values():
            answered.wait()

    def _on_job_done(self, session_id: str, _result: object) -> None:
        del self._under_way[session_id]
        self.done.emit(session_id)

    def _on_job_failed(self, session_id: str, sentence: str) -> None:
        del self._under_way[session_id]
        self.failed.emit(session_id, sentence)
