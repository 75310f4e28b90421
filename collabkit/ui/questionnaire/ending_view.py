"""What is shown after the last statement: how far one is, what is open, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.questionnaire.state import Ending, Jump, SectionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.text import Text


class EndingView(Part):
    """A calm summary. ``statement_wanted(item_id)`` tells that somebody wants to go to one."""

    statement_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text("", "title")
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading.setProperty(NO_RING, True)
        self.sentence = Text("", "lead", "muted")
        self.table = NumbersTable(
            _("How far you are in each theme"),
            (_("Theme"), _("Answered"), _("To come back to")),
            numeric=(1, 2),
        )
        self.open = JumpList(
            _("Still open"),
            _("You can leave these open: the results say what was not answered."),
        )
        self.flagged = JumpList(_("To come back to"), "")
        self.meaning = Section(_("What “Don't know” means for your results"))
        self.dont_know = Text()
        self.meaning.add(
            Text(
                _(
                    "“Don't know” and “Does not apply” never count as a low answer. The results "
                    "show them apart, because what nobody can tell is worth finding out. A theme "
                    "gets a score once at least half of the statements that apply to you have "
                    "one of the levels as their answer."
                )
            ),
            self.dont_know,
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.heading,
            self.sentence,
            self.table,
            self.open,
            self.flagged,
            self.meaning,
        ):
            self._box.addWidget(part)
        self.open.statement_wanted.connect(self.statement_wanted)
        self.flagged.statement_wanted.connect(self.statement_wanted)
        self.dress(theme_of(self))

    def show_ending(self, ending: Ending, sections: Sequence[SectionState]) -> None:
        """Show the summary."""
        self.heading.setText(ending.heading)
        self.sentence.setText(ending.sentence)
        self.table.show_rows(
            [
                (
                    section.name,
                    _("{answered} of {asked}").format(
                        answered=section.answered, asked=section.asked
                    ),
                    str(section.flagged or "–"),
                )
                for section in sections
            ]
        )
        self.open.show_jumps(ending.open)
        self.flagged.show_jumps(ending.flagged)
        self.dont_know.setText(ending.dont_know)
        self.dont_know.setVisible(bool(ending.dont_know))

    def go_to_top(self) -> None:
        """Give the keyboard to the heading and let it be read out."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.heading, f"{self.heading.text()}. {self.sentence.text()}")

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))


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


class JumpLine(QPushButton):
    """A statement that can be gone to: its number and its words, wrapped."""

    jump_wanted = Signal(str)

    def __init__(self, jump: Jump) -> None:
        super().__init__()
        self._jump = jump
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(
            _("Statement {number}: {words}").format(number=jump.number, words=jump.words)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_self_clicked)

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(30)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(10), m.target)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        m = theme_of(self).metrics
        return max(m.target, round(self._set(width).height) + m.ems(0.9))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), m.corner, m.corner)
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
