"""What happens on the form for a charity, without widgets."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.charity import IncomeBand, PartnershipRole, RunBy
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.services import Services
from collabkit.ui.charity.state import CharityState, Draft, draft_of
from collabkit.ui.charity.words import UNSAID, YES


class CharityPresenter(QObject):
    """Holds what a person says about a charity until it is saved.

    Whoever goes elsewhere finds the draft again on coming back, and can drop it.
    ``state_changed(CharityState)``, ``saved()``, and ``problem_met(sentence)`` for what went wrong
    other than with the name.
    """

    state_changed = Signal(object)
    saved = Signal()
    problem_met = Signal(str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._drafts: dict[str | None, Draft] = {}
        self._state = CharityState(None, Draft())

    def open(self, charity_id: str | None) -> None:
        """Begin to change a charity, or to add one."""
        try:
            kept = self._kept(charity_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        draft = self._drafts.get(charity_id, kept)
        self._show(CharityState(charity_id, draft, is_left_over=draft != kept))

    def drop_draft(self) -> None:
        """Forget what was not saved."""
        self._drafts.pop(self._state.charity_id, None)
        self.open(self._state.charity_id)

    def change_name(self, name: str) -> None:
        """Take what was typed."""
        self._state = replace(self._state, fault="")
        self._take(replace(self._state.draft, name=name))

    def choose_income(self, code: str) -> None:
        """Take the code of an income band, or of *rather not say*."""
        band = None if code == UNSAID else IncomeBand(code)
        self._take(replace(self._state.draft, income_band=band))

    def choose_run_by(self, code: str) -> None:
        """Take who does the day-to-day work, or *rather not say*."""
        run_by = None if code == UNSAID else RunBy(code)
        self._take(replace(self._state.draft, run_by=run_by))

    def choose_role(self, code: str) -> None:
        """Take the usual role in partnerships, or *rather not say*."""
        role = None if code == UNSAID else PartnershipRole(code)
        self._take(replace(self._state.draft, usual_role=role))

    def choose_contracts(self, code: str) -> None:
        """Take whether there are contracts, or *rather not say*."""
        known = None if code == UNSAID else code == YES
        self._take(replace(self._state.draft, has_contracts=known))

    def save(self) -> None:
        """Keep the charity on disk."""
        charity_id, draft = self._state.charity_id, self._state.draft
        try:
            if charity_id is None:
                self._services.charities.add(
                    draft.name,
                    draft.income_band,
                    draft.run_by,
                    draft.usual_role,
                    has_contracts=draft.has_contracts,
                )
            else:
                charity = replace(
                    self._services.charities.get(charity_id),
                    name=draft.name,
                    income_band=draft.income_band,
                    run_by=draft.run_by,
                    usual_role=draft.usual_role,
                    has_contracts=draft.has_contracts,
                )
                self._services.charities.change(charity)
        except InvalidInputError as error:
            self._show(replace(self._state, fault=str(error)))
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self._drafts.pop(charity_id, None)
            self.saved.emit()

    def _kept(self, charity_id: str | None) -> Draft:
        if charity_id is None:
            return Draft()
        return draft_of(self._services.charities.get(charity_id))

    def _take(self, draft: Draft) -> None:
        if draft == self._state.draft:
            return
        self._drafts[self._state.charity_id] = draft
        # Whoever goes on changing what was left over has taken it up again.
        self._show(replace(self._state, draft=draft, is_left_over=False))

    def _show(self, state: CharityState) -> None:
        self._state = state
        self.state_changed.emit(state)
