"""What can be done with the paper beside saving it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.tick import Tick


class Tools(Part):
    """Print, another size, read as text, whether notes are on the paper, and which paper.

    ``print_requested()``, ``size_change_requested()`` (as wide as there is room, or as large as on
    paper), ``reading_chosen(as_text)``, ``notes_chosen(with_notes)`` and ``letter_chosen(letter)``
    (US Letter instead of A4) tell what a person wants.
    """

    print_requested = Signal()
    size_change_requested = Signal()
    reading_chosen = Signal(bool)
    notes_chosen = Signal(bool)
    letter_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reads_text = False
        self.print = Button(_("Print…"), "plain", "print")
        self.reading = Button(_("Read as text"), "quiet", "text-size")
        self.size_button = Button("", "quiet", "search")
        self.notes = Tick(_("With notes and evidence"))
        self.letter = Tick(_("On US Letter instead of A4"))
        self._row = Flow()
        for tool in (self.print, self.size_button, self.reading, self.notes, self.letter):
            self._row.addWidget(tool)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._row)
        self.print.clicked.connect(self.print_requested)
        self.size_button.clicked.connect(self.size_change_requested)
        self.reading.clicked.connect(self._on_reading_clicked)
        self.notes.clicked.connect(self.notes_chosen)
        self.letter.clicked.connect(self.letter_chosen)
        self.dress(theme_of(self))

    def show_notes(self, with_notes: bool) -> None:
        """Show whether notes are on the paper; nobody is told."""
        with QSignalBlocker(self.notes):
            self.notes.setChecked(with_notes)

    def show_letter(self, letter: bool) -> None:
        """Show whether the paper is US Letter; nobody is told."""
        with QSignalBlocker(self.letter):
            self.letter.setChecked(letter)

    def show_size(self, *, fits_width: bool) -> None:
        """Offer the size that the pages do not have now."""
        words = _("Size on paper") if fits_width else _("Fit the width")
        self.size_button.setText(words)
        self.size_button.setAccessibleName(words)

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(2))

    def _on_reading_clicked(self) -> None:
        self._reads_text = not self._reads_text
        words = _("See the pages") if self._reads_text else _("Read as text")
        self.reading.setText(words)
        self.reading.setAccessibleName(words)
        self.reading.set_sign("file" if self._reads_text else "text-size")
        show_if(self.size_button, not self._reads_text)
        self.reading_chosen.emit(self._reads_text)
