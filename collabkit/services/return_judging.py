"""What becomes of each sheet that came back, beside those that are there and came with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.assessments.arrival import Arrival
from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.outcomes.topics import AGREED_VERSION, VOLUNTEER_RUN, WORDING
from collabkit.assessments.pack import Pack
from collabkit.assessments.wording import worded
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.codes import tidied
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.i18n import _
from collabkit.services import return_words
from collabkit.services.closing import shown_in
from collabkit.services.company import Company
from collabkit.services.elsewhere import Elsewhere
from collabkit.services.former_names import was_called
from collabkit.services.ids import new_id
from collabkit.services.naming import LONGEST_TITLE, in_one_line, shortened
from collabkit.services.packs import PackShelf
from collabkit.services.return_fingerprint import fingerprint
from collabkit.services.return_fitting import Fitted, Words, fit
from collabkit.services.return_preview import Verdict
from collabkit.services.sheets import check_side
from collabkit.storage import Store

MOST_COPIES = 1_000  # people who say the very same


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of one sheet; ``person`` and ``responses`` are there if it is taken.

    ``fitted`` is there if the sheet could be held against the assessment. The rest is as in
    ``PreviewedSheet``.
    """

    verdict: Verdict
    reason: str = ""
    faults: tuple[str, ...] = ()
    fitted: Fitted | None = None
    can_be_another: bool = False
    person: Participant | None = None
    responses: tuple[Response, ...] = ()
    fingerprint: str = ""


