"""The page on which answers go back to whoever asked for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from collabkit.assessments.pack import Respondent
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.giving_back.desktop import AnswersDesktop
from collabkit.ui.giving_back.form import SaveForm
from collabkit.ui.giving_back.presenter import GivingBackPresenter
from collabkit.ui.giving_back.saved_card import SavedCard
from collabkit.ui.giving_back.state import GivingBackState
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if


class GivingBackPage(Page):
    """In which role, under which name, with or without notes, and where the file goes."""

    def __init__(self, context: Context, desktop: AnswersDesktop | None = None) -> None:
        super().__init__(_("Give the answers back"))
        self._desktop = desktop or AnswersDesktop()
        self._presenter = GivingBackPresenter(context, self)
        self.saved = SavedCard()
        self.form = SaveForm()
        self.empty = Column()
        self.add(self.saved, self.form, self.empty)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self.look = Button(_("See your answers"))
        self.save = Button(_("Save the answers…"), "primary", "save")
        self.foot.add_right(self.look)
        self.foot.add_right(self.save)
        self._connect()

    def render_state(self, state: GivingBackState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        self.set_title(_("Give the answers back"), state.whose)
        show_if(self.saved, state.saved is not None)
        if state.saved is not None:
            self.saved.show_saved(state.saved, state.charity)
        show_if(self.form, not state.why_not and state.saved is None)
        self.form.show_state(state)
        show_if(self.look, not state.why_not)
        show_if(self.save, not state.why_not and state.saved is None)
        self.save.setEnabled(not state.is_saving)
        if state.why_not:
            empty = EmptyState(state.why_not, _("Answer now") if state.can_answer else "")
            empty.action_taken.connect(self._on_empty_action_taken)
            self.empty.fill(empty)
        else:
            self.empty.fill()

    def entered(self, **arguments: object) -> None:
        self.notice.close_notice()
        self._presenter.open(str(arguments["assessment_id"]))

    def left(self) -> None:
        self.form.name.flush()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if not self.form.isVisibleTo(self):
            return None
        return self.form.to_settle or self.save

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.saved.connect(self._on_presenter_saved)
        presenter.put_away.connect(self._on_presenter_put_away)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        self.form.role_chosen.connect(self._on_form_role_chosen)
        self.form.name.edited.connect(presenter.write_name)
        self.form.notes.clicked.connect(presenter.send_notes)
        self.save.clicked.connect(self._on_save_clicked)
        self.saved.folder.clicked.connect(self._on_folder_clicked)
        self.saved.again.clicked.connect(self._on_again_clicked)
        self.saved.put_away.clicked.connect(presenter.put_copy_away)
        self.look.clicked.connect(self._on_look_clicked)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def _on_form_role_chosen(self, code: str) -> None:
        self._presenter.choose_role(Respondent(code))

    def _on_save_clicked(self) -> None:
        self.form.name.flush()
        if not self._presenter.may_save():
            if self.form.to_settle is not None:
                self.form.to_settle.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._presenter.state.role_fault, urgent=True)
            return
        suggested = self._presenter.suggested(self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is not None:
            self.notice.close_notice()
            self._presenter.save(path)

    def _on_presenter_saved(self) -> None:
        if self.saved.heading is not None:
            self.jump_to(self.saved.heading, self.saved.folder)
        announce(self, self.saved.spoken)

    def _on_folder_clicked(self) -> None:
        saved = self._presenter.state.saved
        if saved is not None:
            self._desktop.show_folder(saved.path.parent)

    def _on_again_clicked(self) -> None:
        self._presenter.open(self._presenter.state.assessment_id)
        self.take_focus()

    def _on_look_clicked(self) -> None:
        arguments = {"assessment_id": self._presenter.state.assessment_id, "from_start": True}
        self.go_requested.emit("questionnaire", arguments)

    def _on_empty_action_taken(self) -> None:
        arguments = {"assessment_id": self._presenter.state.assessment_id}
        self.go_requested.emit("questionnaire", arguments)

    def _on_presenter_put_away(self) -> None:
        self.notice.tell(_("Your copy was put away."), _("Undo"))
        self.notice.take_focus()

    def _on_notice_action_taken(self) -> None:
        self._presenter.bring_back()
        self.take_focus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")
