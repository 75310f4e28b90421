"""The questionnaire: one statement a page, answered with keys or the mouse, saved as one goes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from collabkit.assessments.assessment import Confidence
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.questionnaire.ending_view import EndingView
from collabkit.ui.questionnaire.flag_button import FlagButton
from collabkit.ui.questionnaire.keys import Act, key_hints, meaning
from collabkit.ui.questionnaire.presenter import QuestionnairePresenter
from collabkit.ui.questionnaire.state import QuestionnaireState
from collabkit.ui.questionnaire.statement_view import StatementView
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.progress_steps import ProgressSteps, Step
from collabkit.ui.widgets.save_mark import SaveState, Saving

_OVERVIEW = "overview"


class QuestionnairePage(Page):
    """Asks for ``results`` when somebody has finished, and for ``home`` when somebody stops."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Questionnaire"), quiet=True)
        self._settings = context.settings
        self._assessment_id = ""
        self._has_told_trouble = False
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
        self.steps = ProgressSteps(_("Themes"))
        self.put_beside(self.steps)
        self._connect()

    def render(self, state: QuestionnaireState) -> None:
        """Show ``state``; nothing that is shown here is saved by that."""
        here = state.statement
        self.set_title(state.title, here.progress if here is not None else "")
        self._render_steps(state)
        show_if(self.statement, here is not None)
        show_if(self.ending, state.ending is not None)
        for widget in (self.flag, self.next):
            show_if(widget, here is not None)
        for widget in (self.stop, self.see_results):
            show_if(widget, here is None)
        self.back.setEnabled(not state.is_first)
        if here is not None and state.response is not None:
            self.flag.setChecked(state.response.flagged)
            if self.statement.show_statement(here, state.response):
                self._go_to_top()
        elif state.ending is not None:
            self.ending.show_ending(state.ending, state.sections)
            self._go_to_top()
        self._render_welcome(state)

    def entered(self, **arguments: object) -> None:
        """Open ``assessment_id``, at ``item_id`` if there is one, or else where it was left."""
        item_id = arguments.get("item_id")
        self._assessment_id = str(arguments["assessment_id"])
        self.notice.close_notice()
        try:
            self.presenter.open(self._assessment_id, str(item_id) if item_id else None)
        except CollabkitError as error:
            self._on_presenter_trouble_told(str(error))

    def left(self) -> None:
        """Save what is still held."""
        self._flush()

    def first_focus(self) -> QWidget | None:
        """Return the statement, or the heading at the end."""
        return self.ending.heading if self.statement.isHidden() else self.statement.words

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the questionnaire."""
        return key_hints(self._letter_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The scrolling area would take Page Down and the arrow keys for itself.
        if watched is self.scroller and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self._take_key(event):
                return True
        return super().eventFilter(watched, event)
