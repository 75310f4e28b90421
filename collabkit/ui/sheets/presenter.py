"""What happens on the page with the sheets of an assessment, without widgets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Participant
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.company import Company, pairs
from collabkit.services.sheet_names import sheet_name
from collabkit.ui.sheets.reading import AGREED, Table, form_for, read_table, show, usual_role
from collabkit.ui.sheets.state import SheetsState


class SheetsPresenter(QObject):
    """Knows who answers one assessment.

    ``state_changed(SheetsState)``, ``sheet_wanted(sheet_id)`` tells that somebody begins,
    ``results_wanted()`` that there is something to see, ``problem_met(sentence)`` what went wrong.
    ``first_look_met(sentence)`` asks whether all have answered, before the first look.
    """

    state_changed = Signal(object)
    sheet_wanted = Signal(str)
    results_wanted = Signal()
    problem_met = Signal(str)
    first_look_met = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._table: Table | None = None
        self._state: SheetsState | None = None
        self.assessment_id = ""

    def open(self, assessment_id: str) -> None:
        """Show the sheets of an assessment as they are now."""
        self.assessment_id = assessment_id
        try:
            self._table = read_table(self._services, assessment_id)
        except KeyError:
            self._table = None
            self.problem_met.emit(_("This assessment is not here any more."))
        except CollabkitError as error:
            self._table = None
            self.problem_met.emit(str(error))
        else:
            self._show(show(self._table))

    def ask_for_person(self) -> None:
        """Ask what has to be known before somebody begins."""
        if self._table is not None and self._state is not None:
            form = form_for(self._table)
            self._show(replace(self._state, form=form, is_naming=False, fault=""))

    def ask_for_organisation(self) -> None:
        """Ask for the name of an organisation."""
        if self._state is not None:
            self._show(replace(self._state, form=None, is_naming=True, fault=""))

    def give_up(self) -> None:
        """Ask for nothing any more."""
        if self._state is not None:
            self._show(replace(self._state, form=None, is_naming=False, fault=""))

    def add_person(self, name: str, role: str, party_id: str, about_id: str) -> None:
        """Let somebody begin at once with a sheet of their own; empty texts for not asked."""
        table = self._table
        if table is None:
            return
        party = party_id or None
        known = Respondent(role) if role else usual_role(table, party)
        try:
            person = self._add(name, known, party, about_id or None)
        except InvalidInputError as error:
            self._fault(str(error))
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.sheet_wanted.emit(person.id)

    def add_organisation(self, name: str) -> None:
        """Let one more organisation take part, with the sheets that it needs."""
        table = self._table
        if table is None:
            return
        try:
            self._services.assessments.add_party(self.assessment_id, name)
            self._add_missing(table.company)
        except InvalidInputError as error:
            self._fault(str(error))
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.open(self.assessment_id)

    def add_agreed(self) -> None:
        """Begin the version on which all have agreed; only that one counts."""
        try:
            person = self._add(_("Agreed version"), Respondent.TRUSTEE, None, None)
            self._services.assessments.settle(self.assessment_id, AGREED, person.id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.sheet_wanted.emit(person.id)

    def remove(self, sheet_id: str) -> None:
        """Take a sheet away on which nothing was said."""
        try:
            self._services.assessments.remove_person(self.assessment_id, sheet_id)
            if self._table is not None and self._table.agreed == sheet_id:
                self._services.assessments.settle(self.assessment_id, AGREED, "")
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.open(self.assessment_id)

    def ask_for_results(self) -> None:
        """Go to the results; before the first look ask whether all have answered."""
        state = self._state
        if state is not None and state.first_look:
            self.first_look_met.emit(state.first_look)
        else:
            self.see_results()

    def see_results(self) -> None:
        """Go to the results; if nobody is still at it, the assessment is finished."""
        table = self._table
        if table is None:
            return
        try:
            if table.is_done and table.assessment.finished is None:
                self._services.assessments.finish(self.assessment_id, self._today())
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.results_wanted.emit()

    def _add(
        self, name: str, role: Respondent, party_id: str | None, about_id: str | None
    ) -> Participant:
        return self._services.assessments.add_person(
            self.assessment_id, name, role, party_id, about_id
        )

    def _add_missing(self, company: Company) -> None:
        """Add the sheets on which organisations speak for themselves and that are not there."""
        if company is Company.PARTNERS:
            return  # here people speak, and they come as they begin
        table = read_table(self._services, self.assessment_id)
        there = {(s.participant.party_id, s.participant.about_id) for s in table.sheets}
        parties = table.parties
        for speaker, about in pairs(company, len(parties)):
            party = parties[speaker]
            about_id = None if about is None else parties[about].id
            if (party.id, about_id) not in there:
                name = sheet_name(company, party.name)
                self._add(name, usual_role(table, party.id), party.id, about_id)

    def _fault(self, sentence: str) -> None:
        if self._state is not None:
            self._show(replace(self._state, fault=sentence))

    def _show(self, state: SheetsState) -> None:
        self._state = state
        self.state_changed.emit(state)
