"""A note about how an action goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text


class NoteRow(Part):
    """The day, what was noted, and a button to take it away: ``removal_requested(place)``."""

    removal_requested = Signal(int)

    def __init__(self, place: int, on: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.day = Text(on, "note", "muted")
        self.text = Text(text)
        self.remove = Button(
            "", "quiet", "bin", _("Remove the note of {day}: {text}").format(day=on, text=text)
        )
        self.remove.setToolTip(_("Remove the note"))
        words = Column(gap=0)
        words.fill(self.day, self.text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(words, 1)
        self._row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(1))

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self._place)
