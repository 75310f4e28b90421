"""Writes a sheet of paper down on another thread, and takes it back, without widgets."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.services.returns import HeldSheet
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.keying_in.draft import Draft
from collabkit.ui.keying_in.keeping import Kept, Undo, keep, take_back


class Keeper(QObject):
    """``kept(Kept)``, ``taken_back(assessment_id, Undo)``, or ``failed(sentence)`` for what is
    shown: ``assessment_id``.
    """

    kept = Signal(object)
    taken_back = Signal(str, object)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.assessment_id = ""

    def keep(self, draft: Draft, *, another: bool, instead_of: HeldSheet | None) -> None:
        """Begin to save a sheet, as ``key_in`` does."""
        returns, today = self._context.services.returns, self._context.today()
        self._start(
            partial(
                keep,
                returns,
                self.assessment_id,
                draft,
                today,
                another=another,
                instead_of=instead_of,
            )
        )

    def take_back(self, undo: Undo) -> None:
        """Begin to put back what was replaced; what was only thrown away is there at once."""
        if undo.held is None:
            self.taken_back.emit(self.assessment_id, undo)
            return
        self._start(partial(take_back, self._context.services.returns, self.assessment_id, undo))

    def _start(self, work: "partial[Kept] | partial[tuple[str, Undo]]") -> None:
        job = Job(work, self._shown_one)
        job.done.connect(self._on_job_done)
        job.failed.connect(self.failed)
        job.start()

    def _shown_one(self) -> str:
        return self.assessment_id

    def _on_job_done(self, result: Kept | tuple[str, Undo]) -> None:
        if isinstance(result, Kept):
            self.kept.emit(result)
        else:
            self.taken_back.emit(*result)
