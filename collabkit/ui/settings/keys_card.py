"""Which keys the program listens to."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.settings.state import Chosen
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.explained_tick import ExplainedTick


class KeysCard(Card):
    """Single keys in the questionnaire, and the way to the list of all keys."""

    chosen = Signal(str, object)
    list_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Keys"))
        self.letters = ExplainedTick(
            _("Answer with single keys in the questionnaire"),
            _(
                "1 to 5 choose an answer, 0 is “don't know”, N is “does not apply” and F marks a "
                "statement to come back to. While you type a note, they are letters. Switch this "
                "off if keys get pressed by accident or if you speak to your computer."
            ),
        )
        self.letters.tick.clicked.connect(self._on_letters_clicked)
        self.show_list = Button(_("Show all keys"), "plain", "keyboard")
        self.show_list.clicked.connect(self.list_requested)
        self.add(self.letters, self.show_list)

    def render_chosen(self, chosen: Chosen) -> None:
        """Show what is chosen."""
        self.letters.tick.setChecked(chosen.letter_keys)

    def _on_letters_clicked(self, wanted: bool) -> None:
        self.chosen.emit("letter_keys", wanted)
