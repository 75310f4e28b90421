"""The page on which a session is prepared, weeks before the day."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.progress_steps import ProgressSteps, Step
from collabkit.ui.workshop.desktop import SessionDesktop, file_name
from collabkit.ui.workshop.prepare.agenda_part import AgendaPart
from collabkit.ui.workshop.prepare.begin_part import BeginPart
from collabkit.ui.workshop.prepare.begin_presenter import BeginPresenter
from collabkit.ui.workshop.prepare.day_part import DayPart
from collabkit.ui.workshop.prepare.locked_part import LockedPart
from collabkit.ui.workshop.prepare.occasion_part import OccasionPart
from collabkit.ui.workshop.prepare.presenter import PreparePresenter
from collabkit.ui.workshop.prepare.promise_part import PromisePart
from collabkit.ui.workshop.prepare.state import BeginState, PrepareState, Topic
from collabkit.ui.workshop.prepare.statements_part import StatementsPart
from collabkit.ui.workshop.prepare.voting_part import VotingPart
from collabkit.ui.workshop.prepare.wording import lead, topic_lead, topic_name

_TopicPart = OccasionPart | StatementsPart | VotingPart | AgendaPart | PromisePart | DayPart


class PreparePage(Page):
    """First charity and questionnaire; then part by part, in any order, everything kept at once."""

    def __init__(self, context: Context, desktop: SessionDesktop | None = None) -> None:
        super().__init__(_("Prepare a session"))
        self._desktop = desktop or SessionDesktop()
        self._presenter = PreparePresenter(context, self)
        self._beginner = BeginPresenter(context.services, context.today, self)
        self._state: PrepareState | None = None
        self._folder: Path | None = None
        self.begin = BeginPart()
        self.occasion, self.statements = OccasionPart(), StatementsPart()
        self.voting, self.agenda = VotingPart(), AgendaPart()
        self.promise, self.day = PromisePart(), DayPart()
        self._topics: dict[Topic, _TopicPart] = {
            Topic.OCCASION: self.occasion,
            Topic.STATEMENTS: self.statements,
            Topic.VOTING: self.voting,
            Topic.AGENDA: self.agenda,
            Topic.PROMISE: self.promise,
            Topic.DAY: self.day,
        }
        self._locked = LockedPart()
        self.parts = ProgressSteps(_("Parts of the preparation"))
        self.put_beside(self.parts)
        self.add(self.begin, self._locked, *self._topics.values())
        self._back = Button(_("Back"), "plain", "back")
        self._next = Button(_("Next"), "primary", "next", sign_after=True)
        self.foot.add_left(self._back)
        self.foot.add_right(self._next)
        self._connect()

    def render_begin(self, state: BeginState) -> None:
        """Ask for charity and questionnaire."""
        self._state = None
        title = _("Prepare a session")
        if state.is_change:
            title = _("Another charity or questionnaire")
        self.set_title(title, _("A board or a group in one room, with you and one laptop."))
        self._show_only(self.begin)
        self.show_beside(False)
        self.begin.render_state(state)
        self._next.set_words(_("Next"))

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``; another part gets the keyboard and is told to screen readers."""
        before, self._state = self._state, state
        if state.is_locked:
            self._render_locked(state)
            return
        part = self._topics[state.topic]
        self._show_only(part)
        self.set_title(topic_name(state.topic), lead(state))
        part.render_state(state)
        steps = [Step(topic, topic_name(topic), 0, 0) for topic in Topic]
        self.parts.show_steps(steps, state.topic)
        self.show_beside(True)
        is_last = state.topic is Topic.DAY
        self._next.set_words(_("Start the session") if is_last else _("Next"))
        is_another = before is None or (before.session_id, before.topic) != (
            state.session_id,
            state.topic,
        )
        if is_another and self.isVisible():
            self.take_focus()
            announce(self, f"{self.title}. {topic_lead(state.topic)}")

    def entered(self, **arguments: object) -> None:
        session_id, template_id = arguments.get("session_id"), arguments.get("template_id")
        self._state = None
        if isinstance(session_id, str) and self._presenter.open(session_id):
            return
        self._beginner.open(template_id if isinstance(template_id, str) else "")

    def left(self) -> None:
        self._flush()
        self.notice.close_notice()

    def holds_unsaved(self) -> bool:
        return self._presenter.holds_unsaved

    def unsaved_words(self) -> str:
        return _(
            "Something you changed in a session does not fit yet, so it is not kept. Go back to it "
            "and put it right, or close collabkit once more, and it stays as it was before."
        )

    def first_focus(self) -> QWidget | None:
        if self._state is None:
            return self.begin.first_focus()
        if self._state.is_locked:
            return self._next if self._next.isVisibleTo(self) else None
        return self._topics[self._state.topic].first_focus()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Up and down"), _("Move between the choices, or between the statements")),
            (_("Space"), _("Choose")),
            (_("Alt+Up and Alt+Down"), _("Move a statement up or down")),
            (_("Delete"), _("Leave a statement out")),
        )

    def _connect(self) -> None:
        presenter, beginner = self._presenter, self._beginner
        presenter.state_changed.connect(self.render_state)
        presenter.save_state_changed.connect(self.save_state_changed)
        presenter.told.connect(self._on_presenter_told)
        presenter.printer.printed.connect(self._on_printer_printed)
        presenter.printer.problem_met.connect(self._on_problem_met)
        presenter.go_wanted.connect(self._on_presenter_go_wanted)
        presenter.problem_met.connect(self._on_problem_met)
        beginner.state_changed.connect(self.render_begin)
        beginner.begun.connect(self._on_beginner_begun)
        beginner.problem_met.connect(self._on_problem_met)
        self.begin.charity_chosen.connect(beginner.choose_charity)
        self.begin.charity_named.connect(beginner.change_name)
        self.begin.pack_chosen.connect(beginner.choose_pack)
        self.occasion.changed.connect(presenter.change)
        self.occasion.begin_wanted.connect(self._on_occasion_begin_wanted)
        self.statements.moved.connect(presenter.move_statement)
        self.statements.dropped.connect(presenter.drop_statement)
        self.statements.picked.connect(presenter.choose_statements)
        self.statements.suggestion_wanted.connect(presenter.suggest_statements)
        self.voting.changed.connect(presenter.change)
        self.voting.agreed.connect(presenter.agree)
        self.agenda.time_changed.connect(presenter.change_time)
        self.promise.worded.connect(presenter.word_promise)
        self.day.print_wanted.connect(self._on_day_print_wanted)
        self.day.rehearsal_wanted.connect(self._on_day_rehearsal_wanted)
        self.day.keying_wanted.connect(self._on_day_keying_wanted)
        self.day.copy_wanted.connect(presenter.copy)
        self.day.template_wanted.connect(presenter.save_as_template)
        self.day.file_wanted.connect(self._on_day_file_wanted)
        self.parts.step_requested.connect(self._on_parts_step_requested)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def _render_locked(self, state: PrepareState) -> None:
        self.set_title(state.shown.title, _("How this session was prepared."))
        self._show_only(self._locked, self.day)
        self._locked.render_state(state)
        self.day.render_state(state)
        self.show_beside(False)
        self._next.set_words(_("Look at it") if state.is_over else _("Go on with the session"))

    def _show_only(self, *shown: QWidget) -> None:
        for part in (self.begin, *self._topics.values(), self._locked):
            show_if(part, part in shown)

    def _flush(self) -> None:
        self.begin.flush()
        for part in self._topics.values():
            part.flush()

    def _go(self, key: str) -> None:
        self._flush()
        if self._state is not None:
            self.go_requested.emit(key, {"session_id": self._state.session_id})

    def _on_occasion_begin_wanted(self) -> None:
        self._flush()
        if self._state is not None:
            self._beginner.open(session_id=self._state.session_id)
            self.take_focus()

    def _on_beginner_begun(self, session_id: str) -> None:
        # Gone to, not only shown: whoever comes back here comes back to this session.
        self.go_requested.emit("session", {"session_id": session_id})

    def _on_parts_step_requested(self, key: str) -> None:
        self._flush()
        self._presenter.show_topic(Topic(key))

    def _on_back_clicked(self) -> None:
        self._flush()
        topics = list(Topic)
        at = topics.index(self._state.topic) if self._state is not None else 0
        if self._state is None or self._state.is_locked or not at:
            self.go_requested.emit("workshop", {})
        else:
            self._presenter.show_topic(topics[at - 1])

    def _on_next_clicked(self) -> None:
        self._flush()
        self.notice.close_notice()
        if self._state is None:
            self._beginner.go_on()
            return
        topics = list(Topic)
        if self._state.is_locked:
            self._go("console")
        elif self._state.topic is topics[-1]:
            self._presenter.start()
        else:
            self._presenter.show_topic(topics[topics.index(self._state.topic) + 1])

    def _on_day_print_wanted(self) -> None:
        self._flush()
        suggested = self._presenter.printer.suggested_folder(self._desktop.documents())
        folder = self._desktop.ask_which_folder(self, suggested)
        if folder is not None:
            self._presenter.print_pack(folder)

    def _on_day_rehearsal_wanted(self) -> None:
        self._go("rehearsal")

    def _on_day_keying_wanted(self) -> None:
        self._go("keying")

    def _on_day_file_wanted(self) -> None:
        self._flush()
        if self._state is None:
            return
        suggested = self._desktop.documents() / file_name(self._state.shown.title)
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is not None:
            self._presenter.save_file(path)

    def _on_printer_printed(self, sentence: str, folder: Path) -> None:
        self._folder = folder
        self.notice.tell(sentence, _("Show the folder"))
        self._desktop.show_folder(folder)

    def _on_presenter_go_wanted(self, key: str, session_id: str) -> None:
        self.go_requested.emit(key, {"session_id": session_id})

    def _on_presenter_told(self, sentence: str) -> None:
        self._folder = None
        self.notice.tell(sentence)

    def _on_problem_met(self, sentence: str) -> None:
        self._folder = None
        self.notice.tell(sentence, tone="alert")

    def _on_notice_action_taken(self) -> None:
        if self._folder is not None:
            self._desktop.show_folder(self._folder)
