"""The answers to one statement, each with its key: to be looked up, or to be pressed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.choices import RoomChoice
from collabkit.room.keying import BLANK_KEY
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.surfaces import paint_choice, paint_mark


class AnswerKeys(Part):
    """``key_given(key)`` tells which one was pressed with the mouse."""

    key_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._entries: list[tuple[str, str, str]] = []
        self.buttons: tuple[AnswerKey, ...] = ()
        self.setAccessibleName(_("The answers and their keys"))
        self.dress(theme_of(self))

    def show_choices(self, choices: tuple[RoomChoice, ...]) -> None:
        """Show ``choices`` and, after them, the blank."""
        entries = [(choice.mark, choice.mark, choice.name) for choice in choices]
        entries.append((BLANK_KEY, "", _("Space: left blank")))
        if entries == self._entries:
            return  # statements of one form differ in what their levels mean, not in their names
        self._entries = entries
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = tuple(AnswerKey(*entry) for entry in entries)
        for button in self.buttons:
            self._flow.addWidget(button)
            button.picked.connect(self.key_given)
            if self.isVisible():
                button.show()

    def dress(self, theme: Theme) -> None:
        gap = theme.metrics.units(0.8)
        self._flow.set_gaps(gap, gap)


class AnswerKey(DrawnButton):
    """One answer: its key in a circle, and its name."""

    picked = Signal(str)

    def __init__(self, key: str, mark: str, name: str) -> None:
        super().__init__()
        self._key, self._mark = key, mark
        self._name = "" if name == mark else name
        self.setAccessibleName(f"{mark} {self._name}".strip())
        # Pressed with the mouse, it leaves the keyboard to the sheets.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_self_clicked)

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("body"))
        words = self.fontMetrics().horizontalAdvance(self._name)
        return QSize(round(self._left + words + m.ems(0.8)), m.target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, 1)
        if self._mark:
            side = m.em * 1.5
            circle = QRectF(m.em * 0.5, (self.height() - side) / 2, side, side)
            paint_mark(painter, self, circle, self._mark, chosen=False)
        painter.setFont(m.font("body"))
        painter.setPen(theme.colour("ink"))
        words = QRectF(self.rect()).adjusted(self._left, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self._name)

    @property
    def _left(self) -> float:
        m = theme_of(self).metrics
        return m.em * (2.4 if self._mark else 0.8)

    def _on_self_clicked(self) -> None:
        self.picked.emit(self._key)
