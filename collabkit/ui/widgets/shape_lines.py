"""The lines of several occasions in one shape: told apart without colour, with their names."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from collabkit.ui.theme.theme import Theme

MOST = 3  # lines that can be told apart
_DASHES: tuple[list[float], ...] = ([], [2.2, 2.4], [0.1, 2.2])  # in full, dashed, dotted
_ROW, _LINE, _TEXT, _BETWEEN = 2, 2.2, 2.7, 4.2  # ems: of the legend


def line_pen(theme: Theme, number: int) -> QPen:
    """Return the pen of a line; ``number`` is 0 for the one that matters most."""
    pen = QPen(theme.colour("accent" if number == 0 else "ink"), theme.metrics.ring)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if number:
        pen.setWidthF(theme.metrics.ring * 0.8)
        pen.setDashPattern(_DASHES[number])
    return pen


def paint_mark(painter: QPainter, theme: Theme, at: QPointF, number: int) -> None:
    """Paint the mark of a score: a disc, a square, or a ring."""
    m = theme.metrics
    half = m.em * 0.36
    is_ring = number == MOST - 1
    painter.setPen(
        QPen(theme.colour("ink" if is_ring else "surface"), m.hair * (2 if is_ring else 1))
    )
    painter.setBrush(theme.colour(("accent", "ink", "surface")[number]))
    if number == 1:
        side = half * 1.7
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    else:
        painter.drawEllipse(at, half, half)


class ShapeLegend:
    """The lines with their names in as many rows as they need; nothing for a single line."""

    def __init__(self, theme: Theme, names: Sequence[str], width: int) -> None:
        self._theme, self._names, self._width = theme, names, width
        m = theme.metrics
        letters = QFontMetrics(m.font("note"))
        self._rows: list[list[tuple[int, int]]] = []
        left = 0
        for number, name in enumerate(names if len(names) > 1 else ()):
            wide = letters.horizontalAdvance(name) + m.ems(_BETWEEN)
            if not self._rows or left + wide > width:
                self._rows.append([])
                left = 0
            self._rows[-1].append((number, wide))
            left += wide

    @property
    def height(self) -> int:
        """How high all rows are together."""
        return self._theme.metrics.ems(_ROW) * len(self._rows)

    def paint(self, painter: QPainter, top: int) -> None:
        """Paint the rows, each in the middle, from ``top`` downwards."""
        m = self._theme.metrics
        painter.setFont(m.font("note"))
        for row in self._rows:
            left = (self._width - sum(wide for _number, wide in row)) / 2
            for number, wide in row:
                self._paint_name(painter, number, left, top, wide)
                left += wide
            top += m.ems(_ROW)

    def _paint_name(
        self, painter: QPainter, number: int, left: float, top: float, wide: int
    ) -> None:
        m = self._theme.metrics
        middle = top + m.ems(_ROW) / 2
        painter.setPen(line_pen(self._theme, number))
        painter.drawLine(QPointF(left, middle), QPointF(left + m.ems(_LINE), middle))
        paint_mark(painter, self._theme, QPointF(left + m.ems(_LINE) / 2, middle), number)
        painter.setPen(self._theme.colour("ink"))
        words = QRectF(left + m.ems(_TEXT), top, wide, m.ems(_ROW))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self._names[number])
