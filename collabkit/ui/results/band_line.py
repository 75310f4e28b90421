"""A band and what it means, in one line if there is room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.assessments.meanings import band_meaning
from collabkit.assessments.results import Band
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.band_mark import BandMark
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text


class BandLine(Part):
    """A score if wanted, the mark of a band, then its meaning."""

    def __init__(self, band: Band | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = Text("", "strong")
        self.mark = BandMark()
        self.meaning = Text("")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.score, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self.meaning, 1)
        self.show_band(band)
        self.dress(theme_of(self))

    def show_band(self, band: Band | None, score: str = "") -> None:
        """Show ``band`` after ``score``; either can be missing."""
        self.score.setText(score)
        show_if(self.score, bool(score))
        self.mark.show_band(band)
        self.meaning.setText(band_meaning(band) if band is not None else "")
        show_if(self.meaning, band is not None)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.5))
