"""Looks at files that somebody sent, without widgets."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Assessment
from collabkit.i18n import _
from collabkit.room.meeting import Phase
from collabkit.services.file_kinds import look_at
from collabkit.services.found_files import Found
from collabkit.services.workshops import Session
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.opening_files.state import Deed, OpenFileState, Told, Way
from collabkit.ui.opening_files.wording import reading, tell
from collabkit.ui.own_packs.folder import remember_folder, usual_folder

_FOLDER = "files_folder"
_MOST = 100


class OpenFilePresenter(QObject):
    """Tells what files are and does what is wanted with them.

    ``state_changed(OpenFileState)``; ``looked()`` tells that there is something new to read,
    ``go_wanted(place_key, arguments)`` where to go, ``problem_met(sentence)`` what went wrong.
    """

    state_changed = Signal(object)
    looked = Signal()
    go_wanted = Signal(str, dict)
    problem_met = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0  # how often files were chosen: only the last time counts
        self._is_busy = False
        self._taken: Way | None = None  # what is being done
        self.state = OpenFileState()

    def open(self, paths: Sequence[Path]) -> None:
        """Look at files; without any, show none."""
        self._asked += 1
        if len(paths) > _MOST:
            self._show(OpenFileState())
            self.problem_met.emit(_("Please open {most} files at most at once.").format(most=_MOST))
            return
        self._show(OpenFileState(reading=reading([path.name for path in paths]) if paths else ""))
        if not paths:
            return
        remember_folder(self._context.settings, paths[0], _FOLDER)
        job = Job(partial(self._look, tuple(dict.fromkeys(paths)), self._asked))
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def take(self, told: Told, way: Way) -> None:
        """Do what a button says."""
        if way.deed is Deed.GO:
            self.go_wanted.emit(way.place, dict(way.arguments))
            return
        if self._is_busy:
            return
        self._is_busy, self._taken = True, way
        services, today = self._context.services, self._context.today()
        if way.deed is Deed.TAKE_SESSION:
            job = Job(partial(services.workshops.open_file, told.path, today))
            job.done.connect(self._on_session_done)
        else:
            is_anew = way.deed is Deed.ANSWER_ANEW
            open_it = services.invited.open_invitation
            job = Job(partial(open_it, told.path, today, another_person=is_anew))
            job.done.connect(self._on_invitation_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def folder(self, otherwise: Path) -> Path:
        """Return where files that were sent were found last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise, _FOLDER)

    def _look(self, paths: Sequence[Path], asked: int) -> tuple[list[Found], int]:
        return [look_at(self._context.services, path) for path in paths], asked

    def _show(self, state: OpenFileState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_look_done(self, answer: tuple[list[Found], int]) -> None:
        found, asked = answer
        if asked == self._asked:
            self._show(OpenFileState(tell(found)))
            self.looked.emit()

    def _on_invitation_done(self, assessment: Assessment) -> None:
        self._is_busy = False
        further = self._taken.arguments if self._taken is not None else {}
        self.go_wanted.emit("questionnaire", {"assessment_id": assessment.id, **further})

    def _on_session_done(self, session: Session) -> None:
        self._is_busy = False
        if session.meeting.phase is Phase.LOBBY:
            self.go_wanted.emit("session", {"session_id": session.id})
        else:
            self.go_wanted.emit("workshop", {})

    def _on_job_failed(self, sentence: str) -> None:
        self._is_busy = False
        self._show(replace(self.state, reading=""))
        self.problem_met.emit(sentence)
