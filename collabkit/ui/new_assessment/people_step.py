"""The step at which is settled who answers, and how private that is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.pack import OutcomeKind
from collabkit.i18n import _
from collabkit.services.assessments import LONGEST_TITLE
from collabkit.services.company import Company
from collabkit.ui.new_assessment.company_words import (
    assurances,
    company_name,
    role_options,
)
from collabkit.ui.new_assessment.group_questions import group_questions, keeping_question
from collabkit.ui.new_assessment.starting import needs_consent
from collabkit.ui.new_assessment.state import WizardState
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class PeopleStep(Column):
    """Who answers, from how many on results are shown, and what the occasion is called.

    ``company_chosen(code)``, ``role_chosen(role)``, ``minimum_chosen(number)``,
    ``consent_taken(bool)``, ``keeping_chosen(years)`` and ``title_changed(title)``.
    """

    company_chosen = Signal(str)
    role_chosen = Signal(str)
    minimum_chosen = Signal(str)
    consent_taken = Signal(bool)
    keeping_chosen = Signal(str)
    title_changed = Signal(str)

    def __init__(self, database: Path) -> None:
        super().__init__()
        self._database = database
        self._company = Column()
        self._companies: Choice | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self._told: Company | None = None
        self.role = Choice(
            _("In which role do you answer?"),
            role_options(),
            _("Some statements are easier to answer for trustees, others for staff."),
        )
        self.role.chosen.connect(self.role_chosen)
        self._group = Column()
        self._minimum: Choice | None = None
        self._consent: ExplainedTick | None = None
        self._keeping: Choice | None = None
        self._fault = Text("", "note", "alert")
        self.title = TextField(
            _("What shall it be called?"),
            _("So that you find it again, such as “Away-day, June 2026”."),
            longest=LONGEST_TITLE,
        )
        self.title.edited.connect(self.title_changed)
        self._questions = Card()
        self._questions.add(self._company, self.role, self._group, self._fault, self.title)
        self._privacy = Column()
        self.fill(self._questions, self._privacy)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        choices = state.choices
        offered = tuple((str(c), company_name(c, state.pack)) for c in state.companies)
        if offered != self._offered:
            self._offered = offered
            self._offer(offered)
        if self._companies is not None:
            self._companies.set_code(choices.company)
        self.role.setVisible(choices.company is Company.ALONE and not _is_list(state))
        self.role.set_code(choices.role)
        if choices.company is not self._told:
            self._told = choices.company
            self._privacy.fill(_privacy(choices.company, self._database))
            self._ask_group(choices.company)
        if self._minimum is not None and self._consent is not None:
            self._minimum.set_code(str(choices.minimum))
            self._consent.setVisible(needs_consent(state))
            self._consent.tick.setChecked(choices.all_agreed)
        if self._keeping is not None:
            self._keeping.set_code(str(choices.keep_years))
        is_consent = needs_consent(state) and not choices.all_agreed
        self._fault.setText(state.fault if is_consent else "")
        self._fault.setVisible(bool(self._fault.text()))
        self.title.set_text(choices.title)
        self.title.set_fault("" if is_consent else state.fault)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        for choice in (self._companies, self.role, self._minimum):
            if choice is not None and not choice.isHidden():
                return next((radio for radio in choice.radios if radio.isChecked()), None)
        return self.title.line

    def faulty(self) -> QWidget | None:
        """Return what gets the keyboard when something is wrong."""
        if self._fault.text() and self._consent is not None:
            return self._consent.tick
        return self.title

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.title.flush()

    def _offer(self, offered: tuple[tuple[str, str], ...]) -> None:
        self._companies = None
        if len(offered) > 1:
            self._companies = Choice(_("Who answers?"), offered)
            self._companies.chosen.connect(self.company_chosen)
            self._company.fill(self._companies)
        else:
            self._company.fill(Text(_("{who}.").format(who=offered[0][1]), "strong"))

    def _ask_group(self, company: Company) -> None:
        self._minimum = self._consent = self._keeping = None
        if not company.has_secrets:
            self._group.fill()
            return
        self._minimum, self._consent = group_questions(company)
        self._minimum.chosen.connect(self.minimum_chosen)
        self._consent.tick.clicked.connect(self.consent_taken)
        self._keeping = keeping_question()
        self._keeping.chosen.connect(self.keeping_chosen)
        self._group.fill(self._minimum, self._consent, self._keeping)


def _is_list(state: WizardState) -> bool:
    """Tell whether it is a list to be kept, in which nobody's role matters."""
    return state.pack.outcome.kind is OutcomeKind.OPEN_ACTIONS


def _privacy(company: Company, database: Path) -> Card:
    alone = company is Company.ALONE
    card = Card(_("One person, on this computer") if alone else _("On this computer"))
    where = Fold(_("Where exactly?"))
    where.add(Text(_("In the file {path}").format(path=database), "note", "muted"))
    card.add(*(Assurance(sign, sentence) for sign, sentence in assurances(company)), where)
    return card
