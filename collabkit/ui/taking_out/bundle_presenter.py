"""Everything in one file for another laptop, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services.bundles import Wanted, check_passphrase
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.taking_out.presenter import FOLDER
from collabkit.ui.taking_out.state import BundleState, Said
from collabkit.ui.taking_out.wording import written_words


class BundlePresenter(QObject):
    """Tells what would go along and has it written. ``state_changed(BundleState)``.

    ``written()`` tells that the file is there.
    """

    state_changed = Signal(object)
    written = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = Wanted()
        self._asked = 0  # how often something was asked: only the last time counts
        self.state = BundleState()

    def open(self, assessment_id: str, charity_id: str) -> None:
        """Begin with an assessment or, without one, a charity."""
        self._wanted = Wanted("" if assessment_id else charity_id, assessment_id)
        self._asked += 1
        self._show(BundleState(busy=self.state.busy))

    def look(self) -> None:
        """Find out what would go along."""
        self._asked += 1
        job = Job(partial(self._describe, self._asked, self._wanted))
        job.done.connect(self._on_look_done)
        job.start()

    def use_notes(self, with_notes: bool) -> None:
        """Take whether notes go along."""
        self._wanted = replace(self._wanted, with_notes=with_notes)
        self._show(replace(self.state, with_notes=with_notes, said=None))
        self.look()

    def fault_of(self, passphrase: str) -> str:
        """Return what is wrong with a passphrase; nothing if it can be used."""
        try:
            check_passphrase(passphrase)
        except InvalidInputError as error:
            return str(error)
        return ""

    def suggested(self, documents: Path) -> Path | None:
        """Return where the file could go; ``None``, and what is wrong is said, otherwise."""
        try:
            bundles, today = self._context.services.bundles, self._context.today()
            name = bundles.suggested_name(self._wanted, today)
        except KeyError:
            self._say(Said(_("This is not here any more."), is_problem=True))
            return None
        except CollabkitError as error:
            self._say(Said(str(error), is_problem=True))
            return None
        return usual_folder(self._context.settings, documents, FOLDER) / name

    def save(self, path: Path, passphrase: str) -> None:
        """Write the file, locked if there is a passphrase."""
        if self.state.busy:
            return
        remember_folder(self._context.settings, path, FOLDER)
        words = _("Locking the file…") if passphrase else _("Writing the file…")
        self._show(replace(self.state, busy=words, is_locking=bool(passphrase), said=None))
        job = Job(partial(self._write, self._wanted, path, passphrase))
        job.done.connect(self._on_write_done)
        job.failed.connect(self._on_write_failed)
        job.start()

    def _describe(self, asked: int, wanted: Wanted) -> tuple[int, tuple[str, ...], str]:
        try:
            bundles, today = self._context.services.bundles, self._context.today()
            return asked, bundles.describe(wanted, today), ""
        except KeyError:
            return asked, (), _("This is not here any more.")
        except CollabkitError as error:  # only the last one that was asked for is told
            return asked, (), str(error)

    def _write(self, wanted: Wanted, path: Path, passphrase: str) -> tuple[Wanted, Path, bool]:
        services = self._context.services
        services.bundles.write(wanted, path, self._context.today(), passphrase or None)
        return wanted, path, bool(passphrase)

    def _say(self, said: Said) -> None:
        self._show(replace(self.state, busy="", said=said))

    def _show(self, state: BundleState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_look_done(self, answer: tuple[int, tuple[str, ...], str]) -> None:
        asked, lines, why_not = answer
        if asked == self._asked:
            self._show(replace(self.state, lines=lines, why_not=why_not))

    def _on_write_done(self, answer: tuple[Wanted, Path, bool]) -> None:
        wanted, path, is_locked = answer
        if replace(wanted, with_notes=True) != replace(self._wanted, with_notes=True):
            self._show(replace(self.state, busy=""))  # somebody has gone on meanwhile
            return
        words = [written_words(path)]
        if is_locked:
            words.append(_("It is locked. Keep the passphrase apart from it."))
        words.append(_("On the other laptop, open it with “Open a file somebody sent you”."))
        self._say(Said(" ".join(words), path))
        self.written.emit()

    def _on_write_failed(self, sentence: str) -> None:
        self._say(Said(sentence, is_problem=True))
