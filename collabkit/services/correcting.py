"""A name that is wrong is put right (UK GDPR, article 16): of a sheet, an organisation, a charity.

Only the name changes. What was answered, who was counted and what was shown go by ids, so they stay
as they are; so do notes, which belong to whoever wrote them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from collabkit.assessments.assessment import Assessment, Participant, Party
from collabkit.assessments.charity import Charity
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.topics import AGREED_VERSION, INVITED
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.charities import CharityService
from collabkit.services.former_names import FORMER, with_former
from collabkit.services.naming import checked_name, is_same_name
from collabkit.services.sheet_names import renamed_sheet
from collabkit.services.sheets import check_new_party
from collabkit.storage import Store
from collabkit.storage.corrections import Change, Correction, Namesakes


class Whose(StrEnum):
    """What has a name that can be put right."""

    SHEET = "sheet"
    PARTY = "party"
    CHARITY = "charity"


@dataclass(frozen=True, slots=True)
class HeldName:
    """A name, and whose it is; ``of`` is the organisation for which a sheet speaks, or empty."""

    whose: Whose
    id: str
    assessment_id: str  # empty for the charity itself
    charity_id: str
    name: str
    of: str = ""
    is_own: bool = False  # an organisation that is the charity itself

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.whose}:{self.id}"


@dataclass(frozen=True, slots=True)
class AlsoThere:
    """Where else the very same words stand within the charity.

    ``owned`` counts actions of which it is the owner, and ``assessments`` others in which an
    organisation has that name. ``sheets`` are the titles of other assessments with a sheet under
    it: whether that is the same person, nobody but people can know.
    """

    owned: int = 0
    assessments: int = 0
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was put right, and what takes it back; counts as in ``AlsoThere``."""

    before: str
    after: str
    owned: int
    assessments: int
    correction: Correction


