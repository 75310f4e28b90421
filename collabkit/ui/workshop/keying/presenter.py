"""Drives a batch of sheets; it knows no widgets, and nothing of it is ever written down."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room import keying
from collabkit.room.batch import Batch, Cell, KeyRefusedError, SheetOpenError, Step
from collabkit.ui.context import Context
from collabkit.ui.workshop.keying.sealing import Sealing
from collabkit.ui.workshop.keying.state import KeyingState, Stage
from collabkit.ui.workshop.keying.wording import (
    change_told,
    console_is_behind,
    more_than_expected,
)

_STAGES = {
    Step.KEYING: Stage.KEYING,
    Step.READING: Stage.READING,
    Step.AGAIN: Stage.AGAIN,
    Step.CHECKED: Stage.CHECKED,
}


@dataclass(frozen=True, slots=True)
class _Held:
    """A batch that is not sealed yet, and the name of its session."""

    batch: Batch
    title: str
    minimum: int


class KeyingPresenter(QObject):
    """``state_changed(KeyingState)`` tells what to show, ``refused()`` that a key did nothing.

    Batches that are not sealed are held, one a session, for as long as the program runs.
    """

    state_changed = Signal(object)
    refused = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._workshops = context.services.workshops
        self._sealing = Sealing(self._workshops, context.today)
        self._sealing.done.connect(self._on_sealing_done)
        self._sealing.failed.connect(self._on_sealing_failed)
        self._held: dict[str, _Held] = {}
        self._thrown_away: _Held | None = None
        self._session_id = ""
        self._asked_for: int | None = None  # sheets, although fewer people are expected
        self._end_was_asked = False
        self.state = KeyingState(Stage.CLOSED)

    @property
    def unsealed(self) -> int:
        """How many sheets are keyed in or begun and not sealed, in whatever session."""
        sheets = [sheet for held in self._held.values() for sheet in held.batch.sheets]
        return sum(any(value is not None for value in sheet) for sheet in sheets)

    def open(self, session_id: str, *, must_mask: bool = False) -> None:
        """Show the sheets of a session: those that are held, or none yet."""
        self._session_id = session_id
        is_masked = must_mask or self.state.is_masked
        held = self._held.get(session_id)
        if held is None or not held.batch.is_touched:
            self._start(is_masked, must_mask)
            return
        self.state = KeyingState(
            self._stage_of(held.batch),
            held.title,
            held.batch,
            is_masked=is_masked,
            must_mask=must_mask,
            minimum=held.minimum,
        )
        here = _("Your sheets are still here, and not sealed yet. Go on where you were.")
        self._tell("" if self._is_sealing else here)

    def begin(self, sheets: int) -> None:
        """Begin to key in ``sheets`` sheets."""
        asked_before, self._asked_for = self._asked_for, None
        try:
            session = self._workshops.get(self._session_id)
            batch = keying.begin(session.meeting, session.pack, sheets)
        except KeyError:
            self._close(_("This session is not here any more."))
            return
        except CollabkitError as error:
            self._refuse(str(error))
            return
        if keying.is_more_than_expected(session.meeting, sheets) and asked_before != sheets:
            self._asked_for = sheets
            self._refuse(more_than_expected(session.meeting, sheets))
            return
        preparation = session.meeting.preparation
        self._thrown_away = None
        self._held[self._session_id] = _Held(batch, preparation.title, preparation.minimum)
        self.state = replace(self.state, batch=batch)
        self._tell()

    def press(self, key: str) -> None:
        """Key an answer in."""
        self._try(lambda batch: keying.press(batch, key))

    def enter(self) -> None:
        """Go on to the next sheet; asked twice, what is still open on this one is left blank."""
        if self._is_sealing:
            return
        leave_blank, self._end_was_asked = self._end_was_asked, False
        try:
            self._take(keying.next_sheet(self._batch, leave_blank=leave_blank))
        except SheetOpenError as error:
            self._refuse(str(error))
            self._end_was_asked = True
        except KeyRefusedError as error:
            self._refuse(str(error))

    def undo(self) -> None:
        """Take the last key back."""
        self._try(keying.undo)

    def go_to(self, cell: Cell) -> None:
        """Put the cursor on ``cell``, if something can be keyed in there."""
        self._take(keying.move(self._batch, cell))

    def step(self, down: int, across: int) -> None:
        """Move the cursor over what is keyed in; statements that are closed are stepped over."""
        batch, at = self._batch, self._batch.cursor
        if across:
            places = (*batch.open_columns, len(batch.columns))
            place = places.index(at.column) + across
            column = places[min(max(place, 0), len(places) - 1)]
            self.go_to(Cell(at.sheet, column))
            return
        to = Cell(at.sheet + down, at.column)
        if to.sheet == batch.edge.sheet and to > batch.edge:
            to = batch.edge
        elif at.column == len(batch.columns):
            to = Cell(to.sheet, batch.open_columns[-1])
        if to.sheet >= 0:
            self.go_to(to)

    def finish(self) -> None:
        """Say that there are no more sheets than these."""
        self._try(keying.finish)

    def add_sheet(self) -> None:
        """Key one more sheet in."""
        self._try(keying.add_sheet)

    def key_again(self) -> None:
        """Begin the second pass."""
        self._try(keying.key_again)

    def read_back(self) -> None:
        """Read the sheets back from the first."""
        self._try(keying.read_back)

    def set_masked(self, is_masked: bool) -> None:
        """Hide what is keyed in, or show it."""
        self.state = replace(self.state, is_masked=is_masked or self.state.must_mask)
        self._tell()

    def throw_away(self) -> None:
        """Forget the batch; it can be brought back until another is begun."""
        if self._is_sealing:
            return
        self._thrown_away = self._held.pop(self._session_id, None)
        self._start(self.state.is_masked, self.state.must_mask)

    def bring_back(self) -> None:
        """Take back that the batch was thrown away."""
        if self._thrown_away is not None and self.state.batch is None:
            self._held[self._session_id] = self._thrown_away
            self._thrown_away = None
            self.open(self._session_id, must_mask=self.state.must_mask)

    def seal(self) -> None:
        """Put the tallies on disk and forget the sheets; without waiting."""
        if self._is_sealing:
            return
        if self._session_id in self._context.unsaved_sessions:
            self._refuse(console_is_behind())
            return
        self._sealing.start(self._session_id, self._batch)
        self._tell()

    def leave(self) -> None:
        """Wait for what is being sealed: whoever reads the session next must find the sheets."""
        self._sealing.wait()

    @property
    def _is_sealing(self) -> bool:
        return self._sealing.is_under_way(self._session_id)

    @property
    def _batch(self) -> Batch:
        if self.state.batch is None:
            raise RuntimeError("no batch is under way")
        return self.state.batch

    def _start(self, is_masked: bool, must_mask: bool) -> None:
        self._held.pop(self._session_id, None)
        try:
            session = self._workshops.get(self._session_id)
        except KeyError:
            self._close(_("This session is not here any more."))
            return
        except CollabkitError as error:
            self._close(str(error))
            return
        meeting = session.meeting
        why_not = keying.why_not(meeting)
        self.state = KeyingState(
            Stage.CLOSED if why_not else Stage.START,
            meeting.preparation.title,
            is_masked=is_masked,
            must_mask=must_mask,
            minimum=meeting.preparation.minimum,
            why_not=why_not,
        )
        self._tell()

    def _close(self, why_not: str) -> None:
        self.state = KeyingState(Stage.CLOSED, why_not=why_not)
        self._tell()

    def _try(self, change: Callable[[Batch], Batch]) -> None:
        if self._is_sealing:
            return
        self._end_was_asked = False
        try:
            self._take(change(self._batch))
        except KeyRefusedError as error:
            self._refuse(str(error))

    def _take(self, batch: Batch) -> None:
        if self._is_sealing:
            return
        before = self._batch
        self._held[self._session_id] = replace(self._held[self._session_id], batch=batch)
        self.state = replace(self.state, batch=batch)
        self._tell(change_told(before, batch, is_masked=self.state.is_masked))

    def _refuse(self, sentence: str) -> None:
        self._tell(sentence, is_refusal=True)
        self.refused.emit()

    def _tell(self, message: str = "", *, is_refusal: bool = False) -> None:
        if self.state.batch is not None:
            self.state = replace(self.state, stage=self._stage_of(self.state.batch))
        self.state = replace(self.state, message=message, is_refusal=is_refusal)
        self.state_changed.emit(self.state)

    def _stage_of(self, batch: Batch) -> Stage:
        return Stage.SEALING if self._is_sealing else _STAGES[batch.step]

    def _on_sealing_done(self, session_id: str) -> None:
        batch = self._held.pop(session_id).batch
        if session_id == self._session_id:  # nobody has gone on to the sheets of another session
            self.state = replace(
                self.state, stage=Stage.SEALED, batch=None, sealed=len(batch.sheets), message=""
            )
            self.state_changed.emit(self.state)

    def _on_sealing_failed(self, session_id: str, sentence: str) -> None:
        if session_id == self._session_id:
            self._refuse(sentence)
