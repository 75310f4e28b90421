"""Keeps account of what is on the disk and what is not, so that “Saved” is always true."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Pack
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.responses import ResponseService
from collabkit.ui.widgets.save_mark import SaveState, Saving

_Key = tuple[str, str]  # participant and statement


@dataclass(frozen=True, slots=True)
class _Entry:
    """A response that is not on the disk as far as we know, and why if it failed."""

    pack: Pack
    response: Response
    number: int
    problem: str = ""


class SaveLedger(QObject):
    """Hands responses to the service and remembers each until its commit has come back.

    ``state_changed(SaveState)`` says how it stands: “Saved” means that nothing newer is on its
    way, is being typed or has failed. ``trouble_told(sentence)`` says what is wrong, each time
    something fails. What failed stays in hand; it is tried again with ``try_again``, with the next
    change to the same statement, and as soon as another one could be saved.

    Nobody owns it, so that the writer's last words find it even if its page is gone.
    """

    state_changed = Signal(object)
    trouble_told = Signal(str)
    _returned = Signal(object, int, str)

    def __init__(self, service: ResponseService) -> None:
        super().__init__()
        self._service = service
        self._entries: dict[_Key, _Entry] = {}
        self._typing: set[str] = set()
        self._number = 0
        self._state = SaveState(Saving.NOTHING)
        # The answer comes from the writer's thread and is read on this one.
        self._returned.connect(self._on_self_returned, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> SaveState:
        """How it stands with the saving."""
        return self._state

    @property
    def has_trouble(self) -> bool:
        """Whether something could not be saved and is still in hand."""
        return any(entry.problem for entry in self._entries.values())

    def unsaved(self, participant_id: str) -> dict[str, Response]:
        """Return what one person said that is not on the disk, by statement."""
        return {
            item_id: entry.response
            for (owner, item_id), entry in self._entries.items()
            if owner == participant_id
        }

    def record(self, pack: Pack, response: Response) -> None:
        """Save everything a person has said about one statement, in order, without waiting."""
        self._send(pack, response)
        self._tell()

    def try_again(self) -> None:
        """Hand in once more what failed."""
        for entry in tuple(self._entries.values()):
            if entry.problem:
                self._send(entry.pack, entry.response)
        self._tell()

    def begin_typing(self, field: str) -> None:
        """Know that something is being typed into ``field``: it is not saved yet."""
        self._typing.add(field)
        self._tell()

    def end_typing(self, field: str) -> None:
        """Know that what was typed has been recorded, or was taken back."""
        self._typing.discard(field)
        self._tell()

    def start_afresh(self) -> None:
        """Say nothing about what was saved before, unless something is not saved yet."""
        self._state = SaveState(Saving.NOTHING)
        self._tell()
        self.state_changed.emit(self._state)

    def _send(self, pack: Pack, response: Response) -> None:
        self._number += 1
        key = (response.participant_id, response.item_id)
        self._entries[key] = _Entry(pack, response, self._number)
        try:
            self._service.record(pack, response, partial(self._report, key, self._number))
        except CollabkitError as error:
            self._report(key, self._number, error)

    def _report(self, key: _Key, number: int, problem: CollabkitError | None) -> None:
        self._returned.emit(key, number, str(problem) if problem is not None else "")

    def _on_self_returned(self, key: _Key, number: int, problem: str) -> None:
        entry = self._entries.get(key)
        if entry is None or entry.number != number:
            return  # something newer about the same statement is on its way and holds this too
        if problem:
            self._entries[key] = replace(entry, problem=problem)
            self._tell()
            self.trouble_told.emit(problem)
            return
        del self._entries[key]
        self._tell()
        if self.has_trouble:
            self.try_again()  # what went wrong seems to be over

    def _tell(self) -> None:
        state = self._worked_out()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _worked_out(self) -> SaveState:
        if self.has_trouble:
            return SaveState(Saving.TROUBLE, _("Not saved yet. See the top of the page."))
        if self._entries or self._typing:
            return SaveState(Saving.UNDER_WAY)
        if self._state.saving in (Saving.UNDER_WAY, Saving.TROUBLE):
            return SaveState(Saving.DONE)
        return self._state
