"""From one place of the session to the next, and back; what is not possible raises ``NotNowError``.

Back never reopens a vote and never hides what was shown.
"""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from collabkit.assessments.limits import LONGEST_NOTE
from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.room.meeting import Decision, Meeting, Phase, convene
from collabkit.room.preparation import MOST_PEOPLE, Preparation
from collabkit.room.promise import promise_lines
from collabkit.room.refused import NotNowError
from collabkit.room.votes import close_vote, open_vote, reveal, with_turn, without_open_vote
from collabkit.room.ways import Way


def go_on(meeting: Meeting, form: AnswerForm, today: date) -> Meeting:
    """Take the one step that comes next; ``form`` is that of the current statement.

    From an open vote this closes it: whoever asks for it has been told if answers are missing.
    """
    if meeting.is_paused:
        return replace(meeting, is_paused=False)
    match meeting.phase:
        case Phase.LOBBY:
            return begin(meeting, today)
        case Phase.READ:
            return open_vote(meeting)
        case Phase.VOTE:
            return close_vote(meeting, form)
        case Phase.CLOSED:
            return reveal(meeting)
        case Phase.REVEAL:
            return replace(meeting, phase=Phase.TALK)
        case Phase.TALK:
            return replace(meeting, phase=Phase.DECIDE)
        case Phase.DECIDE:
            return _leave_statement(meeting)
        case Phase.MAP:
            return replace(meeting, phase=Phase.CHOOSE)
        case Phase.CHOOSE:
            return replace(meeting, phase=Phase.ADOPT)
        case Phase.ADOPT:
            return _end(meeting)
        case Phase.END:
            raise NotNowError(_("The session is over. The plan is under “Plan”."))


def can_go_back(meeting: Meeting) -> bool:
    """Tell whether ``go_back`` would change anything.

    There is no way back in the lobby and in a break, while a vote is closed and not shown yet, and
    while answers would be lost with the vote that is open.
    """
    if meeting.is_paused:
        return False
    match meeting.phase:
        case Phase.LOBBY | Phase.CLOSED:
            return False
        case Phase.VOTE:
            return not _is_under_way(meeting)
        case Phase.READ | Phase.REVEAL:
            return meeting.place > 0
        case _:
            return True


def go_back(meeting: Meeting) -> Meeting:
    """Take the last step back, as far as that shows and reopens nothing.

    Where there is no way back, as ``can_go_back`` tells, the meeting is returned as it is.
    """
    if not can_go_back(meeting):
        return meeting
    match meeting.phase:
        case Phase.VOTE:
            return without_open_vote(meeting)
        case Phase.READ | Phase.REVEAL:
            return arrive(meeting, meeting.place - 1)
        case Phase.TALK:
            return replace(meeting, phase=Phase.REVEAL)
        case Phase.DECIDE:
            return replace(meeting, phase=Phase.TALK)
        case Phase.MAP:
            return arrive(meeting, len(meeting.turns) - 1)
        case Phase.CHOOSE:
            return replace(meeting, phase=Phase.MAP)
        case Phase.ADOPT:
            return replace(meeting, phase=Phase.CHOOSE)
        case Phase.END:
            return replace(meeting, phase=Phase.ADOPT)
        case _:
            return meeting


def begin(meeting: Meeting, today: date) -> Meeting:
    """Show the first statement. The promise is kept as it was read, whatever is usual later."""
    if meeting.phase is not Phase.LOBBY or meeting.is_paused:
        raise NotNowError(_("The session has begun already."))
    if meeting.present < meeting.preparation.minimum:
        raise NotNowError(
            _(
                "Nothing is shown about fewer than {minimum} people. Please say how many people "
                "are in the room before you begin."
            ).format(minimum=in_words(meeting.preparation.minimum))
        )
    promise = "\n".join(promise_lines(meeting.preparation))
    begun = replace(
        meeting,
        preparation=replace(meeting.preparation, promise=promise),
        held_on=meeting.held_on or today,
        phase=Phase.READ,
    )
    return arrive(begun, 0)


def go_to(meeting: Meeting, place: int) -> Meeting:
    """Go to another statement, from 0 on; a vote that is under way has to be ended first."""
    can_leave = meeting.phase.is_between_votes or meeting.phase is Phase.MAP
    if meeting.is_paused or not meeting.has_begun or not can_leave:
        raise NotNowError(_("Please finish this vote first, or call it off."))
    if not 0 <= place < len(meeting.turns):
        raise IndexError(place)
    return arrive(meeting, place)


def end_statements(meeting: Meeting) -> Meeting:
    """Go to the map now, whatever statements are left."""
    if meeting.is_paused or not meeting.has_begun or not meeting.phase.is_between_votes:
        raise NotNowError(_("Please finish this vote first, or call it off."))
    return replace(meeting, phase=Phase.MAP)


def take_up_statements(meeting: Meeting, phase: Phase, place: int) -> Meeting:
    """Take ``end_statements`` back: stand where the room stood when the statements were ended.

    ``phase`` and ``place`` are those of the meeting just before it; nothing else has changed since.
    Raises ``NotNowError`` anywhere but at the map, ``IndexError`` for a place that is none, and
    ``ValueError`` for a phase in which nobody can have stood at that statement.
    """
    if meeting.is_paused or meeting.phase is not Phase.MAP:
        raise NotNowError(_("Only from the map can the statements be taken up again."))
    if not 0 <= place < len(meeting.turns):
        raise IndexError(place)
    has_votes = bool(meeting.turns[place].votes)
    if not phase.is_between_votes or has_votes is (phase is Phase.READ):
        raise ValueError(f"nobody stood at this statement in {phase}")
    return replace(meeting, phase=phase, place=place)


