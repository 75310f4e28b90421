"""The page Plan."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from collabkit.assessments.pack import ActionKind
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.plan.blank import Blank
from collabkit.ui.plan.handling import ActionHandling
from collabkit.ui.plan.lists import ActionLists
from collabkit.ui.plan.on_clipboard import copy_table
from collabkit.ui.plan.own_words import OwnWords
from collabkit.ui.plan.plan_choice import PlanChoice
from collabkit.ui.plan.presenter import PlanPresenter
from collabkit.ui.plan.state import News, Offer, PlanState, Situation
from collabkit.ui.plan.suggestions import Suggestions
from collabkit.ui.plan.ways_out import WaysOut
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import bring_into_view
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text


class PlanPage(Page):
    """Choose at most three things, say who does what by when, and get the paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Plan"))
        self._presenter = PlanPresenter(context.services, context.today, self)
        self._offer = Offer.NOTHING
        self.save = Button(_("Save as PDF"), "primary", "save")
        self.head.set_primary(self.save)
        self.choice = PlanChoice()
        self.blank = Blank()
        self.how_far = Text("", "lead")
        self.lists = ActionLists()
        self.left_words = Text("", "body", "muted")
        self.suggestions = Suggestions()
        self.own_words = OwnWords()
        self.adding = Section(_("Add an action"))
        self.adding.add(self.suggestions, self.own_words)
        self.ways_out = WaysOut()
        self.add(self.choice, self.blank, self.how_far, self.lists, self.left_words)
        self.add(self.ways_out, self.adding)
        self.add_button = Button(_("Add an action"), "plain", "plus")
        self.undo_button = Button(_("Undo"), "quiet", "undo")
        self.foot.add_left(self.add_button)
        self.foot.add_right(self.undo_button)
        self.handling = ActionHandling(
            self.lists, self._presenter, self._withdraw_offer, self.blank.take_focus, self
        )
        self._connect()

    def render_state(self, state: PlanState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        has_actions = state.situation is Situation.ACTIONS
        has_plan = has_actions or state.situation in (Situation.NO_ACTIONS, Situation.NO_ANSWERS)
        self.choice.show_names(state.names, state.assessment_id, state.is_sample)
        self.set_title(_("Plan"), "" if self.choice.offers_others else state.name)
        self.blank.show_situation(state)
        self.how_far.setText(state.how_far)
        self.lists.show_plan(state)
        self.left_words.setText(state.left_sentence)
        self.suggestions.show_groups(state.groups)
        show_if(self.save, has_actions)
        show_if(self.how_far, bool(state.how_far))
        show_if(self.left_words, bool(state.left_sentence))
        show_if(self.adding, has_plan)
        show_if(self.suggestions, state.situation is not Situation.NO_ANSWERS)
        show_if(self.add_button, has_actions)
        self.ways_out.show_ways(has_actions=has_actions, can_repeat=state.can_repeat)
        show_if(self.undo_button, has_actions or state.can_undo)
        self.undo_button.setEnabled(state.can_undo)

    def entered(self, **arguments: object) -> None:
        assessment_id = arguments.get("assessment_id")
        self.lists.settle()
        self._presenter.open(assessment_id if isinstance(assessment_id, str) else None)
        card = self.lists.card_of(str(arguments.get("action_id", "")))
        if card is not None:
            self.jump_to(card, card.acts.progress)

    def new_day(self) -> None:
        self._presenter.tell_anew()

    def left(self) -> None:
        self.lists.flush()
        self.notice.close_notice()

    def holds_unsaved(self) -> bool:
        return bool(self._presenter.ledger.unsaved())

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Alt+Up and Alt+Down"), _("Move the action up or down")),
            (_("Ctrl+Enter"), _("Mark the action as done, or as open again")),
            (_("Ctrl+Z"), _("Undo the last change")),
            (_("Ctrl+Shift+Z"), _("Make the change again")),
            (_("Ctrl+C"), _("Copy the plan as text")),
            (_("Ctrl+Shift+C"), _("Copy the plan as a table")),
            (_("Ctrl+P"), _("See the plan on paper")),
            (_("Esc"), _("Close the details of the action")),
        )

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.told.connect(self._on_presenter_told)
        presenter.ledger.state_changed.connect(self._on_ledger_state_changed)
        self.save.clicked.connect(self._go_to_paper)
        self.choice.picked.connect(self._on_choice_picked)
        self.blank.suggestions_requested.connect(self._on_add_button_clicked)
        self.blank.place_requested.connect(self.go_requested)
        self.lists.results_requested.connect(self._go_to_results)
        self.lists.last_time_requested.connect(self._on_lists_last_time_requested)
        self.suggestions.idea_wanted.connect(self._on_suggestions_idea_wanted)
        self.suggestions.plan_requested.connect(self._on_suggestions_plan_requested)
        self.suggestions.results_requested.connect(self._go_to_results)
        self.own_words.action_wanted.connect(self._on_own_words_action_wanted)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.undo_button.clicked.connect(self._on_undo_asked)
        self.ways_out.text_requested.connect(self._on_copy_asked)
        self.ways_out.table_requested.connect(self._on_table_asked)
        self.ways_out.files_requested.connect(self._on_ways_out_files_requested)
        self.ways_out.again_requested.connect(self._on_ways_out_again_requested)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        for keys, slot in (
            ("Ctrl+Z", self._on_undo_asked),
            ("Ctrl+Shift+Z", self._on_redo_asked),
            ("Ctrl+Y", self._on_redo_asked),
            ("Ctrl+C", self._on_copy_asked),
            ("Ctrl+Shift+C", self._on_table_asked),
            ("Ctrl+P", self._go_to_paper),
            ("Ctrl+Return", self.handling.tick_off),
            ("Ctrl+Enter", self.handling.tick_off),
            ("Alt+Up", self.handling.move_up),
            ("Alt+Down", self.handling.move_down),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _withdraw_offer(self) -> None:
        """Close the notice that offers to undo: something newer would be undone now."""
        if self._offer in (Offer.UNDO, Offer.REDO):
            self.notice.close_notice()

    def _go_to_paper(self) -> None:
        if self.save.isVisible():
            assessment_id = self._presenter.state.assessment_id
            self.go_requested.emit("preview", {"assessment_id": assessment_id})

    def _go_to_results(self) -> None:
        self.go_requested.emit("results", {"assessment_id": self._presenter.state.assessment_id})

    def _on_presenter_told(self, news: News) -> None:
        verbs = {
            Offer.NOTHING: "",
            Offer.UNDO: _("Undo"),
            Offer.REDO: _("Redo"),
            Offer.TRY_AGAIN: _("Try again"),
        }
        self._offer = news.offer
        self.notice.tell(
            news.sentence,
            verbs[news.offer],
            tone="alert" if news.offer is Offer.TRY_AGAIN else "calm",
            passing=news.offer in (Offer.UNDO, Offer.REDO),
        )
        QTimer.singleShot(0, self, self._clear_focused)

    def _clear_focused(self) -> None:
        """Scroll what has the keyboard clear of a notice that has just come above it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.scroller.isAncestorOf(focused):
            lay_out_now()
            bring_into_view(self.scroller, focused)

    def _on_ledger_state_changed(self, state: SaveState) -> None:
        if state.saving is Saving.DONE and self._offer is Offer.TRY_AGAIN:
            self.notice.close_notice()
        self.save_state_changed.emit(state)

    def _on_choice_picked(self, assessment_id: str) -> None:
        self.lists.flush()
        self.notice.close_notice()
        self._presenter.pick(assessment_id)

    def _on_suggestions_idea_wanted(self, item_id: str, idea_id: str) -> None:
        self.lists.flush()
        self._presenter.add_idea(item_id, idea_id)

    def _on_suggestions_plan_requested(self) -> None:
        self.jump_to(self.lists.now.heading)

    def _on_own_words_action_wanted(self, text: str, kind: str) -> None:
        self.lists.flush()
        self._presenter.add_own(text, ActionKind(kind))

    def _on_add_button_clicked(self) -> None:
        if self._presenter.state.groups:
            self.suggestions.open_now()
            self.jump_to(self.adding.heading)
        else:
            self.own_words.open_now()

    def _on_copy_asked(self) -> None:
        self.lists.flush()
        if self._presenter.state.situation is Situation.ACTIONS:
            QGuiApplication.clipboard().setText(self._presenter.text)
            self._on_presenter_told(News(_("The plan was copied. Paste it where you need it.")))

    def _on_table_asked(self) -> None:
        self.lists.flush()
        if self._presenter.state.situation is Situation.ACTIONS:
            copy_table(self._presenter.table)
            self._on_presenter_told(
                News(_("The plan was copied as a table. Paste it into your minutes."))
            )

    def _on_ways_out_files_requested(self) -> None:
        self.lists.flush()
        assessment_id = self._presenter.state.assessment_id
        self.go_requested.emit("taking-out", {"assessment_id": assessment_id})

    def _on_ways_out_again_requested(self) -> None:
        self._on_lists_last_time_requested(self._presenter.state.assessment_id)

    def _on_lists_last_time_requested(self, assessment_id: str) -> None:
        self.lists.flush()
        self.go_requested.emit("again", {"assessment_id": assessment_id})

    def _on_undo_asked(self) -> None:
        self.lists.flush()
        self._presenter.undo()

    def _on_redo_asked(self) -> None:
        self.lists.flush()
        self._presenter.redo()

    def _on_notice_action_taken(self) -> None:
        match self._offer:
            case Offer.UNDO:
                self._show_again(self._presenter.undo())
            case Offer.REDO:
                self._show_again(self._presenter.redo())
            case Offer.TRY_AGAIN:
                self._presenter.ledger.try_again()
            case Offer.NOTHING:
                pass

    def _show_again(self, action_id: str | None) -> None:
        """Give the keyboard to the action that was brought back or changed back."""
        if action_id is None or not self.handling.focus(action_id):
            self.head.title.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.lists.flush()
        super().hideEvent(event)
