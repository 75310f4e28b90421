"""What happens on the console, without a widget: a meeting that is led, kept and shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room import steps
from collabkit.room.meeting import Meeting
from collabkit.room.scenes import scene_of
from collabkit.services.outcome import WhenDone
from collabkit.services.workshops import Session, SessionGoneError
from collabkit.ui.workshop.action_drafts import ActionDrafts
from collabkit.ui.workshop.console.actions import Actions
from collabkit.ui.workshop.console.answers import Answers
from collabkit.ui.workshop.console.break_end import BreakEnd
from collabkit.ui.workshop.console.cautions import draft_kept
from collabkit.ui.workshop.console.clock import Clock
from collabkit.ui.workshop.console.discretion import Discretion
from collabkit.ui.workshop.console.early_end import EarlyEnd
from collabkit.ui.workshop.console.keeper import Keeper
from collabkit.ui.workshop.console.moves import Moves
from collabkit.ui.workshop.console.pace import Pace
from collabkit.ui.workshop.console.pretending import PretendPeople
from collabkit.ui.workshop.console.reading import console_state
from collabkit.ui.workshop.console.state import ConsoleState, News, Offer, Press
from collabkit.ui.workshop.console.timing import has_moved, parts_for
from collabkit.ui.workshop.console.typed import OpenVotes, answers_in_hand

if TYPE_CHECKING:
    from collabkit.services import Services

_Step = Callable[[Meeting], Meeting]


class ConsolePresenter(QObject):
    """Leads one session. Every change but the answers of an open vote is kept at once.

    ``state_changed(ConsoleState)`` has everything to show, ``scene_changed(Scene)`` what the room
    may see, ``told(News)`` a sentence for the top of the page (an empty one takes it away),
    ``slip_refused()`` that a key stands for no answer, and ``closed()`` that no session is led.
    """

    state_changed = Signal(object)
    scene_changed = Signal(object)
    told = Signal(object)
    slip_refused = Signal()
    closed = Signal()

    def __init__(
        self, services: "Services", today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._session: Session | None = None
        self._meeting: Meeting | None = None
        self._kept: Meeting | None = None
        self._is_left = False
        self._has_told_private = False  # the sentence above the page is not for the room
        self._wall_press = ""
        self.discretion = Discretion()
        self._left_open = OpenVotes()
        self.drafts = ActionDrafts(self)
        self.drafts.kept.connect(self._on_drafts_kept)
        self.drafts.taken_up.connect(self._on_drafts_taken_up)
        self.actions, self.moves = Actions(self.take), Moves(self.take)
        self.pace = Pace(self, today)
        self.answers = Answers(self)
        self.early_end = EarlyEnd(self)
        self.pretend = PretendPeople(self)
        self.clock = Clock(self)
        self._break_end = BreakEnd(self.clock, self)
        self._break_end.changed.connect(self._on_break_end_changed)
        self.keeper = Keeper(self._send, self)
        self.ledger = self.keeper.ledger
        self.keeper.trouble_told.connect(self._on_keeper_trouble_told)
        self.keeper.given_up.connect(self._on_keeper_given_up)
        self.state: ConsoleState | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a session to lead."""
        return self._session is not None

    @property
    def is_here(self) -> bool:
        """Whether the session is led just now. While it is not, others may be writing to it."""
        return self.is_open and not self._is_left

    @property
    def session(self) -> Session:
        """The session. Without one there is nothing to press: ``RuntimeError`` would be a bug."""
        if self._session is None:
            raise RuntimeError("no session is open")
        return self._session

    @property
    def meeting(self) -> Meeting:
        """Where the session stands now."""
        if self._meeting is None:
            raise RuntimeError("no session is open")
        return self._meeting

    @property
    def open_answers(self) -> int:
        """How many have answered in a vote that closing the program would lose; 0 if none would.

        What sheets say is on the disk.
        """
        return answers_in_hand(self._meeting) + self._left_open.answers

    def open(self, session_id: str) -> bool:
        """Lead a session from where it stands; tells whether that is possible.

        A vote that was left open goes on, and what could not be saved is still in hand.
        Otherwise the disk knows best: sheets may have been sealed, or the session prepared anew.
        """
        is_same = self._session is not None and self._session.id == session_id
        self._is_left = False
        if is_same and self.meeting.open_vote is not None:
            self._arrived()
            return True
        if self._session is not None and self._meeting is not None:
            self._left_open.keep(self._session.id, self._meeting, self.answers.typed)
        self.ledger.start_afresh()
        try:
            session = self._services.workshops.get(session_id)
        except KeyError:
            return self._close(_("This session is not there any more."))
        except CollabkitError as error:
            return self._close(str(error))
        kept = self.ledger.unsaved().get(session_id, session.meeting)
        left = self._left_open.take(session_id, kept)
        meeting, sentence = (left.meeting, "") if left else steps.after_crash(kept)
        is_further = not is_same or has_moved(self.meeting, meeting)
        self._session, self._meeting, self._kept = session, meeting, kept
        self._forget()
        self.drafts.turn_to(session_id)
        if left is not None:
            self.answers.typed = left.typed
        self._keep()
        if is_further:
            self._time()
        self._arrived()
        if sentence:
            self.told.emit(News(sentence))
        if self.ledger.trouble:
            self._on_keeper_trouble_told(self.ledger.trouble)
        return True

    def leave(self) -> None:
        """Lead nothing and save nothing new until the session is opened again."""
        self._is_left = True
        self.keeper.try_by_itself()

    def stay(self) -> None:
        """Go on as before ``leave``: it was not meant."""
        self._is_left = False

    def share(self, is_shared: bool) -> None:
        """Know whether the room may be reading the facilitator's screen."""
        if is_shared == self.discretion.is_shared:
            return
        self.discretion = Discretion(is_shared)
        if is_shared:
            self.answers.soften()
        if self._has_told_private:
            self._has_told_private = False
            self.told.emit(News(""))
        self.tell()

    def peek(self, is_peeking: bool) -> None:
        """Show what is for the facilitator's eyes although the room may read along, or hide it."""
        self.discretion.is_peeking = is_peeking
        self.tell()

    def set_wall_press(self, words: str) -> None:
        """Know what next does on the wall alone, such as turning a page; empty for nothing."""
        if words != self._wall_press:
            self._wall_press = words
            self.tell()

    def assessment_id(self) -> str | None:
        """Return the assessment that belongs to the session once it has begun."""
        try:
            return self._services.workshops.get(self.session.id).assessment_id
        except (KeyError, CollabkitError):
            return None

    def take(self, step: _Step) -> bool:
        """Take a step, keep it and show it; tells whether it could be taken."""
        if not self.is_here:
            return False
        before = self.meeting
        try:
            after = step(before)
        except CollabkitError as error:
            self.told.emit(News(str(error), is_problem=True))
            return False
        if after == before:
            return True
        self._meeting = after
        if has_moved(before, after):
            self._forget()
            self.told.emit(News(""))
            self._time()
        self._changed()
        return True

    def take_answers(self, meeting: Meeting) -> None:
        """Go on with what came in; the answers of an open vote are kept by nobody."""
        self._meeting = meeting
        self._changed()

    def tell_privately(self, news: News) -> None:
        """Tell something that goes away as soon as the room may be reading along."""
        self._has_told_private = True
        self.told.emit(news)

    def tell(self) -> None:
        """Tell what to show."""
        if self._meeting is None:
            return
        state = console_state(
            self.session,
            self._meeting,
            self.answers.typed,
            is_shared=self.discretion.is_shared,
            for_eyes=self.discretion.is_for_eyes,
        )
        state = replace(state, pretend=self.pretend.offer())
        if self._wall_press:
            state = replace(state, big=Press(self._wall_press))
        else:
            state = self.pace.shown_in(state)
        self.state = state
        self.state_changed.emit(state)

    def _changed(self) -> None:
        self.pace.drop_question()
        self._keep()
        self._show()
        self.tell()

    def _forget(self) -> None:
        """Forget what belongs to the place where the room was."""
        self.answers.forget()
        self.early_end.forget()
        self.pace.forget()

    def _keep(self) -> None:
        kept = replace(self.meeting, open_vote=None)  # answers of an open vote go nowhere
        if kept != self._kept:
            self._kept = kept
            self.keeper.keep(self.session.id, kept)

    def _send(self, session_id: str, meeting: Meeting, when_done: WhenDone) -> None:
        self._services.workshops.keep_later(session_id, meeting, self._today(), when_done)

    def _time(self) -> None:
        self.clock.start(*parts_for(self.meeting))

    def _show(self) -> None:
        session = self.session
        scene = scene_of(self.meeting, session.pack, session.charity.name)
        self.scene_changed.emit(self._break_end.told(scene))

    def _arrived(self) -> None:
        self._show()
        self.tell()

    def _close(self, sentence: str) -> bool:
        self._session = self._meeting = self._kept = self.state = None
        self.clock.start()
        self.closed.emit()
        self.told.emit(News(sentence, is_problem=True))
        return False

    def _on_drafts_kept(self) -> None:
        self.told.emit(News(draft_kept(), is_for_all=True))

    def _on_break_end_changed(self) -> None:
        if self._meeting is not None and self._meeting.is_paused:
            self._show()

    def _on_drafts_taken_up(self) -> None:
        self.told.emit(News(""))

    def _on_keeper_trouble_told(self, sentence: str) -> None:
        self.told.emit(News(sentence, Offer.TRY_AGAIN, is_problem=True))

    def _on_keeper_given_up(self, session_id: str, problem: CollabkitError) -> None:
        is_led = self._session is not None and self._session.id == session_id
        if not isinstance(problem, SessionGoneError):
            self.told.emit(News(str(problem), is_problem=True))
        elif is_led:
            self._close(_("This session is not there any more."))