def decide(meeting: Meeting, decision: Decision) -> Meeting:
    """Say what becomes of the current statement; it can be said anew as long as one is on it."""
    if meeting.phase.is_voting:
        raise NotNowError(_("Please finish this vote first, or call it off."))
    if not meeting.phase.is_statement:
        raise NotNowError(_("Please go to a statement first."))
    return with_turn(meeting, replace(meeting.turn, decision=decision))


def pause(meeting: Meeting) -> Meeting:
    """Begin a break. An open vote has to be ended first: it would not outlive a closed laptop."""
    if meeting.phase is Phase.VOTE:
        raise NotNowError(_("Please close the vote first, or call it off; then take the break."))
    if meeting.phase is Phase.END:
        raise NotNowError(_("The session is over."))
    return replace(meeting, is_paused=True)


def write_note(meeting: Meeting, item_id: str, note: str) -> Meeting:
    """Keep a note without names on one statement.

    Raises ``KeyError`` for an unknown statement and ``NotNowError`` for a note that is too long.
    """
    turn = meeting.turn_of(item_id)
    if len(note) > LONGEST_NOTE:
        raise NotNowError(
            _("Please keep each note below {most} characters.").format(most=LONGEST_NOTE)
        )
    return with_turn(meeting, replace(turn, note=note))


def count_present(meeting: Meeting, people: int) -> Meeting:
    """Say how many people answer, those included whose sheets are in.

    Raises ``NotNowError`` for fewer than have answered in the vote that is on, or on sheets for a
    statement that is still to come.
    """
    least = max(1, _answered(meeting), *(sum(c.values()) for c in meeting.sealed.values()))
    if not least <= people <= MOST_PEOPLE:
        raise NotNowError(
            _(
                "Please say how many people are in the room: from {least} to {most}. Whoever has "
                "answered already counts, on a sheet too."
            ).format(least=least, most=MOST_PEOPLE)
        )
    return replace(meeting, present=people)


def prepare_anew(meeting: Meeting, preparation: Preparation) -> Meeting:
    """Return the meeting, prepared differently; notes and sheets that were keyed in stay.

    Raises ``NotNowError`` once it has begun, and if sheets are in whose promise this would break:
    with another smallest group, without sheets, or without a statement they have answered.
    """
    if meeting.has_begun:
        raise NotNowError(
            _("The session has begun, so what was prepared cannot be changed any more.")
        )
    before = meeting.preparation
    if meeting.sheets and (
        preparation.minimum != before.minimum
        or Way.SHEETS not in preparation.ways
        or not set(meeting.sealed) <= set(preparation.statements)
    ):
        raise NotNowError(
            _(
                "Sheets have been keyed in already, so the smallest group, the sheets and the "
                "statements they answer have to stay as they are. To change them, make a copy of "
                "this session and key the sheets in again there."
            )
        )
    fresh = convene(preparation)
    notes = {turn.item_id: turn.note for turn in meeting.turns}
    turns = tuple(replace(turn, note=notes.get(turn.item_id, "")) for turn in fresh.turns)
    actions = tuple(
        action if action.item_id in preparation.statements else replace(action, item_id=None)
        for action in meeting.actions
    )
    is_as_before = preparation.people == before.people
    present = meeting.present if is_as_before else max(preparation.people, meeting.sheets)
    return replace(meeting, preparation=preparation, turns=turns, actions=actions, present=present)


def after_crash(meeting: Meeting) -> tuple[Meeting, str]:
    """Return a meeting that was read from the disk as it goes on, and what to say about it.

    A vote that was open is run again; everything closed is there.
    """
    if meeting.phase is not Phase.VOTE:
        return meeting, ""
    return (
        without_open_vote(meeting),
        _(
            "A vote was open when the program stopped. Its answers were never written down, so "
            "the room votes on this statement again. Everything before it is safe."
        ),
    )


def arrive(meeting: Meeting, place: int) -> Meeting:
    """Stand at another statement: to be read, or, where the room has voted, to be decided on."""
    phase = Phase.DECIDE if meeting.turns[place].votes else Phase.READ
    return replace(meeting, place=place, phase=phase)


def _leave_statement(meeting: Meeting) -> Meeting:
    turn = meeting.turn
    if turn.decision is None:
        meeting = with_turn(meeting, replace(turn, decision=Decision.MOVE_ON))
    if meeting.place + 1 < len(meeting.turns):
        return arrive(meeting, meeting.place + 1)
    return replace(meeting, phase=Phase.MAP)


def _end(meeting: Meeting) -> Meeting:
    """End the session; what sheets say about statements that were not voted on is forgotten."""
    return replace(meeting, phase=Phase.END, sealed=MappingProxyType({}))


def _is_under_way(meeting: Meeting) -> bool:
    """Tell whether answers would be lost with the open vote; sheets are sealed as before."""
    return meeting.open_vote is not None and meeting.open_vote.unkept_people > 0


def _answered(meeting: Meeting) -> int:
    if meeting.phase is Phase.CLOSED:
        return meeting.turn.votes[-1].people
    return meeting.open_vote.people if meeting.open_vote else 0