class Judge:
    """Judges the sheets of one preview, one after the other, by what is there at its beginning."""

    def __init__(self, store: Store, packs: PackShelf, there: Elsewhere) -> None:
        assessment_id = there.assessment.id
        arrivals = store.arrivals.of_assessment(assessment_id)
        self._store = store
        self._packs = packs
        self._there = there
        self._by_code = {arrival.sheet: arrival for arrival in arrivals if arrival.sheet}
        self._by_said: dict[str, list[str]] = {}  # codes, some of them empty, by fingerprint
        for arrival in arrivals:
            self._by_said.setdefault(arrival.fingerprint, []).append(arrival.sheet)
        self._said_before = frozenset(self._by_said)
        self._came_now: dict[str, str] = {}  # fingerprints by code
        self._shown = shown_in(there.settled)
        self._people = {person.id: person for person in there.people}
        self._answered = {
            *(said.participant_id for said in store.responses.of_assessment(assessment_id)),
            *(arrival.participant_id for arrival in arrivals),
        }
        self._names = {person.pseudonym.casefold() for person in there.people}
        self._words_before: dict[str, Words | None] = {}  # by digest

    def copies(self, sheet: ReturnedSheet) -> int:
        """Return how many sheets say the very same as this one, up to ``MOST_COPIES``."""
        for copy in range(1, MOST_COPIES):
            if fingerprint(sheet, copy) not in self._by_said:
                return copy - 1
        return MOST_COPIES

    def judge(self, sheet: ReturnedSheet, copy: int = 1) -> Judged:
        """Return what becomes of ``sheet``, the ``copy``-th person's who says the very same."""
        code = tidied(sheet.sheet)
        said = fingerprint(sheet, 1 if code else copy)  # a code tells people apart by itself
        if stray := self._belongs_elsewhere(sheet):
            return stray
        if same := self._came_already(code, said, is_another=copy > 1):
            return same
        words = None
        if sheet.wording not in ("", self._there.pack.digest):
            words = self._words(sheet)
            if words is None:
                version = sheet.pack_version
                return Judged(Verdict.OTHER_WORDING, return_words.unknown_wording(version))
        fitted = fit(self._there, sheet, words)
        if fault := self._fault(fitted):
            return fault
        return self._welcome(sheet, fitted, code, said)

    def _belongs_elsewhere(self, sheet: ReturnedSheet) -> Judged | None:
        if sheet.assessment not in ("", self._there.assessment.id):
            title = charity = ""
            try:
                other = self._store.assessments.get(sheet.assessment)
                title, charity = other.title, self._store.charities.get(other.charity_id).name
            except KeyError:
                pass
            reason = return_words.other_assessment(title, charity)
            return Judged(Verdict.OTHER_ASSESSMENT, reason)
        if sheet.pack_id != self._there.pack.id:
            return Judged(Verdict.OTHER_PACK, return_words.other_pack(self._there.pack.title))
        return None

    def _came_already(self, code: str, said: str, *, is_another: bool) -> Judged | None:
        """Tell a sheet by its code; where one of two has none, by what is said on it.

        ``is_another`` tells that people say that it is another person's.
        """
        if code and code in self._by_code:
            if self._by_code[code].fingerprint != said:
                return None
            return Judged(Verdict.SAME, return_words.same_sheet())
        if code and code in self._came_now:
            if self._came_now[code] != said:
                return Judged(Verdict.DOES_NOT_FIT, return_words.twice_in_one_go())
            return Judged(Verdict.REPEATED, return_words.repeated_sheet())
        codes = self._by_said.get(said, [])
        if codes and not (code and (is_another or all(codes))):
            if said in self._said_before:
                return Judged(Verdict.SAME, return_words.same_answers(), can_be_another=True)
            return Judged(Verdict.REPEATED, return_words.repeated_answers(), can_be_another=True)
        return None

    def _words(self, sheet: ReturnedSheet) -> Words | None:
        """Return in which other words a sheet was asked; ``None`` if they are unknown here."""
        if sheet.wording not in self._words_before:
            before = self._pack_before(sheet.wording)
            self._words_before[sheet.wording] = _words(before, self._there.pack) if before else None
        return self._words_before[sheet.wording]

    def _pack_before(self, digest: str) -> Pack | None:
        pack_id = self._there.pack.id
        volunteer_run = self._there.settled.get(WORDING) == VOLUNTEER_RUN
        try:
            return self._packs.pinned(digest, pack_id, volunteer_run)
        except KeyError:
            pass
        try:
            today = self._packs.read(pack_id)
        except InvalidInputError:  # one's own, and not here any more
            return None
        return worded(today, volunteer_run=volunteer_run) if today.digest == digest else None

    def _fault(self, fitted: Fitted) -> Judged | None:
        """Return why nothing can be taken of a sheet."""
        if fitted.faults:
            reason = return_words.does_not_fit(len(fitted.faults))
            return Judged(Verdict.DOES_NOT_FIT, reason, fitted.faults, fitted)
        if fitted.said:
            return None
        if fitted.reworded:
            return Judged(Verdict.OTHER_WORDING, return_words.all_reworded(), (), fitted)
        if fitted.not_asked:
            return Judged(Verdict.DOES_NOT_FIT, return_words.nothing_asked(), (), fitted)
        return Judged(Verdict.DOES_NOT_FIT, return_words.nothing_said(), (), fitted)

    def _welcome(self, sheet: ReturnedSheet, fitted: Fitted, code: str, said: str) -> Judged:
        """Return a sheet that can be taken, with a place among the others."""
        if fitted.role is None:
            raise ValueError("a sheet without a role does not fit")
        before = self._by_code.get(code)
        if before and before.participant_id in self._shown:
            return Judged(Verdict.TOO_LATE, return_words.too_late(), (), fitted)
        there = self._people[before.participant_id] if before else self._empty_sheet(fitted)
        if before and there and not _is_same_side(there, fitted):
            return Judged(Verdict.DOES_NOT_FIT, return_words.other_side(), (), fitted)
        person = Participant(
            id=there.id if there else new_id(),
            assessment_id=self._there.assessment.id,
            pseudonym=self._name(in_one_line(sheet.name), there),
            role=fitted.role,
            party_id=fitted.party.id if fitted.party else None,
            about_id=fitted.about.id if fitted.about else None,
        )
        others = [other for other in self._people.values() if other.id != person.id]
        try:
            check_side(self._there.pack, person, others)
        except InvalidInputError as error:
            return Judged(Verdict.DOES_NOT_FIT, str(error), (), fitted)
        self._keep_in_mind(person, before, code, said)
        return Judged(
            Verdict.NEWER if before else Verdict.NEW,
            return_words.takes_the_place() if before else "",
            (),
            fitted,
            person=person,
            responses=tuple(
                Response(person.id, each.item_id, each.answer, each.note) for each in fitted.said
            ),
            fingerprint=said,
        )

    def _keep_in_mind(
        self, person: Participant, before: Arrival | None, code: str, said: str
    ) -> None:
        self._people[person.id] = person
        self._names.add(person.pseudonym.casefold())
        self._answered.add(person.id)
        self._by_said.setdefault(said, []).append(code)
        if before:
            del self._by_code[code]
        if code:
            self._came_now[code] = said

    def _empty_sheet(self, fitted: Fitted) -> Participant | None:
        """Return a sheet on which nothing was said yet, where sheets are there from the start."""
        return next(self._empty_sheets(fitted), None)

    def _empty_sheets(self, fitted: Fitted) -> Iterator[Participant]:
        if not self._there.organisations_answer and self._there.company is not Company.VERSIONS:
            return  # people come as they begin
        party = fitted.party.id if fitted.party else None
        about = fitted.about.id if fitted.about else None
        agreed = self._there.settled.get(AGREED_VERSION)
        for person in self._people.values():
            is_free = person.id not in self._answered and person.id != agreed
            if is_free and (person.party_id, person.about_id) == (party, about):
                yield person

    def _name(self, name: str, there: Participant | None) -> str:
        """Return a name that nobody else has; the first free number for those who gave none."""
        if there and (not name or self._there.organisations_answer):
            return there.pseudonym
        if there and there.id in was_called(self._there.settled, name):
            return there.pseudonym  # it was put right here, and the file has it as it was
        own = there.pseudonym.casefold() if there else ""
        if name and (name.casefold() not in self._names or name.casefold() == own):
            return name
        number = 2 if name else 1
        while True:
            tried = _numbered(name, number) if name else _("Person {number}").format(number=number)
            if tried.casefold() not in self._names:
                return tried
            number += 1


def _is_same_side(there: Participant, fitted: Fitted) -> bool:
    """Tell whether a sheet is for and about the same organisations as what came before on it."""
    party = fitted.party.id if fitted.party else None
    about = fitted.about.id if fitted.about else None
    return (there.party_id, there.about_id) == (party, about)


def _numbered(name: str, number: int) -> str:
    ending = f" ({number})"
    return shortened(name, LONGEST_TITLE - len(ending)) + ending


def _words(before: Pack, after: Pack) -> Words:
    from collabkit.assessments.beside.wordings import same_wording

    return Words(before, same_wording(before, after))
