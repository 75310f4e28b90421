"""Erases for good: a person, a name, an assessment, a whole charity, or what lies in the bin.

First a ``Decision`` says in sentences what will go; nothing is changed by looking. Erasing is one
transaction, after which neither the database nor the change log holds anything of it. Then the
words that were written for somebody's own eyes, what crashes left half written and, unless they are
to stay, the safety copies go. At the end every file of the data folder is searched for ids and for
pieces of the words. What could not be done is told.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services import erasing_done_words as words
from collabkit.services.closing import WITHDRAWN
from collabkit.services.erasing_decisions import Decision, Decisions, Kind
from collabkit.services.erasing_leftovers import wipe_leftovers_below, wipe_reports_with
from collabkit.services.erasing_needles import Needles, pieces_of
from collabkit.services.erasing_pictures import Withdrawal, withdrawal_of
from collabkit.services.erasing_words import still_named
from collabkit.services.held_copies import HeldCopy, copies_holding, erase_copies
from collabkit.services.personal_files import personal_files, words_in
from collabkit.services.traces import Traces, traces_of
from collabkit.storage.copies import Reason
from collabkit.storage.erasing import Going, Receipt
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.locking.wiping import wipe
from collabkit.storage.problems import NotYetForgottenError

__all__ = ["Decision", "Erased", "ErasingService", "HeldCopy", "Kind", "Receipt"]


@dataclass(frozen=True, slots=True)
class Erased:
    """That it is erased. ``proof`` is what was searched; ``remains`` what could not be erased.

    ``lines`` say what was searched for, and what went along. ``copies`` are those that still hold
    it or may, because they were to stay or could not be deleted; ``still_holding`` tells of them.
    ``named`` is the name of a sheet that has gone, if it still stands elsewhere.
    """

    receipt: Receipt
    lines: tuple[str, ...]
    remains: tuple[str, ...]
    copies: tuple[HeldCopy, ...]
    proof: Traces
    named: str = ""


class ErasingService(Decisions):
    """Verbs that erase. All read many files: to be called off the GUI thread."""

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
        ``EnvironmentProblemError`` if the disk does not allow it; nothing is erased then. What goes
        wrong afterwards, such as a new safety copy that cannot be made, is told in ``remains``.
        """
        self._store.flush()
        safety = self._store.safety
        try:
            going = self._settled_anew(decision)
            pieces = pieces_of(self._texts_of(decision, going))
            if not with_copies:
                safety.make_copy(Reason.BEFORE_ERASING)
            number = self._number()
            receipt, remains = self._erase(decision, going, today)
        except KeyError as error:
            raise InvalidInputError(
                _("This has changed since you looked, so nothing was erased. Please look again.")
            ) from error
        stuck = [path for path in personal_files(self._folder, decision.people) if _stays(path)]
        stuck += safety.while_idle(lambda: wipe_leftovers_below(self._folder.root))
        is_name = decision.kind is Kind.NAME
        looked_for = decision.needles if is_name else Needles(decision.ids.union(pieces))
        stuck += wipe_reports_with(looked_for, self._folder.root)
        # What was copied since holds nothing of it, and the change log begins behind it.
        new = {copy.path for copy in safety.copies() if copy.number > number}
        found = copies_holding(self._store, self._folder, decision.needles, today)
        copies = tuple(copy for copy in found if copy.path not in new)
        gone: tuple[HeldCopy, ...] = ()
        if with_copies and new:  # without a new copy, the older ones are the last resort
            unerased = erase_copies(copies)
            remains += map(words.stuck_copy, unerased)
            gone = tuple(copy for copy in copies if copy not in unerased)
            copies = unerased
        outdated = safety.outdated_log()
        remains += [words.stuck_log(path, is_copied=bool(new)) for path in outdated]
        remains += [words.stuck_file(path) for path in stuck]
        texts = self.still_named(decision.charity_id, decision.name) if decision.charity_id else 0
        own = frozenset(pieces) - self._store.erasures.still_said(pieces)
        held = [path for copy in copies for path in (copy.path, *copy.beside)]
        proof = self._proof(decision, own, [*outdated, *held, *stuck])
        return Erased(
            receipt,
            words.lines_of_proof(
                proof,
                gone,
                len(own),
                is_name=is_name,
                is_locked=key_of(self._folder) is not None,
            ),
            (*remains, *words.remains_of_proof(proof), *still_named(decision.name, texts)),
            copies,
            proof,
            decision.name if texts else "",
        )

    def erase_copies(self, copies: Iterable[HeldCopy]) -> tuple[str, ...]:
        """Delete copies for good; return a sentence for each that could not be deleted wholly."""
        return tuple(map(words.stuck_copy, erase_copies(copies)))

    def receipts(self) -> tuple[Receipt, ...]:
        """Return what was erased so far, the latest first: days, kinds and counts."""
        return self._store.erasures.receipts()

    def _proof(self, decision: Decision, own: frozenset[str], told: Collection[Path]) -> Traces:
        """Search every file but those in ``told``, of which it is said anyway."""
        safety, erasures = self._store.safety, self._store.erasures
        if decision.kind is not Kind.NAME:
            needles = Needles(decision.ids | own)
            return traces_of(needles, self._folder, without=told, alone=safety.while_idle)
        return traces_of(  # it may well stand where it was to stay
            decision.needles,
            self._folder,
            without=told,
            alone=safety.while_idle,
            still_said=erasures.still_said,
        )

    def _number(self) -> int:
        """Return how many changes led to what the file holds now."""
        copies = self._store.safety.copies()
        return self._store.safety.changes_since_copy() + (copies[0].number if copies else 0)

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
            texts += words_in(path, self._folder)
        return texts

    def _erase(self, decision: Decision, going: Going, today: date) -> tuple[Receipt, list[str]]:
        try:
            return self._store.erasures.erase(decision.kind, going, today), []
        except NotYetForgottenError as error:
            return self.receipts()[0], [str(error)]


def _stays(path: Path) -> bool:
    """Delete a file; tell whether it could not be."""
    try:
        wipe(path)
    except OSError:
        return True
    return False
