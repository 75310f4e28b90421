"""The short way to a new assessment: one calm page a step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.ui.context import Context
from collabkit.ui.new_assessment.pack_step import PackStep
from collabkit.ui.new_assessment.parties_step import PartiesStep
from collabkit.ui.new_assessment.people_step import PeopleStep
from collabkit.ui.new_assessment.presenter import NewAssessmentPresenter
from collabkit.ui.new_assessment.state import Step, WizardState
from collabkit.ui.new_assessment.statements_step import StatementsStep
from collabkit.ui.new_assessment.steps import CharityStep, FirstStep
from collabkit.ui.new_assessment.summary import Summary
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import bring_into_view
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now

_StepPart = CharityStep | PackStep | StatementsStep | FirstStep | PeopleStep | PartiesStep


class NewAssessmentPage(Page):
    """Charity, questionnaire, statements, who answers, and off. Enter goes on as Next does."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("New assessment"))
        presenter = NewAssessmentPresenter(context.services, context.today, self)
        self._presenter = presenter
        presenter.state_changed.connect(self.render_state)
        presenter.started.connect(self._on_presenter_started)
        presenter.given_up.connect(self.back_requested)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        self._state: WizardState | None = None
        self._charity = CharityStep()
        self._charity.chosen.connect(presenter.choose_charity)
        self._charity.named.connect(presenter.change_new_name)
        self._pack = PackStep()
        self._pack.chosen.connect(presenter.choose_pack)
        self._statements = StatementsStep()
        self._statements.chosen.connect(presenter.choose_selection)
        self._statements.picked.connect(presenter.choose_statements)
        self._first = FirstStep()
        self._first.settled.connect(presenter.settle)
        self._people = PeopleStep(context.folder.database)
        self._people.company_chosen.connect(presenter.choose_company)
        self._people.minimum_chosen.connect(presenter.choose_minimum)
        self._people.keeping_chosen.connect(presenter.choose_keeping)
        self._people.consent_taken.connect(presenter.take_consent)
        self._people.role_chosen.connect(presenter.choose_role)
        self._people.title_changed.connect(presenter.change_title)
        self._parties = PartiesStep()
        self._parties.named.connect(presenter.name_other)
        self._parties.sized.connect(presenter.size_other)
        self._parties.added.connect(presenter.add_other)
        self._parties.removed.connect(presenter.remove_other)
        self._parties.lead_chosen.connect(presenter.choose_lead)
        self._parts_of_way: dict[Step, _StepPart] = {
            Step.CHARITY: self._charity,
            Step.PACK: self._pack,
            Step.STATEMENTS: self._statements,
            Step.FIRST: self._first,
            Step.PEOPLE: self._people,
            Step.PARTIES: self._parties,
        }
        self._summary = Summary()
        self._summary.change_wanted.connect(self._on_summary_change_wanted)
        self.add(*self._parts_of_way.values(), self._summary)
        self._back = Button(_("Back"), "plain", "back")
        self._back.clicked.connect(self._on_back_clicked)
        self._next = Button(_("Next"), "primary", "next", sign_after=True)
        self._next.clicked.connect(self._on_next_clicked)
        self.foot.add_left(self._back)
        self.foot.add_right(self._next)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``; a new step gets the keyboard and is told to screen readers."""
        before, self._state = self._state, state
        progress = _("Step {number} of {count}").format(number=state.number, count=len(state.steps))
        self.set_title(_question(state), progress)
        for step, part in self._parts_of_way.items():
            part.setVisible(step is state.step)
        self._parts_of_way[state.step].render_state(state)
        self._summary.render_state(state)
        self._next.set_words(_("Start") if state.is_last else _("Next"))
        if before is not None and before.step is not state.step:
            self.take_focus()
            announce(self, f"{progress}. {self.title}")

    def entered(self, **arguments: object) -> None:
        self._state = None
        charity_id, pack_id = arguments.get("charity_id"), arguments.get("pack_id")
        self._presenter.open(
            charity_id if isinstance(charity_id, str) else None,
            pack_id if isinstance(pack_id, str) else "",
        )

    def left(self) -> None:
        self._flush()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if self._state is None:
            return None
        return self._parts_of_way[self._state.step].first_focus()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Up and down"), _("Move between the choices")),
            (_("Space"), _("Choose")),
            (_("Enter"), _("Go on to the next step")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        pointed_at = self.focusWidget()
        is_tick = isinstance(pointed_at, QCheckBox)
        if isinstance(pointed_at, QAbstractButton) and not (is_tick or pointed_at.isChecked()):
            # Whoever moved to a card or button and presses Enter means that one.
            pointed_at.click()
        else:
            self._on_next_clicked()

    def _flush(self) -> None:
        for part in self._parts_of_way.values():
            part.flush()

    def _on_back_clicked(self) -> None:
        self._flush()
        self._presenter.go_back()

    def _on_summary_change_wanted(self, step: Step) -> None:
        self._flush()
        self._presenter.go_to(step)

    def _on_next_clicked(self) -> None:
        self._flush()
        self.notice.close_notice()
        self._presenter.go_next()
        if self._state is not None and self._state.fault:
            wrong = self._parts_of_way[self._state.step].faulty()
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._state.step is Step.STATEMENTS:
                lay_out_now()
                bring_into_view(self.scroller, self._statements.fault)

    def _on_presenter_started(self, assessment_id: str, company: Company) -> None:
        place = "questionnaire" if company is Company.ALONE else "sheets"
        self.go_requested.emit(place, {"assessment_id": assessment_id})

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


def _question(state: WizardState) -> str:
    return {
        Step.CHARITY: _("Which charity is it about?"),
        Step.PACK: _("Which questionnaire?"),
        Step.STATEMENTS: _("How many statements?"),
        Step.FIRST: state.first[0].prompt if len(state.first) == 1 else _("Before you begin"),
        Step.PEOPLE: _("Who answers?"),
        Step.PARTIES: _("Which other organisations?"),
    }[state.step]
