"""Votes: open, take answers in, close, call off, reveal. Nothing can be seen in between."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.sentences import in_words
from collabkit.assessments.tally import Tally, tally_answers, without_levels
from collabkit.i18n import _, ngettext
from collabkit.room.channels import OpenVote, Sheets, people_in
from collabkit.room.meeting import MOST_ROUNDS, Meeting, Phase, Turn, Vote
from collabkit.room.refused import NotNowError
from collabkit.room.ways import Way

_CAN_OPEN = (Phase.READ, Phase.REVEAL, Phase.TALK, Phase.DECIDE)


def open_vote(meeting: Meeting) -> Meeting:
    """Let the room vote on the current statement, for the first time or again.

    What the sheets say about it counts in its first vote only.
    """
    turn = meeting.turn
    if meeting.is_paused or meeting.phase not in _CAN_OPEN:
        raise NotNowError(_("The room cannot vote just now."))
    if len(turn.votes) >= MOST_ROUNDS:
        raise NotNowError(_("The room has voted on this statement often enough. Please go on."))
    vote = OpenVote()
    if not turn.votes and (sealed := meeting.sealed.get(turn.item_id)):
        vote = replace(vote, sheets=Sheets(sealed))
    return replace(meeting, phase=Phase.VOTE, open_vote=vote)


def count_hands(meeting: Meeting, counts: Mapping[str, int]) -> Meeting:
    """Count the raised hands anew; ``counts`` are by answer code.

    Raises ``NotNowError`` if no vote is open, or if more people than are in the room would have
    answered; nothing is changed then.
    """
    vote = _open(meeting)
    _check_way(meeting, Way.HANDS)
    if any(count < 0 for count in counts.values()):
        raise NotNowError(_("Hands are counted from 0."))
    return _with_vote(meeting, vote.with_hands(counts))


def take_slip(meeting: Meeting, code: str) -> Meeting:
    """Count one slip; raises as ``count_hands`` does."""
    vote = _open(meeting)
    _check_way(meeting, Way.SLIPS)
    return _with_vote(meeting, vote.with_slip(code))


def take_back_slip(meeting: Meeting) -> Meeting:
    """Take back the slip that was counted last; nothing happens if there is none."""
    return _with_vote(meeting, _open(meeting).without_last_slip())


def problem_with_closing(meeting: Meeting) -> str:
    """Return why the open vote cannot be closed yet, in a sentence; empty if it can."""
    vote, minimum = _open(meeting), meeting.preparation.minimum
    if vote.people < minimum:
        return _(
            "So far {people} have answered. Nothing is shown about fewer than {minimum}, so wait "
            "for more answers, or call this vote off."
        ).format(people=in_words(vote.people), minimum=in_words(minimum))
    if 0 < vote.private_people < minimum:
        return ngettext(
            "Only {people} person has answered on paper. The raised hands could give that answer "
            "away. Wait until {minimum} have answered on paper, or call this vote off and let "
            "everybody answer in the same way.",
            "Only {people} people have answered on paper. The raised hands could give their "
            "answers away. Wait until {minimum} have answered on paper, or call this vote off and "
            "let everybody answer in the same way.",
            vote.private_people,
        ).format(people=in_words(vote.private_people), minimum=in_words(minimum))
    return ""


def missing(meeting: Meeting) -> int:
    """Return how many people in the room have not answered in the open vote."""
    return max(0, meeting.present - _open(meeting).people)


def close_vote(meeting: Meeting, form: AnswerForm) -> Meeting:
    """Sum the answers up, forget who gave them in which way, and keep the tally.

    Where too few have chosen a level, by private ways or altogether, levels are not kept at all:
    what would never be shown is never written down. Raises ``NotNowError`` with the sentence of
    ``problem_with_closing``.
    """
    vote = _open(meeting)
    if problem := problem_with_closing(meeting):
        raise NotNowError(problem)
    minimum, item_id = meeting.preparation.minimum, meeting.turn.item_id
    tally = tally_answers(item_id, form, vote.answers())
    private_ways = [way for way in Way if way.is_private]
    private = tally_answers(item_id, form, vote.answers(private_ways))
    if tally.n < minimum or 0 < private.n < minimum:
        tally = without_levels(tally)
    turn = meeting.turn
    closed = replace(turn, votes=(*turn.votes, Vote(tally, vote.came)))
    sealed = {key: value for key, value in meeting.sealed.items() if key != item_id}
    return replace(
        with_turn(meeting, closed),
        phase=Phase.CLOSED,
        sealed=MappingProxyType(sealed),
        open_vote=None,
    )


def call_off(meeting: Meeting) -> Meeting:
    """Forget the open vote, as if it had not been opened; sealed sheets stay sealed."""
    _open(meeting)
    phase = Phase.TALK if meeting.turn.votes else Phase.READ
    return replace(meeting, phase=phase, open_vote=None)


def reveal(meeting: Meeting) -> Meeting:
    """Show the room what it has answered. This is never taken back."""
    if meeting.is_paused or meeting.phase is not Phase.CLOSED:
        raise NotNowError(_("There is nothing to show yet."))
    *before, last = meeting.turn.votes
    turn = replace(meeting.turn, votes=(*before, replace(last, is_revealed=True)))
    return replace(with_turn(meeting, turn), phase=Phase.REVEAL)


def seal(meeting: Meeting, sheets: Mapping[str, Tally], people: int) -> Meeting:
    """Keep what ``people`` whole sheets say, until each statement is voted on.

    ``sheets`` are tallies by statement. Statements that were voted on already take nothing in: a
    picture never changes by late answers.
    """
    if meeting.phase in (Phase.VOTE, Phase.CLOSED):
        raise NotNowError(_("Please finish this vote first; then the sheets can be counted."))
    sealed = {key: dict(counts) for key, counts in meeting.sealed.items()}
    for turn in meeting.turns:
        tally = sheets.get(turn.item_id)
        if turn.votes or tally is None:
            continue
        counts = sealed.setdefault(turn.item_id, {})
        for code, count in tally.by_code.items():
            if count:
                counts[code] = counts.get(code, 0) + count
    kept = {key: MappingProxyType(counts) for key, counts in sealed.items() if counts}
    return replace(meeting, sealed=MappingProxyType(kept), sheets=meeting.sheets + people)


def with_turn(meeting: Meeting, turn: Turn) -> Meeting:
    """Return the meeting with the turn of that statement replaced."""
    turns = tuple(turn if each.item_id == turn.item_id else each for each in meeting.turns)
    return replace(meeting, turns=turns)


def _open(meeting: Meeting) -> OpenVote:
    if meeting.phase is not Phase.VOTE or meeting.open_vote is None:
        raise NotNowError(_("No vote is open."))
    return meeting.open_vote


def _check_way(meeting: Meeting, way: Way) -> None:
    if way not in meeting.preparation.ways:
        raise NotNowError(_("This session was prepared without that way of voting."))


def _with_vote(meeting: Meeting, vote: OpenVote) -> Meeting:
    if vote.people > meeting.present:
        sheets = people_in(vote.sheets)
        raise NotNowError(
            ngettext(
                "There is {present} person in the room, and that would make {people} answers "
                "({sheets} of them on sheets). Nothing was counted; please count again, or change "
                "how many people are in the room.",
                "There are {present} people in the room, and that would make {people} answers "
                "({sheets} of them on sheets). Nothing was counted; please count again, or change "
                "how many people are in the room.",
                meeting.present,
            ).format(present=meeting.present, people=vote.people, sheets=sheets)
        )
    return replace(meeting, open_vote=vote)
