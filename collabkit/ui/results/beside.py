"""Two things side by side, or below each other where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part


class Beside(Part):
    """Puts ``first`` beside ``second`` from ``from_ems`` on, which share the room equally."""

    def __init__(
        self, first: QWidget, second: QWidget, from_ems: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._from_ems = from_ems
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)
        self.dress(theme_of(self))

    @property
    def is_stacked(self) -> bool:
        """Whether the second is below the first."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= theme_of(self).metrics.ems(self._from_ems)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if fits else way.TopToBottom)
