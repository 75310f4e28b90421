"""The foot of a page: what stays in place while the page scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part


class PageFoot(Part):
    """Acts such as Back at the left and Next at the right, and the save mark after them.

    In a narrow window the save mark moves to a line of its own. A foot without anything in it
    takes no room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        self._acts = QHBoxLayout()
        self._acts.addLayout(self._left)
        self._acts.addStretch(1)
        self._acts.addLayout(self._right)
        self._mark: QWidget | None = None
        self._side = 0
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addLayout(self._acts, 1)
        self.dress(theme_of(self))

    def add_left(self, widget: QWidget) -> None:
        """Put ``widget`` at the left, after what is there."""
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put ``widget`` at the right, after what is there."""
        self._right.addWidget(widget)

    def take_mark(self, mark: QWidget) -> None:
        """Show the window's save mark at the end of this foot."""
        self._mark = mark
        alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._box.addWidget(mark, 0, alignment)

    def set_side(self, side: int) -> None:
        """Keep ``side`` pixels free at both sides, as the column above does."""
        self._side = side
        above = theme_of(self).metrics.units(1.5)
        self._box.setContentsMargins(side, above, side, above)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self.set_side(self._side)
        self._box.setSpacing(m.units(2))
        for layout in (self._acts, self._left, self._right):
            layout.setSpacing(m.units(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        mark = self._mark.sizeHint().width() if self._mark is not None else 0
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._box.spacing()
        way = QBoxLayout.Direction
        fits = self._acts.minimumSize().width() + mark <= room
        self._box.setDirection(way.LeftToRight if fits else way.TopToBottom)
