"""Keys one sheet of paper in, without widgets. Nothing is written down before it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Participant
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.room.choices import choice_for_key
from collabkit.services.company import Company, company_of
from collabkit.services.returns import SameAnswersError
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.keying_in.paper import Draft, Line, lines_of
from collabkit.ui.keying_in.state import KeyingInState, Options
from collabkit.ui.keying_in.wording import keyed_line, no_such_answer, saved
from collabkit.ui.new_assessment.company_words import role_options
from collabkit.ui.progress_words import occasion

_BLANK = " "


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the paper asks of those for whom the draft is; nothing before that is chosen."""

    lines: tuple[Line, ...] = ()
    roles: tuple[Respondent, ...] = ()


class KeyingInPresenter(QObject):
    """``state_changed(KeyingInState)``; ``refused()`` tells that a key did nothing.

    Drafts are held, one an assessment, for as long as the program runs. ``saved()`` tells that the
    sheet is on the disk and closed, ``missed()`` that something has to be put right first.
    """

    state_changed = Signal(object)
    refused = Signal()
    saved = Signal()
    missed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts: dict[str, Draft] = {}
        self._thrown_away: Draft | None = None
        self._asked = _Asked()
        self.assessment_id = ""
        self.state = KeyingInState()

    @property
    def unsaved(self) -> int:
        """How many sheets are keyed in or begun and not saved, of whatever assessment."""
        return sum(draft.is_touched for draft in self._drafts.values())

    def open(self, assessment_id: str) -> None:
        """Show the sheet of an assessment that is held, or an empty one."""
        self.assessment_id = assessment_id
        self._thrown_away = None
        try:
            self.state = self._read(assessment_id)
        except KeyError:
            self.state = KeyingInState(why_not=_("This assessment is not here any more."))
        except CollabkitError as error:
            self.state = KeyingInState(why_not=str(error))
        else:
            self._ask()
        self._tell()

    def choose_role(self, code: str) -> None:
        """Say in which role the person answers."""
        self._keep(role=Respondent(code))

    def choose_party(self, party_id: str) -> None:
        """Say for which organisation the sheet is; then it is known what it asks."""
        self._keep(party=party_id, role=None)
        self._ask()
        self._tell()

    def choose_about(self, party_id: str) -> None:
        """Say about which organisation the sheet is."""
        self._keep(about=party_id)
        self._ask()
        self._tell()

    def write_code(self, code: str) -> None:
        """Take the code on the paper."""
        self._keep(code=code)

    def write_name(self, name: str) -> None:
        """Take the name that somebody gave on the paper."""
        self._keep(name=name)

    def press(self, key: str) -> None:
        """Key an answer in at the statement that is current, and go on to the next."""
        line = self._current
        if line is None:
            return
        if key == _BLANK:
            self._said(line, None)
            return
        choice = choice_for_key(key, line.choices)
        if choice is None:
            self._tell(no_such_answer(key, line), is_refusal=True)
            self.refused.emit()
            return
        self._said(line, choice.code)

    def write(self, item_id: str, words: str) -> None:
        """Take the words that stand beside or instead of an answer."""
        notes = {i: note for i, note in self._draft.notes.items() if i != item_id}
        if words.strip():
            notes[item_id] = words
        self._keep(notes=notes, blank=self._draft.blank - {item_id})

    def date(self, item_id: str, day: date | None) -> None:
        """Take a day as the answer."""
        answers = {i: code for i, code in self._draft.answers.items() if i != item_id}
        if day is not None:
            answers[item_id] = day.isoformat()
        self._keep(answers=answers, blank=self._draft.blank - {item_id})

    def go_on(self) -> None:
        """Go to the next statement."""
        self.step(1)

    def step(self, by: int) -> None:
        """Go up or down."""
        self.go_to(min(max(self._draft.at + by, 0), len(self._asked.lines)))

    def go_to(self, place: int) -> None:
        """Go to the statement at ``place``, from 0; after the last, to the end."""
        self._keep(at=place)

    def undo(self) -> None:
        """Take back what was keyed in for this statement, or else go back by one."""
        line = self._current
        if line is None or not self._draft.is_keyed(line):
            self.step(-1)
            line = self._current
        if line is not None:
            self._forget(line.item_id)

    def read_back(self) -> None:
        """Show the whole sheet, to be compared with the paper."""
        missing = self._missing()
        if missing:
            self.state = replace(self.state, missing=missing)
            self._tell()
            self.missed.emit()
            return
        self.state = replace(self.state, is_reading=True)
        self._keep(at=len(self._asked.lines))

    def key_on(self) -> None:
        """Go on keying in, at the first statement of which nothing was said."""
        draft, lines = self._draft, self._asked.lines
        self.state = replace(self.state, is_reading=False)
        self._keep(at=next((n for n, line in enumerate(lines) if not draft.is_keyed(line)), 0))

    def throw_away(self) -> None:
        """Forget the sheet; it can be brought back until the page is opened anew."""
        self._thrown_away = self._drafts.pop(self.assessment_id, None)
        self._begin_anew("")

    def bring_back(self) -> None:
        """Take back that the sheet was thrown away."""
        if self._thrown_away is not None:
            self._drafts[self.assessment_id] = self._thrown_away
            self._thrown_away = None
            self._ask()
            self._tell()

    def save(self, *, another: bool = False) -> None:
        """Put the sheet on the disk, closed; ``another`` if somebody else said the very same."""
        if self.state.is_saving:
            return
        self.state = replace(self.state, is_saving=True)
        self._tell()
        job = Job(partial(self._save, self.assessment_id, self._draft, another))
        job.done.connect(self._on_save_done)
        job.failed.connect(self._on_save_failed)
        job.start()

    @property
    def _draft(self) -> Draft:
        return self._drafts.get(self.assessment_id, Draft())

    @property
    def _current(self) -> Line | None:
        at, lines = self._draft.at, self._asked.lines
        return lines[at] if at < len(lines) else None

    def _said(self, line: Line, code: str | None) -> None:
        draft = self._draft
        answers = {i: c for i, c in draft.answers.items() if i != line.item_id}
        blank = draft.blank - {line.item_id}
        if code is None:
            blank |= {line.item_id}
        else:
            answers[line.item_id] = code
        at = draft.at if self.state.is_reading else draft.at + 1
        self._keep(answers=answers, blank=blank, at=at)

    def _forget(self, item_id: str) -> None:
        draft = self._draft
        self._keep(
            answers={i: code for i, code in draft.answers.items() if i != item_id},
            notes={i: note for i, note in draft.notes.items() if i != item_id},
            blank=draft.blank - {item_id},
        )

    def _keep(self, **changes: object) -> None:
        if self.state.is_saving:
            return
        self._drafts[self.assessment_id] = replace(self._draft, **changes)  # type: ignore[arg-type]
        self.state = replace(self.state, missing={}, can_be_another=False, done="")
        self._tell()

    def _missing(self) -> dict[str, str]:
        draft, state = self._draft, self.state
        missing = {}
        if state.parties and draft.party is None:
            missing["party"] = _("Please choose the organisation for which the sheet speaks.")
        if state.abouts and draft.about is None:
            missing["about"] = _("Please choose the organisation about which the sheet is.")
        if self._asked.roles and draft.role is None:
            missing["role"] = _("Please choose the role that is ticked on the sheet.")
        return missing

    def _read(self, assessment_id: str) -> KeyingInState:
        services = self._context.services
        services.returns.counts(assessment_id)  # can anything come back at all?
        assessment = services.assessments.get(assessment_id)
        pack = services.assessments.pack_of(assessment)
        parties = services.assessments.parties(assessment_id)
        people = len(services.assessments.participants(assessment_id))
        company = company_of(pack, assessment, parties, people)
        charity = services.charities.get(assessment.charity_id).name
        options: Options = tuple((party.id, party.name) for party in parties)
        return KeyingInState(
            whose=occasion(pack.title, occasion(charity, assessment.title)),
            parties=options if company.has_parties else (),
            abouts=options if company is Company.VIEWS else (),
        )

    def _ask(self) -> None:
        """Find out what is asked on the sheet, as soon as it is known for whom it is."""
        state, draft = self.state, self._draft
        self._asked = _Asked()
        if (state.parties and draft.party is None) or (state.abouts and draft.about is None):
            return
        try:
            sheet = self._context.services.handing_out.shared_sheet(
                self.assessment_id,
                today=self._context.today(),
                party_id=draft.party,
                about_id=draft.about,
            )
        except CollabkitError as error:
            self.state = replace(state, why_not=str(error))
            return
        self._asked = _Asked(lines_of(sheet.pack, sheet.asked), sheet.roles)

    def _begin_anew(self, done: str) -> None:
        self._drafts.pop(self.assessment_id, None)
        self.state = replace(self.state, is_reading=False, is_saving=False, done=done)
        self._ask()
        self._tell()

    def _tell(
        self, message: str = "", *, is_refusal: bool = False, faults: tuple[str, ...] = ()
    ) -> None:
        draft, lines = self._draft, self._asked.lines
        known = dict(role_options())
        self.state = replace(
            self.state,
            roles=tuple((role, known[role]) for role in self._asked.roles),
            role=draft.role,
            party=draft.party,
            about=draft.about,
            code=draft.code,
            name=draft.name,
            lines=tuple(
                keyed_line(line, draft, is_current=place == draft.at)
                for place, line in enumerate(lines)
            ),
            is_touched=draft.is_touched,
            message=message,
            is_refusal=is_refusal,
            faults=faults,
        )
        self.state_changed.emit(self.state)

    def _save(
        self, assessment_id: str, draft: Draft, another: bool
    ) -> tuple[str, Participant | InvalidInputError]:
        try:
            return assessment_id, self._context.services.returns.key_in(
                assessment_id,
                today=self._context.today(),
                role=draft.role,
                answers=_only(draft.answers),
                notes=_only(draft.notes),
                name=draft.name,
                party_id=draft.party,
                about_id=draft.about,
                sheet=draft.code,
                another=another,
            )
        except InvalidInputError as error:  # its faults have to be told, too
            return assessment_id, error

    def _on_save_done(self, result: tuple[str, Participant | InvalidInputError]) -> None:
        assessment_id, came = result
        if assessment_id != self.assessment_id:
            if isinstance(came, Participant):
                self._drafts.pop(assessment_id, None)
            return
        if isinstance(came, Participant):
            self._begin_anew(saved(came.pseudonym))
            self.saved.emit()
            return
        can_be_another = isinstance(came, SameAnswersError)
        self.state = replace(self.state, is_saving=False, can_be_another=can_be_another)
        self._tell(str(came), is_refusal=True, faults=came.faults)
        self.missed.emit()

    def _on_save_failed(self, sentence: str) -> None:
        self.state = replace(self.state, is_saving=False)
        self._tell(sentence, is_refusal=True)
        self.missed.emit()


def _only(said: Mapping[str, str]) -> dict[str, str]:
    return {item_id: words for item_id, words in said.items() if words.strip()}
