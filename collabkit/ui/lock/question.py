"""The question for the passphrase, before the data is opened."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.job import Job
from collabkit.ui.lock.fresh_passphrase import FreshPassphrase
from collabkit.ui.lock.neither import Neither
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.waiting import Waiting

_LONGEST = 100
_TRIES = 3  # after so many passphrases in vain more is said


class UnlockPage(Page):
    """A field for the passphrase; or, if it is forgotten, one for the recovery code.

    ``unlocked(DataFolder)`` is sent with what opens it. One may try as often as one likes. Who
    comes in with the code is asked for a new passphrase on the way; who has neither can begin anew.
    """

    unlocked = Signal(object)

    def __init__(self, folder: DataFolder) -> None:
        super().__init__(_("Your data is locked"), _("It opens with your passphrase."))
        self._folder = folder
        self._is_busy = False
        self._with_code = False
        self._tries = 0
        self._hint = _("If you have forgotten it, your recovery code opens your data too.")
        self.passphrase = PassphraseField(_("Passphrase"), self._hint)
        self.code = TextField(
            _("Recovery code"),
            _("The seven groups on your paper. Small letters and missing spaces do no harm."),
            _LONGEST,
        )
        self.unlock = Button(_("Open my data"), "primary", "lock")
        self.other = Button("", "quiet")
        self.waiting = Waiting()
        self.fresh = FreshPassphrase()
        self.neither = Neither(folder)
        self._opened: DataFolder | None = None  # by the code, while a new passphrase is asked for
        self.asking = Card()
        self.asking.add(self.passphrase, self.code, self.unlock, self.waiting, self.other)
        where = Text(_("Your data is in {folder}").format(folder=folder.root), "note")
        self.add(self.asking, self.fresh, self.neither, where)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.passphrase.entered.connect(self._on_unlock_clicked)
        self.code.entered.connect(self._on_unlock_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.fresh.finished.connect(self._on_fresh_finished)
        self.neither.begin_requested.connect(self._on_neither_begin_requested)
        self._show()

    def entered(self, **_arguments: object) -> None:
        self._with_code = False
        self._forget()
        self._show()

    def left(self) -> None:
        self._forget()

    def first_focus(self) -> QWidget | None:
        if self._opened is not None:
            return self.fresh.passphrase.field.line
        return self.code.line if self._with_code else self.passphrase.field.line

    def _show(self) -> None:
        if self._opened is None:
            self._say_what_opens_it()
        show_if(self.asking, self._opened is None)
        show_if(self.fresh, self._opened is not None)
        show_if(self.neither, self._opened is None)
        show_if(self.passphrase, not self._with_code)
        show_if(self.code, self._with_code)
        self.other.set_words(
            _("Use the passphrase instead")
            if self._with_code
            else _("Use the recovery code instead")
        )

    def _say_what_opens_it(self) -> None:
        from collabkit.services.locking import why_nothing_opens_it

        lead, hint = _("It opens with your passphrase."), self._hint
        if self._with_code:
            lead = _("Your recovery code opens it if the passphrase is forgotten.")
        if hindrance := why_nothing_opens_it(self._folder):
            lead, hint = hindrance, ""
        self.set_title(_("Your data is locked"), lead)
        self.passphrase.field.set_hint(hint)

    def _forget(self) -> None:
        self._opened = None
        self._tries = 0
        self.fresh.forget()
        self.neither.close_again()
        self.passphrase.forget()
        self.code.set_text("")
        self.code.set_fault("")

    def _rest(self, words: str) -> None:
        self._is_busy = bool(words)
        self.unlock.set_resting(self._is_busy)
        self.other.set_resting(self._is_busy)
        self.neither.set_resting(self._is_busy)
        self.waiting.wait(words)

    def _with_advice(self, sentence: str) -> str:
        if self._with_code or self._tries < _TRIES:
            return sentence
        advice = _(
            "Tick “Show what I type” to see whether the keyboard writes what you mean. You can try "
            "as often as you like."
        )
        return f"{sentence} {advice}"

    def _refuse(self, sentence: str) -> None:
        if self._with_code:
            self.code.set_fault(sentence)
            focus_in_view(self.code.line)
        else:
            self.passphrase.refuse(sentence)

    def _on_unlock_clicked(self) -> None:
        if self._is_busy:
            return
        typed = self.code.text if self._with_code else self.passphrase.passphrase
        if not typed.strip():
            self._refuse(
                _("Please type your recovery code.")
                if self._with_code
                else _("Please type your passphrase.")
            )
            return
        self.passphrase.accept()
        self.code.set_fault("")
        self._rest(_("Opening what you have saved."))
        job = Job(partial(_unlocked, self._folder, typed, self._with_code))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _on_other_clicked(self) -> None:
        self._with_code = not self._with_code
        self._forget()
        self._show()
        self.take_focus()

    def _on_job_done(self, result: object) -> None:
        self._rest("")
        if not isinstance(result, DataFolder):
            self._tries += 1
            self._show()  # what opens it may have been lost, or put back
            self._refuse(self._with_advice(str(result)))
        elif self._with_code:
            self._forget()
            self._ask_for_new_passphrase(result)
        else:
            self._forget()
            self.unlocked.emit(result)

    def _ask_for_new_passphrase(self, opened: DataFolder) -> None:
        from collabkit.services.locking import unlocked

        self._opened = opened
        self.fresh.ask(unlocked(opened))
        self.set_title(_("Your data is unlocked"), "")
        self._show()
        self.take_focus()

    def _on_fresh_finished(self) -> None:
        opened = self._opened
        self._forget()
        if opened is not None:
            self.unlocked.emit(opened)

    def _on_neither_begin_requested(self) -> None:
        if self._is_busy:
            return
        self._rest(_("Putting the locked data aside…"))
        job = Job(partial(_begun_anew, self._folder))
        job.done.connect(self._on_anew_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _on_anew_done(self, folder: DataFolder) -> None:
        self._rest("")
        self._forget()
        self.unlocked.emit(folder)

    def _on_job_failed(self, sentence: str) -> None:
        self._rest("")
        self._refuse(sentence)


def _begun_anew(folder: DataFolder) -> DataFolder:
    from collabkit.services.locking import set_locked_aside

    set_locked_aside(folder, datetime.now())
    return DataFolder(folder.root)


def _unlocked(folder: DataFolder, typed: str, with_code: bool) -> object:
    """Return the folder unlocked, or a sentence why not."""
    from collabkit.services.locking import unlock, unlock_with_code

    try:
        return unlock_with_code(folder, typed) if with_code else unlock(folder, typed)
    except CollabkitError as error:
        return str(error)
