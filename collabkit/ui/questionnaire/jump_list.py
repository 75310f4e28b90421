"""Statements that can be gone to, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.questionnaire.state import Jump
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_wash
from collabkit.ui.widgets.words_button import WordsButton


class JumpList(Section):
    """A heading and a line for each statement; without any it is not there."""

    statement_wanted = Signal(str)

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__(heading, sentence)
        self.lines: list[JumpLine] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self.add(self._box)

    def show_jumps(self, jumps: Sequence[Jump]) -> None:
        """Show a line for each of ``jumps``."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [JumpLine(jump) for jump in jumps]
        for line in self.lines:
            line.jump_wanted.connect(self.statement_wanted)
            self._box.addWidget(line)
        show_if(self, bool(jumps))


class JumpLine(WordsButton):
    """A statement that can be gone to: its number and its words, wrapped."""

    jump_wanted = Signal(str)
    margin_ems = 0.9

    def __init__(self, jump: Jump) -> None:
        super().__init__()
        self._jump = jump
        self.setAccessibleName(
            _("Statement {number}: {words}").format(number=jump.number, words=jump.words)
        )
        self.clicked.connect(self._on_self_clicked)

    def words_height(self, width: int) -> float:
        return self._set(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            paint_wash(painter, self)
        words = self._set(self.width())
        top = (self.height() - words.height) / 2
        number = QRectF(0, top, m.ems(2.2), words.height / max(1, words.lines))
        painter.setFont(m.font("strong"))
        painter.setPen(theme.colour("muted"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, flags, str(self._jump.number))
        painter.setPen(theme.colour("accent"))
        words.draw(painter, self._left, top)

    @property
    def _left(self) -> int:
        return theme_of(self).metrics.ems(3)

    def _set(self, width: int) -> SetText:
        m = theme_of(self).metrics
        return SetText(self._jump.words, m.font(), width - self._left - m.ems(0.5), m.em)

    def _on_self_clicked(self) -> None:
        self.jump_wanted.emit(self._jump.item_id)
