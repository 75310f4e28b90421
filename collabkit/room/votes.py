"""Votes: open, take answers in, close, call off, reveal. Nothing can be seen in between."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.sentences import capital, in_words
from collabkit.assessments.tally import Tally, tally_answers, without_levels
from collabkit.i18n import _, ngettext
from collabkit.room.channels import Channel, Hands, OpenVote, Sheets, people_in
from collabkit.room.meeting import MOST_ROUNDS, Meeting, Phase, Turn, Vote
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.room.refused import NotNowError
from collabkit.room.way_words import privately
from collabkit.room.ways import Way


def open_vote(meeting: Meeting) -> Meeting:
    """Let the room vote on the current statement, for the first time or again.

    What the sheets say about it counts in its first vote only.
    """
    turn = meeting.turn
    if meeting.is_paused or not meeting.phase.is_between_votes:
        raise NotNowError(_("The room cannot vote just now."))
    if len(turn.votes) >= MOST_ROUNDS:
        raise NotNowError(_("The room has voted on this statement often enough. Please go on."))
    vote = OpenVote()
    if not turn.votes and (sealed := meeting.sealed.get(turn.item_id)):
        vote = vote.with_channel(Sheets(sealed))
    return replace(meeting, phase=Phase.VOTE, open_vote=vote)


def take_in(meeting: Meeting, channel: Channel) -> Meeting:
    """Take what has come by one way so far, in place of what had come by it before.

    Raises ``NotNowError`` if no vote is open, if this way was not prepared, or if more people than
    are in the room would have answered; nothing is changed then.
    """
    vote = _open(meeting)
    if channel.way not in meeting.preparation.ways:
        raise NotNowError(_not_prepared())
    vote = vote.with_channel(channel)
    if vote.people > meeting.present:
        raise NotNowError(_too_many(meeting, vote))
    return replace(meeting, open_vote=vote)


def count_hands(meeting: Meeting, counts: Mapping[str, int]) -> Meeting:
    """Count the raised hands anew; ``counts`` are by answer code. Raises as ``take_in`` does."""
    if any(count < 0 for count in counts.values()):
        raise NotNowError(_("Hands are counted from 0."))
    raised = {code: count for code, count in counts.items() if count}
    return take_in(meeting, Hands(MappingProxyType(raised)))


def take_slip(meeting: Meeting, code: str) -> Meeting:
    """Count one slip; raises as ``take_in`` does."""
    return take_in(meeting, _open(meeting).slips.with_one(code))


def take_back_slip(meeting: Meeting) -> Meeting:
    """Take back the slip that was counted last; nothing happens if there is none."""
    slips = _open(meeting).slips
    return take_in(meeting, slips.without_last()) if slips.codes else meeting


def problem_with_closing(meeting: Meeting) -> str:
    """Return why the open vote cannot be closed yet, in a sentence; empty if it can.

    Too few have answered, or too few by private ways, which public hands would then uncover.
    """
    vote, minimum = _open(meeting), meeting.preparation.minimum
    if vote.people < minimum:
        return _(
            "So far {people} have answered. Nothing is shown about fewer than {minimum}, so wait "
            "for more answers, or call this vote off."
        ).format(people=in_words(vote.people), minimum=in_words(minimum))
    if 0 < vote.private_people < minimum:
        return ngettext(
            "Only {people} person has answered {privately}. The raised hands could give that "
            "answer away. Wait until {minimum} have answered {privately}, or call this vote off "
            "and let everybody answer in the same way.",
            "Only {people} people have answered {privately}. The raised hands could give their "
            "answers away. Wait until {minimum} have answered {privately}, or call this vote off "
            "and let everybody answer in the same way.",
            vote.private_people,
        ).format(
            people=in_words(vote.private_people),
            minimum=in_words(minimum),
            privately=privately(meeting.preparation.ways),
        )
    return ""


def caution_on_closing(meeting: Meeting) -> str:
    """Return what to think of before closing a vote again; empty if there is nothing.

    If one or a few people more or fewer answer than before, and anybody privately, the difference
    of the two pictures hints at what they said. It is a hint and no more, because people have
    talked and may answer otherwise now; so this is said, and nobody is held up by it.
    """
    vote, minimum = _open(meeting), meeting.preparation.minimum
    for before in meeting.turn.votes[-1:]:
        any_privately = vote.private_people or before.private_people
        if any_privately and 0 < abs(vote.people - before.people) < minimum:
            return _(
                "{now} have answered now, and {before} before. Whoever lays the two pictures "
                "beside each other may guess what those said who have come or gone."
            ).format(now=capital(in_words(vote.people)), before=in_words(before.people))
    return ""


def advice_on_voting(meeting: Meeting) -> str:
    """Return what the facilitator should say before people vote now; empty if nothing.

    Whoever votes again should be as many as before (see ``caution_on_closing``), and sheets that
    say too little about a statement do not count.
    """
    turn = meeting.turn
    if turn.votes and turn.votes[-1].private_people:
        return _(
            "{people} answered last time. It is best if the same people answer again; whoever has "
            "come since can begin with the next statement."
        ).format(people=capital(in_words(turn.votes[-1].people)))
    if meeting.sheets and not turn.votes and turn.item_id not in meeting.sealed:
        return _(
            "Too few sheets answer this statement, so they do not count here. Ask everybody to "
            "answer now."
        )
    return ""


def missing(meeting: Meeting) -> int:
    """Return how many people in the room have not answered in the open vote."""
    return max(0, meeting.present - _open(meeting).people)


def close_vote(meeting: Meeting, form: AnswerForm) -> Meeting:
    """Sum the answers up, forget who gave them in which way, and keep the tally.

    Where too few have chosen a level, by private ways or altogether, levels are not kept at all:
    what would never be shown is never written down. Raises ``NotNowError`` with the sentence of
    ``problem_with_closing``, and ``ValueError`` if ``form`` does not know an answer.
    """
    vote = _open(meeting)
    if problem := problem_with_closing(meeting):
        raise NotNowError(problem)
    minimum, item_id = meeting.preparation.minimum, meeting.turn.item_id
    tally = tally_answers(item_id, form, vote.answers())
    private_ways = [way for way in vote.channels if way.is_private]
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
    return without_open_vote(meeting)


def without_open_vote(meeting: Meeting) -> Meeting:
    """Return the meeting as it was before the vote that is open: talking or reading."""
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

    ``sheets`` are tallies by statement. Of a statement that fewer than the smallest group have
    answered on these sheets nothing is kept; it is answered in the room. Nor is anything of a
    statement that was voted on already: a picture never changes by late answers. Whoever has
    filled in a sheet counts as being in the room.

    Raises ``NotNowError`` for fewer sheets than the smallest group, whenever they come: what is
    kept of them, or the difference to what was kept before, could be recognised.
    """
    if meeting.phase.is_voting:
        raise NotNowError(_("Please finish this vote first; then the sheets can be counted."))
    if meeting.phase.is_past_map:
        raise NotNowError(_("The statements are done, so sheets are not counted any more."))
    if Way.SHEETS not in meeting.preparation.ways:
        raise NotNowError(_not_prepared())
    _check_people(meeting, sheets, people)
    sealed = dict(meeting.sealed)
    for turn in meeting.turns:
        tally = sheets.get(turn.item_id)
        if turn.votes or tally is None or tally.people < meeting.preparation.minimum:
            continue
        counts = Counter(sealed.get(turn.item_id, {}))
        counts.update({code: count for code, count in tally.by_code.items() if count})
        sealed[turn.item_id] = MappingProxyType(dict(counts))
    sheets_in = meeting.sheets + people
    return replace(
        meeting,
        sealed=MappingProxyType(sealed),
        sheets=sheets_in,
        present=max(meeting.present, sheets_in),
    )


