"""The form for a charity."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from collabkit.assessments.limits import LONGEST_NAME
from collabkit.i18n import _
from collabkit.ui.charity.presenter import CharityPresenter
from collabkit.ui.charity.state import CharityState
from collabkit.ui.charity.words import (
    UNSAID,
    contract_code,
    contract_options,
    income_options,
    role_options,
    run_by_options,
)
from collabkit.ui.context import Context
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.text_field import TextField


class CharityPage(Page):
    """What a charity says about itself; only its name is needed."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Your charity"))
        self._presenter = CharityPresenter(context.services, self)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.saved.connect(self._on_presenter_saved)
        self._presenter.problem_met.connect(self._on_presenter_problem_met)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._is_refused = False
        self._charity_id: str | None = None
        self._name = TextField(_("Name of the charity"), longest=LONGEST_NAME)
        self._name.edited.connect(self._presenter.change_name)
        self._name.entered.connect(self._on_save_clicked)
        self._income = Choice(
            _("What is its yearly income?"),
            income_options(),
            _(
                "We ask because some suggested actions only suit charities of a certain size. "
                "It changes no result."
            ),
        )
        self._income.chosen.connect(self._presenter.choose_income)
        self._run_by = Choice(
            _("Who runs it?"),
            run_by_options(),
            _(
                "We ask because some suggested actions are made for groups that volunteers run "
                "from day to day."
            ),
        )
        self._run_by.chosen.connect(self._presenter.choose_run_by)
        self._role = Choice(
            _("What is its usual role in partnerships?"),
            role_options(),
            _(
                "We ask because the same answer reads differently from a lead and from a smaller "
                "partner. Nothing is left out because of it."
            ),
        )
        self._role.chosen.connect(self._presenter.choose_role)
        self._contracts = Choice(
            _("Do you have public contracts, or grants for running a service?"),
            contract_options(),
            _(
                "We ask because some statements and questionnaires are about contracts only. "
                "Nothing is hidden because of it."
            ),
        )
        self._contracts.chosen.connect(self._presenter.choose_contracts)
        for question in (self._name, self._income, self._run_by, self._role, self._contracts):
            card = Card()
            card.add(question)
            self.add(card)
        self.take_out = Button(_("Everything of this charity in one file"), "plain", "save")
        self.take_out.clicked.connect(self._on_take_out_clicked)
        self.privacy = Button(_("Privacy, and erasing for good"), "plain", "person")
        self.privacy.clicked.connect(self._on_privacy_clicked)
        self.add(self.take_out, self.privacy)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        save = Button(_("Save"), "primary")
        save.clicked.connect(self._on_save_clicked)
        self.foot.add_left(back)
        self.foot.add_right(save)

    def render_state(self, state: CharityState) -> None:
        """Show ``state``."""
        title = _("Add a charity") if state.charity_id is None else _("About this charity")
        self.set_title(title, _("Only the name is needed. The rest helps to suggest what suits."))
        for way in (self.take_out, self.privacy):
            show_if(way, state.charity_id is not None)
        draft = state.draft
        self._name.set_text(draft.name)
        self._name.set_fault(state.fault)
        self._income.set_code(draft.income_band or UNSAID)
        self._run_by.set_code(draft.run_by or UNSAID)
        self._role.set_code(draft.usual_role or UNSAID)
        self._contracts.set_code(contract_code(draft.has_contracts))
        if state.is_left_over:
            self.notice.tell(_("You have not saved these changes yet."), _("Forget them"))
        else:
            self.notice.close_notice()
        self._is_refused = bool(state.fault)

    def entered(self, **arguments: object) -> None:
        charity_id = arguments.get("charity_id")
        self._charity_id = charity_id if isinstance(charity_id, str) else None
        self._presenter.open(self._charity_id)

    def left(self) -> None:
        self._name.flush()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self._name.line

    def _on_save_clicked(self) -> None:
        self._name.flush()
        self._presenter.save()
        if self._is_refused:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take_out_clicked(self) -> None:
        self.go_requested.emit("taking-out", {"charity_id": self._charity_id})

    def _on_privacy_clicked(self) -> None:
        self.go_requested.emit("privacy", {"charity_id": self._charity_id})

    def _on_notice_action_taken(self) -> None:
        self._presenter.drop_draft()
        self.take_focus()

    def _on_presenter_saved(self) -> None:
        self.save_state_changed.emit(SaveState(Saving.DONE))
        self.back_requested.emit()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")
