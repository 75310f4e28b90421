"""Assessments: start one, come back to it, finish it, put it away."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.pack import Pack, Respondent
from collabkit.dates import month
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.ids import new_id
from collabkit.services.packs import PackShelf
from collabkit.storage import Removed, Store, Summary
from collabkit.typed_text import clean_line

__all__ = ["AssessmentService", "Sitting", "Summary", "default_title"]

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's assessment as it stands: all that the questionnaire needs at once."""

    assessment: Assessment
    pack: Pack
    participant: Participant
    responses: tuple[Response, ...]


class AssessmentService:
    """Verbs on assessments. Every one is on disk when it returns."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs

    def summaries(self) -> tuple[Summary, ...]:
        """Return all assessments that are not put away, the most recently touched first."""
        return self._store.lists.summaries()

    def get(self, assessment_id: str) -> Assessment:
        """Return one assessment; raises ``KeyError`` for an unknown id."""
        return self._store.assessments.get(assessment_id)

    def participants(self, assessment_id: str) -> tuple[Participant, ...]:
        """Return who takes part."""
        return self._store.participants.of_assessment(assessment_id)

    def responses(self, assessment_id: str) -> tuple[Response, ...]:
        """Return what everybody has answered."""
        return self._store.responses.of_assessment(assessment_id)

    def pack_of(self, assessment: Assessment) -> Pack:
        """Return the pack in the wording the assessment was answered with."""
        return self._packs.of(assessment)

    def start_alone(
        self,
        charity_id: str,
        pack: Pack,
        selection: Selection,
        role: Respondent,
        title: str,
        today: date,
    ) -> Sitting:
        """Start one person's own assessment (a group with minimum 1).

        Raises ``InvalidInputError`` for an empty or too long title.
        """
        asked = pack.core_ids if selection is Selection.CORE else tuple(i.id for i in pack.items)
        assessment = Assessment(
            id=new_id(),
            charity_id=charity_id,
            title=_checked_title(title),
            pack_id=pack.id,
            pack_version=pack.version,
            pack_digest=pack.digest,
            selection=selection,
            asked=asked,
            minimum=1,
            started=today,
        )
        participant = Participant(new_id(), assessment.id, _("One person"), role)
        self._packs.pin(pack)
        self._store.assessments.add(assessment, (participant,))
        return Sitting(assessment, pack, participant, ())

    def sitting(self, assessment_id: str) -> Sitting:
        """Return one person's assessment to go on with; raises ``KeyError`` for an unknown id."""
        assessment = self.get(assessment_id)
        participant = self.participants(assessment_id)[0]
        responses = tuple(
            r for r in self.responses(assessment_id) if r.participant_id == participant.id
        )
        return Sitting(assessment, self._packs.of(assessment), participant, responses)

    def rename(self, assessment_id: str, title: str) -> Assessment:
        """Give an assessment another title; raises ``InvalidInputError`` as at the start."""
        return self._change(assessment_id, title=_checked_title(title))

    def mark_place(self, assessment_id: str, item_id: str | None) -> None:
        """Remember the statement where a person stopped, without waiting for the disk."""
        self._store.assessments.remember_place(assessment_id, item_id)

    def finish(self, assessment_id: str, today: date) -> Assessment:
        """Mark an assessment as finished; it can still be changed."""
        return self._change(assessment_id, finished=today)

    def remove(self, assessment_id: str) -> None:
        """Put an assessment away with its plan; ``restore`` brings it back."""
        self._store.assessments.remove(assessment_id, date.today())

    def restore(self, assessment_id: str) -> None:
        """Bring back what ``remove`` put away."""
        self._store.assessments.restore(assessment_id)

    def removed(self) -> tuple[Removed[Assessment], ...]:
        """Return the assessments that are put away with the day of it, the latest first.

        One whose charity is put away too is left out: it could not be seen if it came back.
        """
        hidden = {removed.record.id for removed in self._store.charities.removed()}
        return tuple(
            removed
            for removed in self._store.assessments.removed()
            if removed.record.charity_id not in hidden
        )

    def _change(self, assessment_id: str, **changes: object) -> Assessment:
        assessment = replace(self.get(assessment_id), **changes)  # type: ignore[arg-type]
        self._store.assessments.change(assessment)
        return assessment


def default_title(existing: Iterable[str], today: date) -> str:
    """Suggest a title such as “November 2026”, with a number if it is taken."""
    plain = month(today)
    taken = {title.casefold() for title in existing}
    title, number = plain, 2
    while title.casefold() in taken:
        title, number = f"{plain} ({number})", number + 1
    return title


def _checked_title(title: str) -> str:
    title = " ".join(clean_line(title).split())
    if not title:
        raise InvalidInputError(_("Please give the assessment a title, such as “June 2026”."))
    if len(title) > LONGEST_TITLE:
        raise InvalidInputError(
            _("Please use a title of at most {most} characters.").format(most=LONGEST_TITLE)
        )
    return title
