"""Before the first sheet: how many there are, and what to know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part, put
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.workshop.keying.state import KeyingState


class StartPart(Part):
    """``begun(sheets)`` tells how many sheets are going to be keyed in."""

    begun = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = Text(
            _(
                "Shuffle the sheets first. Write the number of each on its corner as you key it "
                "in, so that you find it again."
            )
        )
        self.promise = Text(
            _(
                "What you key in is held in memory until you seal it, and never written down. If "
                "the program stops before, you key these sheets in again. There are no totals "
                "here: nobody but you sees what the sheets say before each reveal. If a projector "
                "shows this screen, tick “Hide what is typed” first."
            ),
            tone="muted",
        )
        self.number = TextField(_("How many sheets have you got?"), _("Count them first."), 3)
        self.start = Button(_("Key them in"), "primary", "keyboard")
        self._box = QVBoxLayout(self)
        for part in (self.lead, self.promise, self.number, self.start):
            put(self._box, part)
        self.number.entered.connect(self._on_start)
        self.start.clicked.connect(self._on_start)
        self.dress(theme_of(self))

    def empty(self) -> None:
        """Ask anew."""
        self.number.set_text("")
        self.number.set_fault("")

    def show_state(self, state: KeyingState) -> None:
        """Show what went wrong with the last number, if anything did."""
        self.number.set_fault(state.message if state.is_refusal else "")

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(2))
        self.number.line.setMaximumWidth(theme.metrics.ems(8))

    def _on_start(self) -> None:
        text = self.number.text.strip()
        if not text.isdecimal() or not int(text):
            self.number.set_fault(_("Please write a number, such as 7."))
            self.number.line.setFocus()
            return
        self.begun.emit(int(text))
