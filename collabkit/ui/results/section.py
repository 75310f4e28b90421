"""A part of the page under a heading that can be jumped to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.part import Part, put
from collabkit.ui.widgets.text import Text


class Section(Part):
    """A heading, a sentence below it, and whatever is added."""

    def __init__(self, heading: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text(heading, "heading")
        let_jump_to(self.heading)
        self.lead = Text(lead, "body", "muted")
        self.lead.setVisible(bool(lead))
        self._words = QVBoxLayout()
        self._words.addWidget(self.heading)
        self._words.addWidget(self.lead)
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._words)
        self.setAccessibleName(heading)
        self.dress(theme_of(self))

    def set_lead(self, lead: str) -> None:
        """Change the sentence below the heading."""
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put ``parts`` below what is there."""
        for part in parts:
            put(self._box, part)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, m.units(3), 0, 0)
        self._box.setSpacing(m.units(2))
        self._words.setSpacing(m.units(0.5))


def let_jump_to(text: Text) -> None:
    """Let the program give ``text`` the keyboard, so that Tab goes on from there."""
    text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    text.setProperty(NO_RING, True)
