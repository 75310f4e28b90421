"""One sheet, read back: every statement with what was keyed in."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.room.batch import Batch, Cell
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.one_stop import let_tab_stop_at
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_choice, paint_mark
from collabkit.ui.widgets.words_button import WordsButton
from collabkit.ui.workshop.keying.marks import mark_of
from collabkit.ui.workshop.modifiers import is_modified

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


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


class ReadRow(WordsButton):
    """One statement of the sheet, with its answer."""

    key_given = Signal(str)
    entered_sheet = Signal()
    taken_back = Signal()
    step_wanted = Signal(int, int)
    picked = Signal(int)
    usual_ems, least_ems, margin_ems = 36, 14, 0.7

    def __init__(self, column: int) -> None:
        super().__init__()
        self.column = column
        self._mark = self._answer = self._statement = ""
        self.clicked.connect(self._on_self_clicked)

    def show_value(self, batch: Batch) -> None:
        """Show what was keyed in on the sheet under the cursor."""
        at = Cell(batch.cursor.sheet, self.column)
        column = batch.columns[self.column]
        code = batch.value(at)
        choice = next((c for c in column.choices if c.code == code), None)
        self._mark = choice.mark if choice else ""
        self._answer = choice.name if choice else _("Left blank")
        self._statement = _("{number}. {statement}").format(
            number=self.column + 1, statement=column.statement
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
        self.updateGeometry()
        self.update()

    def words_height(self, width: int) -> float:
        return max(words.height for words in self._set(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in _ENTER:
            self.entered_sheet.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif event.key() in _UP_DOWN:
            self.step_wanted.emit(0, _UP_DOWN[Qt.Key(event.key())])
        elif text and text.isprintable() and not is_modified(event):
            self.key_given.emit(text)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, 1)
        answer, statement = self._set(self.width())
        top = m.em * 0.35
        if self._mark:
            side = m.em * 1.5
            circle = QRectF(m.em * 0.6, (self.height() - side) / 2, side, side)
            paint_mark(painter, self, circle, self._mark, chosen=True)
        painter.setPen(theme.colour("ink" if self._mark else "muted"))
        answer.draw(painter, m.em * 2.6, (self.height() - answer.height) / 2)
        painter.setPen(theme.colour("ink"))
        middle = max(top, (self.height() - statement.height) / 2)
        statement.draw(painter, self._statement_left(self.width()), middle)

    def _statement_left(self, width: int) -> float:
        return theme_of(self).metrics.em * 2.6 + self._answer_width(width)

    def _answer_width(self, width: int) -> float:
        m = theme_of(self).metrics
        return min(m.em * 11, width * 0.28)

    def _set(self, width: int) -> tuple[SetText, SetText]:
        m = theme_of(self).metrics
        answer = SetText(self._answer, m.font("strong"), self._answer_width(width) - m.em, m.em)
        room = width - self._statement_left(width) - m.em
        return answer, SetText(self._statement, m.font(), room, m.em)

    def _on_self_clicked(self) -> None:
        self.picked.emit(self.column)
