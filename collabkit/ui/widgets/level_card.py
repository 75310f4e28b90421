"""One answer as a card."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.option_button import OptionButton
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_choice, paint_mark


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer: what is stored, what it is called, and what it means.

    ``mark`` stands in the circle, usually the number; it is also the key that chooses it.
    """

    code: str
    name: str
    description: str = ""
    mark: str = ""


class AnswerButton(OptionButton):
    """A button that stands for one answer, and for another one later."""

    answer: Answer

    def show_answer(self, answer: Answer) -> None:
        """Stand for another answer."""
        raise NotImplementedError


class LevelCard(AnswerButton):
    """A card that can be chosen: mark in a circle, short name, description below.

    The whole card can be pressed. Chosen is shown by fill, a tick and a thicker border. A ``small``
    one, for *don't know* and *does not apply*, is as wide as its name.
    """

    def __init__(self, answer: Answer, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(answer.code, parent)
        self._small = small
        self._lines: dict[int, tuple[SetText, SetText | None]] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if small else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.answer = answer
        self.show_answer(answer)

    def show_answer(self, answer: Answer) -> None:
        """Stand for another answer."""
        self.answer, self.code = answer, answer.code
        self._lines.clear()
        mark = f"{answer.mark}. " if answer.mark.isdigit() and not self._small else ""
        self.setAccessibleName(f"{mark}{answer.name}")
        self.setAccessibleDescription(answer.description)
        self.updateGeometry()
        self.update()

    def show_chosen(self, chosen: bool) -> None:
        """Look chosen or not; nobody is told."""
        self.setAutoExclusive(False)  # otherwise Qt keeps the last chosen one chosen
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # screen readers hear a radio button by this

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        if not self._small:
            return QSize(m.ems(30), self.heightForWidth(m.ems(30)))
        name = SetText(self.answer.name, m.font("body"), 100_000, m.em)
        width = round(self._inner_left + name.width + m.ems(2.4))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(12), m.target)

    def heightForWidth(self, width: int) -> int:
        name, description = self._set(width)
        height = name.height + (description.height if description else 0)
        return max(theme_of(self).metrics.target, round(height) + 2 * self._inner_top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # some desktops press with it what space presses; it means go on
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lines.clear()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        paint_choice(painter, self, thick=3)
        self._paint_circle(painter)
        name, description = self._set(self.width())
        height = name.height + (description.height if description else 0)
        top = (self.height() - height) / 2
        painter.setPen(theme.colour("ink"))
        name.draw(painter, self._inner_left, top)
        if description:
            painter.setPen(theme.colour("ink" if chosen else "muted"))
            description.draw(painter, self._inner_left, top + name.height)
        if chosen:
            side = m.ems(1.3)
            tick = QRectF(self.width() - side - m.ems(0.9), (self.height() - side) / 2, side, side)
            if self._small:
                tick.moveLeft(self.width() - side - m.ems(0.6))
            paint_sign(painter, "tick", tick, theme.colour("accent"), 3)

    def _paint_circle(self, painter: QPainter) -> None:
        m = theme_of(self).metrics
        side = m.ems(1.35 if self._small else 2)
        left = m.ems(0.7 if self._small else 1.1)
        circle = QRectF(left, (self.height() - side) / 2, side, side)
        role: TextRole = "note" if self._small else "strong"
        paint_mark(painter, self, circle, self.answer.mark, chosen=self.isChecked(), role=role)

    @property
    def _inner_left(self) -> int:
        return theme_of(self).metrics.ems(2.6 if self._small else 4.1)

    @property
    def _inner_top(self) -> int:
        return theme_of(self).metrics.ems(0.4 if self._small else 0.75)

    def _set(self, width: int) -> tuple[SetText, SetText | None]:
        if width not in self._lines:
            if len(self._lines) > 4:
                self._lines.clear()
            m = theme_of(self).metrics
            room = width - self._inner_left - m.ems(2 if self._small else 3)
            role: TextRole = "body" if self._small else "strong"
            name = SetText(self.answer.name, m.font(role), room, m.em)
            described = self.answer.description and not self._small
            description = (
                SetText(self.answer.description, m.font(), room, m.em) if described else None
            )
            self._lines[width] = name, description
        return self._lines[width]
