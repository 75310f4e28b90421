"""A new passphrase, typed twice."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.passphrases import passphrase_advice
from collabkit.ui.lock.state import LockState, Wish
from collabkit.ui.lock.wording import act_words, length_words
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.text import Text


class PassphraseCard(Card):
    """``chosen(passphrase, is_same_twice)``."""

    chosen = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(_("Choose a passphrase"))
        self.passphrase = PassphraseField(
            _("New passphrase"), passphrase_advice(), _("The same once more")
        )
        self.length = Text("", "note", "muted")
        self.next = Button(_("Next"), "primary")
        self.passphrase.field.line.textChanged.connect(self._on_line_text_changed)
        self.next.clicked.connect(self._on_next_clicked)
        self.passphrase.entered.connect(self._on_next_clicked)
        self.add(self.passphrase, self.length, self.next)

    def show_state(self, state: LockState) -> None:
        """Show what is wrong, and what the button does."""
        if state.wrong:
            self.passphrase.refuse(state.wrong, is_other=state.wrong_again)
        else:
            self.passphrase.accept()
        is_last = state.wish is Wish.PASSPHRASE
        self.next.set_words(act_words(state.wish) if is_last else _("Next"))
        self.next.set_resting(bool(state.busy))

    def forget(self) -> None:
        """Empty the fields."""
        self.passphrase.forget()
        self.length.setText("")

    def _on_line_text_changed(self, text: str) -> None:
        self.length.setText(length_words(text))

    def _on_next_clicked(self) -> None:
        if self.next.isEnabled():
            self.chosen.emit(self.passphrase.passphrase, self.passphrase.is_same_twice)
