"""Sheets that come back from elsewhere: looked at first, then all of them taken or none."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from threading import Lock

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Participant
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.exchange.answers.codes import is_code, tidied
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.i18n import _
from collabkit.services.closing import closing_of
from collabkit.services.elsewhere import Elsewhere, elsewhere
from collabkit.services.naming import checked_name, in_one_line
from collabkit.services.packs import PackShelf
from collabkit.services.return_judging import Judge, Judged
from collabkit.services.return_preview import (
    CameIn,
    PreviewedSheet,
    ReturnPreview,
    Taken,
    Verdict,
)
from collabkit.services.return_reading import File, previewed, read_sheets, unreadable
from collabkit.services.return_replacing import (
    HeldSheet,
    TakesPlaceError,
    held_sheet,
    put_back,
)
from collabkit.services.return_words import no_code, what_comes, would_replace
from collabkit.services.revealing import outlook
from collabkit.storage import Store
from collabkit.storage.arrivals import NewSheet

__all__ = [
    "CameIn",
    "File",
    "HeldSheet",
    "PreviewedSheet",
    "ReturnPreview",
    "ReturnService",
    "Taken",
    "TakesPlaceError",
    "Verdict",
]

MOST_SHEETS = 1_000  # at once
_NOTHING: Mapping[str, str] = {}


class SameAnswersError(InvalidInputError):
    """Somebody said the very same; only people can tell whether it is the same sheet."""


class ReturnService:
    """Verbs on sheets that come back. Reading forms is slow enough to be off the GUI thread."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs
        self._taking = Lock()  # between looking once more and writing nobody else takes anything

    def preview(
        self, assessment_id: str, files: Sequence[File], another: Collection[str] = ()
    ) -> ReturnPreview:
        """Return what would become of every sheet in ``files``; nothing is kept.

        A file that cannot be read is told as such. ``another`` holds the keys of sheets, as an
        earlier preview of the same files named them, of which people say that they are another
        person's although they say the very same. Raises ``KeyError`` for an unknown assessment, and
        ``InvalidInputError`` if it does not take sheets from elsewhere or there are too many.
        """
        there = elsewhere(self._store, self._packs, assessment_id)
        judge = Judge(self._store, self._packs, there)
        sheets: list[PreviewedSheet] = []
        for key, name, found in read_sheets(files, there.pack):
            if len(sheets) == MOST_SHEETS:
                raise InvalidInputError(
                    _("Please take in {most} sheets at most at once.").format(most=MOST_SHEETS)
                )
            if isinstance(found, CollabkitError):
                sheets.append(unreadable(key, name, found))
                continue
            copy = judge.copies(found) + 1 if key in another else 1
            judged = judge.judge(found, copy)
            sheets.append(previewed(key, name, found, judged, copy))
        return self._with_outlook(there, tuple(sheets))

    def without(self, preview: ReturnPreview, left_out: Collection[str]) -> ReturnPreview:
        """Return ``preview`` without the sheets with these keys, and what comes of the others.

        Raises ``KeyError`` and ``InvalidInputError`` as ``preview`` does.
        """
        there = elsewhere(self._store, self._packs, preview.assessment_id)
        sheets = tuple(sheet for sheet in preview.sheets if sheet.key not in left_out)
        return self._with_outlook(there, sheets)

    def take(self, preview: ReturnPreview, today: date) -> Taken:
        """Take in every sheet that ``preview`` says is taken: all of them, or none.

        Each is judged once more by what is there now. What has been taken meanwhile changes
        nothing; if anything else has changed, ``InvalidInputError`` says what. Raises as
        ``preview`` does.
        """
        with self._taking:
            there = elsewhere(self._store, self._packs, preview.assessment_id)
            judge = Judge(self._store, self._packs, there)
            taken: list[tuple[ReturnedSheet, Judged]] = []
            changed: list[str] = []
            for sheet in preview.to_take:
                if sheet.returned is None:
                    continue
                judged = judge.judge(sheet.returned, sheet.copy)
                if judged.verdict.is_here:
                    continue
                if not _is_as_before(sheet, judged):
                    changed.append(f"{sheet.whose}: {judged.reason or _('it fits differently')}")
                taken.append((sheet.returned, judged))
            if changed:
                raise InvalidInputError(
                    _(
                        "Nothing was taken, because something has changed since you looked. "
                        "Please look at the files once more."
                    ),
                    tuple(changed),
                )
            self._keep(there, taken, today)
        verdicts = Counter(judged.verdict for _returned, judged in taken)
        return Taken(new=verdicts[Verdict.NEW], newer=verdicts[Verdict.NEWER])

    def key_in(
        self,
        assessment_id: str,
        *,
        today: date,
        role: Respondent | None,
        answers: Mapping[str, str],
        notes: Mapping[str, str] = _NOTHING,
        name: str = "",
        party_id: str | None = None,
        about_id: str | None = None,
        sheet: str = "",
        another: bool = False,
        instead_of: HeldSheet | None = None,
    ) -> Participant:
        """Keep one sheet of paper, by the same rules as everything that comes back.

        ``answers`` and ``notes`` are by statement; ``sheet`` is the code on the paper, if it has
        one. ``another`` says that it is another person's although somebody said the very same, and
        ``instead_of`` that it replaces a sheet that is here. Raises ``InvalidInputError`` with the
        reason, and each fault, if it is not taken, which is a ``SameAnswersError`` where
        ``another`` would let it be taken and a ``TakesPlaceError`` where ``instead_of`` would, and
        ``KeyError`` for an unknown assessment or organisation.
        """
        code = tidied(sheet)
        if code and not is_code(code):
            raise InvalidInputError(no_code(sheet))
        with self._taking:
            there = elsewhere(self._store, self._packs, assessment_id)
            judge = Judge(self._store, self._packs, there)
            returned = ReturnedSheet(
                route=Route.PAPER,
                assessment=assessment_id,
                sheet=code,
                pack_id=there.pack.id,
                pack_version=there.pack.version,
                wording=there.pack.digest,
                role=role,
                answers=answers,
                notes=notes,
                name=checked_name(name) if in_one_line(name) else "",
                party=there.name_of(party_id),
                about=there.name_of(about_id),
            )
            copy = judge.copies(returned) + 1 if another else 1
            judged = judge.judge(returned, copy)
            if judged.person is None:
                refusal = SameAnswersError if judged.can_be_another else InvalidInputError
                raise refusal(judged.reason, judged.faults)
            held = held_sheet(self._store, assessment_id, code)
            if held is not None and held != instead_of:
                raise TakesPlaceError(would_replace(held.came), held)
            self._keep(there, [(returned, judged)], today)
        return judged.person

    def put_back(self, held: HeldSheet) -> None:
        """Take back that a sheet of paper was kept in place of ``held``.

        Raises ``InvalidInputError`` if it cannot be taken back any more.
        """
        with self._taking:
            put_back(self._store, held)

    def about_code(self, assessment_id: str, sheet: str) -> str:
        """Return what is wrong with the code on a sheet of paper; nothing if it is new, or none."""
        code = tidied(sheet)
        if not code:
            return ""
        if not is_code(code):
            return no_code(sheet)
        held = held_sheet(self._store, assessment_id, code)
        return held.about_code if held else ""

    def counts(self, assessment_id: str) -> CameIn:
        """Return who has answered, as counts, without whether their sheets are complete.

        Where answers are secret, roles are those of the people in the picture that was shown last,
        as each arrival would give away its own. Raises ``KeyError`` for an unknown id.
        """
        there = elsewhere(self._store, self._packs, assessment_id)
        said = {r.participant_id for r in self._store.responses.of_assessment(assessment_id)}
        people = [person for person in there.people if person.id in said]
        routes = {
            a.participant_id: a.route for a in self._store.arrivals.of_assessment(assessment_id)
        }
        by_route = Counter(routes[person.id] for person in people if person.id in routes)
        return CameIn(
            here=len(people) - by_route.total(),
            by_route=dict(by_route),
            by_role=there.roles_told(people),
        )

    def _with_outlook(self, there: Elsewhere, sheets: tuple[PreviewedSheet, ...]) -> ReturnPreview:
        arriving = [s.person for s in sheets if s.person and s.verdict is Verdict.NEW]
        seen = outlook(self._store, there.assessment, there.pack, arriving)
        return ReturnPreview(
            assessment_id=there.assessment.id,
            sheets=sheets,
            still_needed=seen.still_needed,
            waiting=seen.waiting,
            outlook=what_comes(there.company, there.pack, seen, there.minimum),
        )

    def _keep(
        self, there: Elsewhere, taken: Sequence[tuple[ReturnedSheet, Judged]], today: date
    ) -> None:
        """Write everything in one transaction; nothing at all if there is nothing to write."""
        sheets = [_new_sheet(there, *each, today) for each in taken]
        if sheets:
            self._store.arrivals.take(there.assessment.id, sheets)


def _new_sheet(there: Elsewhere, returned: ReturnedSheet, judged: Judged, today: date) -> NewSheet:
    if judged.person is None or judged.fitted is None:
        raise ValueError("only what is taken can be kept")
    person = judged.person
    return NewSheet(
        participant=person,
        responses=judged.responses,
        arrival=Arrival(
            participant_id=person.id,
            route=returned.route,
            sheet=tidied(returned.sheet),
            fingerprint=judged.fingerprint,
            arrived=today,
        ),
        left_out=judged.fitted.left_out,
        # What an organisation has agreed on may be opened again whenever it agrees anew.
        settled=(closing_of(person.id),) if there.company.has_secrets else (),
    )


def _is_as_before(sheet: PreviewedSheet, judged: Judged) -> bool:
    """Tell whether the same becomes of a sheet as was shown."""
    fitted = judged.fitted
    return fitted is not None and (
        sheet.verdict,
        sheet.answered,
        sheet.of,
        sheet.reworded,
        sheet.not_asked,
    ) == (judged.verdict, fitted.answered, fitted.of, fitted.reworded, fitted.not_asked)
