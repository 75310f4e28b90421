"""How far the writing is, and the way to stop it."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.handing_out.state import Busy
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.text import Text


class BusyCard(Card):
    """How many of how many sheets are written. ``stop_requested()``."""

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Writing the sheets"))
        self.done = Text("", "lead")
        self.stop = Button(_("Stop here"))
        self.stop.clicked.connect(self.stop_requested)
        note = _("You can go to other pages meanwhile. If you stop, what is written stays.")
        self.add(self.done, Text(note, "note", "muted"), self.stop)

    def show_busy(self, busy: Busy) -> None:
        """Show how far it is."""
        words = _("{done} of {all} are written.")
        if busy.is_stopping:
            words = _("{done} of {all} are written. Stopping after this one…")
        self.done.setText(words.format(done=busy.done, all=busy.all))
        self.stop.setEnabled(not busy.is_stopping)
