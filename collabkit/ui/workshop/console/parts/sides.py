"""The two halves of the console."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part

_FROM = 44  # ems; with less, the halves stand below each other
_MAIN, _SIDE = 8, 5  # shares of the width


class Sides(Part):
    """What to do now at the left, the wall and everything else at the right or below.

    ``turned()`` tells that the halves stand otherwise now; ``are_stacked`` how.
    """

    turned = Signal()

    def __init__(self, main: QWidget, side: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget, share in ((main, _MAIN), (side, _SIDE)):
            self._box.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        self.dress(theme_of(self))

    @property
    def are_stacked(self) -> bool:
        """Whether the halves stand below each other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= theme_of(self).metrics.ems(_FROM)
        if fits is self.are_stacked:
            way = QBoxLayout.Direction
            self._box.setDirection(way.LeftToRight if fits else way.TopToBottom)
            self.turned.emit()
