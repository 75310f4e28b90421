"""The console: what is on the wall, what the one big button will do, who is in, what to say."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.i18n import _
from collabkit.room.meeting import DraftAction
from collabkit.services.session_reports import SessionPaper
from collabkit.settings import Settings
from collabkit.ui.context import Context
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.save_mark import SaveState
from collabkit.ui.window import MainWindow
from collabkit.ui.workshop.console.board import Board
from collabkit.ui.workshop.console.clock import ClockState
from collabkit.ui.workshop.console.keys import (
    Gate,
    KeyTaker,
    Letter,
    console_key_hints,
    is_typed_in,
)
from collabkit.ui.workshop.console.one_screen import OneScreen
from collabkit.ui.workshop.console.panels import PanelMaker, connect_ending
from collabkit.ui.workshop.console.papers import Papers
from collabkit.ui.workshop.console.parts.big_button import BigButton
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import ConsoleState, News, Offer
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.console.wording import unsaved_steps, unsaved_vote
from collabkit.ui.workshop.ending.view import EndingView
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.stage import Stage

_WIDEST = 72  # ems
_STEPS = (RoomKey.NEXT, RoomKey.BACK)


class ConsolePage(Page):
    """Leads one session. Asks for ``keying`` to key in sheets, for ``plan`` and ``results``."""

    def __init__(
        self,
        context: Context,
        make_stage: Callable[[QWidget, Settings, QObject], Stage] = Stage,
    ) -> None:
        """Make the page; ``make_stage`` makes the stage on which the session is shown."""
        super().__init__(_("Console"), quiet=True)
        self.use_full_width(_WIDEST)
        self.stage = make_stage(self, context.settings, self)
        self.wall = Wall(self.stage, context.settings, self)
        self.presenter = ConsolePresenter(context.services, context.today, self)
        self.one_screen = OneScreen(self.presenter, self.wall, PanelMaker(self.presenter, self))
        self.papers = Papers(context, self)
        self.gate = Gate()
        self._is_just_asked = False
        self._offer = Offer.NOTHING
        self._place: tuple[object, ...] = ()
        self._main_window: MainWindow | None = None
        self.board = Board()
        self.add(self.board)
        self.board.fill()
        self.back = Button(_("Back"), "plain", "back")
        self.big = BigButton()
        self.foot.add_left(self.back)
        self.foot.add_right(self.big)
        self.keys = KeyTaker(self, self.big, self._take_key)
        self._connect()

    def render_state(self, state: ConsoleState) -> None:
        """Show ``state``; nothing that is shown here is kept by that."""
        self.set_title(state.title, state.charity)
        self.big.set_words(state.big.words)
        self.big.setEnabled(state.big.is_possible)
        self.back.set_words(state.back or _("Back"))
        self.back.setEnabled(bool(state.back))
        show_if(self.big, True)
        show_if(self.back, True)
        self.board.render_state(state, self.wall)
        self.board.render_clock(self.presenter.clock)
        place = (state.session_id, state.phase, state.heading, state.is_paused)
        if place != self._place:
            self._place = place
            self._arrive()

    def entered(self, **arguments: object) -> None:
        """Lead ``session_id`` from where it stands."""
        self.notice.close_notice()
        self._offer = Offer.NOTHING
        window = self.window()
        if isinstance(window, MainWindow) and self._main_window is None:
            self._main_window = window
            window.closing.connect(self.stage.close)
        self._place = ()
        self.presenter.share(self.wall.is_shared)
        if self.presenter.open(str(arguments["session_id"])):
            self.stage.set_title(self.presenter.meeting.preparation.title)
        else:
            self._show_nothing()

    def left(self) -> None:
        """Keep what is still held. The room keeps seeing what it saw."""
        self.board.flush()
        self.presenter.keeper.try_by_itself()

    def holds_unsaved(self) -> bool:
        return bool(self.unsaved_words())

    def unsaved_words(self) -> str:
        answers = self.presenter.open_answers
        vote = unsaved_vote(answers) if answers else ""
        behind = unsaved_steps() if self.presenter.ledger.unsaved() else ""
        return " ".join(filter(None, (vote, behind)))

    def first_focus(self) -> QWidget | None:
        """Return the big button: Enter goes on."""
        if not self.presenter.is_open:
            return None
        return self.big if self.big.isEnabled() else self.board.end.report

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the console."""
        presenter = self.presenter
        return console_key_hints(is_practice=presenter.is_open and presenter.session.is_practice)

    def _connect(self) -> None:
        presenter, board, stage = self.presenter, self.board, self.stage
        presenter.state_changed.connect(self.render_state)
        presenter.scene_changed.connect(stage.present)
        presenter.scene_changed.connect(self._on_presenter_scene_changed)
        presenter.told.connect(self._on_presenter_told)
        presenter.slip_refused.connect(self._on_presenter_slip_refused)
        presenter.keeper.saving_changed.connect(self._on_keeper_saving_changed)
        presenter.clock.changed.connect(self._on_clock_changed)
        stage.key_given.connect(self._take_key)
        stage.closed.connect(self._on_stage_closed)
        stage.screen_lost.connect(self._on_stage_screen_lost)
        self.wall.changed.connect(self._on_wall_changed)
        self.papers.told.connect(self._on_presenter_told)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self.big.clicked.connect(self._on_big_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        board.timer.toggled.connect(presenter.clock.toggle)
        board.timer.minute_wanted.connect(presenter.clock.add_minute)
        board.timer.next_wanted.connect(presenter.clock.go_to_next)
        board.lobby.people.counted.connect(presenter.count_present)
        board.lobby.sheets_asked.connect(self._on_lobby_sheets_asked)
        board.lobby.pretend_asked.connect(self._on_pretend_asked)
        board.practice.act_asked.connect(self._on_pretend_asked)
        board.people.counted.connect(presenter.count_present)
        screens = board.lobby.screens
        screens.mode_chosen.connect(self._on_screens_mode_chosen)
        screens.screen_picked.connect(stage.pick)
        screens.swap_asked.connect(stage.swap)
        screens.cards_asked.connect(stage.show_test_cards)
        screens.open_asked.connect(self.wall.open)
        board.vote.hands.counted.connect(presenter.count_hands)
        board.vote.slips.pad.key_given.connect(presenter.take_slip)
        board.vote.slips.pad.take_back_asked.connect(presenter.take_back_slip)
        board.vote.call_off_asked.connect(presenter.call_off)
        board.talk.again_asked.connect(presenter.vote_again)
        board.decide.decided.connect(presenter.decide)
        board.decide.action_asked.connect(self._on_decide_action_asked)
        board.action_given.connect(self._on_board_action_given)
        board.writing_ended.connect(self._on_board_writing_ended)
        board.ending_made.connect(self._on_board_ending_made)
        board.note.written.connect(presenter.write_note)
        board.eyes.peek_asked.connect(presenter.peek)
        board.wall.key_given.connect(self._take_key)
        board.wall.open_asked.connect(self.wall.open)
        board.wall.bar_wanted.connect(self.wall.use_bar)
        board.more.break_asked.connect(presenter.pause)
        board.more.end_asked.connect(presenter.end_statements)
        board.more.stops.place_wanted.connect(presenter.go_to)
        board.end.paper_asked.connect(self._on_end_paper_asked)
        board.end.plan_asked.connect(partial(self._go_to, "plan"))
        board.end.results_asked.connect(partial(self._go_to, "results"))

    def _arrive(self) -> None:
        """Go to the top of what is new, with the keyboard where the next press is."""
        lay_out_now()
        self.scroller.verticalScrollBar().setValue(0)
        note = self.board.note.box.edit
        if self.isVisible() and not (note.hasFocus() and note.isVisible()):
            self._focus_next_press()

    def _focus_next_press(self) -> None:
        target = self.big if self.big.isEnabled() else self.board.end.report
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nothing(self) -> None:
        self.set_title(_("Console"))
        self.board.show_nothing()
        self.big.hide()
        self.back.hide()

    def _take_key(self, key: RoomKey | Letter) -> None:
        """Do what a key means, from this window or from the room's."""
        if not self.presenter.is_open:
            return
        if isinstance(key, Letter):
            self._take_letter(key)
        elif key is RoomKey.HELP:
            self._show_keys()
        elif self._is_meant(key) and not self.one_screen.take_key(key):
            self._do(key)

    def _is_meant(self, key: RoomKey) -> bool:
        """Tell whether a key is for the session: no bounce, and not to leave a field."""
        if key in _STEPS:
            return self.gate.lets(just_asked=self._is_just_asked)
        return not (key is RoomKey.LEAVE and self._leave_field())

    def _do(self, key: RoomKey) -> None:
        self._is_just_asked = False
        self.board.flush()
        if self.wall.press(key):
            return
        match key:
            case RoomKey.NEXT:
                self.presenter.go_on()
                self._is_just_asked = self.presenter.is_asked
            case RoomKey.BACK:
                self.presenter.go_back()
            case RoomKey.TIMER:
                self.presenter.clock.toggle()
            case RoomKey.LEAVE if self.presenter.is_asked:
                self.presenter.wait()

    def _take_letter(self, letter: Letter) -> None:
        if self.wall.covers_all:
            self.one_screen.take_letter(letter)
            return
        state, board = self.presenter.state, self.board
        if state is None:
            return
        match letter:
            case Letter.HANDS if state.vote and state.vote.takes_hands:
                board.vote.hands.take_focus()
            case Letter.SLIPS if state.vote and state.vote.takes_slips:
                board.vote.slips.take_focus()
            case Letter.NOTE if not board.note.isHidden():
                board.note.take_focus()
            case Letter.ACTION if state.talk and not board.is_writing:
                self._on_decide_action_asked()
            case Letter.PARK if state.talk and not board.is_writing:
                board.decide.park.click()
            case Letter.PEOPLE:
                people = board.lobby.people if state.lobby else board.people
                people.take_focus()
            case Letter.PRETEND:
                self._on_pretend_asked()
            case Letter.OTHER:
                board.more.stops.header.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case _:
                pass

    def _leave_field(self) -> bool:
        """Give the keyboard from a field back to the big button; tells whether it was in one."""
        focused = QApplication.focusWidget()
        if focused is None or not is_typed_in(focused) or not self.isAncestorOf(focused):
            return False
        self.board.flush()
        self._focus_next_press()
        return True

    def _show_keys(self) -> None:
        if self.wall.covers_all:
            self.one_screen.show_keys()
        elif isinstance(window := self.window(), MainWindow):
            window.keys_help_requested.emit()

    def _go_to(self, place: str) -> None:
        self.go_requested.emit(place, {"assessment_id": self.presenter.assessment_id()})

    def _tell(self, sentence: str, action: str, offer: Offer, *, is_problem: bool) -> None:
        self._offer = offer
        self.notice.tell(sentence, action, tone="alert" if is_problem else "calm")

    def _on_presenter_told(self, news: News) -> None:
        if not news.sentence:
            if self._offer is not Offer.TRY_AGAIN:
                self.notice.close_notice()
            return
        action = {
            Offer.NOTHING: "",
            Offer.TRY_AGAIN: _("Try again"),
            Offer.CLOSE_NOW: _("Close now"),
            Offer.CLOSE_WINDOW: _("End the showing"),
            Offer.UNDO_END: _("Undo"),
        }[news.offer]
        self._tell(news.sentence, action, news.offer, is_problem=news.is_problem)

    def _on_presenter_scene_changed(self) -> None:
        self.presenter.set_wall_press(self.wall.next_words())

    def _on_presenter_slip_refused(self) -> None:
        QApplication.beep()

    def _on_keeper_saving_changed(self, state: SaveState) -> None:
        self.save_state_changed.emit(state)
        if self._offer is Offer.TRY_AGAIN and not self.presenter.keeper.is_troubled:
            self._offer = Offer.NOTHING
            self.notice.close_notice()

    def _on_clock_changed(self, clock: ClockState) -> None:
        self.wall.show_time(clock)
        self.board.render_clock(self.presenter.clock)
        if self.wall.has_bar:
            self.board.look_again()

    def _on_wall_changed(self) -> None:
        if not self.presenter.is_open:
            return
        self.presenter.share(self.wall.is_shared)
        self.presenter.set_wall_press(self.wall.next_words())
        if self.presenter.state is not None:
            self.board.render_state(self.presenter.state, self.wall)
        question = "" if self.wall.covers_all else self.stage.question
        if question:
            self._tell(question, _("End the showing"), Offer.CLOSE_WINDOW, is_problem=False)
        elif self._offer is Offer.CLOSE_WINDOW:
            self._offer = Offer.NOTHING
            self.notice.close_notice()

    def _on_stage_closed(self) -> None:
        if self.isVisible():
            self.window().activateWindow()  # not every system gives the keyboard back by itself
            self._focus_next_press()

    def _on_stage_screen_lost(self, sentence: str) -> None:
        self._tell(sentence, "", Offer.NOTHING, is_problem=True)

    def _on_notice_action_taken(self) -> None:
        offer, self._offer = self._offer, Offer.NOTHING
        match offer:
            case Offer.TRY_AGAIN:
                self.presenter.try_again()
            case Offer.CLOSE_NOW:
                self.presenter.go_on()
            case Offer.CLOSE_WINDOW:
                self.stage.close()
            case Offer.UNDO_END:
                self.presenter.go_on_with_statements()
            case Offer.NOTHING:
                pass

    def _on_big_clicked(self) -> None:
        self._do(RoomKey.NEXT)

    def _on_back_clicked(self) -> None:
        self._do(RoomKey.BACK)

    def _on_lobby_sheets_asked(self) -> None:
        hidden = {"hidden": True} if self.wall.is_shared else {}
        self.go_requested.emit("keying", {"session_id": self.presenter.session.id, **hidden})

    def _on_pretend_asked(self) -> None:
        self.presenter.pretend.act()
        self._focus_next_press()  # the button may be gone

    def _on_screens_mode_chosen(self, code: str) -> None:
        self.wall.choose(Mode(code))

    def _on_decide_action_asked(self) -> None:
        presenter = self.presenter
        item = presenter.session.pack.item(presenter.meeting.turn.item_id)
        self.board.write_action(item)

    def _on_board_ending_made(self, view: EndingView) -> None:
        connect_ending(view, self.presenter)
        self.keys.keeps_arrows = view

    def _on_board_action_given(self, action: DraftAction) -> None:
        if self.presenter.actions.draft(action):
            self._on_board_writing_ended()

    def _on_board_writing_ended(self) -> None:
        self.board.end_writing()
        self.presenter.tell()
        self._focus_next_press()

    def _on_end_paper_asked(self, kind: str) -> None:
        self.papers.save(self.presenter.session, SessionPaper(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self.keys.takes(event, QApplication.focusWidget())
        if meant is None:
            super().keyPressEvent(event)
        else:
            self._take_key(meant)
