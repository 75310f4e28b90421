"""What must be true of every session that is read: no step could have led anywhere else."""

from collections.abc import Iterator

from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT
from collabkit.room.fields import refused
from collabkit.room.meeting import DraftAction, Meeting, Phase, Vote
from collabkit.room.preparation import MOST_PEOPLE


def check_sense(meeting: Meeting) -> None:
    """Raise ``RecordError`` with the first thing in ``meeting`` that cannot be."""
    for fault in _faults(meeting):
        raise refused(fault)


def _faults(meeting: Meeting) -> Iterator[str]:
    preparation = meeting.preparation
    if not preparation.title.strip() or not preparation.ways or not preparation.statements:
        yield _("it was never prepared")
    if preparation.people < preparation.minimum:
        yield _("fewer people are expected than the smallest group")
    if tuple(turn.item_id for turn in meeting.turns) != preparation.statements:
        yield _("its statements are not those it was prepared with")
    if meeting.place >= len(meeting.turns) or not _phase_is_possible(meeting):
        yield _("it stands at a place that cannot be reached")
    for number, turn in enumerate(meeting.turns):
        for vote in turn.votes:
            yield from _faults_of_vote(vote, meeting.preparation.minimum)
        is_waiting = meeting.phase is Phase.CLOSED and number == meeting.place
        shown = turn.votes[:-1] if is_waiting else turn.votes
        if not all(vote.is_revealed for vote in shown):
            yield _("a vote in it was closed and never shown")
    yield from _faults_of_sheets(meeting)
    if meeting.chosen != tuple(i for i in preparation.statements if i in meeting.chosen):
        yield _("something was chosen that is not in it")
    for action in meeting.actions:
        yield from _faults_of_action(action, meeting)
    if len({action.id for action in meeting.actions}) != len(meeting.actions):
        yield _("an action stands in it twice")
    if sum(action.is_now for action in meeting.actions) > NOW_LIMIT:
        yield _("more than three actions are to be done now")


def _phase_is_possible(meeting: Meeting) -> bool:
    if meeting.has_begun is (meeting.phase is Phase.LOBBY):
        return False
    votes = meeting.turn.votes
    match meeting.phase:
        case Phase.LOBBY:
            return meeting.place == 0 and not any(turn.votes for turn in meeting.turns)
        case Phase.READ:
            return not votes
        case Phase.VOTE:
            return not meeting.is_paused
        case Phase.CLOSED:
            return bool(votes) and not votes[-1].is_revealed
        case Phase.REVEAL | Phase.TALK | Phase.DECIDE:
            return bool(votes)
        case _:
            return True


def _faults_of_vote(vote: Vote, minimum: int) -> Iterator[str]:
    tally = vote.tally
    if tally.people != vote.people or 0 in vote.came.values():
        yield _("a vote in it does not add up")
    if not minimum <= tally.people <= MOST_PEOPLE or 0 < vote.private_people < minimum:
        yield _("a vote in it has an impossible number of people")
    is_hidden = tally.hidden == tally.n  # all of them or none
    if (tally.hidden and not is_hidden) or (0 < tally.n < minimum and not is_hidden):
        yield _("a vote in it says more than can be shown")


def _faults_of_sheets(meeting: Meeting) -> Iterator[str]:
    open_turns = {turn.item_id for turn in meeting.turns if not turn.votes}
    minimum = meeting.preparation.minimum
    for item_id, counts in meeting.sealed.items():
        people = sum(counts.values())
        if item_id not in open_turns or 0 in counts.values():
            yield _("its sheets do not belong to its statements")
        if not minimum <= people <= min(meeting.sheets, meeting.present):
            yield _("its sheets do not add up")


def _faults_of_action(action: DraftAction, meeting: Meeting) -> Iterator[str]:
    if not action.text.strip():
        yield _("an action in it has no words")
    if action.item_id is not None and action.item_id not in meeting.preparation.statements:
        yield _("an action in it belongs to no statement")
    shown = sum(action.fists or ())
    if action.fists is not None and not 1 <= shown <= MOST_PEOPLE:
        yield _("a fist of five in it is impossible")
    if (action.is_adopted and action.fists is None) or (action.is_now and not action.is_adopted):
        yield _("an action in it was adopted without asking the room")
