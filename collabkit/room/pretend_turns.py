"""What pretend people can do in a session now, and how they do it. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.room import keying, votes
from collabkit.room.channels import people_in
from collabkit.room.choices import choices_of
from collabkit.room.meeting import Meeting, Phase
from collabkit.room.pretend import PretendRoom
from collabkit.room.ways import Way

_SEED = 28  # with it, the usual five statements show every way in which a room can lie
_BY_HANDS = 3  # people: enough to count, and few enough for slips beside them


@dataclass(frozen=True, slots=True)
class Missing:
    """Answers that are still to come: how often each by hands, by code, and marks of slips."""

    hands: Mapping[str, int]
    slips: tuple[str, ...]


def offer_of(meeting: Meeting, pack: Pack) -> str:
    """Return what pretend people can do in ``meeting`` now, in a few words; or nothing."""
    if meeting.is_paused:
        return ""
    match meeting.phase:
        case Phase.LOBBY if not keying.why_not(meeting):
            people = without_sheets(meeting)
            if people < meeting.preparation.minimum:
                return ""
            return ngettext(
                "Let {people} pretend person fill in a sheet",
                "Let {people} pretend people fill in sheets",
                people,
            ).format(people=in_words(people))
        case Phase.VOTE:
            missing = missing_answers(meeting, pack)
            return _("Let the pretend people answer") if missing.hands or missing.slips else ""
        case Phase.ADOPT if any(action.fists is None for action in meeting.actions):
            return _("Let the pretend people show their fingers")
        case _:
            return ""


def missing_answers(meeting: Meeting, pack: Pack) -> Missing:
    """Return how those answer in the open vote who have not answered yet.

    Three raise their hands and all others take slips. In a vote again as many answer in each way as
    before, so that the two pictures can be compared.
    """
    by_hands, by_slips = _ways_of(meeting)
    vote, turn = meeting.open_vote, meeting.turn
    if vote is None or not by_hands + by_slips:
        return Missing({}, ())
    item = pack.item(turn.item_id)
    form = pack.form_of(item)
    room = PretendRoom(_SEED).answers(item, form, meeting.present, len(turn.votes) + 1)
    answers = room[vote.people : vote.people + by_hands + by_slips]
    marks = {choice.code: choice.mark for choice in choices_of(item, form)}
    return Missing(Counter(answers[:by_hands]), tuple(marks[code] for code in answers[by_hands:]))


def with_sheets(meeting: Meeting, pack: Pack) -> Meeting:
    """Return the meeting with sheets of all who have not handed one in, keyed in and sealed.

    Raises ``NotNowError`` as ``keying.begin`` and ``votes.seal`` do.
    """
    people = without_sheets(meeting)
    batch = keying.begin(meeting, pack, people)
    statements = tuple(turn.item_id for turn in meeting.turns)
    for sheet in PretendRoom(_SEED).sheets(pack, statements, people):
        for column, code in zip(batch.columns, sheet, strict=True):
            marks = {choice.code: choice.mark for choice in column.choices}
            batch = keying.press(batch, keying.BLANK_KEY if code is None else marks[code])
        batch = keying.next_sheet(batch)
    return votes.seal(meeting, keying.tallies(batch), people)


def without_sheets(meeting: Meeting) -> int:
    """Return how many people in the room have not handed a sheet in."""
    return meeting.present - meeting.sheets


def _ways_of(meeting: Meeting) -> tuple[int, int]:
    """Return how many raise their hands now, and how many take slips."""
    vote, ways = meeting.open_vote, meeting.preparation.ways
    if vote is None:
        return 0, 0
    before = meeting.turn.votes[-1].came if meeting.turn.votes else None
    wanted = meeting.present if before is None else min(sum(before.values()), meeting.present)
    missing = max(0, wanted - vote.people)
    if Way.SLIPS not in ways:
        return (missing, 0) if Way.HANDS in ways else (0, 0)
    if Way.HANDS not in ways:
        return 0, missing
    raised = _BY_HANDS if before is None else before.get(Way.HANDS, 0)
    by_hands = min(missing, max(0, raised - people_in(vote.hands)))
    while by_hands and 0 < vote.private_people + missing - by_hands < meeting.preparation.minimum:
        by_hands -= 1  # too few on paper could be recognised
    return by_hands, missing - by_hands
