"""Erases for good: a person, a name, an assessment, a whole charity, or what lies in the bin.

First a ``Decision`` says in sentences what will go; nothing is changed by looking. Erasing is one
transaction, after which neither the database nor the change log holds anything of it. Then the
words that were written for somebody's own eyes, what crashes left half written and, unless they are
to stay, the safety copies go. At the end every file of the data folder is searched for ids and for
pieces of the words. What could not be done is told. A stop in the middle is finished by the next
start; see ``erasing_in_hand``.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services import erasing_done_words as words
from collabkit.services.closing import WITHDRAWN
from collabkit.services.erasing_decisions import Decision, Decisions, Kind, roots_of
from collabkit.services.erasing_in_hand import InHand, left_in_hand, let_go, take_in_hand
from collabkit.services.erasing_leftovers import wipe_leftovers_below, wipe_reports_with
from collabkit.services.erasing_needles import Needles, pieces_of
from collabkit.services.erasing_pictures import Withdrawal, withdrawal_of
from collabkit.services.erasing_words import other_sheets
from collabkit.services.held_copies import HeldCopy, copies_holding, erase_copies
from collabkit.services.left_of_name import LeftOfName, left_of_name
from collabkit.services.personal_files import personal_files, words_in
from collabkit.services.same_name import OtherSheet, sheets_named
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

    ``lines`` say what was searched, and what went along. ``copies`` are those that still hold
    it or may, because they were to stay or could not be deleted; ``still_holding`` tells of them.
    ``named`` is the name of a sheet that has gone, or its first word, if it still stands elsewhere,
    and ``sheets`` are others under the same name. ``details`` say how it was looked for.
    """

    receipt: Receipt
    lines: tuple[str, ...]
    remains: tuple[str, ...]
    copies: tuple[HeldCopy, ...]
    proof: Traces
    named: str = ""
    details: tuple[str, ...] = ()
    sheets: tuple[OtherSheet, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rest:
    """Copies that have gone and that have not, what could not be erased, and where that lies."""

    gone: tuple[HeldCopy, ...]
    copies: tuple[HeldCopy, ...]
    remains: tuple[str, ...]
    told: tuple[Path, ...]


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
        try:
            going = self._settled_anew(decision)
            pieces = pieces_of(self._texts_of(decision, going))
            if not with_copies:
                self._store.safety.make_copy(Reason.BEFORE_ERASING)
            in_hand = self._in_hand(decision, with_copies=with_copies)
            take_in_hand(self._folder, in_hand)
            receipt, remains = self._erase(decision, going, in_hand, today)
        except KeyError as error:
            raise InvalidInputError(
                _("This has changed since you looked, so nothing was erased. Please look again.")
            ) from error
        is_name = decision.kind is Kind.NAME
        looked_for = decision.needles if is_name else Needles(decision.ids.union(pieces))
        rest = self._erase_the_rest(in_hand, looked_for, today)
        left = LeftOfName()
        sheets: tuple[OtherSheet, ...] = ()
        if decision.charity_id:
            left = left_of_name(self._store, self._packs, decision.charity_id, decision.name)
            sheets = sheets_named(self._store, decision.charity_id, decision.name)
        own = frozenset(pieces) - self._store.erasures.still_said(pieces)
        proof = self._proof(decision, own, rest.told)
        return Erased(
            receipt,
            words.lines_of_proof(
                proof, rest.gone, rest.copies, is_sheet=decision.kind is Kind.PERSON
            ),
            (
                *remains,
                *rest.remains,
                *words.remains_of_proof(proof),
                *other_sheets(sheets, decision.name),
                *left.words(),
            ),
            rest.copies,
            proof,
            left.name,
            words.details_of_proof(
                proof,
                len(own),
                is_name=is_name,
                is_locked=key_of(self._folder) is not None,
            ),
            sheets,
        )

    def finish(self, today: date) -> tuple[str, ...]:
        """Do what a stop in the middle of erasing left undone; return what there is to tell."""
        try:
            in_hand = left_in_hand(self._folder)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError):
            let_go(self._folder)
            return (words.stopped_unknown(),)
        if not self._is_erased(in_hand):
            let_go(self._folder)
            return (words.stopped_before(),)
        self._copy_what_is_left(in_hand)
        is_name = bool(in_hand.name)
        looked_for = in_hand.needles if is_name else Needles(in_hand.ids)
        rest = self._erase_the_rest(in_hand, looked_for, today)
        return (
            " ".join((words.stopped_after(), *rest.remains, *words.still_holding(rest.copies))),
        )

    def erase_copies(self, copies: Iterable[HeldCopy]) -> tuple[str, ...]:
        """Delete copies for good; return a sentence for each that could not be deleted wholly."""
        return tuple(map(words.stuck_copy, erase_copies(copies)))

    def receipts(self) -> tuple[Receipt, ...]:
        """Return what was erased so far, the latest first: days, kinds and counts."""
        return self._store.erasures.receipts()

    def _in_hand(self, decision: Decision, *, with_copies: bool) -> InHand:
        return InHand(
            ids=tuple(sorted(decision.ids)),
            roots=tuple(sorted(roots_of(decision.going))),
            people=tuple(sorted(decision.people)),
            name=decision.name if decision.kind is Kind.NAME else "",
            with_copies=with_copies,
            receipts=max((each.number for each in self.receipts()), default=0),
            number=self._number(),
        )

    def _erase_the_rest(self, in_hand: InHand, looked_for: Needles, today: date) -> "_Rest":
        """Erase what lies elsewhere than in the database, which holds nothing of it any more."""
        safety = self._store.safety
        stuck = [path for path in personal_files(self._folder, in_hand.people) if _stays(path)]
        stuck += safety.while_idle(lambda: wipe_leftovers_below(self._folder.root))
        stuck += wipe_reports_with(looked_for, self._folder.root)
        # What was copied since holds nothing of it, and the change log begins behind it.
        new = {copy.path for copy in safety.copies() if copy.number > in_hand.number}
        found = copies_holding(self._store, self._folder, in_hand.needles, today)
        copies = tuple(copy for copy in found if copy.path not in new)
        gone: tuple[HeldCopy, ...] = ()
        remains: list[str] = []
        if in_hand.with_copies and new:  # without a new copy, the older ones are the last resort
            unerased = erase_copies(copies)
            remains += map(words.stuck_copy, unerased)
            gone = tuple(copy for copy in copies if copy not in unerased)
            copies = unerased
        outdated = safety.outdated_log()
        stuck += let_go(self._folder)
        remains += [words.stuck_log(path, is_copied=bool(new)) for path in outdated]
        remains += [words.stuck_file(path) for path in stuck]
        held = [path for copy in copies for path in (copy.path, *copy.beside)]
        return _Rest(gone, copies, tuple(remains), (*outdated, *held, *stuck))

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

    def _erase(
        self, decision: Decision, going: Going, in_hand: InHand, today: date
    ) -> tuple[Receipt, list[str]]:
        try:
            return self._store.erasures.erase(decision.kind, going, today), []
        except NotYetForgottenError as error:
            return self.receipts()[0], [str(error)]
        except (CollabkitError, KeyError):
            # A commit that was reported as failed can be in the file all the same. If nobody can
            # tell just now, what was written down stays: the next start finds out.
            if not self._is_erased(in_hand):
                let_go(self._folder)
                raise
        self._copy_what_is_left(in_hand)
        return self.receipts()[0], []

    def _is_erased(self, in_hand: InHand) -> bool:
        return max((each.number for each in self.receipts()), default=0) > in_hand.receipts

    def _copy_what_is_left(self, in_hand: InHand) -> None:
        """Let there be a copy without what was erased; else the older ones stay, and are told."""
        safety = self._store.safety
        if not any(copy.number > in_hand.number for copy in safety.copies()):
            with suppress(CollabkitError):
                safety.make_copy(Reason.AFTER_ERASING)


def _stays(path: Path) -> bool:
    """Delete a file; tell whether it could not be."""
    try:
        wipe(path)
    except OSError:
        return True
    return False
