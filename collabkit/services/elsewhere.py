"""An assessment whose sheets may be filled in elsewhere: by whom, for whom, and what they ask."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from collabkit.assessments.assessment import Assessment, Participant, Party
from collabkit.assessments.beside.role_counts import role_counts
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import OutcomeKind, Pack, Respondent
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.asking import left_out_on, optional_among
from collabkit.services.closing import batches_in, shown_in
from collabkit.services.company import Company, company_of, looks_at_itself
from collabkit.services.measuring import needed_for
from collabkit.services.packs import PackShelf
from collabkit.storage import Store

# Here a sheet is an organisation's, not one person's: its role follows from whose it is.
_ORGANISATIONS_ANSWER = (Company.MEMBERS, Company.VIEWS, Company.SIDES, Company.LISTS)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is known of such an assessment before anybody answers."""

    assessment: Assessment
    pack: Pack
    company: Company
    parties: tuple[Party, ...]
    people: tuple[Participant, ...]
    settled: Mapping[str, str]

    @property
    def minimum(self) -> int:
        """How many have to answer before anything is shown."""
        people = max(2, len(self.people))  # there will be several of them
        return needed_for(self.pack, self.assessment.minimum, self.settled, people)

    @property
    def is_open(self) -> bool:
        """Whether all agreed beforehand that they may be recognised."""
        return self.settled.get(IDENTIFIABLE) == AGREED

    @property
    def organisations_answer(self) -> bool:
        """Whether a sheet is what an organisation says with one voice."""
        return self.company in _ORGANISATIONS_ANSWER

    def party(self, party_id: str | None) -> Party | None:
        """Return an organisation that takes part; raises ``KeyError`` for an unknown id."""
        if party_id is None:
            return None
        return {party.id: party for party in self.parties}[party_id]

    def name_of(self, party_id: str | None) -> str:
        """Return the name of an organisation, empty for none; raises as ``party`` does."""
        party = self.party(party_id)
        return party.name if party else ""

    def settled_role(self, party: Party | None) -> Respondent | None:
        """Return the role of those who answer for ``party``, unless they say it themselves."""
        if self.pack.outcome.kind is OutcomeKind.MIRROR or (party and not party.is_own):
            return Respondent.PARTNER
        return Respondent.TRUSTEE if self.organisations_answer else None

    def roles(self, party: Party | None) -> tuple[Respondent, ...]:
        """Return the roles of which people choose theirs; none if it is settled."""
        if self.settled_role(party):
            return ()
        return tuple(role for role in Respondent if party is None or role != Respondent.PARTNER)

    def roles_told(self, people: Iterable[Participant]) -> Mapping[Respondent, int] | None:
        """Return how many of ``people`` have each role, if nobody is given away by it.

        Where answers are secret, only those count who are in the picture that was shown last.
        """
        if not self.company.has_secrets:
            return Counter(person.role for person in people)
        shown = shown_in(self.settled)
        role_of = {person.id: person.role for person in people if person.id in shown}
        return role_counts(role_of, batches_in(self.settled), self.minimum) or None

    def check_side(self, party: Party | None, about: Party | None) -> None:
        """Raise ``InvalidInputError`` if there is no sheet for and about these organisations."""
        if self.company.has_parties and party is None:
            raise InvalidInputError(
                _("Here organisations take part, and it is not said for which one this sheet is.")
            )
        if self.company is Company.VIEWS and about is None:
            raise InvalidInputError(
                _("Each sheet is about one organisation, and it is not said about which one.")
            )
        if about is not None and self.company is not Company.VIEWS:
            raise InvalidInputError(_("Here no sheet is about a single organisation."))
        if about != party and looks_at_itself(self.company, len(self.parties)):
            raise InvalidInputError(
                _("Between two organisations each looks at itself, and not at the other.")
            )

    def left_out(self, party: Party | None, about: Party | None) -> tuple[str, ...]:
        """Return the statements that are not asked on a sheet for and about these."""
        sheet = Participant(
            id="",
            assessment_id=self.assessment.id,
            pseudonym="",
            role=Respondent.TRUSTEE,
            party_id=party.id if party else None,
            about_id=about.id if about else None,
        )
        return left_out_on(self.pack, self.assessment.asked, self.settled, sheet)

    def asked(self, party: Party | None, about: Party | None) -> tuple[str, ...]:
        """Return the statements that are asked on a sheet for and about these, in pack order."""
        left_out = frozenset(self.left_out(party, about))
        return tuple(item_id for item_id in self.assessment.asked if item_id not in left_out)

    def needed(self, asked: Sequence[str]) -> tuple[str, ...]:
        """Return which of the statements have to be answered."""
        optional = optional_among(self.pack, self.assessment.asked)
        return tuple(item_id for item_id in asked if item_id not in optional)


def elsewhere(store: Store, packs: PackShelf, assessment_id: str) -> Elsewhere:
    """Return what is known of an assessment whose sheets may be filled in elsewhere.

    Raises ``KeyError`` for an unknown id, and ``InvalidInputError`` for a session in the room, for
    somebody's own assessment, and for what is answered here for another charity.
    """
    assessment = store.assessments.get(assessment_id)
    pack = packs.of(assessment)
    parties = store.parties.of_assessment(assessment_id)
    people = store.participants.of_assessment(assessment_id)
    settled = store.settled.of_assessment(assessment_id)
    company = company_of(pack, assessment, parties, len(people))
    if store.sessions.of_assessment(assessment_id) is not None:
        raise InvalidInputError(
            _(
                "This was answered together in the room, so there are no sheets for single people. "
                "Please start another assessment for answers from elsewhere."
            )
        )
    if INVITED in settled:
        raise InvalidInputError(
            _(
                "This is your own sheet for whoever invited you. Please give your answers back; "
                "others get their sheets from whoever invited you."
            )
        )
    if company is Company.ALONE:
        raise InvalidInputError(
            _(
                "This is one person's own assessment, so nobody else can answer it. "
                "Please start another one for the group."
            )
        )
    return Elsewhere(assessment, pack, company, parties, people, settled)
