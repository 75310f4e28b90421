"""What erasing would take away, found out and put into sentences; nothing is changed by it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services import erasing_words as words
from collabkit.services.company import Company, company_of
from collabkit.services.erasing_needles import Needles
from collabkit.services.erasing_pictures import withdrawal_of
from collabkit.services.held_copies import HeldCopy, copies_holding
from collabkit.services.left_of_name import left_of_name
from collabkit.services.named import NamedService
from collabkit.services.packs import PackShelf
from collabkit.services.personal_files import personal_files
from collabkit.services.same_name import sheets_named
from collabkit.services.traces import files_in
from collabkit.storage import Store
from collabkit.storage.bundles import WholeAssessment
from collabkit.storage.erasing import PUT_BACK, Going


class Kind(StrEnum):
    """What a receipt tells of."""

    PERSON = "person"
    ASSESSMENT = "assessment"
    CHARITY = "charity"
    BIN = "bin"
    NAME = "name"
    PUT_BACK = PUT_BACK  # an older state came back


@dataclass(frozen=True, slots=True)
class Decision:
    """What erasing would take away, in sentences; to be shown, and handed in to ``erase``.

    ``lines`` say what goes, ``cautions`` what follows from it and cannot be undone, ``staying``
    what is out of reach. ``copies`` still hold it. ``ids`` are those of everything that goes.
    """

    kind: Kind
    name: str
    lines: tuple[str, ...]
    cautions: tuple[str, ...]
    staying: tuple[str, ...]
    copies: tuple[HeldCopy, ...]
    ids: frozenset[str] = field(repr=False)
    going: Going = field(repr=False)
    people: frozenset[str] = field(default=frozenset(), repr=False)
    is_empty: bool = False
    changes_picture: bool = False  # of the group, which was shown already
    charity_id: str = ""  # where the name may stand elsewhere, once the sheet or it is gone

    @property
    def needles(self) -> Needles:
        """What is in every copy that holds any of it: little, so that looking is quick."""
        if self.kind is Kind.NAME:
            return Needles(names=(self.name,))
        return Needles(roots_of(self.going) or self.ids)


def roots_of(going: Going) -> frozenset[str]:
    """Return the ids of what goes itself, without those of what belongs to it."""
    parts = (going.charities, going.assessments, going.sessions, going.networks)
    return frozenset(going.participants).union(*parts)


class Decisions:
    """Finds out what would go. All read many files: to be called off the GUI thread."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def person(self, assessment_id: str, participant_id: str, today: date) -> Decision:
        """Return what erasing one sheet would take away.

        Raises ``KeyError`` for an unknown id, and ``InvalidInputError`` for somebody's own
        assessment, which goes as a whole.
        """
        assessment = self._store.assessments.get(assessment_id)
        people = {p.id: p for p in self._store.participants.of_assessment(assessment_id)}
        person = people[participant_id]
        parties = self._store.parties.of_assessment(assessment_id)
        company = company_of(self._packs.of(assessment), assessment, parties, len(people))
        if company is Company.ALONE:
            raise InvalidInputError(
                _(
                    "This is one person's own assessment. Erase the assessment, and everything "
                    "of that person goes with it."
                )
            )
        said = [
            r
            for r in self._store.responses.of_assessment(assessment_id)
            if r.participant_id == person.id
        ]
        leaving = withdrawal_of(self._store, self._packs, assessment, person)
        ids = frozenset({person.id})
        others = sheets_named(self._store, assessment.charity_id, person.pseudonym, ids)
        left = left_of_name(self._store, self._packs, assessment.charity_id, person.pseudonym, ids)
        copies = self._copies_with(Needles(ids), today)
        return Decision(
            Kind.PERSON,
            person.pseudonym,
            lines=words.lines_of_person(
                answers=sum(r.answer is not None for r in said),
                texts=sum(bool(r.note.strip()) + bool(r.evidence.strip()) for r in said),
                came_from_elsewhere=any(
                    each.participant_id == person.id
                    for each in self._store.arrivals.of_assessment(assessment_id)
                ),
                has_personal=bool(personal_files(self._folder, ids)),
            ),
            cautions=(
                *words.cautions_of_person(leaving),
                *words.other_sheets(others, person.pseudonym),
                *left.words(),
                *words.cautions_of_copies(copies),
            ),
            staying=words.out_of_reach(),
            copies=copies,
            ids=ids,
            going=Going(participants=(person.id,)),
            people=ids,
            changes_picture=leaving.is_needed,
            charity_id=assessment.charity_id,
        )

    def assessment(self, assessment_id: str, today: date) -> Decision:
        """Return what erasing an assessment would take away; ``KeyError`` for an unknown id."""
        whole = self._store.bundles.of_assessment(assessment_id)
        going = Going(assessments=(assessment_id,))
        return self._decision(Kind.ASSESSMENT, whole.assessment.title, [whole], going, today)

    def charity(self, charity_id: str, today: date) -> Decision:
        """Return what erasing a charity would take away; ``KeyError`` for an unknown id."""
        charity = self._store.charities.get(charity_id)
        return self._decision(
            Kind.CHARITY,
            charity.name,
            self._wholes(charity_id),
            self._going_of(charity_id),
            today,
        )

    def put_away(self) -> int:
        """Return how many things lie in the bin by themselves."""
        store = self._store
        waiting = [line for line in store.sessions.put_away() if line.assessment_id is None]
        binned = (store.charities.removed(), store.assessments.removed(), store.networks.removed())
        return len(waiting) + sum(map(len, binned)) + len(self._strays())

    def bin(self, today: date) -> Decision:
        """Return what emptying the bin would take away."""
        charities = [each.record.id for each in self._store.charities.removed()]
        going = Going()
        wholes: list[WholeAssessment] = []
        for charity_id in charities:
            of_charity = self._going_of(charity_id)
            wholes += self._wholes(charity_id)
            going = replace(
                going,
                charities=(*going.charities, charity_id),
                assessments=(*going.assessments, *of_charity.assessments),
                sessions=(*going.sessions, *of_charity.sessions),
            )
        alone = [
            each.record.id
            for each in self._store.assessments.removed()
            if each.record.id not in going.assessments
        ]
        wholes += map(self._store.bundles.of_assessment, alone)
        waiting = [
            line.id
            for line in self._store.sessions.put_away()
            if line.assessment_id is None and line.id not in going.sessions
        ]
        going = replace(
            going,
            assessments=(*going.assessments, *alone),
            sessions=(*going.sessions, *waiting),
            networks=tuple(each.record.id for each in self._store.networks.removed()),
        )
        return self._decision(Kind.BIN, "", wholes, going, today, self._strays())

    def name(self, charity_id: str, name: str, keys: Collection[str], today: date) -> Decision:
        """Return what taking a name out of the places in ``keys`` means; see ``NamedService``.

        Raises ``KeyError`` for an unknown charity and ``InvalidInputError`` without a place.
        """
        charity = self._store.charities.get(charity_id)
        named = NamedService(self._store, self._packs)
        rewording = named.reworded(charity.id, name, keys)
        if rewording.is_empty:
            raise InvalidInputError(_("Please choose at least one place."))
        name = " ".join(name.split())
        copies = self._copies_with(Needles(names=(name,)), today)
        return Decision(
            Kind.NAME,
            name,
            lines=words.lines_of_name(rewording.texts),
            cautions=(
                *words.other_sheets(sheets_named(self._store, charity.id, name), name),
                *words.cautions_of_copies(copies),
            ),
            staying=words.out_of_reach(),
            copies=copies,
            ids=frozenset(),
            going=Going(rewording=rewording),
            charity_id=charity.id,
        )

    def _copies_with(self, needles: Needles, today: date) -> tuple[HeldCopy, ...]:
        return copies_holding(self._store, self._folder, needles, today, is_to_be_erased=True)

    def _strays(self) -> frozenset[str]:
        """Return ids of sheets that have gone, of which private words are still there.

        The program may have been stopped between the two.
        """
        left = {path.name.split(".", 1)[0] for path in files_in(self._folder.personal)}
        return frozenset(left) - self._store.erasures.known_sheets() if left else frozenset()

    def _decision(
        self,
        kind: Kind,
        name: str,
        wholes: list[WholeAssessment],
        going: Going,
        today: date,
        strays: frozenset[str] = frozenset(),
    ) -> Decision:
        people = strays.union(person.id for whole in wholes for person in whole.participants)
        held = {whole.session.id for whole in wholes if whole.session}
        sessions = held.union(going.sessions)
        ids = people.union(going.charities, going.assessments, going.networks, sessions)
        needles = Needles(roots_of(going) or ids)
        copies = self._copies_with(needles, today)
        return Decision(
            kind,
            name,
            lines=words.lines_of_wholes(
                wholes,
                charities=len(going.charities),
                sessions=len(sessions),
                networks=len(going.networks),
                personal=len(personal_files(self._folder, people)),
            ),
            cautions=(
                *words.cautions_of_wholes(
                    kind is Kind.CHARITY, sum(whole.removed is not None for whole in wholes)
                ),
                *words.cautions_of_copies(copies),
            ),
            staying=words.out_of_reach(),
            copies=copies,
            ids=ids,
            going=going,
            people=people,
            is_empty=not ids,
        )

    def _going_of(self, charity_id: str) -> Going:
        parts = self._store.erasures.charity_parts(charity_id)
        return Going(
            charities=(charity_id,), assessments=parts["assessment"], sessions=parts["session"]
        )

    def _wholes(self, charity_id: str) -> list[WholeAssessment]:
        found = self._store.erasures.charity_parts(charity_id)["assessment"]
        return list(map(self._store.bundles.of_assessment, found))
