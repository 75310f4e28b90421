"""What happens on the console, without a widget: a meeting that is led, kept and shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room import steps, votes
from collabkit.room.channels import people_in
from collabkit.room.choices import RoomChoice, choice_for_key, choices_of
from collabkit.room.meeting import Decision, Meeting, Phase
from collabkit.room.scenes import scene_of
from collabkit.services.outcome import WhenDone
from collabkit.services.workshops import Session
from collabkit.ui.workshop.console.actions import Actions
from collabkit.ui.workshop.console.clock import Clock
from collabkit.ui.workshop.console.keeper import Keeper
from collabkit.ui.workshop.console.pretending import PretendPeople
from collabkit.ui.workshop.console.reading import console_state
from collabkit.ui.workshop.console.state import ConsoleState, News, Offer, Press
from collabkit.ui.workshop.console.timing import parts_for
from collabkit.ui.workshop.console.typed import Typed, counts_of
from collabkit.ui.workshop.console.wording import cannot_close, missing_people, too_many

if TYPE_CHECKING:
    from collabkit.services import Services

_Step = Callable[[Meeting], Meeting]


class ConsolePresenter(QObject):
    """Leads one session. Every change but the answers of an open vote is kept at once.

    ``state_changed(ConsoleState)`` has everything to show, ``scene_changed(Scene)`` what the room
    may see, ``told(News)`` a sentence for the top of the page (an empty one takes it away), and
    ``slip_refused()`` that a key stands for no answer.
    """

    state_changed = Signal(object)
    scene_changed = Signal(object)
    told = Signal(object)
    slip_refused = Signal()

    def __init__(
        self, services: "Services", today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._session: Session | None = None
        self._meeting: Meeting | None = None
        self._kept: Meeting | None = None
        self._typed = Typed()
        self._is_asked = False  # whether to close although some have not answered
        self._is_shared = self._is_peeking = False
        self._has_told_private = False  # the sentence above the page is not for the room
        self._wall_press = ""
        self._ended_at: tuple[Phase, int] | None = None  # where the statements were ended early
        self.actions = Actions(self.take)
        self.pretend = PretendPeople(self)
        self.clock = Clock(self)
        self.keeper = Keeper(self)
        self.ledger = self.keeper.ledger
        self.keeper.trouble_told.connect(self._on_keeper_trouble_told)
        self.state: ConsoleState | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a session to lead."""
        return self._session is not None

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
    def is_asked(self) -> bool:
        """Whether to close the vote although some have not answered is being asked."""
        return self._is_asked

    @property
    def open_answers(self) -> int:
        """How many have answered in a vote that closing the program would lose; 0 if none would.

        What sheets say is on the disk.
        """
        vote = self._meeting.open_vote if self._meeting else None
        return vote.people if vote and people_in(vote.hands) + people_in(vote.slips) else 0

    def open(self, session_id: str) -> bool:
        """Lead a session from where it stands; tells whether that is possible.

        An open vote of the same session goes on, and what could not be saved is still in hand.
        """
        is_same = self._session is not None and self._session.id == session_id
        if is_same and self.meeting.open_vote is not None:
            self._arrived()
            return True
        self.ledger.start_afresh()
        try:
            session = self._services.workshops.get(session_id)
        except KeyError:
            return self._not_opened(_("This session is not there any more."))
        except CollabkitError as error:
            return self._not_opened(str(error))
        kept = self.ledger.unsaved().get(session_id, session.meeting)
        meeting, sentence = steps.after_crash(kept)
        is_further = not is_same or _moved(self.meeting, meeting)
        self._session, self._meeting, self._kept = session, meeting, kept
        self._typed, self._is_asked, self._ended_at = Typed(), False, None
        self._keep()
        if is_further:
            self._time()
        self._arrived()
        if sentence:
            self.told.emit(News(sentence))
        if self.ledger.trouble:
            self._on_keeper_trouble_told(self.ledger.trouble)
        return True

    def share(self, is_shared: bool) -> None:
        """Know whether the room may be reading the facilitator's screen."""
        if is_shared == self._is_shared:
            return
        self._is_shared, self._is_peeking = is_shared, False
        if is_shared and self._typed.hands_fault:
            self._typed = replace(self._typed, hands_fault=too_many(), slips_fault="")
        if self._has_told_private:
            self._has_told_private = False
            self.told.emit(News(""))
        self.tell()

    def peek(self, is_peeking: bool) -> None:
        """Show what is for the facilitator's eyes although the room may read along, or hide it."""
        self._is_peeking = is_peeking
        self.tell()

    def set_wall_press(self, words: str) -> None:
        """Know what next does on the wall alone, such as turning a page; empty for nothing."""
        if words != self._wall_press:
            self._wall_press = words
            self.tell()

    def go_on(self) -> None:
        """Take the next step. With people missing, ask first; when asked already, do it."""
        meeting = self.meeting
        if meeting.phase is Phase.END and not meeting.is_paused:
            return
        if meeting.phase is Phase.VOTE and not meeting.is_paused and not self._may_close():
            return
        item = self.session.pack.item(meeting.turn.item_id)
        form = self.session.pack.form_of(item)
        self.take(partial(steps.go_on, form=form, today=self._today()))

    def go_back(self) -> None:
        """Take the last step back as far as that shows nothing; when asked to close, wait."""
        if self._is_asked:
            self.wait()
        elif self._ended_at is not None:
            self.go_on_with_statements()
        else:
            self.take(steps.go_back)

    def wait(self) -> None:
        """Go on waiting for answers."""
        self._is_asked = False
        self.told.emit(News(""))
        self.tell()

    def call_off(self) -> None:
        """Forget the open vote."""
        self.take(votes.call_off)

    def vote_again(self) -> None:
        """Let the room vote on this statement once more."""
        self.take(votes.open_vote)

    def decide(self, decision: Decision) -> None:
        """Say what becomes of the statement."""
        self.take(partial(steps.decide, decision=decision))

    def pause(self) -> None:
        """Begin a break."""
        self.take(steps.pause)

    def go_to(self, place: int) -> None:
        """Go to another statement."""
        self.take(partial(steps.go_to, place=place))

    def end_statements(self) -> None:
        """Go to the map now; as long as one is there, this can be taken back."""
        left_at = self.meeting.phase, self.meeting.place
        if self.take(steps.end_statements):
            self._ended_at = left_at
            sentence = _(
                "The statements are ended. You can still go to each: they are under “All "
                "statements”."
            )
            self.told.emit(News(sentence, Offer.UNDO_END))

    def go_on_with_statements(self) -> None:
        """Take back that the statements were ended: go to where one was."""
        if self._ended_at is not None:
            phase, place = self._ended_at
            self.take(partial(replace, phase=phase, place=place))

    def count_present(self, people: int) -> None:
        """Say how many people in the room answer."""
        self._is_asked = False
        self.take(partial(steps.count_present, people=people))

    def write_note(self, item_id: str, note: str) -> None:
        """Keep a note on a statement."""
        if note != self.meeting.turn_of(item_id).note:
            self.take(partial(steps.write_note, item_id=item_id, note=note))

    def count_hands(self, texts: Mapping[str, str]) -> None:
        """Take the counts as they stand in the fields; what is wrong is said beside them."""
        if self.meeting.phase is not Phase.VOTE:
            return
        fault = ""
        try:
            self._meeting = votes.count_hands(self.meeting, counts_of(texts))
        except CollabkitError as error:
            fault = self._for_all(str(error), too_many())
        except ValueError as error:
            fault = str(error)
        self._typed = Typed(MappingProxyType(dict(texts)), fault)
        self._answers_changed()

    def take_slip(self, key: str) -> None:
        """Take one slip by its key."""
        choice = choice_for_key(key, self._choices()) if key else None
        fault = ""
        if choice is None:
            fault = _("“{key}” is on no slip, so nothing was counted. Please use {marks}.").format(
                key=key, marks=", ".join(each.mark for each in self._choices())
            )
        else:
            try:
                self._meeting = votes.take_slip(self.meeting, choice.code)
            except CollabkitError as error:
                fault = self._for_all(str(error), too_many())
        self._typed = replace(self._typed, slips_fault=fault)
        self._answers_changed()
        if fault:
            self.slip_refused.emit()

    def take_back_slip(self) -> None:
        """Take back the slip that was keyed in last."""
        try:
            self._meeting = votes.take_back_slip(self.meeting)
        except CollabkitError:
            return
        self._typed = replace(self._typed, slips_fault="")
        self._answers_changed()

    def try_again(self) -> None:
        """Save once more what could not be saved."""
        self.keeper.try_again()

    def assessment_id(self) -> str | None:
        """Return the assessment that belongs to the session once it has begun."""
        try:
            return self._services.workshops.get(self.session.id).assessment_id
        except (KeyError, CollabkitError):
            return None

    def take(self, step: _Step) -> bool:
        """Take a step, keep it and show it; tells whether it could be taken."""
        before = self.meeting
        try:
            after = step(before)
        except CollabkitError as error:
            self.told.emit(News(str(error), is_problem=True))
            return False
        if after == before:
            return True
        self._meeting = after
        if _moved(before, after):
            self._ended_at = None
            self._typed = Typed()
            if self._is_asked:
                self._is_asked = False
            self.told.emit(News(""))
            self._time()
        self._keep()
        self._show()
        self.tell()
        return True

    def tell(self) -> None:
        """Tell what to show."""
        if self._meeting is None:
            return
        state = console_state(
            self.session,
            self._meeting,
            self._typed,
            is_shared=self._is_shared,
            for_eyes=not self._is_shared or self._is_peeking,
        )
        state = replace(state, pretend=self.pretend.offer())
        if self._wall_press:
            state = replace(state, big=Press(self._wall_press))
        elif self._is_asked:
            state = replace(state, big=Press(_("Close the vote now")), back=_("Wait"))
        self.state = state
        self.state_changed.emit(state)

    def _choices(self) -> tuple[RoomChoice, ...]:
        item = self.session.pack.item(self.meeting.turn.item_id)
        return choices_of(item, self.session.pack.form_of(item))

    def _may_close(self) -> bool:
        problem = self._typed.hands_fault
        if not problem and (too_few := votes.problem_with_closing(self.meeting)):
            problem = self._for_all(too_few, cannot_close())
        if problem:
            self._has_told_private = True
            self.told.emit(News(problem, is_problem=True))
            return False
        missing = votes.missing(self.meeting)
        thoughts = [missing_people(missing)] if missing else []
        if caution := votes.caution_on_closing(self.meeting):
            thoughts.append(caution)
        if thoughts and not self._is_asked:
            self._is_asked = True
            self.tell()
            self.told.emit(News(" ".join(thoughts), Offer.CLOSE_NOW))
            return False
        return True

    def _for_all(self, sentence: str, for_the_room: str) -> str:
        """Return what may be read here: how many came by each way is not for the room."""
        return for_the_room if self._is_shared and not self._is_peeking else sentence

    def _answers_changed(self) -> None:
        if self._is_asked:
            self._is_asked = False
            self.told.emit(News(""))
        self._show()
        self.tell()

    def _keep(self) -> None:
        kept = replace(self.meeting, open_vote=None)  # answers of an open vote go nowhere
        if kept != self._kept:
            self._kept = kept
            self.ledger.keep(self.session.id, kept, self._send)

    def _send(self, meeting: Meeting, when_done: WhenDone) -> None:
        self._services.workshops.keep_later(self.session.id, meeting, self._today(), when_done)

    def _time(self) -> None:
        self.clock.start(*parts_for(self.meeting))

    def _show(self) -> None:
        session = self.session
        self.scene_changed.emit(scene_of(self.meeting, session.pack, session.charity.name))

    def _arrived(self) -> None:
        self._show()
        self.tell()

    def _not_opened(self, sentence: str) -> bool:
        self._session = self._meeting = self._kept = self.state = None
        self.clock.start()
        self.told.emit(News(sentence, is_problem=True))
        return False

    def _on_keeper_trouble_told(self, sentence: str) -> None:
        self.told.emit(News(sentence, Offer.TRY_AGAIN, is_problem=True))


def _moved(before: Meeting, after: Meeting) -> bool:
    return (before.phase, before.place, before.is_paused) != (
        after.phase,
        after.place,
        after.is_paused,
    )
