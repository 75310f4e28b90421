"""Results are worked out whenever they are asked for, and never stored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from collabkit.assessments.assessment import Assessment, Participant, Party, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.no_more import who_is_left
from collabkit.assessments.pack import ActionIdea, Pack
from collabkit.assessments.results import Results
from collabkit.assessments.suggestions import suggested_actions
from collabkit.services.closing import shown_in
from collabkit.services.measuring import ORGANISATIONS, measured, needed_for, together
from collabkit.services.packs import PackShelf
from collabkit.services.revealing import Revealed, reveal, still_needed
from collabkit.services.room_votes import RoomVotes, results_in_the_room, room_votes
from collabkit.storage import Store

if TYPE_CHECKING:
    from collabkit.assessments.outcomes.answered import Answered
    from collabkit.assessments.outcomes.blocks import Part
    from collabkit.assessments.outcomes.work_out import Told
    from collabkit.services.mirrored import Mirrored


@dataclass(frozen=True)
class Picture:
    """The results of one assessment with all that is needed to show them.

    ``responses`` are those that the picture is drawn from; the answers of ``waiting`` more people
    are left out for now, so that nobody can be recognised. ``results`` are over all people, or,
    where organisations are shown beside each other, the mean of theirs. What the pack's outcome
    makes of the answers is worked out when ``told`` is first asked for. ``votes`` is there for a
    session in the room, of which there are tallies alone: no participants and no responses.
    """

    charity: Charity
    assessment: Assessment
    participants: tuple[Participant, ...]
    pack: Pack
    responses: tuple[Response, ...]
    results: Results
    today: date
    parties: tuple[Party, ...] = ()
    settled: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by participant's id
    mirror: "Callable[[], Mirrored] | None" = field(default=None, repr=False, compare=False)
    waiting: int = 0
    votes: RoomVotes | None = None
    others: "Callable[[], tuple[Part, ...]] | None" = field(default=None, repr=False, compare=False)

    @property
    def own(self) -> dict[str, Response]:
        """One person's own responses by statement; empty for a group."""
        if len(self.participants) != 1 or self.assessment.minimum != 1:
            return {}
        return {r.item_id: r for r in self.responses}

    @cached_property
    def who_is_left(self) -> str:
        """Who is left in it, and why not all; empty where no answers have left it for good."""
        shown = len(shown_in(self.settled))
        return who_is_left(self.settled, self.results.respondents, shown, self.results.minimum)

    @cached_property
    def answered(self) -> "Answered":
        """Everything that the pack's outcome is worked out from."""
        from collabkit.services.answering import answered_of

        return answered_of(self)

    @cached_property
    def told(self) -> "Told":
        """What the answers add up to by the rules of the pack's outcome, in parts to be shown."""
        from collabkit.assessments.outcomes.work_out import tell

        return tell(self.answered)

    @cached_property
    def beside(self) -> "tuple[Part, ...]":
        """What the results are laid beside: roles, and the occasions before."""
        return self.others() if self.others else ()

    def ideas(self, item_id: str) -> tuple[ActionIdea, ...]:
        """Return the suggested actions for one statement that suit this charity."""
        return suggested_actions(
            self.pack.item(item_id),
            income_band=self.charity.income_band,
            run_by=self.charity.run_by,
        )


class ResultService:
    """Turns answers into results by way of tallies."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs

    def picture(self, assessment_id: str, today: date | None = None) -> Picture:
        """Return the results of one assessment as they are ``today``, by default this very day.

        Of a group it is kept who is in the picture, as ``reveal`` says. Raises ``KeyError`` for an
        unknown id.
        """
        assessment = self._store.assessments.get(assessment_id)
        pack = self._packs.of(assessment)
        people = self._store.participants.of_assessment(assessment_id)
        votes = room_votes(self._store, assessment_id)
        revealed = Revealed(()) if votes else reveal(self._store, assessment, pack)
        settled = self._store.settled.of_assessment(assessment_id)  # with who is in the picture
        left_out = self._store.participants.left_out(assessment_id)
        by_nobody = frozenset.intersection(*left_out.values()) if left_out else frozenset()
        picture = Picture(
            charity=self._store.charities.get(assessment.charity_id),
            assessment=assessment,
            participants=people,
            pack=pack,
            responses=revealed.responses,
            results=(
                results_in_the_room(votes, assessment, pack)
                if votes
                else results_of(
                    assessment,
                    pack,
                    revealed.responses,
                    needed_for(pack, assessment.minimum, settled, len(people)),
                    by_nobody,
                )
            ),
            today=today or date.today(),
            parties=self._store.parties.of_assessment(assessment_id),
            settled=settled,
            left_out=left_out,
            mirror=self._mirror(assessment, pack),
            waiting=revealed.waiting,
            votes=votes,
        )
        if ORGANISATIONS in pack.outcome.settings:
            picture = replace(picture, results=together(picture.answered).results)
        return replace(picture, others=self._others(picture))

    def still_needed(self, assessment_id: str) -> int:
        """Return how many more people have to finish before there is anything to see.

        Raises ``KeyError`` for an unknown id.
        """
        assessment = self._store.assessments.get(assessment_id)
        if self._store.sessions.of_assessment(assessment_id) is not None:
            return 0  # nothing is closed in the room before enough have answered
        return still_needed(self._store, assessment, self._packs.of(assessment))

    def _others(self, picture: Picture) -> "Callable[[], tuple[Part, ...]]":
        def look() -> "tuple[Part, ...]":
            from collabkit.services.beside import parts_beside

            return parts_beside(self._store, self._packs, self, picture)

        return look

    def _mirror(self, assessment: Assessment, pack: Pack) -> "Callable[[], Mirrored] | None":
        mirrors = pack.outcome.settings.get("mirrors_pack")
        if mirrors is None:
            return None

        def look() -> "Mirrored":
            from collabkit.services.mirrored import mirrored_by

            return mirrored_by(self._store, self._packs, assessment, mirrors)

        return look


def results_of(
    assessment: Assessment,
    pack: Pack,
    responses: Sequence[Response],
    minimum: int,
    left_out: frozenset[str] = frozenset(),
) -> Results:
    """Return the results over all people; ``left_out`` are statements that no sheet asks."""
    return measured(
        pack,
        [(r.item_id, r.answer) for r in responses if r.answer is not None],
        asked=[item_id for item_id in assessment.asked if item_id not in left_out],
        minimum=minimum,
        respondents=len({r.participant_id for r in responses if r.answer is not None}),
        selection=assessment.selection,
    )
