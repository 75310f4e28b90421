"""Assessments: start one, come back to it, finish it, put it away."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from collabkit.assessments.assessment import Assessment, Participant, Party, Response, Selection
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import Pack, Respondent
from collabkit.dates import month
from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE, checked_title
from collabkit.services.packs import PackShelf
from collabkit.services.people import NewParty, NewPerson, SheetState
from collabkit.services.telling_titles import telling_title
from collabkit.storage import Removed, SessionLine, Store, Summary

if TYPE_CHECKING:
    from collabkit.services.sheets import Sheets

__all__ = [
    "LONGEST_TITLE",
    "AssessmentService",
    "NewParty",
    "NewPerson",
    "SessionLine",
    "SheetState",
    "Sitting",
    "Summary",
    "default_title",
]

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sheet of an assessment as it stands: all that the questionnaire needs at once.

    ``assessment.asked`` are the statements that are asked on this very sheet.
    """

    assessment: Assessment
    pack: Pack
    participant: Participant
    responses: tuple[Response, ...]


class AssessmentService:
    """Verbs on assessments. Every one is on disk when it returns."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs

    def summaries(self, also: str | None = None) -> tuple[Summary, ...]:
        """Return all assessments that are not put away, the most recently touched first.

        What a session to practise with has made is left out, unless its id is ``also``.
        """
        return self._store.lists.summaries(also)

    def telling_title(self, assessment_id: str) -> str:
        """Return a title that tells one from the charity's others; ``KeyError`` as ``get``."""
        return telling_title(self._store, assessment_id)

    def prepared(self) -> tuple[SessionLine, ...]:
        """Return the sessions in the room that have not begun, the latest touched first."""
        return self._store.sessions.waiting()

    def get(self, assessment_id: str) -> Assessment:
        """Return one assessment; raises ``KeyError`` for an unknown id."""
        return self._store.assessments.get(assessment_id)

    def asked_by_others(self) -> frozenset[str]:
        """Return the ids of those that are answered here because somebody elsewhere invited to it.

        Home asks for it, so it loads nothing; the rest is known to ``InvitedService``.
        """
        told = self._store.settled.by_assessment(INVITED)
        return frozenset(assessment_id for assessment_id, kept in told.items() if kept)

    def participants(self, assessment_id: str) -> tuple[Participant, ...]:
        """Return who takes part."""
        return self._store.participants.of_assessment(assessment_id)

    def responses(self, assessment_id: str) -> tuple[Response, ...]:
        """Return what everybody has answered."""
        return self._store.responses.of_assessment(assessment_id)

    def pack_of(self, assessment: Assessment) -> Pack:
        """Return the pack in the words the assessment was started with."""
        return self._packs.of(assessment)

    def start(
        self,
        charity_id: str,
        pack: Pack,
        *,
        selection: Selection,
        asked: Collection[str] | None = None,
        minimum: int = 1,
        title: str,
        today: date,
        people: Iterable[NewPerson] = (),
        parties: Iterable[NewParty] = (),
        settled: Mapping[str, str] = _NOTHING,
    ) -> Assessment:
        """Start an assessment with everything it begins with, all at once.

        ``asked`` belongs to an own choice. ``minimum`` is how many have to answer before anything
        is shown: 1 for one person, or where a sheet is an organisation's agreed view, otherwise 3
        to 10; partners, and people of organisations that are compared, are 5 unless it is settled
        that they are identifiable. A charity run by volunteers gets the pack's words for such
        groups, for good. Raises ``InvalidInputError`` if something does not fit and ``KeyError``
        for an unknown charity.
        """
        from collabkit.services.beginning import begin

        return begin(
            self._store,
            self._packs,
            self._store.charities.get(charity_id),
            pack,
            selection=selection,
            asked=asked,
            minimum=minimum,
            title=title,
            today=today,
            people=(NewPerson(*person) for person in people),
            parties=(NewParty(*party) for party in parties),
            settled=settled,
        )

    def start_alone(
        self,
        charity_id: str,
        pack: Pack,
        selection: Selection,
        role: Respondent,
        title: str,
        today: date,
    ) -> Sitting:
        """Start one person's own assessment (a group with minimum 1); raises as ``start`` does."""
        assessment = self.start(
            charity_id,
            pack,
            selection=selection,
            title=title,
            today=today,
            people=(NewPerson(_("One person"), role),),
        )
        return self.sitting(assessment.id)

    def sitting(self, assessment_id: str, participant_id: str | None = None) -> Sitting:
        """Return one sheet to go on with, by default the first.

        Raises ``KeyError`` for an unknown id and if nobody takes part yet.
        """
        assessment = self.get(assessment_id)
        people = {person.id: person for person in self.participants(assessment_id)}
        if participant_id is None:
            participant_id = next(iter(people), "")
        left_out = self._store.participants.left_out(assessment_id)[participant_id]
        return Sitting(
            replace(assessment, asked=tuple(i for i in assessment.asked if i not in left_out)),
            self._packs.of(assessment),
            people[participant_id],
            tuple(r for r in self.responses(assessment_id) if r.participant_id == participant_id),
        )

    def sheets(self, assessment_id: str) -> tuple[SheetState, ...]:
        """Return who answers, for whom and about whom, and how far each is."""
        return self._sheets.states(assessment_id)

    def parties(self, assessment_id: str) -> tuple[Party, ...]:
        """Return the organisations or sides that take part."""
        return self._store.parties.of_assessment(assessment_id)

    def add_person(
        self,
        assessment_id: str,
        pseudonym: str,
        role: Respondent,
        party_id: str | None = None,
        about_id: str | None = None,
    ) -> Participant:
        """Let one more person or organisation answer.

        Raises ``InvalidInputError`` without a name, for one that is taken and for a second person
        in somebody's own assessment, for a second sheet of an organisation that answers once, and
        ``KeyError`` for an unknown party.
        """
        return self._sheets.add_person(assessment_id, pseudonym, role, party_id, about_id)

    def remove_person(self, assessment_id: str, participant_id: str) -> None:
        """Take a person away; raises ``InvalidInputError`` if there are answers."""
        self._sheets.remove_person(assessment_id, participant_id)

    def add_party(self, assessment_id: str, name: str) -> Party:
        """Let one more organisation take part.

        Raises ``InvalidInputError`` without a name and for one that is taken.
        """
        return self._sheets.add_party(assessment_id, name)

    def settle(self, assessment_id: str, topic: str, value: str) -> None:
        """Keep what people have settled about the whole assessment; an empty value removes it.

        Control characters are taken out. With a decision's mode, what does not apply in it is
        not asked any more on any sheet.
        Raises ``InvalidInputError`` for a text that is too long, for what cannot be chosen, and
        for an agreement to be identifiable that comes after the first answer.
        """
        from collabkit.services.settling import settle

        settle(self._store, self._packs, assessment_id, topic, value)

    def settled(self, assessment_id: str) -> dict[str, str]:
        """Return everything that is settled, by topic."""
        return self._store.settled.of_assessment(assessment_id)

    def rename(self, assessment_id: str, title: str) -> Assessment:
        """Give an assessment another title; raises ``InvalidInputError`` as at the start."""
        return self._change(assessment_id, title=checked_title(title))

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

        One whose charity is put away too is left out, and what a session to practise with has made:
        neither could be seen if it came back.
        """
        hidden = {removed.record.id for removed in self._store.charities.removed()}
        practice = {
            line.assessment_id for line in self._store.sessions.put_away() if line.is_practice
        }
        return tuple(
            removed
            for removed in self._store.assessments.removed()
            if removed.record.charity_id not in hidden and removed.record.id not in practice
        )

    @cached_property
    def _sheets(self) -> "Sheets":
        from collabkit.services.sheets import Sheets  # no start needs the measurement

        return Sheets(self._store, self._packs)

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
