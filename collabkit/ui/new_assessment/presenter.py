"""What happens on the way to a new assessment, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import Charity, IncomeBand
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.services import Services
from collabkit.services.company import Company
from collabkit.ui.new_assessment.beginning import (
    begin,
    free_title,
    some_others,
    steps_of,
    suggestions,
    with_pack,
)
from collabkit.ui.new_assessment.starting import WrongOrganisationError, check_step, start
from collabkit.ui.new_assessment.state import Other, Step, WizardState


class NewAssessmentPresenter(QObject):
    """Leads from the charity to the first statement and asks only what is open.

    ``state_changed(WizardState)``, ``started(assessment_id, Company)``, ``given_up()`` when a
    person goes back from the first step, and ``problem_met(sentence)``.
    """

    state_changed = Signal(object)
    started = Signal(str, object)
    given_up = Signal()
    problem_met = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._state: WizardState | None = None
        self._opened_for: tuple[str | None, str] | None = None
        self._is_own_title = self._is_own_pack = False

    def open(self, charity_id: str | None, pack_id: str = "") -> None:
        """Begin for a charity, or with choosing one; or go on where the person went elsewhere.

        ``pack_id`` is the questionnaire that was asked for, if one was.
        """
        asked_for = (charity_id, pack_id)
        try:
            fresh = begin(self._services, charity_id, self._today())
            if pack_id:
                fresh = self._with_asked_pack(fresh, pack_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        begun = self._state if asked_for == self._opened_for else None
        self._opened_for = asked_for
        if begun is not None and _still_fits(begun, fresh):
            fresh = replace(begun, charities=fresh.charities, cards=fresh.cards, usual=fresh.usual)
        else:
            self._is_own_title, self._is_own_pack = False, bool(pack_id)
        self._show(fresh)

    def choose_charity(self, charity_id: str) -> None:
        """Take one of the charities; an empty id stands for one to be added."""
        self._choose(charity_id=charity_id or None, new_name=self._new_name(charity_id))

    def change_new_name(self, name: str) -> None:
        """Take the name of a charity to be added."""
        self._choose(new_name=name)

    def choose_pack(self, pack_id: str) -> None:
        """Take a questionnaire with what is usual for it."""
        if self._state is None or pack_id == self._state.choices.pack_id:
            return
        self._is_own_pack = True
        self._take_pack(pack_id)

    def choose_selection(self, code: str) -> None:
        """Take the short or the full version, or an own choice."""
        self._choose(selection=Selection(code))

    def choose_statements(self, chosen: frozenset[str]) -> None:
        """Take the statements of an own choice."""
        self._choose(chosen=chosen)

    def settle(self, key: str, code: str) -> None:
        """Take an answer to what the pack asks first."""
        if self._state is not None:
            self._choose(settled={**self._state.choices.settled, key: code})

    def choose_company(self, code: str) -> None:
        """Take who is to answer."""
        if self._state is None:
            return
        company = Company(code)
        others = some_others(company, self._state.choices.others)
        self._choose(company=company, others=others, lead=None)
        self._change(steps=steps_of(self._state))

    def choose_role(self, code: str) -> None:
        """Take the role in which the person answers."""
        self._choose(role=Respondent(code))

    def choose_keeping(self, code: str) -> None:
        """Take for how many years the answers are kept."""
        self._choose(keep_years=int(code))

    def choose_minimum(self, code: str) -> None:
        """Take from how many people on results are shown."""
        self._choose(minimum=int(code))

    def take_consent(self, all_agreed: bool) -> None:
        """Take that everybody has agreed beforehand, or not."""
        self._choose(all_agreed=all_agreed)

    def change_title(self, title: str) -> None:
        """Take what the occasion is called."""
        self._is_own_title = True
        self._choose(title=title)

    def name_other(self, place: int, name: str) -> None:
        """Take the name of another organisation, by its place from 0."""
        self._change_other(place, name=name)

    def size_other(self, place: int, code: str) -> None:
        """Take how large another organisation is; anything unknown for not known."""
        known = next((band for band in IncomeBand if band == code), None)
        self._change_other(place, size=known)

    def add_other(self) -> None:
        """Make room for one more organisation."""
        if self._state is not None:
            self._choose(others=(*self._state.choices.others, Other()))

    def remove_other(self, place: int) -> None:
        """Take one of the organisations out again."""
        if self._state is None:
            return
        others, lead = self._state.choices.others, self._state.choices.lead
        if lead is not None and lead > place:
            lead = None if lead == place + 1 else lead - 1
        self._choose(others=(*others[:place], *others[place + 1 :]), lead=lead)

    def choose_lead(self, code: str) -> None:
        """Take who leads: 0 for one's own, from 1 the others; empty for nobody."""
        self._choose(lead=int(code) if code else None)

    def go_to(self, step: Step) -> None:
        """Go back to a step in order to change what was chosen there."""
        if self._state is None:
            return
        choices = self._state.choices
        if step is Step.CHARITY:
            choices = replace(choices, new_name=self._new_name(choices.charity_id))
        self._change(step=step, choices=choices, fault="", faulty=None)

    def go_back(self) -> None:
        """Go to the step before; from the first, leave."""
        if self._state is None:
            return
        at = self._state.number - 1
        if at:
            self.go_to(self._state.steps[at - 1])
        else:
            self.given_up.emit()

    def go_next(self) -> None:
        """Go to the next step; after the last, start."""
        if self._state is None:
            return
        try:
            check_step(self._state)
            if self._state.step is Step.CHARITY:
                self._settle_charity(self._state)
            if self._state.is_last:
                self._start(self._state)
            else:
                self.go_to(self._state.steps[self._state.number])
        except WrongOrganisationError as error:
            self._change(fault=str(error), faulty=error.place)
        except InvalidInputError as error:
            self._change(fault=str(error))
        except CollabkitError as error:
            self.problem_met.emit(str(error))

    def _settle_charity(self, state: WizardState) -> None:
        charity_id = state.choices.charity_id
        charities = state.charities
        if charity_id is None:
            charity = self._services.charities.add(state.choices.new_name)
            charity_id, charities = charity.id, (*charities, charity)
            self._change(added=charity_id)
        elif state.is_naming:
            charities = self._renamed(state)
        suggested = suggestions(charities, charity_id)
        self._change(charities=charities, suggested=suggested)
        self._choose(charity_id=charity_id, new_name="")
        self._propose_title()
        if not self._is_own_pack and not self._has_work() and suggested:
            self._take_pack(suggested[0].pack_id)

    def _propose_title(self) -> None:
        """Propose a title that is free, unless somebody has typed one."""
        if self._state is not None and not self._is_own_title:
            choices = self._state.choices
            title = free_title(self._services, choices.charity_id, choices.pack_id, self._today())
            if title != choices.title:
                self._choose(title=title)

    def _renamed(self, state: WizardState) -> tuple[Charity, ...]:
        """Give the charity that was added on this way the name that stands there now."""
        added = self._services.charities.get(state.added)
        changed = self._services.charities.change(replace(added, name=state.choices.new_name))
        return tuple(changed if c.id == changed.id else c for c in state.charities)

    def _new_name(self, charity_id: str | None) -> str:
        """Return the name to begin with where a charity can still be named."""
        state = self._state
        if state is None or not charity_id:
            return state.choices.new_name if state is not None else ""
        return next((c.name for c in state.charities if c.id == charity_id == state.added), "")

    def _has_work(self) -> bool:
        """Whether there is a habit, so that a suggestion changes nothing."""
        return any(not s.is_sample for s in self._services.assessments.summaries())

    def _take_pack(self, pack_id: str) -> None:
        try:
            if self._state is not None:
                pack = self._services.packs.read(pack_id)
                self._show(replace(with_pack(self._state, pack, self._today()), fault=""))
                self._propose_title()
        except CollabkitError as error:
            self.problem_met.emit(str(error))

    def _with_asked_pack(self, state: WizardState, pack_id: str) -> WizardState:
        state = with_pack(state, self._services.packs.read(pack_id), self._today())
        title = free_title(self._services, state.choices.charity_id, pack_id, self._today())
        state = replace(state, choices=replace(state.choices, title=title))
        after = [step for step in state.steps if step.value > Step.PACK.value]
        return state if state.step is Step.CHARITY else replace(state, step=after[0])

    def _start(self, state: WizardState) -> None:
        try:
            assessment = start(self._services, state, self._today())
        except InvalidInputError as error:
            # Whatever it is about, it may have been chosen at another step.
            self.problem_met.emit(str(error))
            return
        self._state = None
        self.started.emit(assessment.id, state.choices.company)

    def _change_other(self, place: int, **changes: Any) -> None:
        if self._state is not None:
            others = list(self._state.choices.others)
            others[place] = replace(others[place], **changes)
            self._choose(others=tuple(others))

    def _choose(self, **choices: Any) -> None:
        if self._state is not None:
            choices = {"choices": replace(self._state.choices, **choices)}
            self._change(**choices, fault="", faulty=None)

    def _change(self, **changes: Any) -> None:
        if self._state is not None:
            self._show(replace(self._state, **changes))

    def _show(self, state: WizardState) -> None:
        self._state = state
        self.state_changed.emit(state)


def _still_fits(begun: WizardState, fresh: WizardState) -> bool:
    """Tell whether the charity and the questionnaire that were chosen are still there."""
    known = {charity.id for charity in fresh.charities}
    packs = {card.id for card in fresh.cards}
    charity_id = begun.choices.charity_id
    return (charity_id is None or charity_id in known) and begun.choices.pack_id in packs
