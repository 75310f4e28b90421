"""The desk at which sheets are keyed in: on its page, or over the room window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.room.batch import Batch
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick
from collabkit.ui.workshop.keying.answer_keys import AnswerKeys
from collabkit.ui.workshop.keying.grid import SheetGrid
from collabkit.ui.workshop.keying.presenter import KeyingPresenter
from collabkit.ui.workshop.keying.read_part import ReadPart
from collabkit.ui.workshop.keying.start_part import StartPart
from collabkit.ui.workshop.keying.state import KeyingState, Stage
from collabkit.ui.workshop.keying.steady_text import SteadyText
from collabkit.ui.workshop.keying.wording import (
    advice,
    next_words,
    numbered,
    progress,
    standing,
)

_ROOMY = 40  # ems: a window so high has room for the answers above the grid
_BESIDE_GRID, _BESIDE_GRID_TIGHT = 26.5, 20.5  # ems that everything beside the grid takes
_MOST_ROWS = 8
_ON_GRID = (Stage.KEYING, Stage.AGAIN)
_AFTER = (Stage.CHECKED, Stage.SEALING)


class KeyingDesk(Part):
    """Statement, answers and grid; then reading back, and sealing.

    It shows what its presenter says and hands on what people do. While a projector shows this
    screen, open the presenter with ``must_mask``.
    """

    def __init__(self, presenter: KeyingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._stage: Stage | None = None
        self.start = StartPart()
        self.progress = Text("", "strong")
        self.advice = Text("", "note", "muted")
        self.statement = SteadyText("", "lead")
        self.keys = AnswerKeys()
        self.grid = SheetGrid()
        self.line = Text("", "body")
        self.reading = ReadPart()
        self.told = Text("", "lead")
        self.hide_typed = Tick(_("Hide what is typed"))
        self.next = Button(_("Next sheet"), "primary", "next", sign_after=True)
        self.undo = Button(_("Take back"), "quiet", "undo")
        self.finish = Button(_("There are no more sheets"), "quiet")
        self.seal = Button(_("Seal these sheets"), "primary", "lock")
        self.again = Button(_("Key all sheets in again"))
        self.read = Button(_("Read back once more"), "quiet")
        self.more = Button(_("One more sheet"), "quiet", "plus")
        self.away = Button(_("Throw these sheets away"), "quiet", "bin")
        self._acts = Flow()
        for act in (
            self.seal, self.again, self.undo, self.finish, self.read, self.more, self.away,
            self.hide_typed,
        ):  # fmt: skip
            self._acts.addWidget(act)
        self._words = QVBoxLayout()
        self._words.addWidget(self.progress)
        self._words.addWidget(self.advice)
        self._top = QHBoxLayout()
        self._top.addLayout(self._words, 1)
        self._top.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.start)
        self._box.addWidget(self.told)
        self._box.addLayout(self._top)
        for part in (self.statement, self.keys, self.grid, self.reading, self.line):
            self._box.addWidget(part)
        self._box.addLayout(self._acts)
        self._connect()
        self.dress(theme_of(self))
        self.show_state(presenter.state)

    def show_state(self, state: KeyingState) -> None:
        """Show ``state``: the one place where anything of the desk is set."""
        stage, batch = state.stage, state.batch
        is_new, self._stage = stage is not self._stage, stage
        on_grid, reading = stage in _ON_GRID, stage is Stage.READING
        show_if(self.start, stage is Stage.START)
        on_the_grid: tuple[QWidget, ...] = (self.statement, self.keys, self.grid)
        for part in on_the_grid:
            show_if(part, on_grid)
        show_if(self.finish, stage is Stage.KEYING)
        show_if(self.reading, reading and not state.is_masked)
        under_way: tuple[QWidget, ...] = (self.progress, self.undo)
        for part in under_way:
            show_if(part, on_grid or reading)
        show_if(self.next, on_grid or (reading and not state.is_masked))
        is_whole = stage in _AFTER or (reading and state.is_masked)
        for part in (self.seal, self.again, self.more):
            show_if(part, is_whole)
        enough = batch is not None and len(batch.sheets) >= state.minimum
        is_free = stage is not Stage.SEALING  # what is being sealed is not changed any more
        self.seal.setEnabled(enough and is_free)
        for act in (self.again, self.read, self.away):
            act.setEnabled(is_free)
        show_if(self.read, is_whole and not state.is_masked)
        show_if(self.away, batch is not None)
        can_hide = batch is not None or stage is Stage.START
        show_if(self.hide_typed, can_hide and not state.must_mask)
        self.hide_typed.setChecked(state.is_masked)
        self.start.show_state(state)
        self.told.setText(standing(state))
        show_if(self.told, bool(self.told.text()))
        if batch is not None:
            self._show_batch(batch, state)
        else:
            show_if(self.advice, False)
        self._show_line(state)
        if is_new and stage is Stage.START:
            self.start.empty()
        if is_new and self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what is used first."""
        target = self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Return what is used first just now."""
        match self._stage:
            case Stage.START:
                return self.start.number.line
            case Stage.KEYING | Stage.AGAIN:
                return self.grid
            case Stage.READING if not self.reading.isHidden():
                return self.reading.current
            case Stage.READING | Stage.CHECKED:
                return self.seal
            case _:
                return None

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(m.units(1.4))
        self._acts.set_gaps(m.units(1.2), m.units(1))
        self._words.setSpacing(m.units(0.2))
        self._top.setSpacing(m.units(2))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the grid have the rows for which there is room beside the statement."""
        m = theme_of(self).metrics
        height = self.window().height()
        is_tight = height < m.ems(_ROOMY)
        room = height - m.ems(_BESIDE_GRID_TIGHT if is_tight else _BESIDE_GRID)
        self.grid.set_rows_seen(min(_MOST_ROWS, max(2, room // self.grid.row_height)))
        # Where there is little room, the answers come after the grid (their keys are on the paper)
        # and what is said before it.
        above, below = (self.line, self.keys) if is_tight else (self.keys, self.line)
        if self._box.indexOf(above) > self._box.indexOf(self.grid):
            for part in (above, below):
                self._box.removeWidget(part)
            self._box.insertWidget(self._box.indexOf(self.grid), above)
            self._box.insertWidget(self._box.indexOf(self.reading) + 1, below)

    def _show_batch(self, batch: Batch, state: KeyingState) -> None:
        at = batch.cursor
        self.progress.setText(progress(batch, state))
        self.advice.setText(advice(state))
        show_if(self.advice, bool(self.advice.text()))
        self.statement.set_all([numbered(batch, n) for n in range(len(batch.columns))])
        if at.column < len(batch.columns):
            self.statement.setText(numbered(batch, at.column))
            self.keys.show_choices(batch.columns[at.column].choices)
        else:
            self.statement.setText(
                _("Sheet {sheet} is complete. Press Enter to go on.").format(sheet=at.sheet + 1)
            )
        if state.stage in _ON_GRID:
            self.grid.show_batch(batch, is_masked=state.is_masked)
        elif state.stage is Stage.READING:
            self.reading.show_batch(batch)
        self.next.set_words(next_words(batch, state))
        self.undo.setEnabled(batch.before is not None)
        is_free = state.stage is not Stage.SEALING
        self.more.setEnabled(is_free and len(batch.sheets) < batch.most)

    def _show_line(self, state: KeyingState) -> None:
        told_elsewhere = state.stage is Stage.START
        words = "" if told_elsewhere else state.message
        self.line.set_tone("alert" if state.is_refusal else "ink")
        if words and words != self.line.text():
            self.grid.say(words)
        self.line.setText(words or " ")  # it keeps its place, so that nothing jumps
        show_if(self.line, state.batch is not None)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.show_state)
        presenter.refused.connect(QApplication.beep)
        self.start.begun.connect(presenter.begin)
        for keyed in (self.keys, self.grid, self.reading):
            keyed.key_given.connect(presenter.press)
        for sheets in (self.grid, self.reading):
            sheets.entered_sheet.connect(presenter.enter)
            sheets.taken_back.connect(presenter.undo)
            sheets.step_wanted.connect(presenter.step)
            sheets.cell_picked.connect(presenter.go_to)
        self.next.clicked.connect(self._on_next_clicked)
        self.undo.clicked.connect(presenter.undo)
        self.finish.clicked.connect(presenter.finish)
        self.seal.clicked.connect(presenter.seal)
        self.again.clicked.connect(presenter.key_again)
        self.read.clicked.connect(presenter.read_back)
        self.more.clicked.connect(presenter.add_sheet)
        self.away.clicked.connect(presenter.throw_away)
        self.hide_typed.clicked.connect(presenter.set_masked)

    def _on_next_clicked(self) -> None:
        self._presenter.enter()
        self.take_focus()
