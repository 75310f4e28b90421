"""Switches the lock on and off, and changes what opens it, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.passphrases import check_passphrase
from collabkit.paths import DataFolder
from collabkit.ui.context import Context
from collabkit.ui.errand import FOLDER, Errand, Outcome
from collabkit.ui.job import Job
from collabkit.ui.lock.state import LockState, Step, Wish
from collabkit.ui.lock.wording import busy_words, done_words, stayed_locked_words

if TYPE_CHECKING:
    from collabkit.services.locking import RecoveryCode

PLACE = "lock"
_DONE, _LEFT = "done", "left"


class LockPresenter(QObject):
    """``state_changed(LockState)``; ``told(sentence, is_problem)`` what came of it.

    ``moved_on()`` tells that there is something new to read or to type, ``agreement_wanted()`` that
    only the box is not ticked. What opens the data is
    kept in memory only, and only as long as somebody is on the way.
    """

    state_changed = Signal(object)
    told = Signal(str, bool)
    moved_on = Signal()
    agreement_wanted = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._passphrase = ""
        self._code: RecoveryCode | None = None
        self.state = LockState(Step.BEGIN)

    def open(self, outcome: Outcome) -> None:
        """Begin at the beginning, and tell what came of an errand."""
        self.leave()
        wish, problem = outcome.get(_DONE), outcome.get("problem")
        if isinstance(problem, str):
            self.told.emit(problem, True)
        elif isinstance(wish, Wish):
            left = outcome.get(_LEFT)
            if isinstance(left, tuple) and left:
                self.told.emit(stayed_locked_words(left), True)
            else:
                self.told.emit(done_words(wish), False)

    def leave(self) -> None:
        """Forget what was typed and shown."""
        self._asked += 1
        self._passphrase, self._code = "", None
        self._show(LockState(self._first_step()))

    def begin(self) -> None:
        """Go to the choice of a passphrase, to switch the lock on."""
        self._go(LockState(Step.PASSPHRASE, Wish.ON))

    def wish(self, wish: Wish, passphrase: str) -> None:
        """Go on with ``wish`` if ``passphrase``, or the recovery code, opens the data."""
        if self.state.busy:
            return
        if not passphrase.strip():
            words = _("Please type the passphrase that opens your data now.")
            self._show(replace(self.state, wish=wish, wrong=words))
            return
        self._show(replace(self.state, wish=wish, wrong="", busy=_("Checking the passphrase…")))
        self._start(partial(self._check, self._asked, wish, passphrase), self._on_check_done)

    def choose(self, passphrase: str, *, is_same_twice: bool) -> None:
        """Take a new passphrase."""
        if self.state.busy:
            return
        try:
            check_passphrase(passphrase)
        except InvalidInputError as error:
            self._show(replace(self.state, wrong=str(error), wrong_again=False))
            return
        if not is_same_twice:
            words = _("The two are not the same. Please type it once more.")
            self._show(replace(self.state, wrong=words, wrong_again=True))
            return
        self._passphrase = passphrase
        if self.state.wish is Wish.PASSPHRASE:
            self._show(replace(self.state, wrong="", busy=_("Changing the passphrase…")))
            work = partial(_change_passphrase, self._context.folder, passphrase)
            self._start(partial(self._told_by, self._asked, work), self._on_change_done)
        else:
            self._show_new_code()

    def go_to_typing_back(self) -> None:
        """The code was written down."""
        self._go(replace(self.state, step=Step.BACK, code="", wrong=""))

    def show_code_again(self) -> None:
        """The code is to be compared once more."""
        self._go(replace(self.state, step=Step.CODE, code=str(self._code), wrong=""))

    def confirm(self, typed: str, *, has_agreed: bool) -> None:
        """Do what was wished if the code was typed back and what it means was agreed to."""
        from collabkit.services.locking import read_code

        if self.state.busy or self._code is None:
            return
        try:
            is_same = read_code(typed) == self._code
        except InvalidInputError as error:
            self._show(replace(self.state, wrong=str(error)))
            return
        if not is_same:
            words = _("This is another code than the one that was shown. Please look again.")
            self._show(replace(self.state, wrong=words))
        elif not has_agreed:
            self._show(replace(self.state, wrong=""))
            words = _("Please tick the box first, to say that you know there is no other way in.")
            self.told.emit(words, True)
            self.agreement_wanted.emit()
        elif self.state.wish is Wish.CODE:
            self._show(replace(self.state, wrong="", busy=_("Changing the recovery code…")))
            work = partial(_change_code, self._context.folder, self._code)
            self._start(partial(self._told_by, self._asked, work), self._on_change_done)
        else:
            lock = _switch_on if self.state.wish is Wish.ON else _change_key
            self._run_errand(partial(lock, self._context.folder, self._passphrase, self._code))

    def take_away(self) -> None:
        """Take the lock away."""
        self._run_errand(partial(_switch_off, self._context.folder))

    def _first_step(self) -> Step:
        from collabkit.services.locked_or_not import is_unlocked
        from collabkit.services.locking import is_possible

        # Not told from the file: whoever opens that by the way takes SQLite's locks on it away.
        if is_unlocked(self._context.folder):
            return Step.LOCKED
        return Step.BEGIN if is_possible() else Step.CANNOT

    def _show_new_code(self) -> None:
        from collabkit.services.locking import new_code

        self._code = new_code()
        self._go(replace(self.state, step=Step.CODE, code=str(self._code), wrong="", busy=""))

    def _run_errand(self, work: Callable[[], DataFolder]) -> None:
        wish = self.state.wish
        errand = Errand(PLACE, partial(_done, work, wish), busy_words(wish))
        hindrance = self._context.while_closed(errand)
        if hindrance:
            self.told.emit(hindrance, True)

    def _check(self, asked: int, wish: Wish, passphrase: str) -> tuple[int, Wish, str]:
        """Return what is wrong with a passphrase, or nothing."""
        from collabkit.services.locking import unlock_with_either

        try:
            unlock_with_either(self._context.folder, passphrase)
        except CollabkitError as error:
            return asked, wish, str(error)
        return asked, wish, ""

    def _told_by(self, asked: int, work: Callable[[], None]) -> tuple[int, str]:
        try:
            work()
        except CollabkitError as error:
            return asked, str(error)
        return asked, ""

    def _start(self, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        job = Job(work)
        job.done.connect(then)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _go(self, state: LockState) -> None:
        self._show(state)
        self.moved_on.emit()

    def _show(self, state: LockState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_check_done(self, result: tuple[int, Wish, str]) -> None:
        asked, wish, wrong = result
        if asked != self._asked:
            return
        if wrong:
            self._show(replace(self.state, busy="", wrong=wrong))
        elif wish is Wish.CODE:
            self._show_new_code()
        else:
            step = Step.OFF if wish is Wish.OFF else Step.PASSPHRASE
            self._go(LockState(step, wish))

    def _on_change_done(self, result: tuple[int, str]) -> None:
        asked, problem = result
        if asked != self._asked:
            return
        wish = self.state.wish
        if problem:
            self._show(replace(self.state, busy=""))
            self.told.emit(problem, True)
            return
        self.leave()
        self.moved_on.emit()
        self.told.emit(done_words(wish), False)

    def _on_job_failed(self, sentence: str) -> None:
        self._show(replace(self.state, busy=""))
        self.told.emit(sentence, True)


def _done(work: Callable[[], DataFolder], wish: Wish) -> Outcome:
    from collabkit.services.locking import LockUnfinishedError, still_locked

    try:
        folder = work()
        left = still_locked(folder) if wish is Wish.OFF else ()
        return MappingProxyType({FOLDER: folder, _DONE: wish, _LEFT: left})
    except LockUnfinishedError as error:
        return MappingProxyType({FOLDER: error.folder, "problem": str(error)})


def _switch_on(folder: DataFolder, passphrase: str, code: "RecoveryCode") -> DataFolder:
    from collabkit.services.locking import switch_on

    return switch_on(folder, passphrase, code)


def _change_key(folder: DataFolder, passphrase: str, code: "RecoveryCode") -> DataFolder:
    from collabkit.services.locking import change_key, unlocked

    return change_key(unlocked(folder), passphrase, code)


def _switch_off(folder: DataFolder) -> DataFolder:
    from collabkit.services.locking import switch_off, unlocked

    return switch_off(unlocked(folder))


def _change_passphrase(folder: DataFolder, passphrase: str) -> None:
    from collabkit.services.locking import change_passphrase, unlocked

    change_passphrase(unlocked(folder), passphrase)


def _change_code(folder: DataFolder, code: "RecoveryCode") -> None:
    from collabkit.services.locking import change_code, unlocked

    change_code(unlocked(folder), code)
