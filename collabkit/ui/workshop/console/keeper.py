"""Keeps a session on the disk. What could not be saved is tried again by itself."""

from PySide6.QtCore import QObject, QTimer, Signal

from collabkit.room.meeting import Meeting
from collabkit.ui.save_ledger import SaveLedger
from collabkit.ui.widgets.save_mark import SaveState, Saving

_AGAIN_AFTER = 5_000  # milliseconds


class Keeper(QObject):
    """A ledger that does not give up: a room goes on, whether anybody looks at its console or not.

    What failed stays in hand, and is handed in again after a few seconds, with the next change and
    when somebody asks for it. ``saving_changed(SaveState)`` says how it stands and
    ``trouble_told(sentence)`` what is wrong; trying again by itself in vain repeats neither.
    """

    saving_changed = Signal(object)
    trouble_told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger: SaveLedger[str, Meeting] = SaveLedger()  # by session
        self.ledger.state_changed.connect(self._on_ledger_state_changed)
        self.ledger.trouble_told.connect(self._on_ledger_trouble_told)
        self.is_troubled = False  # from the first failure until all is on the disk
        self._is_by_itself = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_AFTER)
        self._timer.timeout.connect(self.try_by_itself)

    def try_again(self) -> None:
        """Hand in what failed because somebody asks for it; what comes of it is told."""
        self._is_by_itself = False
        self.ledger.try_again()

    def try_by_itself(self) -> None:
        """Hand in what failed without making a fuss about it."""
        if self.ledger.trouble:
            self._is_by_itself = True
            self.ledger.try_again()

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
        is_known = self._is_by_itself and sentence == self._told
        self._is_by_itself = False
        self._told = sentence
        if not is_known:
            self.trouble_told.emit(sentence)
