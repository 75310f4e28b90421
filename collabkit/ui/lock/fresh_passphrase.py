"""A new passphrase for somebody who came in with the recovery code."""

from functools import partial

from PySide6.QtCore import Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.passphrases import check_passphrase
from collabkit.services.passphrases import passphrase_advice
from collabkit.ui.job import Job
from collabkit.ui.lock.wording import length_words
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.waiting import Waiting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.services.locking import UnlockedFolder


class FreshPassphrase(Card):
    """``finished()`` tells that there is a new one, or that the old one is to stay."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__(_("Choose a new passphrase?"))
        self._folder: UnlockedFolder | None = None
        self.passphrase = PassphraseField(
            _("New passphrase"), passphrase_advice(), _("The same once more")
        )
        self.length = Text("", "note", "muted")
        self.use = Button(_("Use it from now on"), "primary", "lock")
        self.later = Button(_("Not now"))
        self.waiting = Waiting()
        self.passphrase.field.line.textChanged.connect(self._on_line_text_changed)
        self.passphrase.entered.connect(self._on_use_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        self.later.clicked.connect(self.finished)
        self.add(
            Text(
                _(
                    "The recovery code is right, and your data can be opened. If the passphrase is "
                    "forgotten, choose a new one here. The recovery code stays the same, so keep "
                    "the paper."
                )
            ),
            self.passphrase,
            self.length,
            self.use,
            self.waiting,
            self.later,
        )

    def ask(self, folder: "UnlockedFolder") -> None:
        """Ask for the new passphrase of ``folder``."""
        self._folder = folder

    def forget(self) -> None:
        """Empty the fields."""
        self._folder = None
        self.passphrase.forget()

    def _on_line_text_changed(self, text: str) -> None:
        self.length.setText(length_words(text))

    def _on_use_clicked(self) -> None:
        if self._folder is None or not self.use.isEnabled():
            return
        passphrase = self.passphrase.passphrase
        try:
            check_passphrase(passphrase)
        except CollabkitError as error:
            self.passphrase.refuse(str(error))
            return
        if not self.passphrase.is_same_twice:
            words = _("The two are not the same. Please type it once more.")
            self.passphrase.refuse(words, is_other=True)
            return
        self.passphrase.accept()
        self._rest(_("Changing the passphrase…"))
        job = Job(partial(_changed, self._folder, passphrase))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _rest(self, words: str) -> None:
        self.use.set_resting(bool(words))
        self.later.set_resting(bool(words))
        self.waiting.wait(words)

    def _on_job_done(self, _nothing: object) -> None:
        self._rest("")
        self.finished.emit()

    def _on_job_failed(self, sentence: str) -> None:
        self._rest("")
        self.passphrase.refuse(sentence)


def _changed(folder: "UnlockedFolder", passphrase: str) -> None:
    from collabkit.services.locking import change_passphrase

    change_passphrase(folder, passphrase)
