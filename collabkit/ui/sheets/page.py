"""Who answers: the sheets of an assessment that several people or organisations fill in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.ui.context import Context
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.sheets.adding import OrganisationCard, PersonCard
from collabkit.ui.sheets.presenter import SheetsPresenter
from collabkit.ui.sheets.rows import SheetRow
from collabkit.ui.sheets.state import SheetsState
from collabkit.ui.widgets.button import Button, ButtonKind
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text


class SheetsPage(Page):
    """How far everybody is, and the way to the next sheet."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Who answers"))
        presenter = SheetsPresenter(context.services, context.today, self)
        self._presenter = presenter
        presenter.state_changed.connect(self.render_state)
        presenter.sheet_wanted.connect(self._on_presenter_sheet_wanted)
        presenter.results_wanted.connect(self._on_presenter_results_wanted)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        presenter.first_look_met.connect(self._on_presenter_first_look_met)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self.notice.closed.connect(self._on_notice_closed)
        self._state: SheetsState | None = None
        self._primary: QWidget | None = None
        self._adding: PersonCard | OrganisationCard | None = None
        self._counted = Text("", "lead")
        self._ways, self._roles, self._waiting = Text(), Text(), Text()
        self._parties, self._first_look = Text(), Text("", "note", "muted")
        self._advice = Text()
        self._form = Column()
        self._acts_above, self._acts_below = Column(gap=1.5), Acts()
        self._list = Column()
        self._results = Text()
        self._told = Column(gap=0.6)
        self._told.fill(
            self._counted, self._ways, self._roles, self._waiting, self._parties, self._results
        )
        self.add(self._told, self._acts_above, self._form, self._advice, self._list)
        self.add(self._acts_below)
        self.foot.add_left(self._first_look)
        self.see = Button(_("See the results"), "primary")
        self.see.clicked.connect(presenter.ask_for_results)
        self.foot.add_right(self.see)

    def render_state(self, state: SheetsState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self.set_title(state.title, state.whose)
        for text, words in (
            (self._counted, state.counted),
            (self._ways, state.ways),
            (self._roles, state.roles),
            (self._waiting, state.waiting),
            (self._parties, state.parties),
            (self._first_look, state.first_look),
            (self._results, state.results),
        ):
            text.setText(words)
            show_if(text, bool(words))
        self._advice.setText(_advice(state))
        self.see.setVisible(state.can_see)
        self._show_form(state)
        self.foot.setVisible(state.can_see or self._adding is None)
        if before is None or before.rows != state.rows or before.company != state.company:
            self._show_rows(state)
        self._show_acts(state)

    def entered(self, **arguments: object) -> None:
        self._state = None
        self.notice.close_notice()
        self._presenter.open(str(arguments["assessment_id"]))
        told = arguments.get("told")
        if isinstance(told, str) and told:
            self.notice.tell(told)

    def left(self) -> None:
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self._primary

    def _show_form(self, state: SheetsState) -> None:
        if state.fault and self._adding is not None:
            self._adding.show_fault(state.fault)
            self._adding.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._adding = None
        if state.form is not None:
            person = PersonCard(state.form)
            person.added.connect(self._presenter.add_person)
            self._adding = person
        elif state.is_naming:
            organisation = OrganisationCard()
            organisation.added.connect(self._presenter.add_organisation)
            self._adding = organisation
        if self._adding is None:
            self._form.fill()
            return
        self._adding.given_up.connect(self._on_adding_given_up)
        self._form.fill(self._adding)
        self.notice.close_notice()  # what became of the last sheet is read by now
        self._adding.setFocus(Qt.FocusReason.OtherFocusReason)
        self.jump_to(self._adding, self._adding.name.line)

    def _show_rows(self, state: SheetsState) -> None:
        rows = [SheetRow(row) for row in state.rows]
        for row in rows:
            row.open_wanted.connect(self._on_presenter_sheet_wanted)
            row.personal_wanted.connect(self._on_row_personal_wanted)
            row.removal_wanted.connect(self._presenter.remove)
        if not rows:
            self._list.fill()
            return
        card = Card(_("The sheets"))
        card.add(*rows)
        self._list.fill(card)
        waiting = (row.button for row in rows if row.button is not None)
        self._primary = next(waiting, None)

    def _show_acts(self, state: SheetsState) -> None:
        self._acts_above.fill()
        self._acts_below.fill()
        if self._adding is not None:
            return
        comes_next = state.company in (Company.GROUP, Company.PARTNERS)
        acts = (
            (state.add_agreed, "plain", self._presenter.add_agreed),
            (
                state.add_words,
                "primary" if comes_next and not state.can_see else "plain",
                self._presenter.ask_for_person,
            ),
            (_("Ask people elsewhere") if state.is_asked_elsewhere else "", "", self._ask),
            (_("Take in what came back") if state.is_asked_elsewhere else "", "", self._take_in),
            (state.add_organisation, "plain", self._presenter.ask_for_organisation),
            (_("Correct a name") if state.rows else "", "", self._correct),
        )
        buttons: list[QWidget] = []
        for words, kind, act in acts:
            if words:
                look: ButtonKind = "primary" if kind == "primary" else "plain"
                button = Button(words, look, "plus" if kind else "")
                button.clicked.connect(act)
                buttons.append(button)
        if not comes_next or not buttons:
            self._acts_below.fill(*buttons)
            return
        first, *others = buttons
        self._acts_above.fill(*([first, Acts(*others)] if others else [first]))
        self._primary = first

    def _ask(self) -> None:
        self.go_requested.emit("handing-out", {"assessment_id": self._presenter.assessment_id})

    def _take_in(self) -> None:
        self.go_requested.emit("coming-back", {"assessment_id": self._presenter.assessment_id})

    def _correct(self) -> None:
        arguments = {"assessment_id": self._presenter.assessment_id, "correcting": True}
        self.go_requested.emit("privacy", arguments)

    def _on_adding_given_up(self) -> None:
        self._presenter.give_up()
        self.take_focus()

    def _on_row_personal_wanted(self, sheet_id: str) -> None:
        arguments = {"assessment_id": self._presenter.assessment_id, "sheet_id": sheet_id}
        self.go_requested.emit("personal", arguments)

    def _on_presenter_sheet_wanted(self, sheet_id: str) -> None:
        arguments = {"assessment_id": self._presenter.assessment_id, "sheet_id": sheet_id}
        self.go_requested.emit("questionnaire", arguments)

    def _on_presenter_results_wanted(self) -> None:
        self.go_requested.emit("results", {"assessment_id": self._presenter.assessment_id})

    def _on_presenter_first_look_met(self, sentence: str) -> None:
        self.foot.hide()  # it says the same
        self.notice.tell(sentence, _("See the results"), otherwise=_("Wait"))
        self.notice.take_focus()

    def _on_notice_action_taken(self) -> None:
        self.foot.show()
        self._presenter.see_results()

    def _on_notice_closed(self) -> None:
        if self.foot.isHidden() and self._adding is None:
            self.foot.show()
            self.see.setFocus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


def _advice(state: SheetsState) -> str:
    match state.company:
        case Company.GROUP | Company.PARTNERS:
            return _(
                "One person after the other begins a sheet here and answers alone. Whoever has "
                "finished closes the sheet and passes the computer on. Until then it can be "
                "opened by whoever sits here. People elsewhere answer in collabkit, in a PDF or on "
                "paper."
            )
        case Company.MEMBERS:
            return _(
                "One organisation after the other fills in its sheet. Once it has finished and "
                "closed the sheet, nobody opens it again."
            )
        case Company.VERSIONS:
            return _(
                "Each person fills in a sheet alone. Then compare, and fill in one agreed "
                "version: only that one gives the recommendation."
            )
        case Company.VIEWS:
            return _(
                "Each organisation agrees on its view and fills it in. Two or more people can "
                "also give one each; these are averaged."
            )
        case Company.SIDES:
            return _("Each side prepares alone. Then sit together and look at the page.")
        case _:
            return _("Each organisation keeps its own list. Open it whenever something changes.")
