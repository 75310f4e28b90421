"""From one place of the session to the next, and back; what is not possible raises ``NotNowError``.

Back never reopens a vote and never hides what was shown.
"""

from dataclasses import replace
from datetime import date

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.room.meeting import Decision, Meeting, Phase
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.room.refused import NotNowError
from collabkit.room.votes import close_vote, open_vote, reveal, with_turn

_STATEMENT = (Phase.READ, Phase.REVEAL, Phase.TALK, Phase.DECIDE)
_ENDING = (Phase.MAP, Phase.CHOOSE, Phase.ADOPT, Phase.END)


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
            return replace(meeting, phase=Phase.END)
        case Phase.END:
            raise NotNowError(_("The session is over. The plan is under “Plan”."))


def go_back(meeting: Meeting) -> Meeting:
    """Take the last step back, as far as that shows and reopens nothing.

    Where there is no way back, the meeting is returned as it is.
    """
    if meeting.is_paused:
        return meeting
    match meeting.phase:
        case Phase.VOTE if meeting.open_vote is None or not meeting.open_vote.people:
            phase = Phase.TALK if meeting.turn.votes else Phase.READ
            return replace(meeting, phase=phase, open_vote=None)
        case Phase.READ | Phase.REVEAL if meeting.place:
            return arrive(meeting, meeting.place - 1)
        case Phase.TALK if meeting.turn.latest:
            return replace(meeting, phase=Phase.REVEAL)
        case Phase.DECIDE if meeting.turn.latest:
            return replace(meeting, phase=Phase.TALK)
        case Phase.DECIDE if meeting.place:
            return arrive(meeting, meeting.place - 1)
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
    """Show the first statement."""
    if meeting.phase is not Phase.LOBBY or meeting.is_paused:
        raise NotNowError(_("The session has begun already."))
    if meeting.present < meeting.preparation.minimum:
        raise NotNowError(
            _(
                "Nothing is shown about fewer than {minimum} people. Please say how many people "
                "are in the room before you begin."
            ).format(minimum=in_words(meeting.preparation.minimum))
        )
    held_on = meeting.held_on or today
    return arrive(replace(meeting, held_on=held_on, phase=Phase.READ), 0)


def go_to(meeting: Meeting, place: int) -> Meeting:
    """Go to another statement, from 0 on; a vote that is under way has to be ended first."""
    if meeting.is_paused or not meeting.has_begun or meeting.phase not in (*_STATEMENT, Phase.MAP):
        raise NotNowError(_("Please finish this vote first, or call it off."))
    if not 0 <= place < len(meeting.turns):
        raise IndexError(place)
    return arrive(meeting, place)


def end_statements(meeting: Meeting) -> Meeting:
    """Go to the map now, whatever statements are left."""
    if meeting.is_paused or not meeting.has_begun or meeting.phase not in _STATEMENT:
        raise NotNowError(_("Please finish this vote first, or call it off."))
    return replace(meeting, phase=Phase.MAP)


def decide(meeting: Meeting, decision: Decision) -> Meeting:
    """Say what becomes of the current statement; it can be said anew as long as one is on it."""
    if meeting.phase not in _STATEMENT:
        raise NotNowError(_("Please finish this vote first, or call it off."))
    return with_turn(meeting, replace(meeting.turn, decision=decision))


def pause(meeting: Meeting) -> Meeting:
    """Begin a break. An open vote has to be ended first: it would not outlive a closed laptop."""
    if meeting.phase is Phase.VOTE:
        raise NotNowError(_("Please close the vote first, or call it off; then take the break."))
    return replace(meeting, is_paused=True)


def write_note(meeting: Meeting, item_id: str, note: str) -> Meeting:
    """Keep a note without names on one statement; raises ``KeyError`` for an unknown one."""
    return with_turn(meeting, replace(meeting.turn_of(item_id), note=note))


def count_present(meeting: Meeting, people: int) -> Meeting:
    """Say how many people in the room answer.

    Raises ``NotNowError`` for fewer than have answered in the open vote.
    """
    answered = meeting.open_vote.people if meeting.open_vote else 0
    if not max(1, answered) <= people <= MOST_PEOPLE:
        raise NotNowError(
            _("Please say how many people are in the room: from {least} to {most}.").format(
                least=max(1, answered), most=MOST_PEOPLE
            )
        )
    return replace(meeting, present=people)


def after_crash(meeting: Meeting) -> tuple[Meeting, str]:
    """Return a meeting that was read from the disk as it goes on, and what to say about it.

    A vote that was open is run again; everything closed is there.
    """
    if meeting.phase is not Phase.VOTE:
        return meeting, ""
    phase = Phase.TALK if meeting.turn.votes else Phase.READ
    return (
        replace(meeting, phase=phase, open_vote=None),
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
