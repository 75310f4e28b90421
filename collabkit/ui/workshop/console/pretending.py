"""Pretend people in a session to practise with: they fill in sheets, vote and show fingers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.room import keying, votes
from collabkit.room.channels import people_in
from collabkit.room.choices import choices_of
from collabkit.room.meeting import Meeting, Phase
from collabkit.room.pretend import PretendRoom
from collabkit.room.ways import Way
from collabkit.ui.workshop.console.state import News

if TYPE_CHECKING:
    from collabkit.ui.workshop.console.presenter import ConsolePresenter

_SEED = 28  # with it, the usual five statements show every way in which a room can lie
_BY_HANDS = 3  # people: enough to count, and few enough for slips beside them


@dataclass(frozen=True, slots=True)
class Missing:
    """Answers that are still to come: how often each by hands, by code, and marks of slips."""

    hands: Mapping[str, int]
    slips: tuple[str, ...]


class PretendPeople:
    """Lets people who do not exist do what is to be done now, by the verbs for real ones."""

    def __init__(self, presenter: "ConsolePresenter") -> None:
        self._presenter = presenter

    def offer(self) -> str:
        """Return what they can do now, as a button says it; nothing where nothing is to be done."""
        session, meeting = self._presenter.session, self._presenter.meeting
        return offer_of(meeting, session.pack) if session.is_practice else ""

    def act(self) -> None:
        """Let them do what ``offer`` says."""
        if not self.offer():
            return
        match self._presenter.meeting.phase:
            case Phase.LOBBY:
                self._fill_in_sheets()
            case Phase.VOTE:
                self._answer()
            case _:
                self._show_fingers()

    def _fill_in_sheets(self) -> None:
        presenter = self._presenter
        people = _without_sheets(presenter.meeting)
        if presenter.take(partial(with_sheets, pack=presenter.session.pack)):
            sentence = ngettext(
                "{people} pretend sheet is keyed in and sealed.",
                "{people} pretend sheets are keyed in and sealed.",
                people,
            ).format(people=capital(in_words(people)))
            presenter.told.emit(News(sentence, is_pretend=True))

    def _answer(self) -> None:
        presenter = self._presenter
        missing = missing_answers(presenter.meeting, presenter.session.pack)
        vote = presenter.meeting.open_vote
        if missing.hands and vote is not None:
            counts = Counter(vote.hands.counts) + Counter(missing.hands)
            presenter.count_hands({code: str(count) for code, count in counts.items()})
        for mark in missing.slips:
            presenter.take_slip(mark)

    def _show_fingers(self) -> None:
        presenter = self._presenter
        people = presenter.meeting.present
        for action in presenter.meeting.actions:
            if action.fists is None:
                # Other words, other fingers: wording it better can be tried.
                room = PretendRoom(crc32(action.text.encode()))
                presenter.actions.show_fists(action.id, room.fists(people))
        sentence = _(
            "The pretend people have shown their fingers. Adopt each action, or change its words "
            "and ask again."
        )
        presenter.told.emit(News(sentence, is_pretend=True))


def offer_of(meeting: Meeting, pack: Pack) -> str:
    """Return what pretend people can do in ``meeting`` now, in a few words; or nothing."""
    if meeting.is_paused:
        return ""
    match meeting.phase:
        case Phase.LOBBY if not keying.why_not(meeting):
            people = _without_sheets(meeting)
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
    people = _without_sheets(meeting)
    batch = keying.begin(meeting, pack, people)
    statements = tuple(turn.item_id for turn in meeting.turns)
    for sheet in PretendRoom(_SEED).sheets(pack, statements, people):
        for column, code in zip(batch.columns, sheet, strict=True):
            marks = {choice.code: choice.mark for choice in column.choices}
            batch = keying.press(batch, keying.BLANK_KEY if code is None else marks[code])
        batch = keying.next_sheet(batch)
    return votes.seal(meeting, keying.tallies(batch), people)


def _without_sheets(meeting: Meeting) -> int:
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
