"""How the room answered, so small that a whole session fits on one page."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.showing import Round
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part

_COLUMN, _HEIGHT = 1.25, 2.7  # ems
_LARGEST_DOT, _SMALLEST_DOT = 0.21, 0.08  # ems; with more people than fit, bars
_ONE_BESIDE, _TWO_BESIDE = 5, 12  # people in a column of single and of double dots
_PITCH = 2.3  # radii from one dot to the next
_STEPS = 5


class MiniDots(Part):
    """One dot a person, in columns from low to high; words stand beside it."""

    spoken_role = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = ()
        self.setAccessibleName(_("How the room answered"))

    def show_round(self, round_: Round | None) -> None:
        """Draw the answers of ``round_``; nothing where nothing may be shown."""
        self._counts = tuple(column.count for column in round_.columns) if round_ else ()
        self.setAccessibleDescription(round_.sentence if round_ else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(_COLUMN * max(_STEPS, len(self._counts))), m.ems(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._counts:
            return
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() / 2 + m.em * _HEIGHT / 2 - m.em * 0.2
        room = m.em * (_HEIGHT - 0.4)
        most = max(self._counts)
        beside = 1 if most <= _ONE_BESIDE else 2 if most <= _TWO_BESIDE else 3
        radius = min(
            m.em * _LARGEST_DOT,
            room / ceil(max(1, most) / beside) / _PITCH,
            m.em * _COLUMN * 0.9 / beside / _PITCH,
        )
        for place, count in enumerate(self._counts):
            middle = m.em * _COLUMN * (place + 0.5)
            painter.setPen(QPen(theme.colour("outline"), max(1.0, m.hair * 0.8)))
            painter.setBrush(
                theme.step(round(place * (_STEPS - 1) / max(1, len(self._counts) - 1)))
            )
            if radius < m.em * _SMALLEST_DOT:
                half, high = m.em * 0.3, room * count / most
                painter.drawRect(QRectF(middle - half, base - high, 2 * half, high))
            else:
                for dot in range(count):
                    line, along = divmod(dot, beside)
                    across = (along - (min(beside, count) - 1) / 2) * radius * _PITCH
                    down = radius * _PITCH * (line + 0.5)
                    painter.drawEllipse(QPointF(middle + across, base - down), radius, radius)
        painter.setPen(QPen(theme.colour("edge"), max(1.0, m.hair)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(0, base), QPointF(m.em * _COLUMN * len(self._counts), base))
