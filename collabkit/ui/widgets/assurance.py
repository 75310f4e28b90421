"""A sentence that lets people breathe."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.text import Text


class Assurance(Part):
    """A quiet sign and a sentence, such as that everything stays on this computer."""

    def __init__(self, sign: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Sign(sign), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(Text(sentence, "body", "muted"), 1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(1.2))
