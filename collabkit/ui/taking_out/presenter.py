"""Files of one assessment, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.export_formats import Content, contents_of
from collabkit.services.exports import Exported
from collabkit.services.file_names import file_name
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.paper_choice import chosen_paper
from collabkit.ui.plan.as_table import PlanTable, plan_as_table
from collabkit.ui.plan.reading import asked_elsewhere
from collabkit.ui.progress_words import occasion
from collabkit.ui.taking_out.state import FORMATS, FilesState, Purpose, Said
from collabkit.ui.taking_out.wording import kind_words, written_words

FOLDER = "export_folder"  # the key under which the folder is remembered


class FilesPresenter(QObject):
    """Knows what the files hold and has them written. ``state_changed(FilesState)``."""

    state_changed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._charity = self._title = ""
        self._busy_of = ""  # the assessment that a file is being written of
        self.state = FilesState()

    def open(self, assessment_id: str, charity_id: str) -> None:
        """Show what can be taken out of an assessment or, without one, of a charity."""
        services, before = self._context.services, self.state
        self._title, whose = "", ""
        try:
            services.responses.flush()
            if assessment_id:
                assessment = services.assessments.get(assessment_id)
                charity_id = assessment.charity_id
                self._title = services.assessments.telling_title(assessment_id)
            self._charity = whose = services.charities.get(charity_id).name
        except KeyError:
            self._show(FilesState(why_not=_("This is not here any more.")))
            return
        except CollabkitError as error:
            self._show(FilesState(why_not=str(error)))
            return
        if assessment_id and services.invited.is_invited(assessment_id):
            why_not = asked_elsewhere(self._charity)
            whose = occasion(self._charity, self._title)
            state = FilesState(assessment_id, whose=whose, why_not=why_not, is_invited=True)
            self._show(state)
            return
        if self._title:
            whose = occasion(self._charity, self._title)
        is_same = assessment_id and before.assessment_id == assessment_id
        kept = before if is_same else FilesState(busy=before.busy)
        self._show(
            replace(
                kept,
                assessment_id=assessment_id,
                charity_id=charity_id,
                whose=whose,
                why_not="",
                is_invited=False,
                said=None,
            )
        )

    def choose_content(self, code: str) -> None:
        """Take how much goes into a file."""
        self._show(replace(self.state, content=Content(code), said=None))

    def use_notes(self, with_notes: bool) -> None:
        """Take whether notes go along."""
        self._show(replace(self.state, with_notes=with_notes, said=None))

    def suggested(self, purpose: Purpose, documents: Path) -> Path:
        """Return where a file could go, and what it could be called."""
        kind = kind_words(purpose, self.state.content)
        name = file_name(self._charity, self._title, kind, ending=f".{FORMATS[purpose]}")
        return usual_folder(self._context.settings, documents, FOLDER) / name

    def save(self, purpose: Purpose, path: Path) -> None:
        """Write the file for ``purpose`` to ``path``."""
        if self.state.busy is not None:
            return
        remember_folder(self._context.settings, path, FOLDER)
        state = replace(self.state, busy=purpose, said=None)
        self._busy_of = state.assessment_id
        self._show(state)
        job = Job(partial(self._write, state, purpose, path))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def table(self) -> PlanTable | None:
        """Return the plan as a table and say that it was copied; ``None`` if there is no plan."""
        try:
            plan = self._context.services.plans.load(self.state.assessment_id)
        except CollabkitError as error:
            self._say(Purpose.MINUTES, Said(str(error), is_problem=True))
            return None
        if not plan.actions:
            sentence = _("There is no plan yet. Please choose an action first, then it can go out.")
            self._say(Purpose.MINUTES, Said(sentence, is_problem=True))
            return None
        copied = _("The plan was copied as a table. Paste it into your minutes.")
        self._say(Purpose.MINUTES, Said(copied))
        return plan_as_table(plan, self.state.whose, self._context.today())

    def _write(
        self, state: FilesState, purpose: Purpose, path: Path
    ) -> tuple[FilesState, Exported]:
        offered = contents_of(FORMATS[purpose])
        exported = self._context.services.exports.export(
            state.assessment_id,
            path,
            self._context.today(),
            content=state.content if state.content in offered else offered[0],
            with_notes=state.with_notes and state.content is Content.FULL,
            paper=chosen_paper(self._context.settings),
        )
        return state, exported

    def _say(self, purpose: Purpose, said: Said) -> None:
        self._show(replace(self.state, said=said, said_of=purpose))

    def _show(self, state: FilesState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_job_done(self, answer: tuple[FilesState, Exported]) -> None:
        wanted, exported = answer
        purpose = self._purpose_at_rest()
        if purpose is None:
            return
        words = written_words(exported.path, exported.pages)
        if wanted.content is Content.SUMMARY and exported.pages > 1:
            words = _("{words} There is more to tell than one page holds.").format(words=words)
        self._say(purpose, Said(words, exported.path))

    def _on_job_failed(self, sentence: str) -> None:
        purpose = self._purpose_at_rest()
        if purpose is not None:
            self._say(purpose, Said(sentence, is_problem=True))

    def _purpose_at_rest(self) -> Purpose | None:
        """Be busy no more; return for what, unless somebody has gone on to another assessment."""
        purpose = self.state.busy
        self._show(replace(self.state, busy=None))
        return purpose if self._busy_of == self.state.assessment_id else None
