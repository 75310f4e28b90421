"""The room pack is drawn and written by a job, while the page can be used."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.i18n import ngettext
from collabkit.room.preparation import Preparation
from collabkit.services.exports import Exported
from collabkit.services.workshops import Session
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.paper_choice import chosen_paper
from collabkit.ui.workshop.prepare.printed import is_outdated, remember_printed

_FOLDER = "room_pack_folder"  # setting: where the last room pack went


class RoomPackPrinter(QObject):
    """Writes one room pack at a time.

    ``changed()`` tells that there is something new to show, ``printed(sentence, folder)`` that
    the pack is there, and ``problem_met(sentence)`` why it is not.
    """

    changed = Signal()
    printed = Signal(str, object)
    problem_met = Signal(str)
    _progressed = Signal(int, int)  # from the thread that draws

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._printing: Session | None = None
        self._written: tuple[str, tuple[Exported, ...]] = ("", ())
        self.progress = (0, 0)  # drawn, of how many
        self._progressed.connect(self._on_self_progressed)

    @property
    def is_busy(self) -> bool:
        """Whether a room pack is being written."""
        return self._printing is not None

    def written_for(self, session_id: str) -> tuple[Exported, ...]:
        """Return the files that were written last, if they were for this session."""
        written_for, files = self._written
        return files if written_for == session_id else ()

    def is_paper_old(self, session_id: str, preparation: Preparation) -> bool:
        """Tell whether something was changed since the room pack of a session was printed."""
        return is_outdated(self._context.settings, session_id, preparation)

    def suggested_folder(self, otherwise: Path) -> Path:
        """Return where the room pack goes: where the last one went, or else ``otherwise``."""
        folder = Path(self._context.settings.get(_FOLDER, ""))
        return folder if folder.is_absolute() and folder.is_dir() else otherwise

    def print_pack(self, session: Session, folder: Path) -> None:
        """Write the room pack of ``session`` into ``folder``."""
        if self._printing is not None:
            return
        self._context.settings.set(_FOLDER, str(folder))
        self._printing, self.progress, self._written = session, (0, 0), ("", ())
        self.changed.emit()
        paper = chosen_paper(self._context.settings)
        packs = self._context.services.room_packs
        job = Job(partial(packs.export, session.id, folder, paper, self._progressed.emit))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _on_self_progressed(self, done: int, total: int) -> None:
        if self._printing is not None:
            self.progress = (done, total)
            self.changed.emit()

    def _on_job_done(self, written: tuple[Exported, ...]) -> None:
        session, self._printing = self._printing, None
        if session is None or not written:
            self.changed.emit()
            return
        remember_printed(self._context.settings, session.id, session.meeting.preparation)
        self._written = (session.id, written)
        self.changed.emit()
        folder = written[0].path.parent
        words = ngettext(
            "The room pack is ready: {number} file in {folder}.",
            "The room pack is ready: {number} files in {folder}.",
            len(written),
        )
        self.printed.emit(words.format(number=len(written), folder=folder), folder)

    def _on_job_failed(self, sentence: str) -> None:
        self._printing = None
        self.changed.emit()
        self.problem_met.emit(sentence)
