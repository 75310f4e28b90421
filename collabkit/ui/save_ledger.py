"""Keeps account of what is on the disk and what is not, so that “Saved” is always true."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
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

    Nobody owns it, so that the writer's last words find it even if its page is gone.
    """

    state_changed = Signal(object)
    trouble_told = Signal(str)
    _returned = Signal(object, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[Key, _Entry[Value]] = {}
        self._typing: set[str] = set()
        self._number = 0
        self._committed: set[int] = set()  # numbers that are on the disk and not yet read here
        self._state = SaveState(Saving.NOTHING)
        # The answer comes from the writer's thread and is read on this one.
        self._returned.connect(self._on_self_returned, Qt.ConnectionType.QueuedConnection)
        self._quietly = QTimer(self)
        self._quietly.setSingleShot(True)
        self._quietly.setInterval(_TRIES_EVERY)
        self._quietly.timeout.connect(self.try_again_quietly)
        _all.add(self)

    @property
    def trouble(self) -> str:
        """Why something could not be saved and is still in hand; nothing if all is well."""
        return next((entry.problem for entry in self._entries.values() if entry.problem), "")

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
        report = partial(self._report, key, self._number)
        try:
            send(value, report)
        except CollabkitError as error:
            report(error)

    def _report(self, key: Key, number: int, problem: CollabkitError | None) -> None:
        if problem is None:
            self._committed.add(number)
        self._returned.emit(key, number, str(problem) if problem is not None else "")

    def _on_self_returned(self, key: Key, number: int, problem: str) -> None:
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
            return SaveState(Saving.TROUBLE, _("Not saved yet."))
        if self._entries or self._typing:
            return SaveState(Saving.UNDER_WAY)
        if self._state.saving in (Saving.UNDER_WAY, Saving.TROUBLE):
            return SaveState(Saving.DONE)
        return self._state


def is_in_trouble() -> bool:
    """Tell whether any page has something in hand that could not be saved."""
    return any(ledger.trouble for ledger in _all)


def everything_unsaved() -> tuple[tuple[Any, Any], ...]:
    """Return keys and values of all that is not on the disk as far as is known, page by page."""
    return tuple(pair for ledger in _all for pair in ledger.unsaved().items())


def forget_everything() -> None:
    """Give up what any page has in hand: whoever asks has taken it."""
    for ledger in tuple(_all):
        for key in tuple(ledger.unsaved()):
            ledger.forget(key)


# The pages that hold something do not know of each other; whoever saves all of it elsewhere must.
_all: WeakSet[SaveLedger[Any, Any]] = WeakSet()
