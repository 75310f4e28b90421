"""One statement and what was keyed in for it, as a line that takes keys."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_choice, paint_mark
from collabkit.ui.widgets.words_button import WordsButton
from collabkit.ui.workshop.modifiers import is_modified

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class AnswerLine(WordsButton):
    """An answer with its mark at the left, the statement at the right.

    ``key_given(text)`` carries a letter, a figure or a space, ``step_wanted(down, across)`` an
    arrow; ``entered_sheet()`` tells of Enter and ``taken_back()`` of Backspace.
    """

    key_given = Signal(str)
    entered_sheet = Signal()
    taken_back = Signal()
    step_wanted = Signal(int, int)
    usual_ems, least_ems, margin_ems = 36, 14, 0.7

    def __init__(self) -> None:
        super().__init__()
        self._mark = self._answer = self._statement = ""

    def show_words(self, mark: str, answer: str, statement: str) -> None:
        """Show these; without a ``mark`` there is no circle and the answer is muted."""
        self._mark, self._answer, self._statement = mark, answer, statement
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
