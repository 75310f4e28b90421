"""The shape (radar): five axes from 1 to 5, and the second occasion dashed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.assessments.rounding import shown
from collabkit.assessments.shape import Anchor, Label, Point, Shape, draw_shape
from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.setting import SetText


@dataclass(frozen=True, slots=True)
class Occasion:
    """One line of the shape: what it is called ("June 2026") and one score (1 to 5) a section.

    ``None`` is a section without enough answers: a gap, never a zero.
    """

    name: str
    scores: tuple[Fraction | None, ...]


class ShapeView(Part):
    """Draws one occasion, or two to compare: the first in full, the second dashed.

    It is a picture: whoever shows it puts the same numbers beside it as a table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._occasions: tuple[Occasion, ...] = ()
        self._shapes: tuple[Shape, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("The shape"))

    def show_shape(self, names: Sequence[str], *occasions: Occasion) -> None:
        """Draw one axis a section, named in order, and one or two occasions."""
        self._names = tuple(names)
        self._occasions = occasions[:2]
        self._shapes = tuple(draw_shape(occasion.scores) for occasion in self._occasions)
        self.setAccessibleDescription(self._in_words())
        self.updateGeometry()
        self.update()

    def dress(self, theme: Theme) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(30)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(17), m.ems(14))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        m = theme_of(self).metrics
        legend = m.ems(2) if len(self._occasions) > 1 else 0
        return min(round(width * 0.82), m.ems(27)) + legend

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._shapes:
            return
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        legend = m.ems(2) if len(self._occasions) > 1 else 0
        names = [SetText(name, m.font("strong"), m.ems(8), m.em) for name in self._names]
        across = max((name.width for name in names), default=0)
        above = max((name.height for name in names), default=0)
        room = QRectF(0, 0, self.width(), self.height() - legend)
        radius = min(room.width() / 2 - across - m.em * 0.4, room.height() / 2 - above * 0.75) / 1.1
        radius = max(radius, m.em * 3)
        pen = _Pen(
            painter, theme, QPointF(room.width() / 2, room.height() / 2 + above * 0.3), radius
        )
        self._paint_rings(pen)
        for shape_number in reversed(range(len(self._shapes))):
            self._paint_line(pen, shape_number)
        painter.setPen(theme.colour("ink"))
        for name, label in zip(names, self._shapes[0].labels, strict=False):
            pen.put_name(name, label)
        if legend:
            self._paint_legend(painter, self.height() - legend)

    def _paint_rings(self, pen: "_Pen") -> None:
        shape, theme, painter = self._shapes[0], pen.theme, pen.painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, ring in enumerate(shape.rings, 1):
            role = "edge" if number == len(shape.rings) else "line"
            painter.setPen(QPen(theme.colour(role), theme.metrics.hair))
            painter.drawPolygon([pen.at(corner) for corner in ring])
        painter.setPen(QPen(theme.colour("line"), theme.metrics.hair))
        for axis in shape.axes:
            painter.drawLine(pen.at(axis.start), pen.at(axis.end))
        painter.setFont(theme.metrics.font("note"))
        painter.setPen(theme.colour("muted"))
        side = theme.metrics.ems(1.6)
        for number, ring in enumerate(shape.rings, 1):
            corner = pen.at(ring[0])
            box = QRectF(corner.x() - side - 3, corner.y() - side / 2, side, side)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, str(number))

    def _paint_line(self, pen: "_Pen", number: int) -> None:
        shape, painter, theme = self._shapes[number], pen.painter, pen.theme
        m = theme.metrics
        colour = theme.colour("accent" if number == 0 else "ink")
        if number == 0 and all(shape.points):
            fill = QColor(colour)
            fill.setAlphaF(0.12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon([pen.at(point) for point in shape.points if point])
        painter.setPen(_line_pen(theme, number))
        for line in shape.lines:
            painter.drawLine(pen.at(line.start), pen.at(line.end))
        painter.setPen(QPen(theme.colour("surface"), m.hair))
        painter.setBrush(colour)
        dot = m.em * 0.36
        for point in shape.points:
            if point:
                painter.drawEllipse(pen.at(point), dot, dot)
        if number == 0:
            for point, score in zip(shape.points, self._occasions[0].scores, strict=True):
                if point and score is not None:
                    pen.put_value(point, str(shown(score)))

    def _paint_legend(self, painter: QPainter, top: int) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter.setFont(m.font("note"))
        widths = [
            painter.fontMetrics().horizontalAdvance(occasion.name) + m.ems(4.2)
            for occasion in self._occasions
        ]
        left = (self.width() - sum(widths)) / 2
        middle = top + m.ems(1.2)
        for number, (occasion, width) in enumerate(zip(self._occasions, widths, strict=True)):
            painter.setPen(_line_pen(theme, number))
            painter.drawLine(QPointF(left, middle), QPointF(left + m.ems(2.2), middle))
            painter.setPen(theme.colour("ink"))
            box = QRectF(left + m.ems(2.7), top, width, m.ems(2.4))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, flags, occasion.name)
            left += width

    def _in_words(self) -> str:
        sentences = []
        for occasion in self._occasions:
            values = ", ".join(
                f"{name} {shown(score)}"
                if score is not None
                else _("{section}: not enough answers").format(section=name)
                for name, score in zip(self._names, occasion.scores, strict=True)
            )
            sentences.append(f"{occasion.name}: {values}." if occasion.name else f"{values}.")
        return " ".join(sentences)


def _line_pen(theme: Theme, number: int) -> QPen:
    pen = QPen(theme.colour("accent" if number == 0 else "ink"), theme.metrics.ring)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if number:
        pen.setWidthF(theme.metrics.ring * 0.8)
        pen.setDashPattern([2.2, 2.4])
    return pen


class _Pen:
    """Turns the shape's places into pixels and writes beside them."""

    def __init__(self, painter: QPainter, theme: Theme, middle: QPointF, radius: float) -> None:
        self.painter, self.theme = painter, theme
        self._middle, self._radius = middle, radius

    def at(self, point: Point) -> QPointF:
        return self._middle + QPointF(point.x, -point.y) * self._radius

    def put_name(self, name: SetText, label: Label) -> None:
        at = self.at(label.point)
        left = {
            Anchor.START: at.x() - self._radius * 0.06,
            Anchor.MIDDLE: at.x() - name.width / 2,
            Anchor.END: at.x() - name.width + self._radius * 0.06,
        }[label.across]
        top = {
            Anchor.START: at.y() - name.height * 0.85,
            Anchor.MIDDLE: at.y() - name.height / 2,
            Anchor.END: at.y() - name.height * 0.15,
        }[label.upwards]
        name.draw(self.painter, left, top)

    def put_value(self, point: Point, words: str) -> None:
        """Write ``words`` a little outside ``point``, readable on any line."""
        m = self.theme.metrics
        length = (point.x**2 + point.y**2) ** 0.5
        away = QPointF(point.x, -point.y) / length * m.em * 1.15
        middle = self.at(point) + away
        font = m.font("strong")
        path = QPainterPath()
        path.addText(0, 0, font, words)
        box = path.boundingRect()
        path.translate(middle.x() - box.center().x(), middle.y() - box.center().y())
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.theme.colour("surface"), m.em * 0.3))
        self.painter.drawPath(path)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour("ink"))
        self.painter.drawPath(path)
