"""How an assessment begins: what is asked, who takes part and what is settled beforehand."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from collabkit.assessments.assessment import Assessment, Participant, Party, Selection
from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.outcomes.topics import FOLLOWS
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.asking import asked_of, optional_among
from collabkit.services.ids import new_id
from collabkit.services.measuring import check_needed
from collabkit.services.naming import checked_name, checked_title
from collabkit.services.packs import VOLUNTEER_RUN, WORDING, PackShelf
from collabkit.services.people import NewParty, NewPerson
from collabkit.services.settling import checked_settled
from collabkit.services.sheets import (
    check_minimum,
    check_new,
    check_new_party,
    check_side,
    left_out_pairs,
)
from collabkit.storage import Store


def begin(
    store: Store,
    packs: PackShelf,
    charity: Charity,
    pack: Pack,
    *,
    selection: Selection,
    asked: Collection[str] | None,
    minimum: int,
    title: str,
    today: date,
    people: Iterable[NewPerson],
    parties: Iterable[NewParty],
    settled: Mapping[str, str],
    follows: str = "",
) -> Assessment:
    """Keep a new assessment with everything it begins with; see ``AssessmentService.start``.

    ``follows`` is the id of the assessment that it repeats, if it does.
    """
    assessment = Assessment(
        id=new_id(),
        charity_id=charity.id,
        title=checked_title(title),
        pack_id=pack.id,
        pack_version=pack.version,
        pack_digest=pack.digest,
        selection=selection,
        asked=asked_of(pack, selection, asked),
        minimum=minimum,
        started=today,
    )
    sides = _parties(assessment.id, parties)
    sheets = _sheets(pack, assessment.id, people, sides)
    check_minimum(pack, minimum, len(sheets))
    topics = {t: v for t, v in (checked_settled(pack, *entry) for entry in settled.items()) if v}
    check_needed(pack, minimum, topics, len(sheets))
    if charity.run_by is RunBy.VOLUNTEERS:
        topics[WORDING] = VOLUNTEER_RUN
    if follows:
        topics[FOLLOWS] = follows
    packs.pin(pack)
    store.assessments.add(
        assessment,
        sheets,
        parties=sides,
        optional=optional_among(pack, assessment.asked),
        left_out=left_out_pairs(pack, assessment, topics, sheets),
        settled=topics,
    )
    return assessment


def _parties(assessment_id: str, parties: Iterable[NewParty]) -> list[Party]:
    made: list[Party] = []
    for name, is_own, is_lead, size in parties:
        party = Party(new_id(), assessment_id, checked_name(name), is_own, is_lead, size)
        check_new_party(party, made)
        made.append(party)
    return made


def _sheets(
    pack: Pack, assessment_id: str, people: Iterable[NewPerson], parties: list[Party]
) -> list[Participant]:
    def party_id(place: int | None) -> str | None:
        if place is None:
            return None
        if not 0 <= place < len(parties):
            raise InvalidInputError(_("Somebody speaks for an organisation that takes no part."))
        return parties[place].id

    made: list[Participant] = []
    for pseudonym, role, party, about in people:
        name = checked_name(pseudonym)
        sheet = Participant(new_id(), assessment_id, name, role, party_id(party), party_id(about))
        check_new(sheet, made)
        check_side(pack, sheet, made)
        made.append(sheet)
    return made
