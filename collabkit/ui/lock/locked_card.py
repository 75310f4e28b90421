"""What can be done once the data is locked."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.lock.state import LockState, Step, Wish
from collabkit.ui.lock.wording import wish_explained, wish_words
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.text import Text

_WISHES = (Wish.PASSPHRASE, Wish.CODE, Wish.KEY, Wish.OFF)


class LockedCard(Card):
    """A choice and the present passphrase. ``wished(Wish, passphrase)``."""

    wished = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(_("Change what opens it"))
        self.choice = Choice(_("What would you like?"), [(w.name, wish_words(w)) for w in _WISHES])
        self.choice.set_code(Wish.PASSPHRASE.name)
        self.explained = Text(wish_explained(Wish.PASSPHRASE), "note", "muted")
        self.passphrase = PassphraseField(
            _("Your passphrase now"),
            _(
                "So that nobody can do this who merely finds collabkit open. The recovery code "
                "will do as well."
            ),
        )
        self.next = Button(_("Next"), "primary")
        self.choice.chosen.connect(self._on_choice_chosen)
        self.next.clicked.connect(self._on_next_clicked)
        self.passphrase.entered.connect(self._on_next_clicked)
        self.add(self.choice, self.explained, self.passphrase, self.next)

    def show_state(self, state: LockState) -> None:
        """Show what is wrong with the passphrase."""
        if state.step is not Step.LOCKED:
            self.passphrase.forget()
        elif state.wrong:
            self.passphrase.refuse(state.wrong)
        else:
            self.passphrase.accept()
        self.next.set_resting(bool(state.busy))

    def _on_choice_chosen(self, code: object) -> None:
        self.explained.setText(wish_explained(Wish[str(code)]))

    def _on_next_clicked(self) -> None:
        if self.next.isEnabled():
            self.wished.emit(Wish[str(self.choice.code)], self.passphrase.passphrase)
