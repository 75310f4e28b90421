"""What a page shows when there is nothing on it yet."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text

Drawing = Literal["paper", "table", "path"]


class EmptyState(Part):
    """A small drawing, one sentence and one button. ``action_taken`` tells that it was pressed.

    ``drawing`` is a sheet of *paper* (questions), a *table* with chairs (people), or a *path* with
    a flag (plans).
    """

    action_taken = Signal()

    def __init__(
        self,
        sentence: str,
        action: str = "",
        drawing: Drawing = "paper",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sentence = Text(sentence, "lead", "muted", alignment=Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(action, "primary")
        show_if(self.button, bool(action))
        self.button.clicked.connect(self.action_taken)
        self._box = QVBoxLayout(self)
        self._box.addWidget(_Picture(drawing), 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addWidget(self.sentence)
        self._box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.dress(theme_of(self))

    def add_act(self, button: Button) -> None:
        """Put another button below the first, for another way to begin."""
        self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(m.units(4), m.units(6), m.units(4), m.units(6))
        self._box.setSpacing(m.units(4))


class _Picture(Part):
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(9), m.ems(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 90, self.height() / 60)
        pen = QPen(theme.colour("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(theme.colour("surface"))
        match self._drawing:
            case "paper":
                painter.drawRoundedRect(QRectF(32, 4, 40, 50), 3, 3)
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawRoundedRect(QRectF(20, 8, 40, 50), 3, 3)
                for top in (19, 30, 41):
                    painter.drawEllipse(QPointF(29, top), 3, 3)
                    painter.drawLine(QPointF(37, top), QPointF(52, top))
            case "table":
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawEllipse(QPointF(45, 30), 22, 13)
                painter.setBrush(theme.colour("surface"))
                for x, y in ((45, 7), (15, 20), (75, 20), (15, 42), (75, 42), (45, 53)):
                    painter.drawEllipse(QPointF(x, y), 5, 5)
            case "path":
                pen.setDashPattern([0.1, 3])
                pen.setWidthF(2.6)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(
                    [QPointF(x, y) for x, y in ((8, 54), (26, 46), (36, 50), (50, 38), (66, 40))]
                )
                pen.setStyle(Qt.PenStyle.SolidLine)
                pen.setWidthF(2)
                painter.setPen(pen)
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawPolygon([QPointF(70, 6), QPointF(88, 13), QPointF(70, 20)])
                painter.drawLine(QPointF(70, 6), QPointF(70, 42))