def with_turn(meeting: Meeting, turn: Turn) -> Meeting:
    """Return the meeting with the turn of that statement replaced."""
    turns = tuple(turn if each.item_id == turn.item_id else each for each in meeting.turns)
    return replace(meeting, turns=turns)


def _open(meeting: Meeting) -> OpenVote:
    if meeting.phase is not Phase.VOTE or meeting.open_vote is None:
        raise NotNowError(_("No vote is open."))
    return meeting.open_vote


def _not_prepared() -> str:
    return _("This session was prepared without that way of voting.")


def _check_people(meeting: Meeting, sheets: Mapping[str, Tally], people: int) -> None:
    if any(tally.people > people or tally.hidden for tally in sheets.values()):
        raise ValueError("each sheet answers a statement once, and nothing is hidden yet")
    minimum = meeting.preparation.minimum
    if people < minimum:
        raise NotNowError(
            _(
                "Fewer than {minimum} sheets could be recognised, so nothing was kept of them. "
                "Please key in at least {minimum} together, or count them with the slips, one "
                "statement after the other."
            ).format(minimum=in_words(minimum))
        )
    if meeting.sheets + people > MOST_PEOPLE:
        raise NotNowError(
            _("A session has room for {most} people; nothing was kept.").format(most=MOST_PEOPLE)
        )


def _too_many(meeting: Meeting, vote: OpenVote) -> str:
    sheets = people_in(vote.sheets)
    return _(
        "{room}, and that would make {people} answers{sheets}. Nothing was counted; please count "
        "again, or change how many people are in the room."
    ).format(
        room=ngettext(
            "There is {present} person in the room",
            "There are {present} people in the room",
            meeting.present,
        ).format(present=meeting.present),
        people=vote.people,
        sheets=_(" ({sheets} of them on sheets)").format(sheets=sheets) if sheets else "",
    )
