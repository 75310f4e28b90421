"""From the plan to paper, without widgets."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import ngettext
from collabkit.services.assessments import Summary
from collabkit.services.export_formats import Content
from collabkit.services.exports import Exported, Paper
from collabkit.services.file_names import file_name
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.paper_choice import PAPER, chosen_paper
from collabkit.ui.preview.printing import print_pdf
from collabkit.ui.preview.state import News, PreviewState, Situation
from collabkit.ui.progress_words import occasion
from collabkit.ui.taking_out.state import Purpose
from collabkit.ui.taking_out.wording import kind_words, written_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_NOTES = "plan_with_notes"
_FOLDER = "export_folder"


class PreviewPresenter(QObject):
    """Has the paper drawn, written and printed by jobs.

    ``state_changed(PreviewState)`` has everything to show, ``told(News)`` a sentence for the top
    of the page.
    """

    state_changed = Signal(object)
    told = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._summary: Summary | None = None
        self._is_drawing = False
        self._is_stale = False  # what is being drawn is not wanted any more
        self._is_busy = False  # something is being written or printed
        self.state = PreviewState(Situation.UNDER_WAY)

    def open(self, assessment_id: str) -> None:
        """Have the paper of an assessment drawn as it is now."""
        before = self._summary
        try:
            summaries = self._context.services.assessments.summaries(assessment_id)
        except CollabkitError as error:
            self.told.emit(News(str(error), is_problem=True))
            return
        self._summary = next((s for s in summaries if s.assessment.id == assessment_id), None)
        if self._summary is None:
            self._show(PreviewState(Situation.GONE))
            return
        is_same = before is not None and before.assessment.id == assessment_id
        is_seen = is_same and self.state.situation is Situation.READY
        self._show(
            PreviewState(
                Situation.READY if is_seen else Situation.UNDER_WAY,
                occasion(self._summary.charity_name, self._summary.assessment.title),
                self._with_notes,
                self.state.pdf if is_seen else b"",
                self._paper,
            )
        )
        self._draw()

    def use_notes(self, with_notes: bool) -> None:
        """Put notes and evidence on the paper or leave them out, now and in future."""
        self._context.settings.set(_NOTES, with_notes)
        self._draw()

    def use_paper(self, paper: Paper) -> None:
        """Draw for this paper, now and in future."""
        self._context.settings.set(PAPER, str(paper))
        self._draw()

    def suggested_path(self, otherwise: Path) -> Path:
        """Return where to save: in the folder used last, or else in ``otherwise``."""
        folder = Path(self._context.settings.get(_FOLDER, ""))
        if not folder.is_absolute() or not folder.is_dir():
            folder = otherwise
        summary = self._summary
        whose: tuple[str, ...] = ()
        if summary is not None:
            title = self._context.services.assessments.telling_title(summary.assessment.id)
            whose = (summary.charity_name, title)
        kind = kind_words(Purpose.BOARD, Content.FULL)
        return folder / file_name(*whose, kind, ending=".pdf")

    def save(self, path: Path) -> None:
        """Write the paper to ``path`` and say so once it has been checked."""
        if self._summary is None or self._is_busy:
            return
        self._context.settings.set(_FOLDER, str(path.parent))
        work = partial(
            self._context.services.exports.export_plan,
            self._summary.assessment.id,
            path,
            self._context.today(),
            with_notes=self._with_notes,
            paper=self._paper,
        )
        self._begin(work, self._on_export_done)

    def print_on(self, printer: "QPrinter") -> None:
        """Print what can be seen."""
        if self.state.pdf and not self._is_busy:
            self._begin(partial(print_pdf, self.state.pdf, printer), self._on_print_done)

    @property
    def _with_notes(self) -> bool:
        return bool(self._context.settings.get(_NOTES, False))

    @property
    def _paper(self) -> Paper:
        return chosen_paper(self._context.settings)

    def _begin(self, work: Callable[[], object], slot: Callable[..., None]) -> None:
        self._is_busy = True
        job = Job(work)
        job.done.connect(slot)
        job.failed.connect(self._on_work_failed)
        job.start()

    def _draw(self) -> None:
        """Have the paper drawn; what was asked for in the meantime is drawn afterwards."""
        if self._summary is None:
            return
        if self._is_drawing:
            self._is_stale = True
            return
        self._is_drawing = True
        job = Job(
            partial(
                self._context.services.exports.plan_pdf,
                self._summary.assessment.id,
                self._context.today(),
                with_notes=self._with_notes,
                paper=self._paper,
            )
        )
        job.done.connect(self._on_drawing_done)
        job.failed.connect(self._on_drawing_failed)
        job.start()

    def _draw_again(self) -> bool:
        self._is_drawing = False
        if not self._is_stale:
            return False
        self._is_stale = False
        self._draw()
        return True

    def _show(self, state: PreviewState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _show_drawn(self, situation: Situation, pdf: bytes = b"") -> None:
        name = self.state.name
        self._show(PreviewState(situation, name, self._with_notes, pdf, self._paper))

    def _on_drawing_done(self, pdf: bytes) -> None:
        if not self._draw_again() and self._summary is not None:
            self._show_drawn(Situation.READY, pdf)

    def _on_drawing_failed(self, sentence: str) -> None:
        if not self._draw_again() and self._summary is not None:
            self._show_drawn(Situation.FAILED)
            self.told.emit(News(sentence, is_problem=True))

    def _on_export_done(self, exported: Exported) -> None:
        self._is_busy = False
        self.told.emit(News(written_words(exported.path, exported.pages), exported.path))

    def _on_print_done(self, pages: int) -> None:
        self._is_busy = False
        words = ngettext(
            "{pages} page was sent to the printer.",
            "{pages} pages were sent to the printer.",
            pages,
        )
        self.told.emit(News(words.format(pages=pages)))

    def _on_work_failed(self, sentence: str) -> None:
        self._is_busy = False
        self.told.emit(News(sentence, is_problem=True))
