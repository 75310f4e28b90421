"""The same questionnaire again: which occasions there were, and how to start the next one."""

from collections.abc import Collection
from datetime import date

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.outcomes.topics import (
    FOLLOWS,
    INVITED,
    KEEP_UNTIL,
    LEARNED,
    MODE,
    OTHER_PEOPLE,
    PEOPLE,
    SAME_PEOPLE,
)
from collabkit.plans.looking_back import carry_over
from collabkit.services.asking import AGREED_VIEWS
from collabkit.services.assessments import default_title
from collabkit.services.beginning import begin
from collabkit.services.ids import new_id
from collabkit.services.packs import PackShelf
from collabkit.services.people import NewParty, NewPerson
from collabkit.services.retention import as_kept
from collabkit.services.settling import settle
from collabkit.storage import Store, Summary

_KEPT = (MODE,)  # what was settled and is not asked again


class OccasionService:
    """Verbs on the occasions of one charity with one questionnaire."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs

    def all(self, assessment_id: str) -> tuple[Assessment, ...]:
        """Return the occasions of the same charity with the same questionnaire, the oldest first.

        This one is among them. What a session to practise with has made is not, nor what somebody
        answers here for another charity. Raises ``KeyError`` for an unknown id.
        """
        of = self._store.assessments.get(assessment_id)
        invited = self._store.settled.by_assessment(INVITED)
        there = [
            summary.assessment
            for summary in self._store.lists.summaries(assessment_id)
            if (summary.assessment.charity_id, summary.assessment.pack_id)
            == (of.charity_id, of.pack_id)
            and (not invited[summary.assessment.id] or summary.assessment.id == assessment_id)
        ]
        return tuple(sorted(there, key=_day))

    def before(self, assessment_id: str) -> Assessment | None:
        """Return the occasion that this one repeats: the one it follows, or the latest earlier.

        One that is put away repeats nothing, unless it was started to do so.
        """
        return self._before(self.all(assessment_id), assessment_id)

    def after(self, assessment_id: str) -> Assessment | None:
        """Return the occasion that repeats this one, the latest if several do."""
        occasions = self.all(assessment_id)
        for occasion in reversed(occasions):
            last = self._before(occasions, occasion.id)
            if last is not None and last.id == assessment_id:
                return occasion
        return None

    def repeatable(self) -> tuple[Summary, ...]:
        """Return what can be started again from, the most recently touched first.

        That is finished, of one's own, and nothing has been started again from it.
        """
        there = self._store.lists.summaries()
        follows = self._store.settled.by_assessment(FOLLOWS)
        invited = self._store.settled.by_assessment(INVITED)
        repeated = {follows[one.assessment.id] for one in there}
        return tuple(
            one
            for one in there
            if one.assessment.finished is not None
            and not one.is_sample
            and one.assessment.id not in repeated
            and not invited[one.assessment.id]
        )

    def again(
        self,
        assessment_id: str,
        *,
        title: str,
        today: date,
        minimum: int | None = None,
        same_people: bool | None = None,
        all_agreed: bool = False,
        keep_until: date | None = None,
    ) -> Assessment:
        """Start the next occasion: the same statements in the same words, of the same kind.

        People of a group begin new sheets, for a pseudonym is for one occasion; organisations, one
        person alone and agreed views are there again. ``minimum`` is that of the last time unless
        given. ``same_people`` says whether at least two thirds of the people are the same, if
        anybody knows yet; ``all_agreed``, where partners are asked, that all agreed anew to be
        recognisable; ``keep_until`` is a day of the last month in which it is kept, if that is
        decided. Raises as ``AssessmentService.start`` does.
        """
        last = self._store.assessments.get(assessment_id)
        settled = {
            topic: value
            for topic, value in self._store.settled.of_assessment(assessment_id).items()
            if topic in _KEPT
        }
        if same_people is not None:
            settled[PEOPLE] = SAME_PEOPLE if same_people else OTHER_PEOPLE
        if all_agreed:
            settled[IDENTIFIABLE] = AGREED
        if keep_until is not None:
            settled[KEEP_UNTIL] = as_kept(keep_until)
        pack = self._packs.of(last)
        parties = self._store.parties.of_assessment(assessment_id)
        places = {party.id: place for place, party in enumerate(parties)}
        stays = last.minimum == OWN_ASSESSMENT or pack.outcome.kind in AGREED_VIEWS
        people = self._store.participants.of_assessment(assessment_id) if stays else ()
        return begin(
            self._store,
            self._packs,
            self._store.charities.get(last.charity_id),
            pack,
            selection=last.selection,
            asked=last.asked,
            minimum=last.minimum if minimum is None else minimum,
            title=title,
            today=today,
            people=[
                NewPerson(
                    person.pseudonym,
                    person.role,
                    places.get(person.party_id or ""),
                    places.get(person.about_id or ""),
                )
                for person in people
            ],
            parties=[NewParty(p.name, p.is_own, p.is_lead, p.size) for p in parties],
            settled=settled,
            follows=assessment_id,
        )

    def title_for(self, assessment_id: str, today: date) -> str:
        """Return a title for the next occasion that none of the earlier ones has."""
        return default_title((occasion.title for occasion in self.all(assessment_id)), today)

    def people_said(self, assessment_id: str) -> bool | None:
        """Return what was said about the people; ``None`` if nobody has said anything."""
        said = self._store.settled.of_assessment(assessment_id).get(PEOPLE)
        return None if said is None else said == SAME_PEOPLE

    def learned(self, assessment_id: str) -> str:
        """Return what people learned from one occasion's plan as a whole, in their words."""
        return self._store.settled.of_assessment(assessment_id).get(LEARNED, "")

    def keep_learned(self, assessment_id: str, text: str) -> None:
        """Keep what people learned from a plan as a whole; raises ``InvalidInputError`` if long."""
        settle(self._store, self._packs, assessment_id, LEARNED, text)

    def carry_over(
        self, from_id: str, to_id: str, action_ids: Collection[str], today: date
    ) -> None:
        """Put open actions of one occasion's plan into another's, each once.

        Their days go along unless they have passed on ``today``.
        """
        before = self._store.plans.load(from_id)
        after = self._store.plans.load(to_id)
        self._store.plans.save(carry_over(before, after, action_ids, new_id, today))

    def _before(self, occasions: tuple[Assessment, ...], assessment_id: str) -> Assessment | None:
        follows = self._store.settled.of_assessment(assessment_id).get(FOLLOWS)
        for occasion in occasions:
            if occasion.id == follows:
                return occasion
        ids = [occasion.id for occasion in occasions]
        place = ids.index(assessment_id) if assessment_id in ids else 0
        return occasions[place - 1] if place else None


def _day(assessment: Assessment) -> tuple[date, date]:
    return assessment.finished or assessment.started, assessment.started
