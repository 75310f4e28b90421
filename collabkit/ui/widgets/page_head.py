"""The head of a page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text

if TYPE_CHECKING:
    from collabkit.ui.widgets.button import Button

_ROOM_BESIDE = 30  # ems; a narrower head puts its button below


class PageHead(Part):
    """Title, one sentence of what the page is for, and at most one primary button at the right."""

    def __init__(
        self, title: str, lead: str = "", parent: QWidget | None = None, *, quiet: bool = False
    ) -> None:
        """Take the words; a ``quiet`` head is one small line above something more important."""
        super().__init__(parent)
        self.title = Text(title, "strong" if quiet else "title")
        self.title.speak_as_heading()
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title.setProperty(NO_RING, True)
        self.lead = Text(lead, "body" if quiet else "lead", "muted")
        show_if(self.lead, bool(lead))
        self.primary: Button | None = None
        self._quiet = quiet
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.addWidget(self.title)
        self._words.addWidget(self.lead)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._words, 1)
        self.dress(theme_of(self))

    def set_primary(self, button: "Button") -> None:
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
        self._words.setSpacing(theme.metrics.units(0.5 if self._quiet else 1))
        self._box.setSpacing(theme.metrics.units(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme_of(self).metrics.ems(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        if self._quiet:
            words = self.title.sizeHint().width() + self.lead.sizeHint().width()
            side_by_side = words + theme_of(self).metrics.ems(2) <= self.width()
            self._words.setDirection(way.LeftToRight if side_by_side else way.TopToBottom)
            self._words.setStretchFactor(self.title, 1 if side_by_side else 0)
