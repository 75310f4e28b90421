"""Sheets that came back, without widgets: looked at, some left out, taken in or not."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.pack import Pack
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services.return_preview import ReturnPreview, Taken
from collabkit.ui.coming_back.state import Fate, ReturnsState
from collabkit.ui.coming_back.wording import (
    outlook_of,
    reading_words,
    row,
    taken_words,
)
from collabkit.ui.context import Context
from collabkit.ui.first_faults import first_faults
from collabkit.ui.handing_out.presenter import FOLDER
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.sheets.sides import read_sides


class ReturnsPresenter(QObject):
    """``state_changed(ReturnsState)``, ``problem_met(sentence)``.

    ``looked()`` tells that there is something new to read about files, ``taken()`` that they were
    taken in.
    """

    state_changed = Signal(object)
    problem_met = Signal(str)
    looked = Signal()
    taken = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._returns = context.services.returns
        self._pack: Pack | None = None
        self._files: tuple[Path, ...] = ()
        self._preview: ReturnPreview | None = None
        self._another: frozenset[str] = frozenset()
        self._left_out: frozenset[str] = frozenset()
        self._is_taking = False
        self._asked = 0  # how often files were chosen: only the last time counts
        self.assessment_id = ""
        self.state = ReturnsState()

    def open(self, assessment_id: str, paths: Sequence[Path]) -> None:
        """Begin anew, unless files are being read or taken in just now for the same assessment."""
        is_other = assessment_id != self.assessment_id
        self._is_taking = self._is_taking and not is_other
        self.assessment_id = assessment_id
        if is_other or not self.state.reading:
            self._forget()
        try:
            sides = read_sides(self._context.services, assessment_id)
        except KeyError:
            self._show(ReturnsState(why_not=_("This assessment is not here any more.")))
            return
        except CollabkitError as error:
            self._show(ReturnsState(why_not=str(error)))
            return
        self._pack = sides.pack
        self._show(replace(self.state, whose=sides.whose, why_not=""))
        if paths:
            self.look_at(paths)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at files, in place of those before; nothing is kept yet."""
        if not paths or self.state.why_not or self._is_taking:
            return
        remember_folder(self._context.settings, paths[0], FOLDER)
        self._forget()
        self._files = tuple(paths)
        self._read()

    def leave_out(self, key: str, is_left_out: bool) -> None:
        """Leave a sheet where it is, or take it in after all; not while files are being read."""
        if self.state.reading:
            self._show(self.state)
            return
        self._left_out = self._left_out | {key} if is_left_out else self._left_out - {key}
        self._render()

    def say_another(self, key: str, is_another: bool) -> None:
        """Say whether a sheet with the very same answers is another person's."""
        if self.state.reading:
            return
        self._another = self._another | {key} if is_another else self._another - {key}
        self._read()

    def take(self) -> None:
        """Take in everything that is shown as such and not left out: all of it, or nothing."""
        preview = self._chosen()
        if preview is None or not preview.to_take or self.state.reading:
            return
        self._is_taking = True
        self._show(replace(self.state, reading=_("Taking them in…")))
        job = Job(partial(self._take, preview))
        job.done.connect(self._on_take_done)
        job.failed.connect(self._on_take_failed)
        job.start()

    def folder(self, otherwise: Path) -> Path:
        """Return where sheets were last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise, FOLDER)

    def _forget(self) -> None:
        self._asked += 1
        self._files, self._preview = (), None
        self._another = self._left_out = frozenset()
        self.state = replace(self.state, reading="", rows=(), to_take=0, outlook="", told="")

    def _chosen(self) -> ReturnPreview | None:
        """Return the preview without what is left out, and with what comes of the rest."""
        if self._preview is None or not self._left_out:
            return self._preview
        try:
            return self._returns.without(self._preview, self._left_out)
        except (KeyError, CollabkitError):  # gone meanwhile: taking them in says so
            sheets = tuple(s for s in self._preview.sheets if s.key not in self._left_out)
            return replace(self._preview, sheets=sheets, outlook="")

    def _read(self) -> None:
        self._asked += 1
        self._show(replace(self.state, reading=reading_words(len(self._files))))
        job = Job(partial(self._look, self._asked, self.assessment_id, self._files, self._another))
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _look(
        self, asked: int, assessment_id: str, files: tuple[Path, ...], another: frozenset[str]
    ) -> tuple[int, ReturnPreview]:
        return asked, self._returns.preview(assessment_id, files, another)

    def _take(self, preview: ReturnPreview) -> tuple[str, Taken | InvalidInputError]:
        try:
            return preview.assessment_id, self._returns.take(preview, self._context.today())
        except InvalidInputError as error:  # its faults have to be told, too
            return preview.assessment_id, error

    def _render(self) -> None:
        preview, pack = self._preview, self._pack
        chosen = self._chosen()
        if preview is None or chosen is None or pack is None:
            return
        rows = tuple(
            row(
                sheet,
                pack,
                is_another=sheet.key in self._another,
                is_left_out=sheet.key in self._left_out,
            )
            for sheet in preview.sheets
        )
        left_out = len(preview.to_take) - len(chosen.to_take)
        outlook = outlook_of(chosen, left_out)
        state = replace(self.state, rows=rows, to_take=len(chosen.to_take), outlook=outlook)
        self._show(replace(state, reading=""))

    def _show(self, state: ReturnsState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_look_done(self, result: tuple[int, ReturnPreview]) -> None:
        asked, preview = result
        if asked == self._asked:
            self._preview = preview
            self._render()
            self.looked.emit()

    def _on_take_done(self, result: tuple[str, Taken | InvalidInputError]) -> None:
        assessment_id, taken = result
        self._is_taking = False
        if assessment_id != self.assessment_id:
            return
        if isinstance(taken, InvalidInputError):
            self.problem_met.emit("\n".join([str(taken), *first_faults(taken.faults)]))
            self._read()
            return
        rest = tuple(r for r in self.state.rows if r.fate is Fate.REFUSED)
        told = taken_words(taken, len(self._left_out))
        self._forget()
        self._show(replace(self.state, rows=rest, told=told))
        self.taken.emit()

    def _on_take_failed(self, sentence: str) -> None:
        self._is_taking = False
        self._on_job_failed(sentence)

    def _on_job_failed(self, sentence: str) -> None:
        self._show(replace(self.state, reading=""))
        self.problem_met.emit(sentence)
