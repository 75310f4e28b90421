"""How it stands with the safety copies, and the way to them."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.text import Text


class CopyCard(Card):
    """What is safe, in a sentence. ``all_requested()`` asks to see all copies."""

    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Safety copies"))
        self.made = Text("")
        self.see_all = Button(_("See the safety copies"), "plain", "undo")
        self.see_all.clicked.connect(self.all_requested)
        difference = Text(
            _(
                "They are made by themselves, so that you can go back. “Save my work somewhere "
                "else…” is for taking your work away: it writes everything into a folder that you "
                "choose, for another computer or in case this one breaks."
            ),
            "note",
            "muted",
        )
        self.add(self.made, self.see_all, difference)

    def show_copy(self, made: str) -> None:
        """Say what is safe."""
        self.made.setText(made)
