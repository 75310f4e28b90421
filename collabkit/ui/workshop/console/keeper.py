"""Keeps sessions on the disk. What could not be saved is tried again by itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.room.meeting import Meeting
from collabkit.services.outcome import WhenDone
from collabkit.services.workshops import SessionGoneError
from collabkit.ui.save_ledger import SaveLedger
from collabkit.ui.widgets.save_mark import SaveState, Saving

_AGAIN_AFTER = 5_000  # milliseconds

Send = Callable[[str, Meeting, WhenDone], None]


class Keeper(QObject):
    """A ledger that does not give up: a room goes on, whether anybody looks at its console or not.

    ``send`` hands a meeting in for the session whose id it is given, or raises ``CollabkitError``.
    What failed stays in hand, and is handed in again after a few seconds, with the next change and
    when somebody asks for it. ``saving_changed(SaveState)`` says how it stands and
    ``trouble_told(sentence)`` what is wrong; trying again by itself in vain repeats neither.
    What can never be saved, because the session is not there any more or is another one by now, is
    given up: ``given_up(session_id, problem)``.
    """

    saving_changed = Signal(object)
    trouble_told = Signal(str)
    given_up = Signal(str, object)

    def __init__(self, send: Send, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self.ledger: SaveLedger[str, Meeting] = SaveLedger()  # by session
        self.ledger.state_changed.connect(self._on_ledger_state_changed)
        self.ledger.trouble_told.connect(self._on_ledger_trouble_told)
        self.is_troubled = False  # from the first failure until all is on the disk
        self._is_by_itself = False
        self._told = ""
        self._final: dict[str, CollabkitError] = {}  # by session; from the writer's thread
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_AFTER)
        self._timer.timeout.connect(self.try_by_itself)

    def keep(self, session_id: str, meeting: Meeting) -> None:
        """Save ``meeting`` as what has happened in that session, in order, without waiting."""
        # Whatever is led when it is tried again, it belongs to this session.
        self.ledger.keep(session_id, meeting, partial(self._hand_in, session_id))

    def try_again(self) -> None:
        """Hand in what failed because somebody asks for it; what comes of it is told."""
        self._is_by_itself = False
        self.ledger.try_again()

    def try_by_itself(self) -> None:
        """Hand in what failed without making a fuss about it."""
        if self.ledger.trouble:
            self._is_by_itself = True
            self.ledger.try_again()

    def _hand_in(self, session_id: str, meeting: Meeting, when_done: WhenDone) -> None:
        final = self._final  # the writer, who calls this, must not hold a keeper

        def report(problem: CollabkitError | None) -> None:
            # A text that is too long is refused at once. Here the session itself is another one.
            if isinstance(problem, InvalidInputError):
                final[session_id] = problem
            else:
                final.pop(session_id, None)
            when_done(problem)

        try:
            self._send(session_id, meeting, report)
        except SessionGoneError as error:
            report(error)

    def _give_up(self) -> bool:
        """Forget what can never be saved; tells whether there was anything."""
        given_up = [session_id for session_id in self.ledger.unsaved() if session_id in self._final]
        for session_id in given_up:
            self.ledger.forget(session_id)
            self.given_up.emit(session_id, self._final.pop(session_id))
        return bool(given_up)

    def _on_ledger_state_changed(self, state: SaveState) -> None:
        is_known = self.is_troubled and self._is_by_itself
        if state.saving is Saving.TROUBLE:
            self.is_troubled = True
            self._timer.start()
        elif state.saving is not Saving.UNDER_WAY:
            self.is_troubled = self._is_by_itself = is_known = False
            self._told = ""
            self._timer.stop()
        if not is_known:
            self.saving_changed.emit(state)

    def _on_ledger_trouble_told(self, sentence: str) -> None:
        if self._give_up():
            return
        is_known = self._is_by_itself and sentence == self._told
        self._is_by_itself = False
        self._told = sentence
        if not is_known:
            self.trouble_told.emit(sentence)
