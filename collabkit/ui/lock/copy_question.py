"""The question for the passphrase of a copy that is locked otherwise than the data here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.job import Job
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from collabkit.services.locked_copies import OpenedCopy
    from collabkit.services.safety import Looked


class CopyQuestion(Column):
    """``opened(OpenedCopy, Looked)`` is sent when the copy was opened and read through.

    One may try as often as one likes; nothing is changed by it.
    """

    opened = Signal(object, object)

    def __init__(self, copy: Path, folder: DataFolder) -> None:
        super().__init__()
        self._copy, self._folder = copy, folder
        self.passphrase = PassphraseField(
            _("Passphrase of this copy, or its recovery code"),
            _("The one that counted on the computer where the copy was saved, on that day."),
        )
        self.open_it = Button(_("Open this copy"), "primary", "lock")
        self.waiting = Waiting()
        self.fill(self.passphrase, self.open_it, self.waiting)
        self.open_it.clicked.connect(self._on_open_it_clicked)
        self.passphrase.entered.connect(self._on_open_it_clicked)

    def _on_open_it_clicked(self) -> None:
        if not self.open_it.isEnabled():
            return
        typed = self.passphrase.passphrase
        if not typed.strip():
            self.passphrase.refuse(_("Please type the passphrase or the recovery code."))
            return
        self.passphrase.accept()
        self._rest(_("Opening the copy and reading it through…"))
        job = Job(partial(_opened, self._copy, self._folder, typed))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _rest(self, words: str) -> None:
        self.open_it.set_resting(bool(words))
        self.waiting.wait(words)

    def _on_job_done(self, result: "tuple[OpenedCopy, Looked] | str") -> None:
        self._rest("")
        if isinstance(result, str):
            self.passphrase.refuse(result)
        else:
            self.passphrase.forget()
            self.opened.emit(*result)

    def _on_job_failed(self, sentence: str) -> None:
        self._rest("")
        self.passphrase.refuse(sentence)


def _opened(copy: Path, folder: DataFolder, typed: str) -> "tuple[OpenedCopy, Looked] | str":
    from collabkit.services.locked_copies import look_into_opened, open_locked_copy

    try:
        opened = open_locked_copy(copy, folder, typed)
    except CollabkitError as error:
        return str(error)
    return opened, look_into_opened(opened)
