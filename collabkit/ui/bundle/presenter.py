"""Takes over what another laptop has saved, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services.bundle_preview import BundlePreview, Choice
from collabkit.services.bundles import PassphraseNeededError, Taken, WrongPassphraseError
from collabkit.ui.bundle.state import BundleInState, Step
from collabkit.ui.bundle.wording import nothing_new, things_of
from collabkit.ui.context import Context
from collabkit.ui.first_faults import first_faults
from collabkit.ui.job import Job


class BundleInPresenter(QObject):
    """Looks into a file, with its passphrase if it is locked, and takes over what is chosen.

    ``state_changed(BundleInState)``; ``looked()`` tells that there is something new to read.
    """

    state_changed = Signal(object)
    looked = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = Path()
        self._preview: BundlePreview | None = None
        self._choices: dict[str, Choice] = {}
        self._asked = 0  # how often a file was chosen: only the last time counts
        self.state = BundleInState()

    def open(self, path: Path) -> None:
        """Look into the file at ``path``."""
        self._asked += 1
        self._preview, self._choices = None, {}
        self._path = path
        words = _("Reading “{name}”…").format(name=path.name)
        self._show(BundleInState(Step.READING, path.name, busy=words))
        self._start(partial(self._look, self._asked, path, None))

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase."""
        if self.state.busy:
            return
        if not passphrase.strip():
            words = _("Please type the passphrase that was set for this file.")
            self._show(replace(self.state, wrong=words))
            self.looked.emit()
            return
        self._show(replace(self.state, busy=_("Unlocking the file…"), wrong=""))
        self._start(partial(self._look, self._asked, self._path, passphrase))

    def let_go(self) -> None:
        """Tell nothing more of what is under way: somebody has gone on."""
        self._asked += 1

    def choose(self, thing_id: str, choice: Choice) -> None:
        """Take what is to become of something in the file."""
        self._choices[thing_id] = choice
        self._render()

    def take(self) -> None:
        """Take over what is chosen: all of it, or nothing."""
        if self._preview is None or not self.state.to_take or self.state.busy:
            return
        self._show(replace(self.state, busy=_("Taking it over…"), problem="", faults=()))
        job = Job(partial(self._take, self._asked, self._preview, dict(self._choices)))
        job.done.connect(self._on_take_done)
        job.failed.connect(self._on_take_failed)
        job.start()

    def _start(self, look: "partial[tuple[int, BundlePreview | CollabkitError]]") -> None:
        job = Job(look)
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_look_failed)
        job.start()

    def _look(
        self, asked: int, path: Path, passphrase: str | None
    ) -> tuple[int, BundlePreview | CollabkitError]:
        try:
            return asked, self._context.services.bundles.preview(path, passphrase)
        except CollabkitError as error:  # of what kind it is decides what to do next
            return asked, error

    def _take(
        self, asked: int, preview: BundlePreview, choices: dict[str, Choice]
    ) -> tuple[int, Taken | CollabkitError]:
        try:
            return asked, self._context.services.bundles.take(preview, choices)
        except CollabkitError as error:  # of what kind it is decides what to do next
            return asked, error

    def _render(self) -> None:
        preview = self._preview
        if preview is None:
            return
        things = things_of(preview, self._choices)
        to_take = sum(thing.choice is not Choice.LEAVE for thing in things if thing.choices)
        is_charity_new = preview.charity_here is None and not things and not preview.refusal
        to_take = max(to_take, int(is_charity_new))
        lines = preview.lines[: len(preview.lines) - (0 if preview.refusal else len(things))]
        told = tuple(line for line in lines if line != preview.refusal)
        if not to_take and not preview.refusal:
            told = (*told, nothing_new(things))
        self._show(
            BundleInState(
                Step.SEEN,
                self._path.name,
                heading=_("Assessments of {charity}").format(charity=preview.charity.name),
                told=told,
                things=things,
                problem=preview.refusal,
                to_take=to_take,
            )
        )

    def _show(self, state: BundleInState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _fail(self, error: CollabkitError) -> None:
        faults = first_faults(error.faults) if isinstance(error, InvalidInputError) else ()
        name = self._path.name
        self._show(BundleInState(Step.UNREADABLE, name, problem=str(error), faults=faults))

    def _on_look_done(self, answer: tuple[int, BundlePreview | CollabkitError]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        if isinstance(found, PassphraseNeededError):
            self._show(BundleInState(Step.LOCKED, self._path.name))
        elif isinstance(found, WrongPassphraseError):
            self._show(BundleInState(Step.LOCKED, self._path.name, wrong=str(found)))
        elif isinstance(found, CollabkitError):
            self._fail(found)
        else:
            self._preview = found
            self._render()
        self.looked.emit()

    def _on_look_failed(self, sentence: str) -> None:
        self._show(BundleInState(Step.UNREADABLE, self._path.name, problem=sentence))
        self.looked.emit()

    def _on_take_done(self, answer: tuple[int, Taken | CollabkitError]) -> None:
        asked, taken = answer
        if asked != self._asked:
            return
        if isinstance(taken, InvalidInputError):
            self._fail(taken)
        elif isinstance(taken, CollabkitError):
            self._show(replace(self.state, busy="", problem=str(taken)))
        else:
            self._preview = None
            self._show(
                BundleInState(
                    Step.DONE,
                    self._path.name,
                    heading=_("It is here now") if taken.charity_id else _("Nothing new"),
                    told=taken.lines,
                    assessment_id=taken.assessments[0] if len(taken.assessments) == 1 else "",
                    has_sessions=bool(taken.sessions) and not taken.assessments,
                )
            )
        self.looked.emit()

    def _on_take_failed(self, sentence: str) -> None:
        self._show(replace(self.state, busy="", problem=sentence))
        self.looked.emit()
