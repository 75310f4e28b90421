"""A small single-colour sign beside a text."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part


class Sign(Part):
    """Draws the sign ``name`` in a colour role, ``size`` ems high; without a name it keeps its
    place. It is decoration: the words beside it say the same.
    """

    def __init__(
        self, name: str = "", role: str = "muted", size: float = 1.2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size

    def show_sign(self, name: str, role: str) -> None:
        """Draw another sign or another colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        side = theme_of(self).metrics.ems(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._name:
            return
        side = min(self.width(), theme_of(self).metrics.ems(self._size))
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_sign(QPainter(self), self._name, box, theme_of(self).colour(self._role), 2.2)
