"""Safety copies, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.putting_back import PutBack, contents_here, put_back
from collabkit.services.safety import Contents, Looked, SafetyCopy, is_newest, look_into
from collabkit.services.safety_words import compared, warning_of
from collabkit.ui.context import Context
from collabkit.ui.errand import FOLDER, Errand, Outcome
from collabkit.ui.job import Job
from collabkit.ui.safety.state import Act, Chosen, News, SafetyState
from collabkit.ui.safety.wording import (
    about_copy,
    about_file,
    exactly_said,
    in_order,
    name_of,
    name_of_file,
    put_back_words,
    rows_of,
    saved_words,
    standing_words,
)

if TYPE_CHECKING:
    from collabkit.services.locked_copies import OpenedCopy

PLACE = "safety-copies"
_FOLDER = "stick_folder"  # the setting with the folder that a copy was last saved to


class SafetyPresenter(QObject):
    """Reads and makes copies. ``state_changed(SafetyState)``, ``told(News)``.

    ``looked()`` tells that a copy has been looked into and compared, ``left_alone()`` that it is
    no longer looked at.
    """

    state_changed = Signal(object)
    told = Signal(object)
    looked = Signal()
    left_alone = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._copies: tuple[SafetyCopy, ...] = ()
        self._all: tuple[SafetyCopy, ...] = ()  # with those that are damaged and locked as a whole
        self._known: dict[Path, Looked] = {}
        self._asked = 0  # how often something was looked at: only the last time counts
        self._going: dict[Path, SafetyCopy] = {}  # for good, as soon as the page is left
        self._opened: OpenedCopy | None = None  # what is looked at, if its passphrase was typed
        self._is_shown = self._is_reading = False
        self.state = SafetyState()

    def open(self) -> None:
        """Show the copies that are there, and find out about each of them."""
        self._is_shown = True
        self._asked += 1
        self._show(SafetyState())
        self._read_on()

    def tell_anew(self) -> None:
        """Say once more when each copy was made: what was today is yesterday by now."""
        self._show(self.state)

    def leave(self) -> None:
        """Nobody looks any more."""
        self._is_shown = False
        self._asked += 1
        self._opened = None
        self._remove_now()

    def tell_outcome(self, outcome: Outcome) -> None:
        """Tell what came of putting a copy back, while the data was closed."""
        problem, done = outcome.get("problem"), outcome.get("done")
        if isinstance(done, PutBack):
            kept = done.kept.path if done.kept is not None else None
            act = Act.GO_BACK if kept is not None else Act.NOTHING
            self.told.emit(News(put_back_words(done, self._all, self._context.today()), act, kept))
        elif isinstance(problem, str):
            self.told.emit(News(problem, is_problem=True))

    def make(self) -> None:
        """Make a copy now."""
        if self.state.busy:
            return
        self._show(replace(self.state, busy=_("Making a copy and reading it through…")))
        job = Job(partial(self._context.services.safety.make, self._context.today()))
        job.done.connect(self._on_make_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def look_at(self, path: Path) -> None:
        """Read a copy through, or a file elsewhere, and compare it with what is here."""
        self._asked += 1
        self._opened = None
        self._show(replace(self.state, busy=_("Reading the copy through…")))
        job = Job(partial(self._look, self._asked, path))
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def show_opened(self, opened: "OpenedCopy", looked: Looked) -> None:
        """Compare a copy that its passphrase has opened with what is here."""
        from collabkit.services.locked_copies import what_becomes_of

        if self.state.chosen is None or self.state.chosen.path != opened.path:
            return
        self._opened = opened
        here = self._context.services.safety.here()
        chosen = self._chosen(opened.path, looked, here)
        if looked.is_sound:
            becomes = what_becomes_of(self._context.folder, here)
            chosen = replace(chosen, warning=f"{chosen.warning} {becomes}".strip())
        self._show(replace(self.state, chosen=chosen))
        self.looked.emit()

    def look_away(self) -> None:
        """Leave the copy alone."""
        self._asked += 1
        self._opened = None
        self._show(replace(self.state, chosen=None, busy=""))
        self.left_alone.emit()

    def put_back(self, path: Path) -> None:
        """Let the data be closed and the copy take its place; the page is then shown anew."""
        work = partial(_put_back, self._context, path)
        if self._opened is not None and self._opened.path == path:
            work = partial(_put_back_locked, self._context, self._opened)
        errand = Errand(PLACE, work, _("Putting the copy back…"), keeps_copy=True)
        hindrance = self._context.while_closed(errand)
        if hindrance:
            self.told.emit(News(hindrance, is_problem=True))

    def save_elsewhere(self, target: Path, path: Path | None = None) -> None:
        """Write the copy at ``path`` to ``target``; without one, a copy that is made for it."""
        self._context.settings.set(_FOLDER, str(target.parent))
        self._show(replace(self.state, busy=_("Writing the copy and reading it through…")))
        job = Job(partial(self._save, target, path))
        job.done.connect(self._on_save_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def remove(self, path: Path) -> None:
        """Mark a copy as going; it goes for good when the page is left. See ``keep``."""
        for copy in self._all:
            if copy.path == path:
                self._going[path] = copy
                self.look_away()
                words = _("The copy made {when} goes for good when you leave this page.")
                told = words.format(when=exactly_said(copy, self._all, self._context.today()))
                self.told.emit(News(told, Act.UNDO, path))

    def keep(self, path: Path) -> None:
        """Let a copy stay that was to go."""
        self._going.pop(path, None)
        self._show(self.state)

    @property
    def are_locked(self) -> bool:
        """Whether nobody can read the copies without the passphrase."""
        return self._context.services.safety.are_locked

    def folder(self, otherwise: Path) -> Path:
        """Return where a copy was last saved to, or else ``otherwise``."""
        folder = Path(str(self._context.settings.get(_FOLDER, "") or otherwise))
        return folder if folder.is_dir() else otherwise

    def _look(self, asked: int, path: Path) -> tuple[int, Path, Looked, Contents | None]:
        folder, safety = self._context.folder, self._context.services.store.safety
        here = safety.while_idle(partial(contents_here, folder))
        return asked, path, look_into(path, folder), here

    def _save(self, target: Path, path: Path | None) -> Path:
        safety, today = self._context.services.safety, self._context.today()
        copies = {copy.path: copy for copy in safety.copies(today)}
        if path is not None and path in copies:
            safety.save_elsewhere(copies[path], target)
        else:
            safety.save_everything_elsewhere(target, today)
        return target

    def _remove_now(self) -> None:
        going, self._going = self._going, {}
        for copy in going.values():
            try:
                self._context.services.safety.remove(copy, self._context.today())
            except CollabkitError as error:  # it stays on the list, and can be removed again
                self.told.emit(News(str(error), is_problem=True))

    def _read_on(self) -> None:
        """Read the next copy that nothing is known of, one after the other."""
        unknown = (copy.path for copy in self._all if copy.path not in self._known)
        path = next(unknown, None)
        if path is None or self._is_reading or not self._is_shown:
            return
        self._is_reading = True
        job = Job(partial(_look_into, path, self._context.folder))
        job.done.connect(self._on_reading_done)
        job.failed.connect(self._on_reading_failed)
        job.start()

    def _show(self, state: SafetyState) -> None:
        today = self._context.today()
        safety = self._context.services.safety
        self._copies = safety.copies(today)
        self._all = in_order((*self._copies, *safety.sealed(today)))
        staying = tuple(copy for copy in self._copies if copy.path not in self._going)
        self.state = replace(
            state,
            standing=standing_words(staying, today),
            rows=rows_of(self._all, self._known, today, self._going.keys()),
        )
        self.state_changed.emit(self.state)

    def _chosen(self, path: Path, looked: Looked, here: Contents | None) -> Chosen:
        today = self._context.today()
        for copy in self._all:
            if copy.path == path:
                newest = is_newest(copy, self._copies) and looked.is_sound
                name = name_of(copy, self._all, today)
                stays = _("It is the newest copy, so it cannot be removed.") if newest else ""
                chosen = Chosen(path, name, about_copy(copy), can_go=not newest, why_it_stays=stays)
                break
        else:
            chosen = Chosen(path, name_of_file(path), about_file(path), is_elsewhere=True)
        if looked.contents is None:
            return replace(chosen, problem=looked.problem, is_locked=looked.is_locked)
        warning = warning_of(here, looked.contents)
        return replace(chosen, rows=compared(here, looked.contents), warning=warning)

    def _on_look_done(self, answer: tuple[int, Path, Looked, Contents | None]) -> None:
        asked, path, looked, here = answer
        if asked != self._asked:
            return
        self._known[path] = looked
        self._show(replace(self.state, chosen=self._chosen(path, looked, here), busy=""))
        self.looked.emit()

    def _on_reading_done(self, answer: tuple[Path, Looked]) -> None:
        path, looked = answer
        self._is_reading = False
        self._known[path] = looked
        if self._is_shown:
            self._show(self.state)
            self._read_on()

    def _on_reading_failed(self, _sentence: str) -> None:
        self._is_reading = False

    def _on_make_done(self, copy: SafetyCopy) -> None:
        self._show(replace(self.state, busy=""))
        self._read_on()
        words = _("A copy was made and read through at {time}.")
        self.told.emit(News(words.format(time=f"{copy.made:%H:%M}")))

    def _on_save_done(self, target: Path) -> None:
        self._show(replace(self.state, busy=""))
        self._read_on()
        self.told.emit(
            News(saved_words(target, is_locked=self.are_locked), Act.SHOW_FOLDER, target)
        )

    def _on_job_failed(self, sentence: str) -> None:
        self._show(replace(self.state, busy=""))
        self._read_on()  # a copy may have been made before
        self.told.emit(News(sentence, is_problem=True))


def _put_back(context: Context, path: Path) -> Outcome:
    return {"done": put_back(context.folder, path, context.today())}


def _put_back_locked(context: Context, opened: "OpenedCopy") -> Outcome:
    from collabkit.services.locked_copies import put_back_locked

    put_back = put_back_locked(context.folder, opened, context.today())
    return {"done": put_back.done, FOLDER: put_back.folder}


def _look_into(path: Path, folder: DataFolder) -> tuple[Path, Looked]:
    return path, look_into(path, folder)
