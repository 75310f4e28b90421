"""Results are worked out whenever they are asked for, and never stored."""

from dataclasses import dataclass

from collabkit.assessments.assessment import Assessment, Participant, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.measure import measure
from collabkit.assessments.pack import ActionIdea, Pack
from collabkit.assessments.results import Results
from collabkit.assessments.suggestions import suggested_actions
from collabkit.assessments.tally import tally_all
from collabkit.services.packs import PackShelf
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Picture:
    """The results of one assessment with all that is needed to show them."""

    charity: Charity
    assessment: Assessment
    participants: tuple[Participant, ...]
    pack: Pack
    responses: tuple[Response, ...]
    results: Results

    @property
    def own(self) -> dict[str, Response]:
        """One person's own responses by statement; empty for a group."""
        if len(self.participants) != 1 or self.assessment.minimum != 1:
            return {}
        return {r.item_id: r for r in self.responses}

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

    def picture(self, assessment_id: str) -> Picture:
        """Return the results of one assessment; raises ``KeyError`` for an unknown id."""
        assessment = self._store.assessments.get(assessment_id)
        pack = self._packs.of(assessment)
        responses = self._store.responses.of_assessment(assessment_id)
        respondents = {r.participant_id for r in responses if r.answer is not None}
        return Picture(
            charity=self._store.charities.get(assessment.charity_id),
            assessment=assessment,
            participants=self._store.participants.of_assessment(assessment_id),
            pack=pack,
            responses=responses,
            results=measure(
                pack,
                tally_all(pack, ((r.item_id, r.answer) for r in responses if r.answer is not None)),
                asked=assessment.asked,
                minimum=assessment.minimum,
                respondents=len(respondents),
                selection=assessment.selection,
            ),
        )
