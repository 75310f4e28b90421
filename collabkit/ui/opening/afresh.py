"""Starting with nothing: possible, but never by a slip."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class StartAfresh(Fold):
    """Folded away, with a tick before the button. ``start_requested()``."""

    start_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Start afresh with nothing"))
        self.tick = Tick(_("I know that I then begin without any of my answers and plans"))
        self.start = Button(_("Start afresh"))
        self.start.setEnabled(False)
        self.tick.toggled.connect(self.start.setEnabled)
        self.start.clicked.connect(self.start_requested)
        self.add(
            Text(
                _(
                    "collabkit then opens as on its first day. Nothing is thrown away: what is in "
                    "the folder now stays there."
                )
            ),
            self.tick,
            self.start,
        )

    def close_again(self) -> None:
        """Begin as if nobody had been here."""
        self.tick.setChecked(False)
        self.set_open(False)
