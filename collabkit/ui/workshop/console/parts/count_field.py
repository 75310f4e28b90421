"""One number to type: how many."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.mark import Mark
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text

_MOST_DIGITS = 3
_WIDE = 3.2  # ems
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CountLine(QLineEdit):
    """A short line. ``step_wanted(1 or -1)`` tells that the next number is to be typed."""

    step_wanted = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMaxLength(_MOST_DIGITS)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show ``text``; nobody is told."""
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step_wanted.emit(1)
            case Qt.Key.Key_Up:
                self.step_wanted.emit(-1)
            case _:
                super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedWidth(theme_of(self).metrics.ems(_WIDE))


class CountField(Part):
    """The mark of an answer, its name, and how many chose it."""

    def __init__(self, mark: str, name: str, spoken: str) -> None:
        super().__init__()
        self.line = CountLine(spoken)
        self._name = Text(name, "strong", alignment=_MIDDLE)
        self._mark = Mark(mark, ems=1.9)
        self._words = QVBoxLayout()
        self._words.addWidget(self._name)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(self._words, 1)
        self._box.addWidget(self.line, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.2))