class CorrectingService:
    """Verbs that put wrong names right. Every one is on disk when it returns."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def names(self, assessment_id: str) -> tuple[HeldName, ...]:
        """Return the names in an assessment: of the charity, of organisations, then of people.

        Sheets that have the name of their organisation are left out, as they follow it; so is what
        the program itself has called so. None of them can be put right in what is answered for
        somebody else. Raises ``KeyError`` for an unknown id.
        """
        assessment = self._store.assessments.get(assessment_id)
        settled = self._store.settled.of_assessment(assessment_id)
        if INVITED in settled:
            return ()
        charity = self._store.charities.get(assessment.charity_id)
        parties = self._store.parties.of_assessment(assessment_id)
        people = self._store.participants.of_assessment(assessment_id)
        if len(people) == 1 and assessment.minimum == OWN_ASSESSMENT:
            people = ()  # “One person”
        agreed = settled.get(AGREED_VERSION)
        return (
            _of_charity(charity),
            *(
                _of_party(party, charity)
                for party in parties
                if not (party.is_own and party.name == charity.name)
            ),
            *_of_people(assessment, [one for one in people if one.id != agreed], parties),
        )

    def of_charity(self, charity_id: str) -> HeldName:
        """Return the name of a charity; raises ``KeyError`` for an unknown id."""
        return _of_charity(self._store.charities.get(charity_id))

    def also_there(self, held: HeldName) -> AlsoThere:
        """Return where else the very same words stand."""
        there = self._store.corrections.namesakes(held.charity_id, held.name)
        if held.whose is Whose.SHEET:
            titles = (title for each, title in there.sheets if each != held.assessment_id)
            return AlsoThere(len(there.owned), sheets=tuple(dict.fromkeys(titles)))
        return AlsoThere(len(there.owned), len(_elsewhere(held, there)))

    def correct(
        self, held: HeldName, name: str, *, with_owners: bool, everywhere: bool
    ) -> Corrected:
        """Put a name right, in one step.

        ``with_owners`` lets actions follow whose owner is exactly the former name, and
        ``everywhere`` organisations with it in other assessments of the charity. Raises
        ``InvalidInputError`` for no name, one that is taken or the same one, and if something has
        changed since ``held`` was read.
        """
        name = self._checked(held, name)
        there = self._store.corrections.namesakes(held.charity_id, held.name)
        correction = Correction(topic=FORMER)
        if held.whose is Whose.CHARITY:
            correction = replace(correction, charities=(Change(held.charity_id, held.name, name),))
        if held.whose is Whose.SHEET:
            change = Change(held.id, held.name, name)
            correction = replace(
                correction,
                participants=(change,),
                settled=(self._former(held.assessment_id, change),),
            )
        assessments = 0
        if held.whose is Whose.PARTY:
            correction = self._with_party(correction, held.id, held.assessment_id, held.name, name)
        if everywhere and held.whose is not Whose.SHEET:
            for party_id, assessment_id in _elsewhere(held, there):
                if self._is_free(assessment_id, party_id, name):
                    correction = self._with_party(
                        correction, party_id, assessment_id, held.name, name
                    )
                    assessments += 1
        if with_owners:
            owners = tuple(Change(action_id, held.name, name) for action_id in there.owned)
            correction = replace(correction, owners=owners)
        self._write(correction)
        return Corrected(held.name, name, len(correction.owners), assessments, correction)

    def take_back(self, corrected: Corrected) -> None:
        """Let everything be called as before; raises ``InvalidInputError`` as ``correct`` does."""
        self._write(corrected.correction.back())

    def _write(self, correction: Correction) -> None:
        try:
            self._store.corrections.write(correction)
        except KeyError as error:
            raise InvalidInputError(
                _("Something here has changed meanwhile, so nothing was corrected.")
            ) from error

    def _checked(self, held: HeldName, name: str) -> str:
        if held.whose is Whose.CHARITY:
            name = CharityService(self._store).checked_name(name, held.charity_id)
        else:
            name = checked_name(name)
        if name == held.name:
            raise InvalidInputError(_("This is the name that it has. Please type the right one."))
        if held.whose is Whose.PARTY:
            parties = {p.id: p for p in self._store.parties.of_assessment(held.assessment_id)}
            own = parties.pop(held.id, None)
            if own is not None:
                check_new_party(
                    replace(own, name=name, is_lead=False, is_own=False), parties.values()
                )
        if held.whose is not Whose.CHARITY and self._is_on_a_sheet(
            held.assessment_id, held.id, name
        ):
            raise InvalidInputError(
                _(
                    "“{name}” stands on another sheet already. Please use a name that tells the "
                    "two apart, such as with an initial or a number."
                ).format(name=name)
            )
        return name

    def _is_on_a_sheet(self, assessment_id: str, own_id: str, name: str) -> bool:
        """Tell whether a sheet has the name that is neither ``own_id`` nor of that party."""
        return any(
            is_same_name(one.pseudonym, name) and own_id not in (one.id, one.party_id)
            for one in self._store.participants.of_assessment(assessment_id)
        )

    def _is_free(self, assessment_id: str, party_id: str, name: str) -> bool:
        parties = self._store.parties.of_assessment(assessment_id)
        return not (
            any(is_same_name(p.name, name) for p in parties if p.id != party_id)
            or self._is_on_a_sheet(assessment_id, party_id, name)
        )

    def _with_party(
        self, correction: Correction, party_id: str, assessment_id: str, before: str, after: str
    ) -> Correction:
        """Return ``correction`` with an organisation, and the sheets on which it speaks."""
        change = Change(party_id, before, after)
        sheets = tuple(
            Change(one.id, one.pseudonym, name)
            for one in self._store.participants.of_assessment(assessment_id)
            if one.party_id == party_id
            and (name := renamed_sheet(one.pseudonym, before, after)) != one.pseudonym
        )
        return replace(
            correction,
            parties=(*correction.parties, change),
            participants=(*correction.participants, *sheets),
            settled=(*correction.settled, self._former(assessment_id, change)),
        )

    def _former(self, assessment_id: str, change: Change) -> Change:
        """Return what is settled about former names, as it is and once this one is one."""
        settled = self._store.settled.of_assessment(assessment_id)
        after = with_former(settled, {change.id: change.before})
        return Change(assessment_id, settled.get(FORMER, ""), after)


def _elsewhere(held: HeldName, there: Namesakes) -> tuple[tuple[str, str], ...]:
    """Return organisations of the same name, with their assessments."""
    is_own = held.is_own or held.whose is Whose.CHARITY
    same = there.own if is_own else there.partners
    return tuple(pair for pair in same if pair[0] != held.id)


def _of_charity(charity: Charity) -> HeldName:
    return HeldName(Whose.CHARITY, charity.id, "", charity.id, charity.name)


def _of_party(party: Party, charity: Charity) -> HeldName:
    return HeldName(
        Whose.PARTY, party.id, party.assessment_id, charity.id, party.name, is_own=party.is_own
    )


def _of_people(
    assessment: Assessment, people: list[Participant], parties: tuple[Party, ...]
) -> Iterator[HeldName]:
    names = {party.id: party.name for party in parties}
    for person in people:
        of = names.get(person.party_id or "", "")
        if not of or renamed_sheet(person.pseudonym, of, "") == person.pseudonym:
            yield HeldName(
                Whose.SHEET,
                person.id,
                assessment.id,
                assessment.charity_id,
                person.pseudonym,
                of,
            )
