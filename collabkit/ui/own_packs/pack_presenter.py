"""One questionnaire, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.pack import Pack
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.own_packs.checking import check_file
from collabkit.ui.own_packs.copying import copy_fault, proposed_copy
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.own_packs.state import Act, Checked, News, PackState, Presence
from collabkit.ui.own_packs.trying import can_try, try_out


class PackPresenter(QObject):
    """Shows, copies, tries and removes it. ``state_changed(PackState)``, ``told(News)``.

    ``tried(assessment_id)`` tells that an assessment with the sample charity has been started,
    ``check_done()`` that there is something new to read about the file, and ``removed(Removed)``
    that it is gone.
    """

    state_changed = Signal(object)
    told = Signal(object)
    tried = Signal(str)
    check_done = Signal()
    removed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = PackState(Presence.GONE, "")

    def open(self, pack_id: str) -> None:
        """Show the questionnaire with this id as it is now."""
        packs = self._context.services.packs
        own_files = packs.own_files()
        try:
            pack = packs.read(pack_id)
        except CollabkitError:
            presence = Presence.DAMAGED if pack_id in own_files else Presence.GONE
            is_own = presence is Presence.DAMAGED
            title = pack_id if is_own else _("Questionnaire")
            self._show(PackState(presence, pack_id, title, is_own=is_own))
            return
        copy_id, copy_title = proposed_copy(pack, set(own_files))
        self._show(
            PackState(
                Presence.THERE,
                pack_id,
                pack.title,
                pack,
                is_own=pack_id in own_files,
                can_try=can_try(pack, self._context.today()),
                copy_id=copy_id,
                copy_title=copy_title,
            )
        )

    def check_again(self) -> None:
        """Check the file of one's own questionnaire once more."""
        path = self._context.services.packs.own_files().get(self.state.pack_id)
        if path is None:
            self.open(self.state.pack_id)
            return
        job = Job(partial(check_file, self._context.services, path))
        job.done.connect(self._on_check_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def forget_check(self) -> None:
        """Put what was found away."""
        self._show(replace(self.state, checked=None))

    def copy_fault(self, new_id: str, new_title: str) -> tuple[str, str]:
        """Return what is wrong with the id and with the title of a copy, each empty if nothing."""
        return copy_fault(new_id, new_title, set(self._context.services.packs.own_files()))

    def copy(self, new_id: str, new_title: str, path: Path) -> None:
        """Write a copy with another id and title, to be changed."""
        own = self._context.services.own_packs
        self._write(
            partial(
                own.copy_for_editing, self.state.pack_id, new_id, new_title, path, replace=True
            ),
            path,
        )

    def share(self, path: Path) -> None:
        """Write it as it is, to be handed on or changed."""
        own = self._context.services.own_packs
        self._write(partial(own.export, self.state.pack_id, path, replace=True), path)

    def remove(self) -> None:
        """Take one's own questionnaire away."""
        try:
            removed = self._context.services.own_packs.remove(self.state.pack_id)
        except CollabkitError as error:
            self._on_job_failed(str(error))
            return
        self.removed.emit(removed)

    def try_it(self) -> None:
        """Start an assessment with the sample charity."""
        pack = self.state.pack
        if pack is None:
            return
        job = Job(partial(self._try_out, pack))
        job.done.connect(self._on_trial_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def folder(self, otherwise: Path) -> Path:
        """Return where files of questionnaires were last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise)

    def _try_out(self, pack: Pack) -> str:
        return try_out(self._context.services, pack, self._context.today())

    def _write(self, work: Callable[[], None], path: Path) -> None:
        remember_folder(self._context.settings, path)
        job = Job(partial(_and_then, work, path))
        job.done.connect(self._on_write_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _show(self, state: PackState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_check_done(self, checked: Checked) -> None:
        if checked.path.stem == self.state.pack_id:  # nobody has gone on to another
            self._show(replace(self.state, checked=checked))
            self.check_done.emit()

    def _on_trial_done(self, assessment_id: str) -> None:
        self.tried.emit(assessment_id)

    def _on_write_done(self, path: Path) -> None:
        sentence = _("Saved as “{name}” in {folder}.").format(name=path.name, folder=path.parent)
        self.told.emit(News(sentence, Act.SHOW_FOLDER, path))

    def _on_job_failed(self, sentence: str) -> None:
        self.told.emit(News(sentence, is_problem=True))


def _and_then(work: Callable[[], None], path: Path) -> Path:
    work()
    return path
