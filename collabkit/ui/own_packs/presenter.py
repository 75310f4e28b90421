"""All questionnaires, and files that may become one, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.own_packs import Installed, Removed
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.last_step import LastStep
from collabkit.ui.own_packs.checking import check_file
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.own_packs.rows import read_facts, rows
from collabkit.ui.own_packs.state import Act, Checked, News, PacksState, Standing


class PacksPresenter(QObject):
    """Reads, adds and takes back. ``state_changed(PacksState)``, ``told(News)``.

    ``check_done()`` tells that there is something new to read about the file, and ``added()`` that
    it has become one of one's own.
    """

    state_changed = Signal(object)
    told = Signal(object)
    check_done = Signal()
    added = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._facts: dict[str, str] = {}
        self._last_step = LastStep()
        self._removed: Removed | None = None
        self._asked = 0  # how often a file was chosen: only the last one counts
        self.state = PacksState()

    def open(self, path: Path | None, instead_of: str) -> None:
        """Show all questionnaires, and check the file at ``path`` if there is one."""
        if path is None:
            self._show(replace(self.state, reading="", checked=self._still_true()))
        else:
            self.check(path, instead_of)
        self._read_facts()

    def tell_removed(self, removed: Removed) -> None:
        """Tell that a questionnaire was removed elsewhere, and offer to put it back; once only."""
        if removed is self._removed:
            return
        self._removed = removed
        self._last_step.keep(removed.undo)
        sentence = _(
            "“{title}” was removed. What was answered with it stays and can be read."
        ).format(title=removed.title)
        self.told.emit(News(sentence, Act.UNDO))

    def check(self, path: Path, instead_of: str = "") -> None:
        """Read a file and tell what is in it; nothing is changed."""
        remember_folder(self._context.settings, path)
        self._asked += 1
        self._show(replace(self.state, reading=path.name, instead_of=instead_of))
        job = Job(partial(self._checked, path, self._asked))
        job.done.connect(self._on_check_done)
        job.failed.connect(self._on_reading_failed)
        job.start()

    def check_again(self) -> None:
        """Read the same file once more."""
        if self.state.checked is not None:
            self.check(self.state.checked.path, self.state.instead_of)

    def forget_check(self) -> None:
        """Put what was found away."""
        self._asked += 1
        self._show(replace(self.state, checked=None, reading="", instead_of=""))

    def add(self) -> None:
        """Add what was checked to the questionnaires, or let it replace the older one."""
        checked = self.state.checked
        if checked is None or self.state.reading:
            return
        self._show(replace(self.state, reading=checked.path.name))
        work = partial(
            self._context.services.own_packs.install,
            checked.path,
            replace=checked.standing is Standing.NEWER,
        )
        job = Job(work)
        job.done.connect(self._on_install_done)
        job.failed.connect(self._on_reading_failed)
        job.start()

    def undo(self) -> None:
        """Take back what was added or removed."""
        try:
            if not self._last_step.undo():
                return
        except CollabkitError as error:
            self.told.emit(News(str(error), Act.UNDO, is_problem=True))
            return
        if self.state.checked is not None and self.state.checked.standing is Standing.ADDED:
            self.forget_check()
        else:
            self._show(self.state)
        self._read_facts()

    def save_template(self, path: Path) -> None:
        """Write a template with an example."""
        remember_folder(self._context.settings, path)
        job = Job(partial(self._template, path))
        job.done.connect(self._on_template_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def folder(self, otherwise: Path) -> Path:
        """Return where files of questionnaires were last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise)

    def _still_true(self) -> Checked | None:
        """Return what was found last, unless it has been taken away since."""
        checked = self.state.checked
        if checked is None or checked.pack is None:
            return checked
        is_here = checked.pack.id in self._context.services.packs.own_files()
        needs_it = checked.standing in (Standing.ADDED, Standing.SAME, Standing.NEWER)
        return None if needs_it and not is_here else checked

    def _checked(self, path: Path, asked: int) -> tuple[Checked, int]:
        return check_file(self._context.services, path), asked

    def _template(self, path: Path) -> Path:
        self._context.services.own_packs.save_template(path, replace=True)
        return path

    def _read_facts(self) -> None:
        job = Job(partial(read_facts, self._context.services))
        job.done.connect(self._on_facts_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _show(self, state: PacksState) -> None:
        try:
            own, builtin = rows(self._context.services, self._facts)
        except CollabkitError as error:
            self.told.emit(News(str(error), is_problem=True))
            own, builtin = state.own, state.builtin
        self.state = replace(state, own=own, builtin=builtin)
        self.state_changed.emit(self.state)

    def _on_facts_done(self, facts: dict[str, str]) -> None:
        self._facts = facts
        self._show(self.state)

    def _on_check_done(self, answer: tuple[Checked, int]) -> None:
        checked, asked = answer
        if asked == self._asked:
            self._show(replace(self.state, checked=checked, reading=""))
            self.check_done.emit()

    def _on_install_done(self, installed: Installed) -> None:
        checked = self.state.checked
        if checked is None:
            return
        if not installed.is_done:  # one of that id has come in the meantime
            self.check(checked.path, self.state.instead_of)
            return
        added = replace(checked, standing=Standing.ADDED, pack=installed.pack)
        self._show(replace(self.state, checked=added, reading=""))
        self._read_facts()
        self._last_step.keep(installed.undo)
        words = (
            _("“{title}” is now version {version}.")
            if installed.older is not None
            else _("“{title}” was added.")
        )
        sentence = words.format(title=installed.pack.title, version=installed.pack.version)
        self.told.emit(News(sentence, Act.UNDO if installed.undo else Act.NOTHING))
        self.added.emit()

    def _on_template_done(self, path: Path) -> None:
        sentence = _(
            "The template is saved as “{name}”. Put your own words into it with a spreadsheet "
            "program, then check it here."
        ).format(name=path.name)
        self.told.emit(News(sentence, Act.SHOW_FOLDER, path))

    def _on_job_failed(self, sentence: str) -> None:
        self.told.emit(News(sentence, is_problem=True))

    def _on_reading_failed(self, sentence: str) -> None:
        self._show(replace(self.state, reading=""))
        self.told.emit(News(sentence, is_problem=True))
