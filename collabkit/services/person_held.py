"""Everything that is held about one person, brought together from wherever it lies."""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.arrival import Arrival
from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.pack import Item, Pack
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.plans.plan import PlanAction
from collabkit.services.closing import finished_in, shown_in
from collabkit.services.naming import is_same_name
from collabkit.services.packs import PackShelf
from collabkit.services.personal import PersonalService
from collabkit.services.retention import RetentionService
from collabkit.services.same_name import sheets_named
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Held:
    """One sheet and all that belongs to it; ``actions`` are those under its name.

    ``elsewhere`` are the titles of the assessments with other sheets under it.
    """

    charity: str
    title: str
    started: date
    until: date | None
    pack: Pack
    person: Participant
    party: str
    is_closed: bool
    arrival: Arrival | None
    responses: tuple[Response, ...]
    left_out: tuple[str, ...]
    personal: dict[str, str]
    actions: tuple[PlanAction, ...]
    elsewhere: tuple[str, ...] = ()


def held_about(
    store: Store, packs: PackShelf, folder: DataFolder, assessment_id: str, participant_id: str
) -> Held:
    """Return everything about one sheet; raises ``KeyError`` for an unknown id.

    Raises ``DataRefusedError`` if the private words are damaged.
    """
    assessment = store.assessments.get(assessment_id)
    people = {p.id: p for p in store.participants.of_assessment(assessment_id)}
    person = people[participant_id]
    settled = store.settled.of_assessment(assessment_id)
    names = {party.id: party.name for party in store.parties.of_assessment(assessment_id)}
    personal = PersonalService(store, packs, folder)
    arrivals = store.arrivals.of_assessment(assessment_id)
    return Held(
        charity=store.charities.get(assessment.charity_id).name,
        title=assessment.title,
        started=assessment.started,
        until=RetentionService(store).until(assessment_id),
        pack=packs.of(assessment),
        person=person,
        party=names.get(person.party_id or "", ""),
        is_closed=person.id in finished_in(settled) | shown_in(settled),
        arrival=next((each for each in arrivals if each.participant_id == person.id), None),
        responses=tuple(
            r for r in store.responses.of_assessment(assessment_id) if r.participant_id == person.id
        ),
        left_out=tuple(sorted(store.participants.left_out(assessment_id)[person.id])),
        personal=personal.read(assessment_id, person.id),
        actions=tuple(
            action
            for action in store.plans.load(assessment_id).actions
            if is_same_name(action.owner, person.pseudonym)
        ),
        elsewhere=tuple(
            sheet.title
            for sheet in sheets_named(store, assessment.charity_id, person.pseudonym, {person.id})
        ),
    )


def answer_words(item: Item, pack: Pack, answer: str | None) -> str:
    """Return an answer as it stands on the level cards, with its number if it has one."""
    if answer is None:
        return _("No answer")
    option = pack.form_of(item).option(answer)
    if option is None:
        return answer
    if option.value is not None and option.name != option.code:
        return f"{option.code} · {option.name}"
    return option.name
