"""How the room answered, so small that a whole session fits on one page."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.showing import DotColumn, Round
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part

_COLUMN, _DOTS, _MARKS = 1.25, 2.4, 1.25  # ems: width of a column, height of dots and numbers
_LARGEST_DOT, _SMALLEST_DOT = 0.21, 0.08  # ems; with more people than fit, bars
_ONE_BESIDE, _TWO_BESIDE = 5, 12  # people in a column of single and of double dots
_PITCH = 2.3  # radii from one dot to the next
_STEPS = 5


class MiniDots(Part):
    """One dot a person, in columns from low to high, their numbers below; words stand beside it."""

    spoken_role = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[DotColumn, ...] = ()
        self.setAccessibleName(_("How the room answered"))

    def show_round(self, round_: Round | None) -> None:
        """Draw the answers of ``round_``; nothing where nothing may be shown."""
        self._columns = round_.columns if round_ else ()
        self.setAccessibleDescription(round_.sentence if round_ else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(_COLUMN * max(_STEPS, len(self._columns))), m.ems(_DOTS + _MARKS))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._columns:
            return
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        each, room = m.em * _COLUMN, m.em * _DOTS
        base = (self.height() + room - m.em * _MARKS) / 2
        counts = [column.count for column in self._columns]
        most = max(1, *counts)
        beside = 1 if most <= _ONE_BESIDE else 2 if most <= _TWO_BESIDE else 3
        radius = min(
            m.em * _LARGEST_DOT,
            room / ceil(most / beside) / _PITCH,
            each * 0.9 / beside / _PITCH,
        )
        for place, count in enumerate(counts):
            if not count:
                continue
            middle = each * (place + 0.5)
            painter.setPen(QPen(theme.colour("outline"), max(1.0, m.hair * 0.8)))
            painter.setBrush(theme.step(round(place * (_STEPS - 1) / max(1, len(counts) - 1))))
            if radius < m.em * _SMALLEST_DOT:
                half, high = m.em * 0.3, room * count / most
                painter.drawRect(QRectF(middle - half, base - high, 2 * half, high))
                continue
            for dot in range(count):
                line, along = divmod(dot, beside)
                in_line = min(beside, count - line * beside)
                across = (along - (in_line - 1) / 2) * radius * _PITCH
                down = radius * _PITCH * (line + 0.5)
                painter.drawEllipse(QPointF(middle + across, base - down), radius, radius)
        painter.setPen(QPen(theme.colour("edge"), max(1.0, m.hair)))
        painter.drawLine(QPointF(0, base), QPointF(each * len(counts), base))
        painter.setPen(theme.colour("ink"))
        painter.setFont(m.font("note"))
        for place, column in enumerate(self._columns):
            below = QRectF(each * place, base, each, m.em * _MARKS)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, column.mark)
