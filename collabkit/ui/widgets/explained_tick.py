"""A tick box and what it means."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class ExplainedTick(Part):
    """A tick box with a sentence below it, which screen readers say with it."""

    def __init__(self, text: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = Tick(text)
        self._explanation = Text("", "note", "muted")
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.tick)
        self._box.addWidget(self._explanation)
        self.setFocusProxy(self.tick)
        self.explain(explanation)
        self.dress(theme_of(self))

    def explain(self, explanation: str) -> None:
        """Say something else below it."""
        self._explanation.setText(explanation)
        self.tick.setAccessibleDescription(explanation)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, 0, 0, m.units(0.5))
        self._box.setSpacing(0)
        self._explanation.setContentsMargins(0, 0, 0, 0)
        self._explanation.setIndent(0)
