"""How the window is laid out: the rail, the pages, and what stands above them."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.page import LEAST as LEAST_PAGE
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.rail import WIDTH as RAIL_WIDTH
from collabkit.ui.widgets.rail import Rail


class Pages(QStackedWidget):
    """One page at a time, in the height that is left; each scrolls by itself.

    Qt would hold every page to be at least as high as all of its words, and take room from what
    stands above, whose last line would be cut off.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class Shell(Part):
    """Rail and pages side by side; folds the rail when the page would become too narrow."""

    def __init__(self, rail: Rail, pages: QStackedWidget) -> None:
        super().__init__()
        self._rail = rail
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rail)
        self._right = QVBoxLayout()
        self._right.addWidget(pages, 1)
        box.addLayout(self._right, 1)

    def take_above(self, standing: QWidget) -> None:
        """Put ``standing`` above the pages."""
        self._right.insertWidget(0, standing)

    def dress(self, theme: Theme) -> None:
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        m = theme_of(self).metrics
        folded = self.width() < m.ems(RAIL_WIDTH + LEAST_PAGE)
        if folded != self._rail.folded:
            self._rail.fold(folded)
