"""The papers of a session, saved while people are still there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.exports import Exported
from collabkit.services.session_reports import SessionPaper
from collabkit.services.workshops import Session
from collabkit.ui.context import Context
from collabkit.ui.desktop import Desktop, ask_where_to_save, pdf
from collabkit.ui.job import Job
from collabkit.ui.paper_choice import chosen_paper
from collabkit.ui.workshop.console.state import News
from collabkit.ui.workshop.desktop import file_name

_FOLDER = "export_folder"  # settings: where PDFs were saved last


class PaperDesk(Desktop):
    """Where papers go."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a PDF goes; ``None`` if they would rather not."""
        return ask_where_to_save(parent, _("Save as PDF"), suggested, pdf())


class Papers(QObject):
    """Has papers drawn and written by jobs; ``told(News)`` says what came of it."""

    told = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._is_busy = False
        self.desk = PaperDesk()

    def save(self, session: Session, kind: SessionPaper) -> None:
        """Ask where, and write one of the papers there."""
        if self._is_busy:
            return
        path = self.desk.ask_where_to_save(self._parent, self._suggested(session, kind))
        if path is None:
            return
        settings = self._context.settings
        settings.set(_FOLDER, str(path.parent))
        self._is_busy = True
        job = Job(
            partial(
                self._context.services.session_reports.export,
                session.id,
                path,
                self._context.today(),
                kind,
                chosen_paper(settings),
            )
        )
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _suggested(self, session: Session, kind: SessionPaper) -> Path:
        folder = Path(self._context.settings.get(_FOLDER, ""))
        if not folder.is_absolute() or not folder.is_dir():
            folder = self.desk.documents()
        title = Path(file_name(session.meeting.preparation.title)).stem
        words = {
            SessionPaper.REPORT: _("{title} - report.pdf"),
            SessionPaper.MINUTES: _("{title} - minutes.pdf"),
        }[kind]
        return folder / words.format(title=title)

    def _on_job_done(self, exported: Exported) -> None:
        self._is_busy = False
        self.told.emit(News(_("Saved: {path}").format(path=exported.path)))

    def _on_job_failed(self, sentence: str) -> None:
        self._is_busy = False
        self.told.emit(News(sentence, is_problem=True))
