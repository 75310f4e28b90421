"""Files that groups sent, without widgets: looked at first, then all of them taken in or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.services.networks import (
    FileState,
    NetworkPreview,
    group_files_in,
)
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.network.state import FilesState
from collabkit.ui.network.wording import (
    no_files_in,
    reading_words,
    reasons,
    reasons_left,
    summary,
    taken_words,
)
from collabkit.ui.own_packs.folder import remember_folder, usual_folder

_FOLDER = "network_folder"


class FilesPresenter(QObject):
    """``state_changed(FilesState)``, ``problem_met(sentence)``.

    ``looked()`` tells that there is something new to read about files, ``taken()`` that they were
    taken in.
    """

    state_changed = Signal(object)
    problem_met = Signal(str)
    looked = Signal()
    taken = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._networks = context.services.networks
        self._network_id = ""
        self._preview: NetworkPreview | None = None
        self._asked = 0  # how often files were chosen: only the last time counts
        self.state = FilesState()

    def open(self, network_id: str) -> None:
        """Begin with a network; what was looked at for it before is still there."""
        if network_id != self._network_id:
            self._network_id = network_id
            self.forget()

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at files, and at all files of groups in folders, in place of those before."""
        if not paths:
            return
        remember_folder(self._context.settings, paths[0], _FOLDER)
        self._asked += 1
        self._preview = None
        self._show(FilesState(reading=reading_words(len(paths))))
        look = partial(_look, self._context, self._network_id, tuple(paths), self._asked)
        job = Job(look, self._last_asked)
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def take(self) -> None:
        """Take in everything that is shown as such: all of it, or nothing."""
        preview = self._preview
        if preview is None or not self.state.to_take or self.state.reading:
            return
        self._show(FilesState(reading=_("Taking them in…"), summary=self.state.summary))
        self._asked += 1
        job = Job(partial(self._take, preview), self._last_asked)
        job.done.connect(self._on_take_done)
        job.failed.connect(self._on_taking_failed)
        job.start()

    def forget(self) -> None:
        """Put away what was looked at."""
        self._asked += 1
        self._preview = None
        self._show(FilesState())

    def folder(self, otherwise: Path) -> Path:
        """Return where files of groups were last, or else ``otherwise``."""
        return usual_folder(self._context.settings, otherwise, _FOLDER)

    def _take(self, preview: NetworkPreview) -> NetworkPreview:
        self._networks.take(preview, self._context.today())
        return preview

    def _last_asked(self) -> int:
        return self._asked

    def _show(self, state: FilesState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _show_found(self, preview: NetworkPreview) -> None:
        new = preview.of(FileState.NEW)
        replacing = preview.of(FileState.REPLACES)
        self._show(
            FilesState(
                summary=summary(preview.files),
                refused=reasons(preview.of(FileState.REFUSED)),
                new=reasons(new),
                replacing=reasons(replacing),
                same=reasons(preview.of(FileState.SAME)),
                to_take=len(new) + len(replacing),
            )
        )

    def _on_look_done(self, found: "_Found") -> None:
        if found.asked != self._asked:
            return
        self._preview = found.preview
        self._show_found(found.preview)
        self.looked.emit()

    def _on_take_done(self, preview: NetworkPreview) -> None:
        if preview.network_id != self._network_id:
            return
        self._preview = None
        told = taken_words(len(preview.of(FileState.NEW)), len(preview.of(FileState.REPLACES)))
        self._show(FilesState(told=told, refused=reasons_left(preview.of(FileState.REFUSED))))
        self.taken.emit()

    def _on_taking_failed(self, sentence: str) -> None:
        if self._preview is not None:
            self._show_found(self._preview)  # nothing was taken; it can be tried again
        self.problem_met.emit(sentence)

    def _on_job_failed(self, sentence: str) -> None:
        self._show(FilesState())
        self.problem_met.emit(sentence)


@dataclass(frozen=True, slots=True)
class _Found:
    asked: int
    preview: NetworkPreview


def _look(context: Context, network_id: str, paths: Sequence[Path], asked: int) -> _Found:
    files: dict[Path, None] = {}
    for path in paths:
        files.update(dict.fromkeys(_in_folder(path) if path.is_dir() else (path,)))
    return _Found(asked, context.services.networks.preview(network_id, tuple(files)))


def _in_folder(folder: Path) -> tuple[Path, ...]:
    found = group_files_in(folder)
    if not found:
        raise EnvironmentProblemError(no_files_in(folder.name))
    return found
