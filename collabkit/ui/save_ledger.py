"""Keeps account of what is on the disk and what is not, so that “Saved” is always true."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import count
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.outcome import WhenDone
from collabkit.ui.widgets.save_mark import SaveState, Saving

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_TRIES_EVERY = 10_000  # milliseconds


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Value]):
    """Something that is not on the disk as far as we know, and why if it failed."""

    value: Value
    send: Callable[[Value, WhenDone], None]
    number: int
    problem: str = ""  # stays while it is tried again quietly


class SaveLedger(QObject, Generic[Key, Value]):
    """Hands values to whoever saves them and remembers each until its commit has come back.

    ``state_changed(SaveState)`` says how it stands: “Saved” means that nothing newer is on its
    way, is being typed or has failed. ``trouble_told(sentence)`` says what is wrong, each time
    something fails. What failed stays in hand; it is tried again with ``try_again``, with the next
    value for the same key, as soon as another one could be saved, and quietly every few seconds.

    Nobody owns it, so that the writer's last words find it even if its page is gone; until they
    have come back it is held here, on the thread that draws, and never by the writer's.
    """

    state_changed = Signal(object)
    trouble_told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[Key, _Entry[Value]] = {}
        self._typing: set[str] = set()
        self._number = 0
        self._committed: set[int] = set()  # numbers that are on the disk and not yet read here
        self._state = SaveState(Saving.NOTHING)
        self._relay = _relay()
        self._quietly = QTimer(self)
        self._quietly.setSingleShot(True)
        self._quietly.setInterval(_TRIES_EVERY)
        self._quietly.timeout.connect(self.try_again_quietly)
        self._place = next(_places)
        _all.add(self)

    @property
    def trouble(self) -> str:
        """Why something could not be saved and is still in hand; nothing if all is well."""
        return next(iter(self.troubles), "")

    @property
    def troubles(self) -> tuple[str, ...]:
        """Why each thing that is still in hand could not be saved."""
        return tuple(entry.problem for entry in self._entries.values() if entry.problem)

    def unsaved(self) -> dict[Key, Value]:
        """Return what is not on the disk.

        To be asked after the disk was read: by then the writer has done everything before it.
        """
        return {
            key: entry.value
            for key, entry in self._entries.items()
            if entry.number not in self._committed
        }

    def keep(self, key: Key, value: Value, send: Callable[[Value, WhenDone], None]) -> None:
        """Save ``value``, in order, without waiting; it takes the place of what ``key`` had.

        ``send`` hands it to the writer, or raises ``CollabkitError``.
        """
        self._send(key, value, send)
        self._tell()

    def try_again(self) -> None:
        """Hand in once more what failed."""
        for key, entry in tuple(self._entries.items()):
            if entry.problem:
                self._send(key, entry.value, entry.send)
        self._tell()

    def try_again_quietly(self) -> None:
        """Hand in once more what failed; it only tells what is otherwise than before."""
        for key, entry in tuple(self._entries.items()):
            if entry.problem:
                try:
                    self._send(key, entry.value, entry.send, entry.problem)
                except RuntimeError:  # the data was closed meanwhile; there is nobody to hand it to
                    return
        self._tell()

    def forget(self, key: Key) -> None:
        """Give up what ``key`` has in hand: there is no place for it any more."""
        self._entries.pop(key, None)
        if not self._entries:
            self._state = SaveState(Saving.NOTHING)  # that nothing is left does not mean saved
            self.state_changed.emit(self._state)
        self._tell()

    def note_typing(self, is_under_way: bool, field: str = "") -> None:
        """Know whether something is being typed into ``field``: until it is kept or taken back.

        What is being typed is not saved yet.
        """
        if is_under_way:
            self._typing.add(field)
        else:
            self._typing.discard(field)
        self._tell()

    def start_afresh(self) -> None:
        """Say nothing about what was saved before, unless something is not saved yet."""
        self._state = SaveState(Saving.NOTHING)
        self._tell()
        self.state_changed.emit(self._state)

    def _send(
        self, key: Key, value: Value, send: Callable[[Value, WhenDone], None], known: str = ""
    ) -> None:
        self._number += 1
        self._entries[key] = _Entry(value, send, self._number, known)
        waiting = self._relay.wait_for(partial(self._returned, key, self._number))
        report = partial(_report, self._relay, waiting, self._committed, self._number)
        try:
            send(value, report)
        except CollabkitError as error:
            report(error)
        except BaseException:  # nothing was handed in, so nothing comes back
            self._relay.wait_no_more(waiting)
            raise

    def _returned(self, key: Key, number: int, problem: str) -> None:
        self._committed.discard(number)
        entry = self._entries.get(key)
        if entry is None or entry.number != number:
            return  # something newer for the same key is on its way and holds this too
        if problem:
            self._entries[key] = replace(entry, problem=problem)
            self._quietly.start()
            self._tell()
            if problem != entry.problem:
                self.trouble_told.emit(problem)
            return
        del self._entries[key]
        self._tell()
        if self.trouble:
            self.try_again_quietly()  # what went wrong seems to be over

    def _tell(self) -> None:
        state = self._worked_out()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _worked_out(self) -> SaveState:
        if self.trouble:
            return _trouble()
        if self._entries or self._typing:
            return SaveState(Saving.UNDER_WAY)
        if self._state.saving in (Saving.UNDER_WAY, Saving.TROUBLE):
            return SaveState(Saving.DONE)
        return self._state


class _Relay(QObject):
    """Brings the writer's words to the thread that draws.

    The writer knows a number only: would it hold a ledger, and let go of it last, the ledger would
    be taken apart on the writer's thread, where its timer cannot be stopped.
    """

    spoken = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[int, Callable[[str], None]] = {}
        self._number = 0
        self.spoken.connect(self._on_self_spoken, Qt.ConnectionType.QueuedConnection)

    def wait_for(self, hear: Callable[[str], None]) -> int:
        """Return the number by which ``hear`` is called once, with a problem or nothing."""
        self._number += 1
        self._waiting[self._number] = hear
        return self._number

    def wait_no_more(self, number: int) -> None:
        """Let go of whoever waits as ``number``."""
        self._waiting.pop(number, None)

    def _on_self_spoken(self, number: int, problem: str) -> None:
        self._waiting.pop(number)(problem)


@cache
def _relay() -> _Relay:
    return _Relay()


def _report(
    relay: _Relay, waiting: int, committed: set[int], number: int, problem: CollabkitError | None
) -> None:
    """Say on the writer's thread how it came out; ``committed`` knows at once."""
    if problem is None:
        committed.add(number)
    relay.spoken.emit(waiting, str(problem) if problem is not None else "")


