"""The foot of a page: what stays in place while the page scrolls."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part

_LEFT, _BETWEEN, _MARK = 0, 1, 3  # columns; the acts at the right share two


class PageFoot(Part):
    """Acts such as Back at the left and Next at the right, and the save mark after them.

    Where there is no room for all in one line, they take two.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = _Acts()
        self._right = _Acts()
        self._mark: QWidget | None = None
        self._side = 0
        self._more = False
        self._lines = _Lines.ONE
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(_BETWEEN, 1)
        self._arrange(self._lines)
        self.dress(theme_of(self))

    def add_left(self, widget: QWidget) -> None:
        """Put ``widget`` at the left, after what is there."""
        self._left.box.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put ``widget`` at the right, after what is there."""
        self._right.box.addWidget(widget)

    def take_mark(self, mark: QWidget) -> None:
        """Show the window's save mark at the end of this foot."""
        self._mark = mark
        self._arrange(self._lines)

    def show_if_used(self, mark_says_something: bool) -> None:
        """Take no room on a page without acts, as long as the mark has nothing to say."""
        acts = self._left.box.count() + self._right.box.count()
        self.setVisible(acts > 0 or mark_says_something)

    def set_side(self, side: int) -> None:
        """Keep ``side`` pixels free at both sides, as the column above does."""
        self._side = side
        above = theme_of(self).metrics.units(1.5)
        self._grid.setContentsMargins(side, above, side, above)
        self._choose_lines()

    def show_more_above(self, more: bool) -> None:
        """Draw a line at the top while the page goes on under the foot."""
        if more != self._more:
            self._more = more
            self.update()

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self.set_side(self._side)
        self._grid.setHorizontalSpacing(m.units(1.5))
        self._grid.setVerticalSpacing(m.units(1))
        self._left.box.setSpacing(m.units(1.5))
        self._right.box.setSpacing(m.units(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_lines()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the mark says something else, for example
            self._choose_lines()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._more:
            painter = QPainter(self)
            painter.setPen(theme_of(self).colour("line"))
            painter.drawLine(0, 0, self.width(), 0)

    def _choose_lines(self) -> None:
        gap = self._grid.horizontalSpacing()
        room = self.width() - 2 * self._side
        acts = self._left.sizeHint().width() + gap + self._right.sizeHint().width()
        mark = self._mark.sizeHint().width() if self._mark is not None else 0
        if acts + 2 * gap + mark <= room:
            lines = _Lines.ONE
        else:
            lines = _Lines.MARK_APART if acts <= room else _Lines.ACTS_APART
        if lines is not self._lines:
            self._arrange(lines)

    def _arrange(self, lines: "_Lines") -> None:
        self._lines = lines
        for group in (self._left, self._right, self._mark):
            if group is not None:
                self._grid.removeWidget(group)
        left, right, mark = lines.value
        self._grid.addWidget(self._left, left, _LEFT)
        start = _LEFT if lines is _Lines.ACTS_APART else _BETWEEN
        span = (_MARK if lines is _Lines.ONE else _MARK + 1) - start
        self._grid.addWidget(self._right, right, start, 1, span, Qt.AlignmentFlag.AlignRight)
        if self._mark is not None:
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            first = _MARK if lines is _Lines.ONE else _BETWEEN
            self._grid.addWidget(self._mark, mark, first, 1, _MARK + 1 - first, middle)


class _Lines(Enum):
    """In which line of the foot the left acts, the right acts and the mark stand."""

    ONE = (0, 0, 0)
    MARK_APART = (1, 1, 0)
    ACTS_APART = (0, 1, 0)


class _Acts(QWidget):
    """Buttons side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
