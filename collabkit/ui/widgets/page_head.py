"""The head of a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text

_ROOM_BESIDE = 30  # ems; a narrower head puts its button below


class PageHead(Part):
    """Title, one sentence of what the page is for, and at most one primary button at the right."""

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(title, "title")
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title.setProperty(NO_RING, True)
        self.lead = Text(lead, "lead", "muted")
        show_if(self.lead, bool(lead))
        self.primary: Button | None = None
        words = self._words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.lead)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(words, 1)
        self.dress(theme_of(self))

    def set_primary(self, button: Button) -> None:
        """Put the page's one primary button at the right."""
        if self.primary is not None:
            self._box.removeWidget(self.primary)
            self.primary.deleteLater()
        self.primary = button
        self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def set_words(self, title: str, lead: str = "") -> None:
        """Change title and sentence."""
        self.title.setText(title)
        self.lead.setText(lead)
        show_if(self.lead, bool(lead))

    def dress(self, theme: Theme) -> None:
        self._words.setSpacing(theme.metrics.units(1))
        self._box.setSpacing(theme.metrics.units(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme_of(self).metrics.ems(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
