"""The questionnaire: one statement a page, answered with keys or the mouse, saved as one goes."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.assessments.assessment import Confidence
from collabkit.assessments.pack import FormKind
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.questionnaire.ending_view import EndingView
from collabkit.ui.questionnaire.flag_button import FlagButton
from collabkit.ui.questionnaire.keyboard import Keyboard
from collabkit.ui.questionnaire.keys import key_hints
from collabkit.ui.questionnaire.notices import Notices
from collabkit.ui.questionnaire.parts_list import OVERVIEW, steps_of
from collabkit.ui.questionnaire.presenter import QuestionnairePresenter
from collabkit.ui.questionnaire.state import QuestionnaireState
from collabkit.ui.questionnaire.statement_view import StatementView
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import bring_into_view
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.progress_steps import ProgressSteps
from collabkit.ui.widgets.save_mark import SaveState, Saving


class QuestionnairePage(Page):
    """Asks for ``results`` when somebody has finished, and for ``home`` when somebody stops.

    Answers that somebody elsewhere asked for are given back instead: ``giving-back``.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Questionnaire"), quiet=True)
        self._assessment_id = ""
        self.notices = Notices(self.notice)
        self.presenter = QuestionnairePresenter(context.services, context.today, self)
        self.statement = StatementView()
        self.ending = EndingView()
        self.add(self.statement, self.ending)
        self.back = Button(_("Back"), "plain", "back")
        self.flag = FlagButton()
        self.next = Button(_("Next"), "primary", "next", sign_after=True)
        self.stop = Button(_("Stop for now"))
        self.see_results = Button(_("See the results"), "primary")
        self.foot.add_left(self.back)
        for button in (self.flag, self.next, self.stop, self.see_results):
            self.foot.add_right(button)
        self.steps = ProgressSteps(_("Parts"))
        self.put_beside(self.steps)
        self._keyboard = Keyboard(
            self.statement, self.presenter, self.notices, self.scroller, context.settings, self
        )
        self._connect()

    def render_state(self, state: QuestionnaireState) -> None:
        """Show ``state``; nothing that is shown here is saved by that."""
        here = state.statement
        progress = here.progress if here is not None else ""
        self.set_title(state.title, " · ".join(part for part in (state.whose, progress) if part))
        self.see_results.set_words(state.way_out)
        self.steps.show_steps(steps_of(state), here.section if here is not None else OVERVIEW)
        show_if(self.statement, here is not None)
        show_if(self.ending, state.ending is not None)
        for widget in (self.flag, self.next):
            show_if(widget, here is not None)
        for widget in (self.stop, self.see_results):
            show_if(widget, here is None)
        self.back.setEnabled(not state.is_first)
        if here is not None and state.response is not None:
            self.flag.setChecked(state.response.flagged)
            if self.statement.show_statement(here, state.response, state.extras):
                self._keyboard.watch(self.statement.extras.edits)
                self.notices.end_change()
                self._go_to_top()
        elif state.ending is not None:
            self.notices.end_change()
            self.ending.show_ending(state.ending, state.sections)
            self._go_to_top()
        if state.is_new:
            is_described = here is not None and here.kind is FormKind.DESCRIBED
            self.notices.welcome(is_described)
        elif not state.is_first:
            self.notices.end_welcome()

    def entered(self, **arguments: object) -> None:
        """Open ``assessment_id``, at ``item_id`` if there is one, or else where it was left.

        ``from_start`` goes to the first statement instead, to look through what was answered.
        ``sheet_id`` says whose sheet it is, where several people answer.
        """
        self.notices.close()
        self._assessment_id = str(arguments["assessment_id"])
        item_id, sheet_id = arguments.get("item_id"), arguments.get("sheet_id")
        self.presenter.open(
            self._assessment_id,
            str(item_id) if item_id else None,
            str(sheet_id) if sheet_id else None,
        )
        if arguments.get("from_start") and self.presenter.is_open:
            self.presenter.go_to_start()
        if arguments.get("from_results") and self.presenter.is_open:
            self.notices.offer_results()

    def left(self) -> None:
        """Save what is still held."""
        self._flush()
        self.presenter.leave()

    def holds_unsaved(self) -> bool:
        return bool(self.presenter.ledger.unsaved())

    def first_focus(self) -> QWidget | None:
        """Return the statement, or the heading at the end."""
        if not self.statement.isHidden():
            return self.statement.words
        return None if self.ending.isHidden() else self.ending.heading

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the questionnaire."""
        return key_hints(self._keyboard.has_letters)

    def _connect(self) -> None:
        self.presenter.state_changed.connect(self.render_state)
        self.presenter.trouble_told.connect(self._on_presenter_trouble_told)
        self.presenter.finished.connect(self._on_presenter_finished)
        self.presenter.returning.connect(self._on_presenter_returning)
        self.presenter.ledger.state_changed.connect(self._on_ledger_state_changed)
        self.statement.answer_given.connect(self._on_statement_answer_given)
        self.statement.answer_taken_back.connect(self._on_statement_answer_taken_back)
        details = self.statement.details
        details.typing_begun.connect(self.presenter.begin_typing)
        details.written.connect(self.presenter.write)
        details.confidence_given.connect(self._on_details_confidence_given)
        self.ending.statement_wanted.connect(self.presenter.go_to)
        self.steps.step_requested.connect(self._on_steps_step_requested)
        self.back.clicked.connect(self._on_back_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self.flag.clicked.connect(self._on_flag_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.see_results.clicked.connect(self.presenter.finish)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self.presenter.sheet_left.connect(self._on_presenter_sheet_left)
        self.presenter.shut.connect(self._on_presenter_shut)
        self.statement.extras.answered.connect(self._on_extras_answered)
        self.statement.extras.written.connect(self.presenter.write_extra)
        self._keyboard.watch((*details.edits, self.statement.writing.edit))
        self.scroller.viewport().installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_app_application_state_changed)

    def _show_nothing(self) -> None:
        """Take away what belongs to another assessment: this one could not be read."""
        self.steps.show_steps(())
        for widget in (self.statement, self.ending, self.flag, self.next, self.stop):
            widget.hide()
        self.see_results.hide()
        self.back.setEnabled(False)

    def _go_to_top(self) -> None:
        lay_out_now()  # left to itself, Qt would draw the new words once in the old places
        self.scroller.verticalScrollBar().setValue(0)
        view = self.ending if self.statement.isHidden() else self.statement
        view.go_to_top()

    def _keep_focus_in_view(self) -> None:
        """Scroll to what has the keyboard after a notice or a smaller window took its room."""
        focus, inner = QApplication.focusWidget(), self.scroller.widget()
        if focus is not None and inner is not None and inner.isAncestorOf(focus):
            bring_into_view(self.scroller, focus)

    def _flush(self) -> None:
        self.statement.flush()

    def _on_presenter_trouble_told(self, sentence: str) -> None:
        if not self.presenter.is_open:
            self._show_nothing()
        self.notices.tell_trouble(sentence)

    def _on_presenter_finished(self, assessment_id: str) -> None:
        self.go_requested.emit("results", {"assessment_id": assessment_id})

    def _on_presenter_returning(self, assessment_id: str) -> None:
        self.go_requested.emit("giving-back", {"assessment_id": assessment_id})

    def _on_ledger_state_changed(self, state: SaveState) -> None:
        self.save_state_changed.emit(state)
        if state.saving is Saving.DONE:
            self.notices.end_trouble()

    def _on_statement_answer_given(self, code: str) -> None:
        self._flush()
        self.presenter.give_answer(code)

    def _on_statement_answer_taken_back(self) -> None:
        self._flush()
        self.statement.go_to_cards()  # the button that was pressed is about to go
        self.presenter.give_answer(None)

    def _on_details_confidence_given(self, confidence: Confidence | None) -> None:
        self._flush()
        self.presenter.set_confidence(confidence)

    def _on_extras_answered(self, item_id: str, code: str | None) -> None:
        self.presenter.give_extra(item_id, code)

    def _on_steps_step_requested(self, key: str) -> None:
        if not self.statement.may_be_left():
            return
        if key == OVERVIEW:
            self.presenter.go_to_end()
        else:
            self.presenter.go_to_section(key)

    def _on_back_clicked(self) -> None:
        if self.statement.may_be_left():
            self.presenter.go_back()

    def _on_next_clicked(self) -> None:
        if self.statement.may_be_left():
            self.presenter.go_next()

    def _on_flag_clicked(self) -> None:
        self._flush()
        self.presenter.toggle_flag()

    def _on_stop_clicked(self) -> None:
        if self.presenter.is_alone:
            self.go_requested.emit("home", {})
        else:
            self.presenter.leave_open()

    def _on_notice_action_taken(self) -> None:
        arguments = {"assessment_id": self._assessment_id}
        if self.notices.leads_to_results:
            self._flush()
            self.go_requested.emit("results", arguments)
        elif self.notices.leads_to_sheets:
            self.go_requested.emit("sheets", arguments)
        elif self.notices.undoes:
            self.notices.end_change()
            self.presenter.undo()
        else:
            self.presenter.try_again()

    def _on_presenter_sheet_left(self, assessment_id: str, told: str) -> None:
        if not self.presenter.is_open:
            self._show_nothing()
        self.go_requested.emit("sheets", {"assessment_id": assessment_id, "told": told})

    def _on_presenter_shut(self, _assessment_id: str) -> None:
        self.set_title(_("Questionnaire"))
        self._show_nothing()
        self.notices.tell_shut()

    def _on_app_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.take(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.scroller.viewport() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._keep_focus_in_view)
        return super().eventFilter(watched, event)
