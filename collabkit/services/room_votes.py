"""What a room has voted, as far as everybody there has seen it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results
from collabkit.assessments.sentences import capital, in_words
from collabkit.assessments.tally import Tally
from collabkit.i18n import _, ngettext
from collabkit.room.meeting import Decision, Meeting
from collabkit.room.record import meeting_from_json
from collabkit.room.showing import tallies_of
from collabkit.services.measuring import counted
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class RoomVotes:
    """The last revealed vote on each statement of a session.

    ``people`` is how many answered in the vote in which most did. ``public`` are the statements on
    which hands were raised, at least by some; everything else that was voted on is private.
    ``notes`` are what was noted in the talk, without names, by statement; ``parked`` are the
    statements that were left for another time.
    """

    session_id: str
    people: int
    tallies: Mapping[str, Tally] = field(repr=False)
    public: frozenset[str]
    notes: Mapping[str, str] = field(repr=False)
    statements: int
    is_over: bool
    is_practice: bool
    parked: tuple[str, ...]

    @property
    def voted(self) -> int:
        """How many statements have a vote that the room has seen."""
        return len(self.tallies)

    @property
    def private(self) -> frozenset[str]:
        """The statements on which nobody saw anybody else's answer."""
        return frozenset(self.tallies) - self.public


def how_public(votes: RoomVotes) -> str:
    """Return how much of it everybody could see being answered, in a sentence; empty for none."""
    if not votes.public:
        return ""
    if not votes.private:
        return _("These were public votes: hands were raised.")
    return ngettext(
        "{number} of them was a public vote: hands were raised.",
        "{number} of them were public votes: hands were raised.",
        len(votes.public),
    ).format(number=capital(in_words(len(votes.public))))


def room_votes(store: Store, assessment_id: str) -> RoomVotes | None:
    """Return what was voted in the room; ``None`` for an assessment that is answered on sheets.

    Raises ``DataRefusedError`` for a record that cannot be read.
    """
    session = store.sessions.of_assessment(assessment_id)
    if session is None:
        return None
    meeting = meeting_from_json(session.state.record)
    return RoomVotes(
        session_id=session.id,
        people=_most_people(meeting),
        tallies=tallies_of(meeting),
        public=frozenset(
            turn.item_id for turn in meeting.turns if turn.latest and turn.latest.is_public
        ),
        notes={turn.item_id: turn.note for turn in meeting.turns if turn.note.strip()},
        statements=len(meeting.turns),
        is_over=meeting.is_over,
        is_practice=session.is_practice,
        parked=tuple(turn.item_id for turn in meeting.turns if turn.decision is Decision.PARK),
    )


def results_in_the_room(votes: RoomVotes, assessment: Assessment, pack: Pack) -> Results:
    """Return the results of a session as far as it has come."""
    return counted(
        pack,
        votes.tallies,
        asked=assessment.asked,
        minimum=assessment.minimum,
        respondents=votes.people,
        selection=assessment.selection,
    )


def _most_people(meeting: Meeting) -> int:
    return max(
        (vote.tally.people for turn in meeting.turns for vote in turn.shown_votes), default=0
    )
