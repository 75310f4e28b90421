"""One number to type: how many."""

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.surfaces import paint_mark
from collabkit.ui.widgets.text import Text

_MOST_DIGITS = 3
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
        self.setFixedWidth(theme_of(self).metrics.ems(4.2))


class CountField(Part):
    """The mark of an answer, its name, and how many chose it."""

    def __init__(self, mark: str, name: str, spoken: str) -> None:
        super().__init__()
        self.line = CountLine(spoken)
        self._name = Text(name, "strong", alignment=_MIDDLE)
        self._mark = _Mark(mark)
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


class _Mark(Part):
    """A number or letter in a circle."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def sizeHint(self) -> QSize:
        side = theme_of(self).metrics.ems(1.9)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme_of(self).metrics.ems(1.9)
        circle = QRectF(0, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        paint_mark(painter, self, circle, self._mark, chosen=False)
