"""Keys one sheet of paper in, without widgets. Nothing is written down before it is saved."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Participant
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room.choices import choice_for_key
from collabkit.services.returns import HeldSheet, SameAnswersError, TakesPlaceError
from collabkit.ui.context import Context
from collabkit.ui.keying_in.asked import Asked, asked_of
from collabkit.ui.keying_in.draft import Draft
from collabkit.ui.keying_in.drafts import Drafts
from collabkit.ui.keying_in.keeper import Keeper
from collabkit.ui.keying_in.keeping import Kept, Undo
from collabkit.ui.keying_in.paper import Line
from collabkit.ui.keying_in.state import KeyingInState
from collabkit.ui.keying_in.wording import (
    keyed_line,
    missing_at_the_top,
    no_such_answer,
    put_back,
    saved,
    saved_instead,
    still_here,
)
from collabkit.ui.new_assessment.company_words import role_options
from collabkit.ui.sheets.sides import read_sides

_BLANK = " "


class KeyingInPresenter(QObject):
    """``state_changed(KeyingInState)``; ``refused()`` tells that a key did nothing.

    Drafts are held, one an assessment, for as long as the program runs. ``saved()`` tells that the
    sheet is on the disk and closed, ``missed()`` that something has to be put right first.
    ``undo_offered(sentence)`` tells what was done that can be taken back, ``undo_ended()`` that it
    cannot any more, and ``taken_back()`` that it was.
    """

    state_changed = Signal(object)
    refused = Signal()
    saved = Signal()
    missed = Signal()
    undo_offered = Signal(str)
    undo_ended = Signal()
    taken_back = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.drafts = Drafts()
        self._keeper = Keeper(context, self)
        self._keeper.kept.connect(self._on_keeper_kept)
        self._keeper.taken_back.connect(self._on_keeper_taken_back)
        self._keeper.failed.connect(self._on_keeper_failed)
        self._undo: Undo | None = None
        self._held: HeldSheet | None = None  # would be replaced
        self._asked = Asked()
        self._is_about_itself = False
        self.assessment_id = ""
        self.state = KeyingInState()

    def open(self, assessment_id: str) -> None:
        """Show the sheet of an assessment that is held, or an empty one."""
        self.assessment_id = self._keeper.assessment_id = assessment_id
        self._undo = self._held = None
        try:
            sides = read_sides(self._context.services, assessment_id)
        except KeyError:
            self.state = KeyingInState(why_not=_("This assessment is not here any more."))
        except CollabkitError as error:
            self.state = KeyingInState(why_not=str(error))
        else:
            self._is_about_itself = sides.is_about_itself
            self.drafts.know(assessment_id, sides.whose)
            self.state = KeyingInState(
                whose=sides.whose, parties=sides.parties, abouts=sides.abouts
            )
            self._ask()
            if self._draft.is_touched:
                self.state = replace(self.state, done=still_here())
        self._tell()

    def choose_role(self, code: str) -> None:
        """Say in which role the person answers."""
        self._keep(role=Respondent(code))

    def choose_party(self, party_id: str) -> None:
        """Say for which organisation the sheet is; then it is known what it asks."""
        about = party_id if self._is_about_itself else self._draft.about
        self._keep(party=party_id, about=about, role=None)
        self._ask()
        self._tell()

    def choose_about(self, party_id: str) -> None:
        """Say about which organisation the sheet is."""
        self._keep(about=party_id)
        self._ask()
        self._tell()

    def write_code(self, code: str) -> None:
        """Take the code on the paper."""
        self.state = replace(self.state, code_fault="")
        self._keep(code=code)

    def check_code(self) -> None:
        """Tell at once, before all of the sheet is keyed in, if the code cannot be right."""
        if self.state.why_not or self.state.is_saving:
            return
        fault = self._about_code()
        if fault != self.state.code_fault:
            self.state = replace(self.state, code_fault=fault)
            self._tell()

    def write_name(self, name: str) -> None:
        """Take the name that somebody gave on the paper."""
        self._keep(name=name)

    def press(self, key: str) -> None:
        """Key an answer in at the statement that is current, and go on to the next."""
        line = self._current
        if line is None:
            return
        choice = choice_for_key(key, line.choices)
        if choice is not None:
            draft = self._draft.answered(line.item_id, choice.code)
        elif key == _BLANK:
            draft = self._draft.left_blank(line.item_id)
        else:
            self._tell(refusal=no_such_answer(key, line))
            self.refused.emit()
            return
        self._keep(draft, at=draft.at if self.state.is_reading else draft.at + 1)

    def write(self, item_id: str, words: str) -> None:
        """Take the words that stand beside or instead of an answer."""
        self._keep(self._draft.noted(item_id, words))

    def date(self, item_id: str, day: date | None) -> None:
        """Take a day as the answer."""
        self._keep(self._draft.answered(item_id, day.isoformat() if day else None))

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
            self._keep(self._draft.emptied(line.item_id))

    def read_back(self) -> None:
        """Show the whole sheet, to be compared with the paper."""
        missing = missing_at_the_top(self.state, self._draft)
        if missing:
            self.state = replace(self.state, missing=missing)
            self._tell()
            self.missed.emit()
            return
        self.state = replace(self.state, is_reading=True, code_fault=self._about_code())
        self._keep(at=len(self._asked.lines))

    def key_on(self) -> None:
        """Go on keying in, at the first statement of which nothing was said."""
        draft, lines = self._draft, self._asked.lines
        self.state = replace(self.state, is_reading=False)
        self._keep(at=next((n for n, line in enumerate(lines) if not draft.is_keyed(line)), 0))

    def throw_away(self) -> None:
        """Forget the sheet; it can be brought back until the next one is begun."""
        thrown_away = self.drafts.let_go(self.assessment_id)
        self._undo = Undo(thrown_away) if thrown_away else None
        self._begin_anew("")
        self.undo_offered.emit(_("The sheet is thrown away."))

    def take_back(self) -> None:
        """Take back that the sheet was thrown away, or took the place of another."""
        undo = self._undo
        if undo is None or self.state.is_saving:
            return
        self._undo = None
        self.state = replace(self.state, is_saving=True)
        self._keeper.take_back(undo)

    def save(self, *, another: bool = False, instead: bool = False) -> None:
        """Put the sheet on the disk, closed.

        ``another`` if somebody else said the very same, ``instead`` to replace the sheet of which
        the last try told.
        """
        if self.state.is_saving:
            return
        self.state = replace(self.state, is_saving=True)
        self._tell()
        instead_of = self._held if instead else None
        self._keeper.keep(self._draft, another=another, instead_of=instead_of)

    def _about_code(self) -> str:
        return self._context.services.returns.about_code(self.assessment_id, self._draft.code)

    @property
    def _draft(self) -> Draft:
        return self.drafts.of(self.assessment_id)

    @property
    def _current(self) -> Line | None:
        at, lines = self._draft.at, self._asked.lines
        return lines[at] if at < len(lines) else None

    def _keep(self, draft: Draft | None = None, **changes: Any) -> None:
        if self.state.is_saving:
            return
        changed = replace(draft or self._draft, **changes)
        self.drafts.keep(self.assessment_id, changed)
        self.state = replace(self.state, missing={}, can_be_another=False, replaces="", done="")
        self._tell()
        if changed.is_touched and self._undo is not None and self._undo.held is None:
            self._undo = None  # the sheet that was thrown away would take the place of this one
            self.undo_ended.emit()

    def _ask(self) -> None:
        """Find out what is asked on the sheet, as soon as it is known for whom it is."""
        state, draft = self.state, self._draft
        self._asked = Asked()
        if (state.parties and draft.party is None) or (state.abouts and draft.about is None):
            return
        try:
            self._asked = asked_of(self._context, self.assessment_id, draft.party, draft.about)
        except CollabkitError as error:
            self.state = replace(state, why_not=str(error))

    def _begin_anew(self, done: str) -> None:
        self.drafts.let_go(self.assessment_id)
        self._show_draft(done)

    def _show_draft(self, done: str) -> None:
        """Show the sheet that is held now from its beginning."""
        self._held = None
        self.state = replace(
            self.state,
            is_reading=False,
            is_saving=False,
            code_fault="",
            can_be_another=False,
            replaces="",
            done=done,
        )
        self._ask()
        self._tell()

    def _tell(self, message: str = "", *, faults: tuple[str, ...] = (), refusal: str = "") -> None:
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
            refusal=refusal,
            message=message,
            faults=faults,
        )
        self.state_changed.emit(self.state)

    def _on_keeper_taken_back(self, assessment_id: str, undo: Undo) -> None:
        if not self.drafts.of(assessment_id).is_touched:
            self.drafts.keep(assessment_id, undo.draft)
        if assessment_id == self.assessment_id:
            is_back = self._draft == undo.draft
            self._show_draft(put_back(undo.held.name, is_back=is_back) if undo.held else "")
            self.taken_back.emit()

    def _on_keeper_kept(self, kept: Kept) -> None:
        came = kept.came
        if kept.assessment_id != self.assessment_id:
            if isinstance(came, Participant):
                self.drafts.let_go(kept.assessment_id)
            return
        if isinstance(came, Participant):
            if self._undo is not None:  # what it offered is over with the next paper
                self._undo = None
                self.undo_ended.emit()
            self._begin_anew(saved(came.pseudonym))
            if kept.instead_of is not None:
                self._undo = Undo(kept.draft, kept.instead_of)
                self.undo_offered.emit(saved_instead(kept.instead_of.name))
            self.saved.emit()
            return
        self._held = came.held if isinstance(came, TakesPlaceError) else None
        self.state = replace(
            self.state,
            is_saving=False,
            can_be_another=isinstance(came, SameAnswersError),
            replaces=self._held.name if self._held else "",
        )
        self._tell(str(came), faults=came.faults)
        self.missed.emit()

    def _on_keeper_failed(self, sentence: str) -> None:
        self.state = replace(self.state, is_saving=False)
        self._tell(sentence)
        self.missed.emit()
