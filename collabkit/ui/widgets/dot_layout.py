"""Where the dots, counts and names of a dot strip go: in columns, or in rows where it is narrow."""

from math import ceil
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.setting import SetText

if TYPE_CHECKING:
    from collabkit.ui.widgets.dot_strip import DotColumn

_STEPS = 5
_Columns = tuple["DotColumn", ...]


class DotLayout(Protocol):
    """The dots of one statement, laid out for one width."""

    height: float

    def paint(self, painter: QPainter) -> None:
        """Draw everything."""


def lay_out(columns: _Columns, apart: _Columns, theme: Theme, width: float) -> DotLayout:
    """Return columns, or rows if the longest word of a name is wider than its column."""
    m = theme.metrics
    gap = m.em * 1.6 if apart else 0.0
    each = (width - gap) / max(1, len(columns) + len(apart))
    letters = QFontMetricsF(m.font("note"))
    words = (word for column in (*columns, *apart) for word in column.name.split())
    widest = max((letters.horizontalAdvance(word) for word in words), default=0)
    if widest > each - m.em * 0.4:
        return _InRows(columns, apart, theme, width)
    return _InColumns(columns, apart, theme, width, each, gap)


def _colour(place: int, columns: _Columns, theme: Theme) -> QColor:
    """Return the colour for a place from low to high; what stands apart is left white."""
    if place >= len(columns):
        return theme.colour("surface")
    return theme.step(round(place * (_STEPS - 1) / max(1, len(columns) - 1)))


def _outline(theme: Theme) -> QPen:
    return QPen(theme.colour("outline"), max(1.0, theme.metrics.hair * 1.2))


def _called(column: "DotColumn") -> str:
    return f"{column.mark} {column.name}".strip()


class _InColumns:
    """Dots stacked on a base line, counts and names below it."""

    def __init__(
        self,
        columns: _Columns,
        apart: _Columns,
        theme: Theme,
        width: float,
        each: float,
        gap: float,
    ) -> None:
        m = theme.metrics
        self._columns, self._apart, self._theme = columns, apart, theme
        self._whole, self._width, self._gap = width, each, gap
        everything = (*columns, *apart)
        most = max((column.count for column in everything), default=0)
        self._radius = m.em * 0.58
        # Many people: more dots beside each other, then smaller ones.
        while True:
            self._pitch = self._radius * 2.3
            self._beside = max(1, int((each - m.em * 0.4) // self._pitch))
            if most > 10 or self._beside == 1:
                self._beside = min(self._beside, max(1, ceil(most / 6)))
            else:
                self._beside = 1
            if ceil(most / self._beside) <= 12 or self._radius < m.em * 0.2:
                break
            self._radius *= 0.85
        self._base = max(3, ceil(most / self._beside)) * self._pitch + m.em * 0.3
        centred = Qt.AlignmentFlag.AlignHCenter
        self._names = [
            SetText(_called(column), m.font("note"), each - m.em * 0.4, m.em * 0.9, centred)
            for column in everything
        ]
        self.height = self._base + m.em * 1.9 + max((n.height for n in self._names), default=0)

    def paint(self, painter: QPainter) -> None:
        theme, m = self._theme, self._theme.metrics
        for place, column in enumerate((*self._columns, *self._apart)):
            left = self._left(place)
            painter.setPen(_outline(theme))
            painter.setBrush(_colour(place, self._columns, theme))
            for dot in range(column.count):
                painter.drawEllipse(self._dot(left, dot), self._radius, self._radius)
            painter.setPen(theme.colour("ink"))
            painter.setFont(m.font("strong"))
            count = QRectF(left, self._base + m.ems(0.3), self._width, m.ems(1.5))
            painter.drawText(count, Qt.AlignmentFlag.AlignCenter, str(column.count))
            painter.setPen(theme.colour("muted"))
            self._names[place].draw(painter, left + m.ems(0.2), self._base + m.ems(1.8))
        painter.setPen(QPen(theme.colour("edge"), max(1.0, m.hair)))
        end = self._left(len(self._columns) - 1) + self._width
        painter.drawLine(QPointF(0, self._base), QPointF(end, self._base))
        if self._apart:
            start = QPointF(self._left(len(self._columns)), self._base)
            painter.drawLine(start, QPointF(self._whole, self._base))

    def _left(self, place: int) -> float:
        return place * self._width + (self._gap if place >= len(self._columns) else 0)

    def _dot(self, left: float, number: int) -> QPointF:
        row, along = divmod(number, self._beside)
        block = (self._beside - 1) * self._pitch
        x = left + self._width / 2 - block / 2 + along * self._pitch
        return QPointF(x, self._base - self._pitch * (row + 0.5) - self._radius * 0.15)


class _InRows:
    """A row a column: name, count, dots; what stands apart comes last, after a gap."""

    def __init__(self, columns: _Columns, apart: _Columns, theme: Theme, width: float) -> None:
        m = theme.metrics
        self._columns, self._theme = columns, theme
        self._everything = (*columns, *apart)
        self._names_width = min(m.em * 11, width * 0.45)
        self._dots_left = self._names_width + m.em * 2.4
        self._radius = m.em * 0.5
        self._pitch = self._radius * 2.3
        self._beside = max(1, int((width - self._dots_left) // self._pitch))
        self._names = [
            SetText(_called(column), m.font("note"), self._names_width, m.em * 0.9)
            for column in self._everything
        ]
        self._tops: list[float] = []
        self.height = 0.0
        for place, (column, name) in enumerate(zip(self._everything, self._names, strict=True)):
            if place == len(columns):
                self.height += m.em
            self._tops.append(self.height)
            lines = ceil(column.count / self._beside)
            self.height += max(name.height, lines * self._pitch) + m.em * 0.5

    def paint(self, painter: QPainter) -> None:
        theme, m = self._theme, self._theme.metrics
        for place, (column, top) in enumerate(zip(self._everything, self._tops, strict=True)):
            painter.setPen(theme.colour("muted"))
            self._names[place].draw(painter, 0, top)
            painter.setPen(theme.colour("ink"))
            painter.setFont(m.font("strong"))
            count = QRectF(self._names_width, top, m.ems(1.7), m.em * 1.26)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(count, right, str(column.count))
            painter.setPen(_outline(theme))
            painter.setBrush(_colour(place, self._columns, theme))
            for number in range(column.count):
                line, along = divmod(number, self._beside)
                x = self._dots_left + (along + 0.5) * self._pitch
                y = top + m.em * 0.63 + line * self._pitch
                painter.drawEllipse(QPointF(x, y), self._radius, self._radius)
