"""The names of the sheets, left of the grid."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from collabkit.ui.theme.theme import theme_of


class SheetNames(QHeaderView):
    """“Sheet 1” and so on; the one that is keyed in stands out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._current = 0
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def mark(self, sheet: int) -> None:
        """Let this sheet, from 0, stand out."""
        self._current = sheet
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = theme_of(self)
        is_current = logical_index == self._current
        painter.save()
        painter.setFont(theme.metrics.font("strong" if is_current else "body"))
        painter.setPen(theme.colour("ink" if is_current else "muted"))
        words = str(self.model().headerData(logical_index, Qt.Orientation.Vertical) or "")
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(theme.metrics.ems(0.2), 0, 0, 0), flags, words)
        painter.restore()
