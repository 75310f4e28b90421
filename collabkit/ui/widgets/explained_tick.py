"""A tick box and what it means."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.option_face import TEXT_LEFT
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class ExplainedTick(Part):
    """A tick box with a sentence below it, which screen readers say with it."""

    def __init__(self, text: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = Tick(text)
        self.explanation = Text("", "note", "muted")
        self._below = QVBoxLayout()
        self._below.addWidget(self.explanation)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self.tick)
        self._box.addLayout(self._below)
        self.setFocusProxy(self.tick)
        self.explain(explanation)
        self.dress(theme_of(self))

    def explain(self, explanation: str) -> None:
        """Say something else below it."""
        self.explanation.setText(explanation)
        self.tick.setAccessibleDescription(explanation)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, 0, 0, m.units(0.5))
        self._below.setContentsMargins(m.ems(TEXT_LEFT), 0, 0, 0)
