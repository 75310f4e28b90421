"""Home: the next thing to do, and little else."""

from PySide6.QtWidgets import QWidget

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.context import Context
from collabkit.ui.home.parts import (
    AgainEntry,
    DueCard,
    HeldCard,
    KeptEntry,
    NextCard,
    OpenFileButton,
    SampleSection,
    SentSection,
    StartCard,
    WorkEntry,
    leisure,
    privacy,
)
from collabkit.ui.home.presenter import HomePresenter
from collabkit.ui.home.state import DuePlan, HomeState, KeptTooLong, Work
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.section import Section

_SHOWN = 3  # other unfinished assessments, and plans; the rest is under Assess


class HomePage(Page):
    """Where one is led on: to go on, to a plan with something due, or to something new."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Welcome"))
        self._presenter = HomePresenter(context.services, context.today, self)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.sample_ready.connect(self._on_presenter_sample_ready)
        self._presenter.sample_put_away.connect(self._on_presenter_sample_put_away)
        self._presenter.problem_met.connect(self._on_presenter_problem_met)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._primary: QWidget | None = None
        self._next = Column()
        self._held = Column()
        self._due = Section(_("Coming up in your plans"))
        self._due_cards = Column()
        self._due.add(self._due_cards)
        self._others = Section(_("Also not finished"))
        self._other_entries = Column()
        self._others.add(self._other_entries)
        self._again = Section(_("A year later"))
        self._again_entry = Column()
        self._again.add(self._again_entry)
        self._kept = Section(_("Is it time to erase?"))
        self._kept_entries = Column()
        self._kept.add(self._kept_entries)
        self._new = Section(_("Start something new"), leisure())
        self._new_button = Column()
        self._new.add(self._new_button)
        self._sample = SampleSection()
        self._sample.open_requested.connect(self._presenter.open_sample)
        self._sample.put_away_requested.connect(self._presenter.put_sample_away)
        self._privacy = privacy()
        self._sent = SentSection()
        self._sent.open.clicked.connect(self._on_open_file_clicked)
        self.add(self._next, self._held, self._due, self._others, self._again)
        self.add(self._kept)
        self.add(self._new, self._sent, self._sample)
        self.add(self._privacy, gap=3)

    def render_state(self, state: HomeState) -> None:
        """Show ``state``."""
        self.set_title(*_title(state))
        self._next.fill(*self._next_card(state))
        self._held.fill(*self._held_card(state))
        self._due.setVisible(bool(state.due))
        self._due_cards.fill(*(self._due_card(plan) for plan in state.due[:_SHOWN]))
        self._render_others(state.to_go_on[1:])
        self._again.setVisible(state.again is not None)
        self._again_entry.fill(*self._again_entries(state.again))
        self._kept.setVisible(bool(state.kept_too_long))
        self._kept_entries.fill(*map(self._kept_entry, state.kept_too_long[:_SHOWN]))
        self._render_new(state)
        self._sample.render_state(
            exists=state.sample is not None, is_under_way=state.is_sample_under_way
        )
        self._privacy.setHidden(state.is_first_time)

    def entered(self, **_arguments: object) -> None:
        self._presenter.refresh()

    def new_day(self) -> None:
        focused = self.window().focusWidget()
        self._presenter.refresh()
        if focused is not None and self.scroller.isAncestorOf(focused):
            self.take_focus()  # what had the keyboard was made anew

    def left(self) -> None:
        self._presenter.leave()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self._primary

    def _next_card(self, state: HomeState) -> tuple[QWidget, ...]:
        card: StartCard | NextCard
        if state.is_first_time:
            card = StartCard()
            card.button.clicked.connect(self._on_start_clicked)
        elif state.to_go_on:
            work = state.to_go_on[0]
            verb = _("Give the answers back") if work.is_to_give_back else _("Go on")
            card = NextCard(work, verb)
            card.taken.connect(self._on_work_taken)
        elif state.to_look_at is not None:
            card = NextCard(state.to_look_at, _("See the results"))
            card.taken.connect(self._on_results_taken)
        else:
            self._primary = None
            return ()
        self._primary = card.button
        return (card,)

    def _held_card(self, state: HomeState) -> tuple[QWidget, ...]:
        if state.held is None:
            return ()
        card = HeldCard(state.held, is_next=self._primary is None)
        card.plan_wanted.connect(self._on_plan_taken)
        card.results_wanted.connect(self._on_held_results_wanted)
        card.papers_wanted.connect(self._on_held_papers_wanted)
        self._primary = self._primary or card.button
        return (card,)

    def _due_card(self, plan: DuePlan) -> DueCard:
        card = DueCard(plan)
        card.taken.connect(self._on_due_taken)
        return card

    def _again_entries(self, work: Work | None) -> tuple[QWidget, ...]:
        if work is None:
            return ()
        entry = AgainEntry(work)
        entry.taken.connect(self._on_again_taken)
        return (entry,)

    def _kept_entry(self, kept: KeptTooLong) -> KeptEntry:
        entry = KeptEntry(kept)
        entry.taken.connect(self._on_kept_taken)
        return entry

    def _render_others(self, works: tuple[Work, ...]) -> None:
        self._others.setVisible(bool(works))
        parts: list[QWidget] = []
        for work in works[:_SHOWN]:
            entry = WorkEntry(work)
            entry.taken.connect(self._on_work_taken)
            parts.append(entry)
        if (more := len(works) - _SHOWN) > 0:
            words = ngettext("One more under Assess", "{number} more under Assess", more)
            button = Button(words.format(number=in_words(more).capitalize()), "quiet")
            button.clicked.connect(self._on_more_clicked)
            parts.append(button)
        self._other_entries.fill(*parts)

    def _render_new(self, state: HomeState) -> None:
        self._new.setVisible(not state.is_first_time)
        self._sent.setVisible(state.is_first_time)
        if state.is_first_time:
            return
        button = Button(_("New assessment"), "plain" if self._primary else "primary", "plus")
        button.clicked.connect(self._on_start_clicked)
        sent = OpenFileButton()
        sent.clicked.connect(self._on_open_file_clicked)
        self._new_button.fill(Acts(button, sent))
        self._primary = self._primary or button

    def _on_start_clicked(self) -> None:
        self.go_requested.emit("new", {})

    def _on_open_file_clicked(self) -> None:
        self.go_requested.emit("open-file", {})

    def _on_work_taken(self, work: Work) -> None:
        if work.session_id:
            place = "console" if work.assessment_id else "session"
            self.go_requested.emit(place, {"session_id": work.session_id})
            return
        place = "sheets" if work.has_sheets else "questionnaire"
        if work.is_to_give_back:
            place = "giving-back"
        self.go_requested.emit(place, {"assessment_id": work.assessment_id})

    def _on_results_taken(self, work: Work) -> None:
        self.go_requested.emit("results", {"assessment_id": work.assessment_id})

    def _on_held_results_wanted(self, assessment_id: str) -> None:
        self.go_requested.emit("results", {"assessment_id": assessment_id})

    def _on_held_papers_wanted(self, session_id: str) -> None:
        self.go_requested.emit("console", {"session_id": session_id})

    def _on_plan_taken(self, assessment_id: str) -> None:
        self.go_requested.emit("plan", {"assessment_id": assessment_id})

    def _on_due_taken(self, assessment_id: str, action_id: str) -> None:
        arguments = {"assessment_id": assessment_id}
        if action_id:
            arguments["action_id"] = action_id
        self.go_requested.emit("plan", arguments)

    def _on_again_taken(self, assessment_id: str) -> None:
        self.go_requested.emit("again", {"assessment_id": assessment_id})

    def _on_kept_taken(self, assessment_id: str) -> None:
        self.go_requested.emit("privacy", {"assessment_id": assessment_id})

    def _on_more_clicked(self) -> None:
        self.go_requested.emit("assess", {})

    def _on_notice_action_taken(self) -> None:
        self._presenter.bring_sample_back()
        self.take_focus()

    def _on_presenter_sample_ready(self, assessment_id: str) -> None:
        self.go_requested.emit("results", {"assessment_id": assessment_id})

    def _on_presenter_sample_put_away(self) -> None:
        self.notice.tell(_("The sample was put away."), _("Undo"))
        self.notice.take_focus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


def _title(state: HomeState) -> tuple[str, str]:
    if state.is_first_time:
        return _("Welcome"), _(
            "Take a quiet look at how your charity works with others, and choose what to do next."
        )
    if state.to_go_on:
        return _("Welcome back"), _("Go on where you stopped.")
    if state.to_look_at is not None:
        return _("Welcome back"), _("Your answers are in. See what they say.")
    if state.held is not None:
        return _("Welcome back"), _("Go on with what you agreed in your session.")
    return _("Welcome back"), ""
