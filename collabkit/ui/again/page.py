"""The page on which an assessment is started again: first the last plan, then the next time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from collabkit.i18n import _
from collabkit.ui.again.last_plan import LastPlanSection
from collabkit.ui.again.next_card import NextCard
from collabkit.ui.again.presenter import AgainPresenter
from collabkit.ui.again.state import AgainState, NextStep, NextThere
from collabkit.ui.again.wording import there_words
from collabkit.ui.context import Context
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.sample_mark import SampleMark
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text


class AgainPage(Page):
    """What was done, what was not and what we learned; then the same questions once more."""

    def __init__(self, context: Context) -> None:
        super().__init__(_title(None))
        presenter = AgainPresenter(context.services, context.today, self)
        self._presenter = presenter
        self.sample = SampleMark()
        self.empty = Column()
        self.last_plan = LastPlanSection()
        self.next = Section(_("The next time"))
        self.there = Column()
        self._there_shown: object = None
        self.card = NextCard()
        self.next.add(self.there, self.card)
        self.going_on = Text("", "body", "muted")
        # At the end: whoever starts has come past the last plan and what is settled for the next.
        self.start = Button(_("Start again"), "primary", "next", sign_after=True)
        acts = QHBoxLayout()
        acts.addWidget(self.start)
        acts.addStretch(1)
        self.add(self.sample, self.empty, self.last_plan, self.next, self.going_on, acts)
        self.undo = Button(_("Undo"), "quiet", "undo")
        self.to_next = Button(_("On to the next time"), "plain", "down")
        self.foot.add_left(self.undo)
        self.foot.add_right(self.to_next)
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.go_wanted.connect(self.go_requested)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        self.last_plan.learned.connect(presenter.learn)
        self.last_plan.learned_from_all.connect(presenter.learn_from_all)
        self.last_plan.ticked.connect(presenter.tick)
        self.last_plan.plan_requested.connect(self._on_last_plan_plan_requested)
        self.card.title_changed.connect(presenter.change_title)
        self.card.minimum_chosen.connect(presenter.choose_minimum)
        self.card.consent_taken.connect(presenter.take_consent)
        self.card.people_chosen.connect(presenter.choose_people)
        self.card.keeping_chosen.connect(presenter.choose_keeping)
        self.undo.clicked.connect(self._on_undo_asked)
        self.to_next.clicked.connect(self._on_to_next_clicked)
        self.start.clicked.connect(self._on_start_clicked)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_undo_asked)

    def render_state(self, state: AgainState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        self.set_title(_title(state.there), state.whose)
        show_if(self.sample, state.is_sample)
        for part in (self.last_plan, self.next, self.going_on, self.start, self.undo, self.to_next):
            show_if(part, not state.empty)
        self._show_empty(state.empty)
        if state.empty:
            return
        self.last_plan.render_state(state)
        self._show_there(state)
        show_if(self.card, state.there is None)
        self.card.render_state(state)
        self.going_on.setText(state.going_on)
        show_if(self.going_on, bool(state.going_on))
        self.undo.setEnabled(state.can_undo)
        self.start.set_words(_verb(state.way))

    def entered(self, **arguments: object) -> None:
        assessment_id = arguments.get("assessment_id")
        self.notice.close_notice()
        self._presenter.open(assessment_id if isinstance(assessment_id, str) else "")

    def left(self) -> None:
        self._flush()
        self.notice.close_notice()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Space"), _("Let an action go on, or choose")),
            (_("Ctrl+Z"), _("Undo what was written last")),
        )

    def _show_empty(self, sentence: str) -> None:
        if not sentence:
            self.empty.fill()
            return
        empty = EmptyState(sentence, _("See all assessments"))
        empty.action_taken.connect(self._on_empty_action_taken)
        self.empty.fill(empty)

    def _show_there(self, state: AgainState) -> None:
        shown = (state.there, state.there and there_words(state))
        if shown == self._there_shown:
            return
        self._there_shown = shown
        if state.there is None:
            self.there.fill()
            return
        card = Card(state.there.name)
        another = Button(_("Start another one instead"), "quiet")
        another.clicked.connect(self._on_another_clicked)
        card.add(Text(there_words(state)), another)
        self.there.fill(card)

    def _flush(self) -> None:
        self.last_plan.flush()
        self.card.flush()

    def _on_last_plan_plan_requested(self) -> None:
        self.go_requested.emit("plan", {"assessment_id": self._presenter.state.assessment_id})

    def _on_undo_asked(self) -> None:
        self._flush()
        self._presenter.undo()

    def _on_to_next_clicked(self) -> None:
        self.jump_to(self.next.heading)

    def _on_another_clicked(self) -> None:
        self._presenter.start_another()
        self.jump_to(self.next.heading, self.card.title.line)

    def _on_start_clicked(self) -> None:
        self._flush()
        self.notice.close_notice()
        self._presenter.go_on()
        state = self._presenter.state
        if state.fault:
            wrong = self.card.faulty(state)
            self.jump_to(wrong, wrong.focusProxy() or wrong)

    def _on_empty_action_taken(self) -> None:
        self.go_requested.emit("assess", {})

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


def _title(there: NextThere | None) -> str:
    return _("Start again from last time") if there is None else _("The plan of last time")


def _verb(way: NextStep) -> str:
    return {
        NextStep.START: _("Start again"),
        NextStep.PREPARE: _("Prepare the next session"),
        NextStep.TAKE_OVER: _("Put them into the new plan"),
        NextStep.GO_ON: _("Go on with the next time"),
    }[way]
