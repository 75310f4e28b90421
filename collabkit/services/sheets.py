"""The sheets of an assessment: who answers, for whom and about whom, and how far they are."""

from collections import Counter
from collections.abc import Collection

from collabkit.assessments.assessment import Assessment, Participant, Party
from collabkit.assessments.limits import LARGEST_GROUP, OWN_ASSESSMENT, SMALLEST_GROUP
from collabkit.assessments.pack import OutcomeKind, Pack, Respondent
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.asking import AGREED_VIEWS, left_out_on, optional_among
from collabkit.services.ids import new_id
from collabkit.services.naming import checked_name, is_same_name
from collabkit.services.packs import PackShelf
from collabkit.services.people import SheetState
from collabkit.storage import Store

# Here the minimum counts organisations where there are any, so each of them answers once.
ONE_SHEET_A_PARTY = frozenset({OutcomeKind.RANKING, OutcomeKind.COLUMNS})


class Sheets:
    """Reads and changes who answers one assessment."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs

    def states(self, assessment_id: str) -> tuple[SheetState, ...]:
        """Return every sheet in the order in which they came."""
        assessment = self._store.assessments.get(assessment_id)
        optional = optional_among(self._packs.of(assessment), frozenset(assessment.asked))
        left_out = self._store.participants.left_out(assessment_id)
        names = {party.id: party.name for party in self._store.parties.of_assessment(assessment_id)}
        needed = {
            sheet_id: frozenset(assessment.asked) - optional - items
            for sheet_id, items in left_out.items()
        }
        answered = Counter(
            r.participant_id
            for r in self._store.responses.of_assessment(assessment_id)
            if r.answer is not None and r.item_id in needed[r.participant_id]
        )
        return tuple(
            SheetState(
                participant=sheet,
                party=names.get(sheet.party_id or "", ""),
                about=names.get(sheet.about_id or "", ""),
                answered=answered[sheet.id],
                of=len(needed[sheet.id]),
            )
            for sheet in self._store.participants.of_assessment(assessment_id)
        )

    def add_person(
        self,
        assessment_id: str,
        pseudonym: str,
        role: Respondent,
        party_id: str | None,
        about_id: str | None,
    ) -> Participant:
        """Add a sheet; see ``AssessmentService.add_person``."""
        assessment = self._store.assessments.get(assessment_id)
        people = self._store.participants.of_assessment(assessment_id)
        pack = self._packs.of(assessment)
        check_minimum(pack, assessment.minimum, len(people) + 1)
        _check_parties(self._store.parties.of_assessment(assessment_id), party_id, about_id)
        person = Participant(
            new_id(), assessment_id, checked_name(pseudonym), role, party_id, about_id
        )
        check_new(person, people)
        check_side(pack, person, people)
        settled = self._store.settled.of_assessment(assessment_id)
        left_out = left_out_on(pack, assessment.asked, settled, person)
        self._store.participants.add(
            person,
            left_out=[(person.id, item_id) for item_id in left_out],
        )
        return person

    def remove_person(self, assessment_id: str, participant_id: str) -> None:
        """Take away a sheet on which nothing was said."""
        if not self._store.participants.remove(participant_id):
            raise InvalidInputError(
                _("This person has answered already, so nothing was removed. Answers are kept.")
            )

    def add_party(self, assessment_id: str, name: str) -> Party:
        """Add an organisation; see ``AssessmentService.add_party``."""
        there = self._store.parties.of_assessment(assessment_id)
        party = Party(new_id(), assessment_id, checked_name(name))
        check_new_party(party, there)
        self._store.parties.add(party)
        return party


def check_minimum(pack: Pack, minimum: int, people: int) -> None:
    """Raise ``InvalidInputError`` if so small a group must not be shown apart."""
    if minimum == OWN_ASSESSMENT:
        if people > 1 and pack.outcome.kind not in AGREED_VIEWS:
            raise InvalidInputError(
                _(
                    "This is one person's own assessment, so nobody else can join it. "
                    "Please start another one for the group."
                )
            )
    elif not SMALLEST_GROUP <= minimum <= LARGEST_GROUP:
        raise InvalidInputError(
            _("The smallest group that is shown has {smallest} to {largest} people.").format(
                smallest=SMALLEST_GROUP, largest=LARGEST_GROUP
            )
        )


def check_new(person: Participant, others: Collection[Participant]) -> None:
    """Raise ``InvalidInputError`` if another sheet of the same kind has that name."""
    for other in others:
        same = (other.party_id, other.about_id) == (person.party_id, person.about_id)
        if same and is_same_name(other.pseudonym, person.pseudonym):
            raise InvalidInputError(
                _("There is already somebody called “{name}”. Please use another name.").format(
                    name=other.pseudonym
                )
            )


def check_side(pack: Pack, person: Participant, others: Collection[Participant]) -> None:
    """Raise ``InvalidInputError`` if a sheet would let one person or organisation count twice."""
    kind = pack.outcome.kind
    if person.about_id is not None and kind is not OutcomeKind.HOLDINGS:
        raise InvalidInputError(
            _("“{title}” is not answered about single organisations.").format(title=pack.title)
        )
    if kind in ONE_SHEET_A_PARTY and any(
        other.party_id == person.party_id is not None for other in others
    ):
        raise InvalidInputError(
            _("This organisation has its sheet already. Each organisation answers once.")
        )


def check_new_party(party: Party, others: Collection[Party]) -> None:
    """Raise ``InvalidInputError`` for a name that is taken, a second own party or second lead."""
    if any(is_same_name(other.name, party.name) for other in others):
        raise InvalidInputError(
            _("“{name}” takes part already. Please use another name.").format(name=party.name)
        )
    if party.is_own and any(other.is_own for other in others):
        raise InvalidInputError(_("Only one organisation can be your own."))
    if party.is_lead and any(other.is_lead for other in others):
        raise InvalidInputError(_("Only one organisation can lead."))


def _check_parties(parties: Collection[Party], *party_ids: str | None) -> None:
    known = {party.id for party in parties}
    for party_id in party_ids:
        if party_id is not None and party_id not in known:
            raise KeyError(party_id)


def left_out_pairs(
    pack: Pack, assessment: Assessment, settled: dict[str, str], people: Collection[Participant]
) -> list[tuple[str, str]]:
    """Return what is not asked on each sheet, as storage keeps it."""
    return [
        (person.id, item_id)
        for person in people
        for item_id in left_out_on(pack, assessment.asked, settled, person)
    ]
