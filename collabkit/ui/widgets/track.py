"""A line of stops from one end to the other, of which one can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.level_card import Answer, AnswerButton
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_mark, paint_wash

_CIRCLE = 2.2  # ems
_TOP = 0.7
_GAP = 0.5


class TrackStop(AnswerButton):
    """One stop: its number in a circle on the line, and its name below.

    Chosen is shown by a filled circle, a tick below the name and a wash. ``is_first`` and
    ``is_last`` are where the line ends.
    """

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(answer.code, parent)
        self.is_first = self.is_last = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_answer(answer)

    def show_answer(self, answer: Answer) -> None:
        """Stand for another answer."""
        self.answer, self.code = answer, answer.code
        self.setAccessibleName(f"{answer.mark}. {answer.name}" if answer.mark else answer.name)
        self.setAccessibleDescription(answer.description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(7)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(3.2), m.target)

    def heightForWidth(self, width: int) -> int:
        m = theme_of(self).metrics
        return m.ems(_TOP + _CIRCLE + _GAP) + round(self._name(width).height) + m.ems(1.9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # it means go on, as on the cards
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            paint_wash(painter, self)
        side, middle = m.ems(_CIRCLE), self.width() / 2
        height = m.ems(_TOP) + side / 2
        painter.setPen(QPen(theme.colour("edge"), max(2.0, m.hair * 2)))
        start = middle if self.is_first else 0
        end = middle if self.is_last else self.width()
        painter.drawLine(QPointF(start, height), QPointF(end, height))
        circle = QRectF(middle - side / 2, m.ems(_TOP), side, side)
        paint_mark(painter, self, circle, self.answer.mark, chosen=chosen)
        painter.setPen(theme.colour("ink"))
        name = self._name(self.width())
        top = m.ems(_TOP + _CIRCLE + _GAP)
        name.draw(painter, m.ems(0.3), top)
        if chosen:
            tick = m.ems(1.1)
            box = QRectF(middle - tick / 2, top + name.height + m.ems(0.25), tick, tick)
            paint_sign(painter, "tick", box, theme.colour("accent"), 3)

    def _name(self, width: int) -> SetText:
        m = theme_of(self).metrics
        room = width - m.ems(0.6)
        return SetText(self.answer.name, m.font("body"), room, m.em, Qt.AlignmentFlag.AlignHCenter)


class Track(LevelChoice):
    """A slider between two ends: stops on a line, none chosen until somebody chooses one."""

    _LEVEL_GAP = 0.0

    def offer(self, levels: Sequence[Answer], ways_out: Sequence[Answer] = ()) -> None:
        super().offer(levels, ways_out)
        for number, stop in enumerate(self._level_cards):
            if isinstance(stop, TrackStop):
                stop.is_first, stop.is_last = number == 0, number == len(levels) - 1

    def _new_levels_box(self) -> QBoxLayout:
        return QHBoxLayout()

    def _new_level_card(self) -> AnswerButton:
        return TrackStop(Answer("", ""))
