"""One sheet, read back: every statement with what was keyed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.room.batch import Batch, Cell
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.one_stop import let_tab_stop_at
from collabkit.ui.widgets.part import Part
from collabkit.ui.workshop.keying.answer_line import AnswerLine
from collabkit.ui.workshop.keying.marks import mark_of


class ReadPart(Part):
    """A line a statement; the one that has the keyboard takes a key to be corrected.

    Its signals are those of ``SheetGrid``.
    """

    key_given = Signal(str)
    entered_sheet = Signal()
    taken_back = Signal()
    step_wanted = Signal(int, int)
    cell_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = Cell(0, 0)
        self.rows: tuple[ReadRow, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.dress(theme_of(self))

    @property
    def current(self) -> QWidget | None:
        """The line that can be corrected."""
        return next((row for row in self.rows if row.column == self._at.column), None)

    def show_batch(self, batch: Batch) -> None:
        """Show the sheet under the cursor of ``batch``."""
        had_keyboard = any(row.hasFocus() for row in self.rows)
        self._at = batch.cursor
        if [row.column for row in self.rows] != list(batch.open_columns):
            for old in self.rows:
                self._box.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.rows = tuple(ReadRow(column) for column in batch.open_columns)
            for row in self.rows:
                self._box.addWidget(row)
                row.key_given.connect(self.key_given)
                row.entered_sheet.connect(self.entered_sheet)
                row.taken_back.connect(self.taken_back)
                row.step_wanted.connect(self.step_wanted)
                row.picked.connect(self._on_row_picked)
        for row in self.rows:
            row.show_value(batch)
        current = self.current
        let_tab_stop_at(current, self.rows)
        if had_keyboard and current is not None and not current.hasFocus():
            current.setFocus(Qt.FocusReason.TabFocusReason)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.8))

    def _on_row_picked(self, column: int) -> None:
        self.cell_picked.emit(Cell(self._at.sheet, column))
        row = self.current
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)


class ReadRow(AnswerLine):
    """One statement of the sheet, with its answer."""

    picked = Signal(int)

    def __init__(self, column: int) -> None:
        super().__init__()
        self.column = column
        self.clicked.connect(self._on_self_clicked)

    def show_value(self, batch: Batch) -> None:
        """Show what was keyed in on the sheet under the cursor."""
        at = Cell(batch.cursor.sheet, self.column)
        column = batch.columns[self.column]
        code = batch.value(at)
        choice = next((c for c in column.choices if c.code == code), None)
        self.show_words(
            choice.mark if choice else "",
            choice.name if choice else _("Left blank"),
            _("{number}. {statement}").format(number=self.column + 1, statement=column.statement),
        )
        value = mark_of(batch, at)
        if choice is not None and choice.name != choice.mark:
            value = f"{value}, {choice.name}"
        self.setAccessibleName(
            _("Sheet {sheet}, statement {statement}: {value}").format(
                sheet=at.sheet + 1, statement=self.column + 1, value=value
            )
        )
        self.setAccessibleDescription(column.statement)

    def _on_self_clicked(self) -> None:
        self.picked.emit(self.column)
