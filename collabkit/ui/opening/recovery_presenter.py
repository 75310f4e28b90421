"""The way back when the data cannot be opened, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services import recovery, recovery_words
from collabkit.services.helper_words import state_for_helper
from collabkit.services.recovery import Findings, Recovered, Trouble
from collabkit.services.safety import Contents, Looked, look_into
from collabkit.services.safety_words import compared
from collabkit.ui.errand import Errand, Outcome
from collabkit.ui.job import Job
from collabkit.ui.opening.recovery_state import RecoveryState
from collabkit.ui.safety.state import Chosen
from collabkit.ui.safety.wording import about_copy, about_file, exact_name, rows_of

if TYPE_CHECKING:
    from collabkit.services.locked_copies import OpenedCopy

AFTERWARDS = "home"  # where everything goes on

_Way = Callable[[], Recovered]
_Words = Callable[[Recovered, Findings], str]


class RecoveryPresenter(QObject):
    """Looks for what can be put back. ``state_changed(RecoveryState)``.

    ``found()`` tells that it is known what can be done, ``looked()`` that a copy was looked into.
    ``errand_wanted(Errand)`` asks for what a person has chosen; the data is then opened again.
    """

    state_changed = Signal(object)
    found = Signal()
    looked = Signal()
    errand_wanted = Signal(object)

    def __init__(
        self, folder: DataFolder, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._today = today
        self._findings = Findings(Trouble.DAMAGED)
        self._known: dict[Path, Looked] = {}
        self._opened: OpenedCopy | None = None  # what is looked at, if its passphrase was typed
        self._asked = 0  # how often something was looked for: only the last time counts
        self._is_reading = self._is_read_for_helper = False
        self.state = RecoveryState()

    def look(self, error: DataRefusedError) -> None:
        """Find out what can be done about ``error``."""
        self._asked += 1
        trouble = recovery.trouble_of(error) or Trouble.DAMAGED
        faults = recovery.faults_of(error, self._folder)
        self._is_read_for_helper = False
        title, lead = _("Your data"), _("collabkit looks for what can be put back.")
        busy = _("Reading what is in the safety copies…")
        self._show(RecoveryState(title=title, lead=lead, faults=faults, busy=busy))
        job = Job(partial(_look, self._asked, self._folder, trouble, self._today()))
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_look_failed)
        job.start()

    @property
    def can_put_back(self) -> bool:
        """Whether there is something that the one button puts back."""
        return self._findings.best is not None

    def put_everything_back(self) -> None:
        """Do what the one button says."""
        if not self.can_put_back:
            self._ask_for(
                partial(recovery.take_rest, self._folder, self._findings),
                recovery_words.rest_words,
                _("Taking what can still be read…"),
            )
            return
        self._ask_for(
            partial(recovery.put_everything_back, self._folder, self._findings),
            recovery_words.put_back_words,
            _("Putting everything back…"),
        )

    def go_on_with_present(self) -> None:
        """Go on with the older file."""
        self._ask_for(
            partial(recovery.go_on_with_present, self._folder, self._findings),
            recovery_words.went_on_words,
            _("Keeping a copy of what is newer…"),
        )

    def start_afresh(self) -> None:
        """Begin with nothing."""
        self._ask_for(
            partial(recovery.start_afresh, self._folder, self._findings),
            recovery_words.begun_words,
            _("Starting afresh…"),
        )

    def put_back(self, path: Path) -> None:
        """Go back to an older copy."""
        go_back = recovery.go_back_to
        if self._opened is not None and self._opened.path == path:
            go_back = partial(_go_back_to_opened, self._opened)
        self._ask_for(
            partial(go_back, self._folder, self._findings, path),
            recovery_words.went_back_words,
            _("Putting the copy back…"),
        )

    def read_copies(self) -> None:
        """Find out what is in each of the copies, one after the other."""
        unknown = (each.path for each in self._findings.copies if each.path not in self._known)
        path = next(unknown, None)
        if path is None or self._is_reading:
            return
        self._is_reading = True
        job = Job(partial(_look_into, self._folder, path))
        job.done.connect(self._on_reading_done)
        job.failed.connect(self._on_reading_failed)
        job.start()

    def read_for_helper(self) -> None:
        """Find out how each file stands, for whoever is asked for help."""
        if self._is_read_for_helper:
            return
        self._is_read_for_helper = True
        job = Job(partial(state_for_helper, self._folder, self._today()))
        job.done.connect(self._on_read_for_helper_done)
        job.start()

    def look_at(self, path: Path) -> None:
        """Show what is in a copy, beside what can be put back."""
        self._asked += 1
        self._opened = None
        self._show(replace(self.state, busy=_("Reading the copy through…")))
        job = Job(partial(_look_at, self._asked, self._folder, path))
        job.done.connect(self._on_look_at_done)
        job.failed.connect(self._on_look_failed)
        job.start()

    def show_opened(self, opened: "OpenedCopy", looked: Looked) -> None:
        """Show what is in a copy that its passphrase has opened."""
        from collabkit.services.locked_copies import what_becomes_of_recovered

        if self.state.chosen is None or self.state.chosen.path != opened.path:
            return
        self._opened = opened
        chosen = self._chosen(opened.path, looked)
        if looked.is_sound:
            chosen = replace(chosen, warning=what_becomes_of_recovered(self._folder))
        self._show(replace(self.state, chosen=chosen))
        self.looked.emit()

    def look_away(self) -> None:
        """Leave the copy alone."""
        self._asked += 1
        self._show(replace(self.state, chosen=None, busy=""))

    def _ask_for(self, way: _Way, words: _Words, busy: str) -> None:
        self.errand_wanted.emit(
            Errand(AFTERWARDS, partial(_outcome, way, words, self._findings), busy)
        )

    def _show(self, state: RecoveryState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _described(self) -> RecoveryState:
        findings, today = self._findings, self._today()
        nothing = findings.best is None and findings.trouble is not Trouble.NEWER
        return RecoveryState(
            title=recovery_words.heading(findings),
            lead=recovery_words.what_happened(findings),
            promise=recovery_words.promise(findings, today),
            act=recovery_words.act(findings),
            afterwards=recovery_words.afterwards(findings) if findings.best else "",
            hindrance=findings.hindrance,
            present=recovery_words.about_present(findings),
            advice=recovery_words.nothing_left(findings, self._folder) if nothing else (),
            older=_older(findings),
            rows=rows_of(findings.copies, self._known, today),
            can_start_afresh=nothing or findings.trouble is Trouble.MISSING,
            faults=self.state.faults,
            files=self.state.files,
        )

    def _on_look_done(self, answer: tuple[int, Findings]) -> None:
        asked, findings = answer
        if asked == self._asked:
            self._findings = findings
            self._known.clear()
            self._show(self._described())
            self.found.emit()

    def _on_look_failed(self, sentence: str) -> None:
        self._show(replace(self.state, busy="", hindrance=sentence))

    def _on_reading_done(self, answer: tuple[Path, Looked]) -> None:
        path, looked = answer
        self._is_reading = False
        self._known[path] = looked
        rows = rows_of(self._findings.copies, self._known, self._today())
        beyond = frozenset(
            copy for copy, known in self._known.items() if not (known.is_sound or known.is_locked)
        )
        self._show(replace(self.state, rows=rows, beyond_reach=beyond))
        self.read_copies()

    def _on_read_for_helper_done(self, lines: tuple[str, ...]) -> None:
        if self._is_read_for_helper:  # not looked at anew meanwhile
            self._show(replace(self.state, files=lines))

    def _on_reading_failed(self, _sentence: str) -> None:
        self._is_reading = False

    def _on_look_at_done(self, answer: tuple[int, Path, Looked]) -> None:
        asked, path, looked = answer
        if asked == self._asked:
            self._show(replace(self.state, chosen=self._chosen(path, looked), busy=""))
            self.looked.emit()

    def _chosen(self, path: Path, looked: Looked) -> Chosen:
        copy = next((each for each in self._findings.copies if each.path == path), None)
        if copy is not None:
            name = exact_name(copy, self._findings.copies, self._today())
            chosen = Chosen(path, name, about_copy(copy))
        else:
            chosen = Chosen(path, path.name, about_file(path), is_elsewhere=True)
        if looked.contents is None:
            return replace(chosen, problem=looked.problem, is_locked=looked.is_locked)
        return replace(chosen, rows=compared(self._best_contents(), looked.contents))

    def _best_contents(self) -> Contents | None:
        best = self._findings.best
        return best.contents if best is not None else None


def _older(findings: Findings) -> str:
    if findings.best is None:  # none of them is sound
        return _("The safety copies that are there")
    return _("Go back to an older safety copy instead")


def _look(asked: int, folder: DataFolder, trouble: Trouble, today: date) -> tuple[int, Findings]:
    return asked, recovery.look(folder, trouble, today)


def _look_into(folder: DataFolder, path: Path) -> tuple[Path, Looked]:
    return path, look_into(path, folder)


def _look_at(asked: int, folder: DataFolder, path: Path) -> tuple[int, Path, Looked]:
    return asked, path, look_into(path, folder)


def _go_back_to_opened(
    opened: "OpenedCopy", folder: DataFolder, findings: Findings, _path: Path
) -> Recovered:
    from collabkit.services.locked_copies import as_locked_here

    with as_locked_here(opened, folder) as copy:
        return recovery.go_back_to(folder, findings, copy)


def _outcome(way: _Way, words: _Words, findings: Findings) -> Outcome:
    return {"told": words(way(), findings)}
