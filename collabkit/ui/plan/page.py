"""The page Plan."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.assessments.pack import ActionKind
from collabkit.i18n import _
from collabkit.plans.plan import Slot
from collabkit.ui.context import Context
from collabkit.ui.plan.action_card import ActionCard
from collabkit.ui.plan.action_list import ActionList
from collabkit.ui.plan.blank import Blank
from collabkit.ui.plan.own_words import OwnWords
from collabkit.ui.plan.plan_choice import PlanChoice
from collabkit.ui.plan.presenter import PlanPresenter
from collabkit.ui.plan.state import News, Offer, PlanState, Situation
from collabkit.ui.plan.suggestions import Suggestions
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section


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
        self.now = ActionList(Slot.NOW, _("Now"))
        self.parked = ActionList(
            Slot.PARKED,
            _("Parked"),
            _("Good ideas that wait. When something is done, take the next one from here."),
        )
        self.suggestions = Suggestions()
        self.own_words = OwnWords()
        self.adding = Section(_("Add an action"))
        self.adding.add(self.suggestions, self.own_words)
        self.add(self.choice, self.blank, self.now, self.parked, self.adding)
        self.add_button = Button(_("Add an action"), "plain", "plus")
        self.undo_button = Button(_("Undo"), "quiet", "undo")
        self.copy_button = Button(_("Copy as text"), "quiet")
        self.foot.add_left(self.add_button)
        self.foot.add_right(self.undo_button)
        self.foot.add_right(self.copy_button)
        self._connect()
        self._make_shortcuts()

    def render_state(self, state: PlanState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        has_actions = state.situation is Situation.ACTIONS
        has_plan = has_actions or state.situation in (Situation.NO_ACTIONS, Situation.NO_ANSWERS)
        self.set_title(_("Plan"), state.name)
        self.choice.show_names(state.names, state.assessment_id, state.is_sample)
        self.blank.show_situation(state)
        self.now.show_actions(state.now)
        self.now.set_sentence(state.now_sentence)
        self.parked.show_actions(state.parked)
        self.suggestions.show_groups(state.groups)
        show_if(self.save, has_actions)
        show_if(self.now, has_actions)
        show_if(self.parked, bool(state.parked))
        show_if(self.adding, has_plan)
        show_if(self.suggestions, state.situation is not Situation.NO_ANSWERS)
        show_if(self.add_button, has_actions)
        show_if(self.copy_button, has_actions)
        show_if(self.undo_button, has_plan)
        self.undo_button.setEnabled(state.can_undo)

    def entered(self, **arguments: object) -> None:
        assessment_id = arguments.get("assessment_id")
        self._presenter.open(assessment_id if isinstance(assessment_id, str) else None)

    def left(self) -> None:
        self._flush()
        self.notice.close_notice()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Alt+Up and Alt+Down"), _("Move the action up or down")),
            (_("Ctrl+Z"), _("Undo the last change")),
            (_("Ctrl+Shift+Z"), _("Make the change again")),
            (_("Ctrl+C"), _("Copy the plan as text")),
            (_("Ctrl+P"), _("See the plan on paper")),
            (_("Esc"), _("Close the details of the action")),
        )

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.told.connect(self._on_presenter_told)
        presenter.keeper.state_changed.connect(self.save_state_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.choice.picked.connect(self._on_choice_picked)
        self.blank.suggestions_requested.connect(self._on_add_button_clicked)
        self.blank.place_requested.connect(self.go_requested)
        for actions in (self.now, self.parked):
            actions.edited.connect(presenter.change)
            actions.moved.connect(self._on_actions_moved)
            actions.removal_requested.connect(self._on_actions_removal_requested)
            actions.results_requested.connect(self._go_to_results)
        self.now.slot_change_requested.connect(self._on_now_slot_change_requested)
        self.parked.slot_change_requested.connect(self._on_parked_slot_change_requested)
        self.suggestions.idea_wanted.connect(self._on_suggestions_idea_wanted)
        self.suggestions.plan_requested.connect(self._on_suggestions_plan_requested)
        self.suggestions.results_requested.connect(self._go_to_results)
        self.own_words.action_wanted.connect(self._on_own_words_action_wanted)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.undo_button.clicked.connect(self._on_undo_asked)
        self.copy_button.clicked.connect(self._on_copy_asked)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def _make_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+Z", self._on_undo_asked),
            ("Ctrl+Shift+Z", self._on_redo_asked),
            ("Ctrl+Y", self._on_redo_asked),
            ("Ctrl+C", self._on_copy_asked),
            ("Ctrl+P", self._on_save_clicked),
            ("Alt+Up", self._on_move_up_asked),
            ("Alt+Down", self._on_move_down_asked),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _flush(self) -> None:
        self.now.flush()
        self.parked.flush()
