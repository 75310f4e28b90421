"""What happens where answers are given back, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.invited import GivenBack
from collabkit.ui.context import Context
from collabkit.ui.giving_back.reading import read
from collabkit.ui.giving_back.state import GivingBackState, Saved
from collabkit.ui.giving_back.wording import saved_as
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder

_FOLDER = "files_folder"


class GivingBackPresenter(QObject):
    """Knows what goes into the file and writes it.

    ``state_changed(GivingBackState)``; ``saved()`` tells that the file is there, ``put_away()``
    that the copy here is gone and can come back, ``problem_met(sentence)`` what went wrong.
    """

    state_changed = Signal(object)
    saved = Signal()
    put_away = Signal()
    problem_met = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = GivingBackState("")

    def open(self, assessment_id: str) -> None:
        """Show what there is to give back; what was said before about the same stays."""
        services, before = self._context.services, self.state
        try:
            services.responses.flush()
            state = read(services, assessment_id)
        except KeyError:
            state = GivingBackState(assessment_id, why_not=_("This is not here any more."))
        except CollabkitError as error:
            state = GivingBackState(assessment_id, why_not=str(error))
        if before.assessment_id == assessment_id and not state.why_not:
            state = replace(state, role=before.role, name=before.name, with_notes=before.with_notes)
        self._show(state)

    def choose_role(self, role: Respondent) -> None:
        """Take in which role the person answers."""
        self._show(replace(self.state, role=role, role_fault=""))

    def write_name(self, name: str) -> None:
        """Take a name of the person's own choosing."""
        self._show(replace(self.state, name=name))

    def send_notes(self, wanted: bool) -> None:
        """Take whether notes go along."""
        self._show(replace(self.state, with_notes=wanted))

    def may_save(self) -> bool:
        """Tell whether all that is needed is there; what is missing is shown otherwise."""
        if not self.state.roles or self.state.role is not None:
            return True
        self._show(replace(self.state, role_fault=_("Please say in which role you answer.")))
        return False

    def suggested(self, documents: Path) -> Path:
        """Return where the file could go, and what it could be called."""
        folder = usual_folder(self._context.settings, documents, _FOLDER)
        return folder / self._context.services.invited.file_name(self.state.assessment_id)

    def save(self, path: Path) -> None:
        """Write the file."""
        if self.state.is_saving:
            return
        remember_folder(self._context.settings, path, _FOLDER)
        self._show(replace(self.state, is_saving=True))
        job = Job(partial(self._save, self.state, path), self._shown_one)
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def put_copy_away(self) -> None:
        """Put the answers on this computer away; ``bring_back`` undoes it."""
        try:
            self._context.services.assessments.remove(self.state.assessment_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._show(
            GivingBackState(
                self.state.assessment_id,
                self.state.whose,
                why_not=_(
                    "Your copy is put away. You find it under “Assess”, at the end of the list; "
                    "opening the invitation brings it back too."
                ),
            )
        )
        self.put_away.emit()

    def bring_back(self) -> None:
        """Undo ``put_copy_away``."""
        try:
            self._context.services.assessments.restore(self.state.assessment_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self.open(self.state.assessment_id)

    def _save(self, state: GivingBackState, path: Path) -> tuple[GivingBackState, GivenBack]:
        services = self._context.services
        done = services.invited.give_back(
            state.assessment_id,
            path,
            with_notes=state.with_notes,
            name=state.name,
            role=state.role,
        )
        services.assessments.finish(state.assessment_id, self._context.today())
        return state, done

    def _shown_one(self) -> str:
        return self.state.assessment_id

    def _show(self, state: GivingBackState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_job_done(self, answer: tuple[GivingBackState, GivenBack]) -> None:
        asked, done = answer
        if asked.assessment_id != self.state.assessment_id:
            return  # somebody has gone on to another one meanwhile
        has_words = asked.words_go or (asked.with_notes and asked.notes > 0)
        told = saved_as(done.path, done.answered, with_notes=has_words)
        self._show(replace(self.state, is_saving=False, saved=Saved(done.path, told)))
        self.saved.emit()

    def _on_job_failed(self, sentence: str) -> None:
        self._show(replace(self.state, is_saving=False))
        self.problem_met.emit(sentence)
