"""Asks the same question of a disk again and again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.ui.job import Job


class RepeatedLook(QObject):
    """``found(answer)`` is sent after each look, until ``end``.

    ``question`` is asked ``every`` so many milliseconds, on a thread of its own, as a disk may not
    answer; the pause begins when the answer is there. Of an answer that comes after the end
    nothing is said.
    """

    found = Signal(object)

    def __init__(self, question: Callable[[], object], every: int, parent: QObject) -> None:
        super().__init__(parent)
        self._question = question
        self._is_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(every)
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
        """Look now."""
        self._timer.stop()
        job = Job(self._question)
        job.done.connect(self._on_job_done)
        job.start()

    def _on_job_done(self, answer: object) -> None:
        if self._is_on:
            self._timer.start()
            self.found.emit(answer)
