"""The shape (radar): axes from 1 to 5, and earlier occasions dashed and dotted."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.assessments.rounding import shown
from collabkit.assessments.shape import Anchor, Label, Point, Shape, draw_shape
from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.shape_lines import MOST, ShapeLegend, line_pen, paint_mark


@dataclass(frozen=True, slots=True)
class Occasion:
    """One line of the shape: what it is called ("June 2026") and one score (1 to 5) a section.

    ``None`` is a section without enough answers: a gap, never a zero.
    """

    name: str
    scores: tuple[Fraction | None, ...]


class ShapeView(Part):
    """Draws one occasion, or up to three: the first in full, the others dashed and dotted.

    It is a picture: whoever shows it puts the same numbers beside it as a table.
    """

    spoken_role = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._occasions: tuple[Occasion, ...] = ()
        self._shapes: tuple[Shape, ...] = ()
        self._gap = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("The shape"))

    def show_shape(
        self, names: Sequence[str], *occasions: Occasion, in_words: str = "", gap: str = ""
    ) -> None:
        """Draw one axis a section, named in order, and one to three occasions, the latest first.

        ``in_words`` is the picture for whoever cannot see it, by default its numbers; ``gap``
        stands where the latest occasion has no score, by default that there are too few answers.
        """
        self._names = tuple(names)
        self._occasions = occasions[:MOST]
        self._shapes = tuple(draw_shape(occasion.scores) for occasion in self._occasions)
        self._gap = gap or _("not enough answers")
        self.setAccessibleDescription(in_words or self._in_words())
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
        return min(round(width * 0.85), m.ems(31)) + self._legend(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._shapes:
            return
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        legend = self._legend(self.width())
        labels = [_AxisLabel(theme, *words) for words in self.corner_words()]
        margin = m.em * 0.2
        room = QRectF(0, 0, self.width(), self.height() - legend.height)
        room.adjust(margin, 0, -margin, 0)
        reaches = [
            _Reach(label, place)
            for label, place in zip(labels, self._shapes[0].labels, strict=True)
        ]
        radius = max(_widest(reaches, room.width(), room.height()), m.em * 3)
        up = max(reach.up(radius) for reach in reaches)
        down = max(reach.down(radius) for reach in reaches)
        middle = QPointF(room.center().x(), (room.height() - up - down) / 2 + up)
        pen = _Pen(painter, theme, middle, radius, room)
        self._paint_rings(pen)
        self._paint_ground(pen)
        for shape_number in reversed(range(len(self._shapes))):
            self._paint_line(pen, shape_number)
        self._paint_numbers(pen)
        for axis_label, place in zip(labels, self._shapes[0].labels, strict=True):
            pen.put_label(axis_label, place)
        legend.paint(painter, self.height() - legend.height)

    def _paint_rings(self, pen: "_Pen") -> None:
        shape, theme, painter = self._shapes[0], pen.theme, pen.painter
        m = theme.metrics
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, ring in enumerate(shape.rings, 1):
            role = "edge" if number == len(shape.rings) else "line"
            painter.setPen(QPen(theme.colour(role), m.hair))
            painter.drawPolygon([pen.at(corner) for corner in ring])
        painter.setPen(QPen(theme.colour("line"), m.hair))
        for axis in shape.axes:
            painter.drawLine(pen.at(axis.start), pen.at(axis.end))

    def _paint_numbers(self, pen: "_Pen") -> None:
        """Write the numbers of the rings above the lines, which may cross them, with an edge."""
        theme, painter = pen.theme, pen.painter
        m = theme.metrics
        font = m.font("note")
        letters = QFontMetricsF(font)
        edge = QPen(theme.colour("surface"), m.em * 0.35)
        edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for number, ring in enumerate(self._shapes[0].rings, 1):
            corner, digits = pen.at(ring[0]), QPainterPath()
            left = corner.x() - m.em * 0.55 - letters.horizontalAdvance(str(number))
            digits.addText(left, corner.y() + letters.capHeight() / 2, font, str(number))
            painter.strokePath(digits, edge)
            painter.fillPath(digits, theme.colour("muted"))

    def _paint_ground(self, pen: "_Pen") -> None:
        points = self._shapes[0].points
        if not all(points):  # with a gap there is no inside
            return
        fill = QColor(pen.theme.colour("accent"))
        fill.setAlphaF(0.12)
        pen.painter.setPen(Qt.PenStyle.NoPen)
        pen.painter.setBrush(fill)
        pen.painter.drawPolygon([pen.at(point) for point in points if point])

    def _paint_line(self, pen: "_Pen", number: int) -> None:
        shape, painter, theme = self._shapes[number], pen.painter, pen.theme
        painter.setPen(line_pen(theme, number))
        for line in shape.lines:
            painter.drawLine(pen.at(line.start), pen.at(line.end))
        for point in shape.points:
            if point:
                paint_mark(painter, theme, pen.at(point), number)

    def _legend(self, width: int) -> ShapeLegend:
        return ShapeLegend(theme_of(self), [each.name for each in self._occasions], width)

    def corner_words(self) -> list[tuple[str, str, str]]:
        """Return for each axis its name, the latest value, and a smaller line; empty if none."""
        words = []
        scores = zip(*(occasion.scores for occasion in self._occasions), strict=True)
        for name, (score, *earlier) in zip(self._names, scores, strict=True):
            if score is None:
                words.append((name, "", self._gap))
                continue
            before = ", ".join(str(shown(each)) for each in earlier if each is not None)
            note = _("before: {score}").format(score=before) if before else ""
            words.append((name, str(shown(score)), note))
        return words

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


class _AxisLabel:
    """The name of a section, its value below it, and a smaller line where there is one."""

    def __init__(self, theme: Theme, name: str, value: str, note: str) -> None:
        m = theme.metrics
        lines = [
            (SetText(name, m.font("strong"), m.ems(8), m.em), "ink"),
            (SetText(value, m.font("heading"), m.ems(8), m.em * 1.2), "accent"),
            (SetText(note, m.font("note"), m.ems(6.5), m.em * 0.9), "muted"),
        ]
        words = (name, value, note)
        self.lines = [line for line, text in zip(lines, words, strict=True) if text]
        self.width = max(line.width for line, _role in self.lines)
        self.height = sum(line.height for line, _role in self.lines)


class _Reach:
    """How far a label reaches from the middle; each way it grows evenly with the radius."""

    _GAP = 0.06  # of the radius: labels at a side come this much closer

    def __init__(self, label: _AxisLabel, place: Label) -> None:
        self._label, self._place = label, place
        share = {Anchor.START: 0.85, Anchor.MIDDLE: 0.5, Anchor.END: 0.15}[place.upwards]
        self.above_point = label.height * share
        self.below_point = label.height - self.above_point

    def left_of_point(self, radius: float) -> float:
        match self._place.across:
            case Anchor.START:
                return radius * self._GAP
            case Anchor.MIDDLE:
                return self._label.width / 2
            case Anchor.END:
                return self._label.width - radius * self._GAP

    def up(self, radius: float) -> float:
        return self._place.point.y * radius + self.above_point

    def down(self, radius: float) -> float:
        return -self._place.point.y * radius + self.below_point

    def widest(self, half: float) -> float:
        """Return the largest radius at which the label stays within ``half`` to either side."""
        out = abs(self._place.point.x)
        if self._place.across is Anchor.MIDDLE:
            return half
        if self._place.upwards is Anchor.END:
            # Below the rings it may slide inwards until its middle is at its point.
            return (half - self._label.width / 2) / out
        return (half - self._label.width) / (out - self._GAP)


def _widest(reaches: Sequence[_Reach], width: float, height: float) -> float:
    """Return the largest radius at which every label lies within ``width`` and ``height``."""
    radius = min(reach.widest(width / 2) for reach in reaches)
    for upper in reaches:
        for lower in reaches:
            words = upper.above_point + lower.below_point
            growth = upper.up(1) + lower.down(1) - words
            if growth > 0:
                radius = min(radius, (height - words) / growth)
    return radius


class _Pen:
    """Turns the shape's places into pixels and writes beside them."""

    def __init__(
        self, painter: QPainter, theme: Theme, middle: QPointF, radius: float, room: QRectF
    ) -> None:
        self.painter, self.theme = painter, theme
        self._middle, self._radius, self._room = middle, radius, room

    def at(self, point: Point) -> QPointF:
        return self._middle + QPointF(point.x, -point.y) * self._radius

    def put_label(self, label: _AxisLabel, place: Label) -> None:
        reach = _Reach(label, place)
        at = self.at(place.point)
        left = at.x() - reach.left_of_point(self._radius)
        left = max(self._room.left(), min(left, self._room.right() - label.width))
        top = at.y() - reach.above_point
        for line, role in label.lines:
            self.painter.setPen(self.theme.colour(role))
            indent = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[place.across]
            line.draw(self.painter, left + (label.width - line.width) * indent, top)
            top += line.height
