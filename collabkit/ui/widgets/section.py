"""A group on the page: a heading and what belongs to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text


class Section(Part):
    """A heading and a sentence, if wanted, on the paper itself; more space above than inside."""

    def __init__(self, heading: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text(heading, "heading")
        self.sentence = Text(sentence, "body", "muted")
        show_if(self.sentence, bool(sentence))
        self.body = QVBoxLayout(self)
        self._first = QHBoxLayout()
        self._first.addWidget(self.heading)
        self._first.addStretch(1)
        self.body.addLayout(self._first)
        self.body.addWidget(self.sentence)
        self.setAccessibleName(heading)
        self.dress(theme_of(self))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put ``parts`` below what is there."""
        for part in parts:
            put(self.body, part)

    def mark(self, mark: QWidget) -> None:
        """Put ``mark`` right after the heading."""
        self._first.insertWidget(1, mark, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_sentence(self, sentence: str) -> None:
        """Change the sentence; nothing takes it away."""
        self.sentence.setText(sentence)
        show_if(self.sentence, bool(sentence))

    def dress(self, theme: Theme) -> None:
        self.body.setContentsMargins(0, theme.metrics.units(3), 0, 0)
        self._first.setSpacing(theme.metrics.units(1.5))
        self.body.setSpacing(theme.metrics.units(1.5))
