"""The mark of an answer in a circle, to be read beside its name."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.surfaces import paint_mark


class Mark(Part):
    """A number or letter in a circle of ``ems``; ``is_chosen`` fills it."""

    def __init__(self, mark: str, *, ems: float, is_chosen: bool = False) -> None:
        super().__init__()
        self._mark, self._ems, self._is_chosen = mark, ems, is_chosen

    def sizeHint(self) -> QSize:
        side = theme_of(self).metrics.ems(self._ems)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.sizeHint().height()
        inset = max(1.5, theme_of(self).metrics.hair * 1.5)
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        circle.adjust(inset, inset, -inset, -inset)
        paint_mark(painter, self, circle, self._mark, chosen=self._is_chosen)
