"""Erases for good: a person, a name, an assessment, a whole charity, or what lies in the bin.

First a ``Decision`` says in sentences what will go; nothing is changed by looking. Erasing is one
transaction, after which neither the database nor the change log holds anything of it. Then the
words that were written for somebody's own eyes and, unless they are to stay, the safety copies go,
and at the end every byte of the data folder is searched. What could not be done is told.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services import erasing_words as words
from collabkit.services.closing import WITHDRAWN
from collabkit.services.company import Company, company_of
from collabkit.services.erasing_pictures import Withdrawal, withdrawal_of
from collabkit.services.held_copies import HeldCopy, copies_holding, erase_copies
from collabkit.services.named import NamedService
from collabkit.services.packs import PackShelf
from collabkit.services.personal_files import personal_files, words_in
from collabkit.services.traces import Traces, pieces_of, traces_of
from collabkit.storage import Store
from collabkit.storage.bundles import WholeAssessment
from collabkit.storage.copies import Reason
from collabkit.storage.erasing import Going, Receipt

__all__ = ["Decision", "Erased", "ErasingService", "HeldCopy", "Kind", "Receipt"]


class Kind(StrEnum):
    """What a receipt tells of."""

    PERSON = "person"
    ASSESSMENT = "assessment"
    CHARITY = "charity"
    BIN = "bin"
    NAME = "name"


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


@dataclass(frozen=True, slots=True)
class Erased:
    """That it is erased. ``proof`` is what was searched; ``remains`` what could not be erased.

    ``copies`` are those that still hold it, because they were to stay or could not be deleted.
    """

    receipt: Receipt
    lines: tuple[str, ...]
    remains: tuple[str, ...]
    copies: tuple[HeldCopy, ...]
    proof: Traces


class ErasingService:
    """Verbs that erase. All read many files: to be called off the GUI thread."""

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
            cautions=words.cautions_of_person(leaving, left=len(people) - 1),
            staying=words.out_of_reach(),
            copies=copies_holding(self._store, self._folder, ids, today),
            ids=ids,
            going=Going(participants=(person.id,)),
            people=ids,
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
        return len(waiting) + sum(map(len, binned))

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
        return self._decision(Kind.BIN, "", wholes, going, today)

    def name(self, charity_id: str, name: str, keys: Collection[str], today: date) -> Decision:
        """Return what taking a name out of the places in ``keys`` means; see ``NamedService``.

        Raises ``KeyError`` for an unknown charity and ``InvalidInputError`` without a place.
        """
        charity = self._store.charities.get(charity_id)
        named = NamedService(self._store, self._packs)
        rewording = named.reworded(charity.id, name, keys)
        if rewording.is_empty:
            raise InvalidInputError(_("Please choose at least one place."))
        ids = frozenset({" ".join(name.split())})
        return Decision(
            Kind.NAME,
            name,
            lines=words.lines_of_name(len(keys)),
            cautions=(),
            staying=words.out_of_reach(),
            copies=copies_holding(self._store, self._folder, ids, today),
            ids=ids,
            going=Going(rewording=rewording),
        )

    def erase(
        self,
        decision: Decision,
        today: date,
        *,
        with_copies: bool = True,
    ) -> Erased:
        """Erase what was decided, all of it or nothing.

        Without ``with_copies`` a safety copy is made before, and all copies stay for their time.
        Raises ``InvalidInputError`` if something of it has gone meanwhile, and
        ``EnvironmentProblemError`` if the disk does not allow it; nothing is erased then.
        """
        self._store.flush()
        try:
            going = self._settled_anew(decision)
            pieces = pieces_of(self._texts_of(decision, going))
            if not with_copies:
                self._store.safety.make_copy(Reason.BEFORE_ERASING)
            receipt, remains = self._erase(decision, going, today)
        except KeyError as error:
            raise InvalidInputError(
                _("This has changed since you looked, so nothing was erased. Please look again.")
            ) from error
        stuck = [path for path in personal_files(self._folder, decision.people) if _stays(path)]
        remains += [words.stuck_personal(path) for path in stuck]
        copies = copies_holding(self._store, self._folder, decision.ids, today)
        if with_copies:
            unerased = erase_copies(copies)
            remains += [words.stuck_copy(path) for path in unerased]
            copies = tuple(copy for copy in copies if copy.path in unerased)
        own = frozenset(pieces) - self._store.erasures.still_said(pieces)
        gone = decision.ids
        if decision.kind is Kind.NAME:  # it may well stand where it was to stay
            gone = gone - self._store.erasures.still_said(gone)
        proof = traces_of({*gone, *own}, self._folder, without={copy.path for copy in copies})
        return Erased(
            receipt,
            words.lines_of_proof(proof, copies, len(own)),
            tuple(remains),
            copies,
            proof,
        )

    def erase_copies(self, copies: Iterable[HeldCopy]) -> tuple[str, ...]:
        """Delete copies for good; return a sentence for each that could not be deleted."""
        return tuple(map(words.stuck_copy, erase_copies(copies)))

    def receipts(self) -> tuple[Receipt, ...]:
        """Return what was erased so far, the latest first: days, kinds and counts."""
        return self._store.erasures.receipts()

    def _decision(
        self, kind: Kind, name: str, wholes: list[WholeAssessment], going: Going, today: date
    ) -> Decision:
        people = frozenset(person.id for whole in wholes for person in whole.participants)
        held = {whole.session.id for whole in wholes if whole.session}
        sessions = held.union(going.sessions)
        ids = people.union(going.charities, going.assessments, going.networks, sessions)
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
            cautions=words.cautions_of_wholes(kind is Kind.CHARITY),
            staying=words.out_of_reach(),
            copies=copies_holding(self._store, self._folder, ids, today),
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

    def _settled_anew(self, decision: Decision) -> Going:
        """Return what goes, with a lot drawn now, as the picture may be another one meanwhile."""
        if decision.kind is not Kind.PERSON:
            return decision.going
        (participant_id,) = decision.going.participants
        assessment_id = self._store.erasures.assessment_of(participant_id)
        people = {p.id: p for p in self._store.participants.of_assessment(assessment_id)}
        assessment = self._store.assessments.get(assessment_id)
        leaving: Withdrawal = withdrawal_of(
            self._store, self._packs, assessment, people[participant_id]
        )
        if not leaving.is_needed:
            return decision.going
        return replace(decision.going, settled=((assessment_id, WITHDRAWN, leaving.value),))

    def _texts_of(self, decision: Decision, going: Going) -> list[str]:
        """Return the words that go: nothing of them may be found afterwards."""
        texts: list[str] = []
        people = decision.going.participants
        assessments = going.assessments or tuple(map(self._store.erasures.assessment_of, people))
        for assessment_id in assessments:
            for said in self._store.responses.of_assessment(assessment_id):
                if said.participant_id in decision.people:
                    texts += (said.note, said.evidence)
            if going.assessments:
                for action in self._store.plans.load(assessment_id).actions:
                    texts += (action.text, action.why, action.first_step)
        for path in personal_files(self._folder, decision.people):
            texts += words_in(path)
        return texts

    def _erase(self, decision: Decision, going: Going, today: date) -> tuple[Receipt, list[str]]:
        before = self.receipts()[:1]
        try:
            return self._store.erasures.erase(decision.kind, going, today), []
        except EnvironmentProblemError as error:
            after = self.receipts()[:1]
            if after == before:
                raise
            return after[0], [words.no_new_copy(str(error))]


def _stays(path: Path) -> bool:
    """Delete a file; tell whether it could not be."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return True
    return False
