"""What happens on the way to a new assessment, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Pack, Respondent
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.services import Services
from collabkit.ui.new_assessment.beginning import begin, free_title, steps_of, usual_selection
from collabkit.ui.new_assessment.state import Step, WizardState


class NewAssessmentPresenter(QObject):
    """Leads from the charity to the first statement and asks only what is open.

    ``state_changed(WizardState)``, ``started(assessment_id)``, ``given_up()`` when a person goes
    back from the first step, and ``problem_met(sentence)``.
    """

    state_changed = Signal(object)
    started = Signal(str)
    given_up = Signal()
    problem_met = Signal(str)

    def __init__(
        self,
        services: Services,
        packs: tuple[Pack, ...],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._packs = packs
        self._today = today
        self._state: WizardState | None = None
        self._opened_for: str | None = None
        self._is_own_title = False

    def open(self, charity_id: str | None) -> None:
        """Begin for a charity, or with choosing one; or go on where the person went elsewhere."""
        try:
            fresh = begin(self._services, self._packs, charity_id, self._today())
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        begun = self._state if charity_id == self._opened_for else None
        self._opened_for = charity_id
        if begun is not None and _still_fits(begun, fresh):
            fresh = replace(begun, charities=fresh.charities)
        else:
            self._is_own_title = False
        self._show(fresh)

    def choose_charity(self, charity_id: str) -> None:
        """Take one of the charities; an empty id stands for one to be added."""
        self._choose(charity_id=charity_id or None)

    def change_new_name(self, name: str) -> None:
        """Take the name of a charity to be added."""
        self._choose(new_name=name)

    def choose_pack(self, pack_id: str) -> None:
        """Take a questionnaire, and its short version if it has one."""
        pack = next(pack for pack in self._packs if pack.id == pack_id)
        self._choose(pack_id=pack_id, selection=usual_selection(pack))
        self._change(steps=steps_of(self._packs, pack))

    def choose_selection(self, code: str) -> None:
        """Take the short or the full version."""
        self._choose(selection=Selection(code))

    def choose_role(self, code: str) -> None:
        """Take the role in which the person answers."""
        self._choose(role=Respondent(code))

    def change_title(self, title: str) -> None:
        """Take what the occasion is called."""
        self._is_own_title = True
        self._choose(title=title)

    def go_to(self, step: Step) -> None:
        """Go back to a step in order to change what was chosen there."""
        self._change(step=step, fault="")

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
            if self._state.step is Step.CHARITY:
                self._settle_charity(self._state)
            if self._state.step is Step.PEOPLE:
                self._start(self._state)
            else:
                self.go_to(self._state.steps[self._state.number])
        except InvalidInputError as error:
            self._change(fault=str(error))
        except CollabkitError as error:
            self.problem_met.emit(str(error))

    def _settle_charity(self, state: WizardState) -> None:
        charity_id = state.choices.charity_id
        if charity_id is None:
            charity = self._services.charities.add(state.choices.new_name)
            charity_id = charity.id
            self._change(charities=(*state.charities, charity))
            self._choose(charity_id=charity_id, new_name="")
        if not self._is_own_title:
            self._choose(title=free_title(self._services, charity_id, self._today()))

    def _start(self, state: WizardState) -> None:
        choices = state.choices
        sitting = self._services.assessments.start_alone(
            choices.charity_id or "",
            state.pack,
            choices.selection,
            choices.role,
            choices.title,
            self._today(),
        )
        self._state = None
        self.started.emit(sitting.assessment.id)

    def _choose(self, **choices: Any) -> None:
        if self._state is not None:
            self._change(choices=replace(self._state.choices, **choices), fault="")

    def _change(self, **changes: Any) -> None:
        if self._state is not None:
            self._show(replace(self._state, **changes))

    def _show(self, state: WizardState) -> None:
        self._state = state
        self.state_changed.emit(state)


def _still_fits(begun: WizardState, fresh: WizardState) -> bool:
    """Tell whether the chosen charity, if one was chosen, is still there."""
    known = {charity.id for charity in fresh.charities}
    return begun.choices.charity_id is None or begun.choices.charity_id in known