def _trouble() -> SaveState:
    return SaveState(Saving.TROUBLE, _("Not saved yet."))


def with_any_trouble(state: SaveState) -> SaveState:
    """Return how it stands with the whole program, of which one page says ``state``."""
    return state if not is_in_trouble() or state.saving is Saving.TROUBLE else _trouble()


def is_in_trouble() -> bool:
    """Tell whether any page has something in hand that could not be saved."""
    return any(ledger.trouble for ledger in _all)


def troubles() -> tuple[str, ...]:
    """Return why something could not be saved, each sentence once, page by page."""
    return tuple(dict.fromkeys(told for ledger in _in_order() for told in ledger.troubles))


def try_everything_again() -> None:
    """Hand in once more, quietly, what failed on any page."""
    for ledger in _in_order():
        ledger.try_again_quietly()


def everything_unsaved() -> tuple[tuple[Any, Any], ...]:
    """Return keys and values of all that is not on the disk as far as is known, page by page."""
    return tuple(pair for ledger in _in_order() for pair in ledger.unsaved().items())


def forget_everything() -> None:
    """Give up what any page has in hand: whoever asks has taken it."""
    for ledger in _in_order():
        for key in tuple(ledger.unsaved()):
            ledger.forget(key)


def _in_order() -> list[SaveLedger[Any, Any]]:
    """Return all there are, the oldest first: a set mixes them up anew when a page is added."""
    return sorted(_all, key=lambda ledger: ledger._place)


_places = count()
# The pages that hold something do not know of each other; whoever saves all of it elsewhere must.
_all: WeakSet[SaveLedger[Any, Any]] = WeakSet()
