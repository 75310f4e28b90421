"""From a meeting to what the console shows."""

from collabkit.assessments.names import spread_name
from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.room.choices import choices_of
from collabkit.room.meeting import Meeting, Phase, Turn
from collabkit.room.promise import promise_lines
from collabkit.room.prompts import aside, prompts_for
from collabkit.room.showing import Round, is_worth_another_vote, rounds_of
from collabkit.room.votes import problem_with_closing
from collabkit.room.ways import Way
from collabkit.services.workshops import Session
from collabkit.ui.workshop.console.state import (
    ConsoleState,
    EndingState,
    Eyes,
    LobbyState,
    Press,
    Stop,
    TalkState,
    VoteState,
)
from collabkit.ui.workshop.console.typed import Typed
from collabkit.ui.workshop.console.wording import (
    advice,
    back_press,
    came_by,
    closed_words,
    heading,
    next_press,
    on_the_wall,
    sheets_in,
    short_name,
    spread_since,
    standing_of,
    then,
    to_say,
)


def console_state(
    session: Session, meeting: Meeting, typed: Typed, *, is_shared: bool, for_eyes: bool
) -> ConsoleState:
    """Return the page for ``meeting``; ``for_eyes`` lets in what is for the facilitator alone."""
    pack = session.pack
    is_statement = meeting.phase.is_statement and not meeting.is_paused
    is_between_votes = meeting.phase.is_between_votes and not meeting.is_paused
    can_go = is_between_votes or (meeting.phase is Phase.MAP and not meeting.is_paused)
    return ConsoleState(
        session_id=session.id,
        title=meeting.preparation.title,
        charity=session.charity.name,
        phase=meeting.phase,
        is_paused=meeting.is_paused,
        heading=heading(meeting, pack) if is_statement else _place(meeting),
        statement=pack.item(meeting.turn.item_id).statement if is_statement else "",
        closed=closed_words(meeting),
        on_the_wall=on_the_wall(meeting),
        then=then(meeting, pack),
        big=Press(
            next_press(meeting, pack, typed),
            is_possible=meeting.is_paused or meeting.phase is not Phase.END,
            is_waiting=_is_waiting(meeting, typed),
        ),
        back=back_press(meeting, typed),
        present=meeting.present,
        is_shared=is_shared,
        eyes=_eyes(meeting, pack) if for_eyes else None,
        advice=advice(meeting),
        vote=_vote(meeting, pack, typed),
        talk=_talk(meeting, pack),
        lobby=_lobby(meeting),
        ending=(
            EndingState(meeting, pack, session.charity)
            if meeting.phase.is_ending and not meeting.is_paused
            else None
        ),
        stops=tuple(_stop(n, turn, meeting, pack) for n, turn in enumerate(meeting.turns)),
        can_jump=can_go and meeting.has_begun,
        can_pause=not meeting.is_paused
        and meeting.phase not in (Phase.LOBBY, Phase.VOTE, Phase.END),
        can_end=is_between_votes,
    )


def _place(meeting: Meeting) -> str:
    if meeting.is_paused:
        return _("A break")
    return {
        Phase.LOBBY: _("Before you begin"),
        Phase.MAP: _("The map"),
        Phase.CHOOSE: _("Choose three to five"),
        Phase.ADOPT: _("Agree on actions"),
        Phase.END: _("The end"),
    }.get(meeting.phase, "")


def _latest(turn: Turn, meeting: Meeting, pack: Pack) -> Round | None:
    rounds = rounds_of(turn, pack, meeting.preparation.minimum)
    return rounds[-1] if rounds else None


def _eyes(meeting: Meeting, pack: Pack) -> Eyes:
    is_seen = meeting.phase.is_seen and not meeting.is_paused
    seen = _latest(meeting.turn, meeting, pack) if is_seen else None
    vote = meeting.open_vote
    return Eyes(
        say=to_say(meeting),
        came=came_by(meeting),
        slips=len(vote.slips.codes) if vote else 0,
        spread=_spread(meeting, pack) if is_seen else "",
        prompts=prompts_for(seen) if seen and meeting.phase is not Phase.DECIDE else (),
        aside=aside(seen) if seen else "",
    )


def _is_waiting(meeting: Meeting, typed: Typed) -> bool:
    is_vote = meeting.phase is Phase.VOTE and not meeting.is_paused
    return is_vote and bool(typed.hands_fault or problem_with_closing(meeting))


def _spread(meeting: Meeting, pack: Pack) -> str:
    rounds = rounds_of(meeting.turn, pack, meeting.preparation.minimum)
    return spread_since([each.result.spread for each in rounds])


def _vote(meeting: Meeting, pack: Pack, typed: Typed) -> VoteState | None:
    vote = meeting.open_vote
    if vote is None or meeting.phase is not Phase.VOTE:
        return None
    item = pack.item(meeting.turn.item_id)
    ways = meeting.preparation.ways
    return VoteState(
        key=(item.id, len(meeting.turn.votes) + 1),
        answered=vote.people,
        present=meeting.present,
        choices=choices_of(item, pack.form_of(item)),
        takes_hands=Way.HANDS in ways,
        takes_slips=Way.SLIPS in ways,
        hands=typed.hands,
        hands_fault=typed.hands_fault,
        slips_fault=typed.slips_fault,
    )


def _talk(meeting: Meeting, pack: Pack) -> TalkState | None:
    if not meeting.phase.is_seen or meeting.is_paused:
        return None
    turn = meeting.turn
    seen = _latest(turn, meeting, pack)
    is_worth_it = is_worth_another_vote(turn, pack, meeting.preparation.minimum)
    return TalkState(
        item_id=turn.item_id,
        read_aloud=seen.sentence if seen else "",
        again=(
            _("People see this differently. It is worth voting again after the talk.")
            if is_worth_it
            else ""
        ),
        can_vote_again=seen is not None,
        can_decide=meeting.phase is Phase.DECIDE,
        decision=turn.decision,
        actions=tuple(a.text for a in meeting.actions if a.item_id == turn.item_id),
        note=turn.note,
    )


def _lobby(meeting: Meeting) -> LobbyState | None:
    if meeting.phase is not Phase.LOBBY:
        return None
    takes_sheets = Way.SHEETS in meeting.preparation.ways
    return LobbyState(
        promise=promise_lines(meeting.preparation),
        sheets=sheets_in(meeting.sheets) if takes_sheets else "",
        takes_sheets=takes_sheets,
    )


def _stop(place: int, turn: Turn, meeting: Meeting, pack: Pack) -> Stop:
    item = pack.item(turn.item_id)
    seen = _latest(turn, meeting, pack)
    return Stop(
        place=place,
        name=short_name(item, pack),
        statement=item.statement,
        standing=standing_of(
            turn.decision,
            spread_name(seen.result.spread) if seen else "",
            has_votes=bool(turn.votes),
        ),
        is_here=place == meeting.place and meeting.phase.is_statement,
    )
