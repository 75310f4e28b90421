"""The console: what is on the wall, what the one big button will do, who is in, what to say."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.i18n import _
from collabkit.room.meeting import DraftAction, Phase
from collabkit.services.session_reports import SessionPaper
from collabkit.settings import Settings
from collabkit.ui.context import Context
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.window import MainWindow
from collabkit.ui.workshop.console.board import Board
from collabkit.ui.workshop.console.cautions import unsaved_steps, unsaved_vote
from collabkit.ui.workshop.console.clock import ClockState
from collabkit.ui.workshop.console.keys import KeyTaker, console_key_hints
from collabkit.ui.workshop.console.notices import Notices
from collabkit.ui.workshop.console.one_screen import OneScreen
from collabkit.ui.workshop.console.panel_maker import PanelMaker
from collabkit.ui.workshop.console.papers import Papers
from collabkit.ui.workshop.console.parts.big_button import BigButton
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import ConsoleState
from collabkit.ui.workshop.console.steering import Steering
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.console.wall_keys import WallKeys
from collabkit.ui.workshop.console.wiring import connect_board, connect_ending, connect_wall
from collabkit.ui.workshop.ending.view import EndingView
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.stage import Stage

_WIDEST = 72  # ems


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
        self.notices = Notices(self.notice, self.presenter, self.wall)
        self.steering = Steering(self)
        self.gate = self.steering.gate
        context.unsaved_sessions.add_source(self.presenter.ledger.unsaved)
        self._place: tuple[object, ...] = ()
        self._main_window: MainWindow | None = None
        self.board = Board(self.presenter.drafts)
        self.add(self.board)
        self.board.fill()
        self.back = Button(_("Back"), "plain", "back")
        self.big = BigButton()
        self.foot.add_left(self.back)
        self.foot.add_right(self.big)
        self.keys = KeyTaker(self, self.big, self.steering.take)
        self.wall_keys = WallKeys(self.wall, self.steering.take, self.take_keyboard)
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
        self.notices.clear()
        window = self.window()
        if isinstance(window, MainWindow) and self._main_window is None:
            self._main_window = window
            window.closing.connect(self.stage.close)
        self._place = ()
        self.presenter.share(self.wall.is_shared)
        if self.presenter.open(str(arguments["session_id"])):
            self.stage.set_title(self.presenter.meeting.preparation.title)

    def left(self) -> None:
        """Keep what is still held. The room keeps seeing what it saw, and the session waits.

        When the session is over, the showing is: nothing else follows what was agreed.
        """
        self.board.flush()
        self.board.put_aside()
        if self.presenter.is_open and self.presenter.meeting.phase is Phase.END:
            self.stage.close()
        self.one_screen.close_panel()
        self.presenter.leave()

    def stayed(self) -> None:
        self.presenter.stay()

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

    def focus_next_press(self) -> None:
        """Give the keyboard to what is pressed next."""
        target = self.big if self.big.isEnabled() else self.board.end.report
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Get the keyboard back from the room window; not where the room would see the console."""
        if self.isVisible() and self.stage.has_second_screen and not self.wall.covers_all:
            self.window().activateWindow()

    def write_action(self) -> None:
        """Show the form for an action on the statement."""
        presenter = self.presenter
        item = presenter.session.pack.item(presenter.meeting.turn.item_id)
        self.board.write_action(item)

    def let_pretend(self) -> None:
        """Let pretend people do what is to be done now."""
        self.presenter.pretend.act()
        self.focus_next_press()  # the button may be gone

    def _connect(self) -> None:
        presenter, board, stage = self.presenter, self.board, self.stage
        presenter.state_changed.connect(self.render_state)
        presenter.scene_changed.connect(stage.present)
        presenter.scene_changed.connect(self._on_presenter_scene_changed)
        presenter.slip_refused.connect(self._on_presenter_slip_refused)
        presenter.closed.connect(self._on_presenter_closed)
        presenter.keeper.saving_changed.connect(self.save_state_changed)
        presenter.clock.changed.connect(self._on_clock_changed)
        stage.key_given.connect(self.steering.take)
        stage.closed.connect(self._on_stage_closed)
        self.wall.changed.connect(self._on_wall_changed)
        self.papers.told.connect(self.notices.tell)
        self.big.clicked.connect(partial(self.steering.do, RoomKey.NEXT))
        self.back.clicked.connect(partial(self.steering.do, RoomKey.BACK))
        connect_board(board, presenter)
        connect_wall(board, self.wall)
        board.lobby.sheets_asked.connect(self._on_lobby_sheets_asked)
        board.lobby.pretend_asked.connect(self.let_pretend)
        board.lobby.screens.mode_chosen.connect(self._on_screens_mode_chosen)
        board.more.call_off.kept.connect(self.focus_next_press)
        board.practice.act_asked.connect(self.let_pretend)
        board.decide.action_asked.connect(self.write_action)
        board.action_given.connect(self._on_board_action_given)
        board.writing_ended.connect(self._on_board_writing_ended)
        board.ending_made.connect(self._on_board_ending_made)
        board.wall.key_given.connect(self.steering.take)
        board.end.paper_asked.connect(self._on_end_paper_asked)
        board.end.plan_asked.connect(partial(self._go_to, "plan"))
        board.end.results_asked.connect(partial(self._go_to, "results"))

    def _arrive(self) -> None:
        """Go to the top of what is new, with the keyboard where the next press is."""
        lay_out_now()
        self.scroller.verticalScrollBar().setValue(0)
        note = self.board.note.box.edit
        if self.isVisible() and not (note.hasFocus() and note.isVisible()):
            self.focus_next_press()

    def _show_nothing(self) -> None:
        self.set_title(_("Console"))
        self.board.show_nothing()
        self.big.hide()
        self.back.hide()

    def _go_to(self, place: str) -> None:
        self.go_requested.emit(place, {"assessment_id": self.presenter.assessment_id()})

    def _on_presenter_closed(self) -> None:
        self.stage.close()  # the room must not go on seeing a session that nobody leads
        self._show_nothing()

    def _on_presenter_scene_changed(self) -> None:
        self.presenter.set_wall_press(self.wall.next_words())

    def _on_presenter_slip_refused(self) -> None:
        QApplication.beep()

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
        self.notices.ask_about_showing()

    def _on_stage_closed(self) -> None:
        if self.isVisible() and self.presenter.is_open:
            self.window().activateWindow()  # not every system gives the keyboard back by itself
            self.focus_next_press()

    def _on_lobby_sheets_asked(self) -> None:
        hidden = {"hidden": True} if self.wall.is_shared else {}
        self.go_requested.emit("keying", {"session_id": self.presenter.session.id, **hidden})

    def _on_screens_mode_chosen(self, code: str) -> None:
        self.wall.choose(Mode(code))

    def _on_board_ending_made(self, view: EndingView) -> None:
        connect_ending(view, self.presenter)
        view.nothing_waits.connect(self.focus_next_press)
        self.keys.keeps_arrows = view

    def _on_board_action_given(self, action: DraftAction) -> None:
        if self.presenter.actions.draft(action):
            self._on_board_writing_ended()

    def _on_board_writing_ended(self) -> None:
        self.focus_next_press()  # first: what is hidden with the keyboard in it hands it on
        self.board.end_writing()
        self.presenter.tell()

    def _on_end_paper_asked(self, kind: str) -> None:
        self.papers.save(self.presenter.session, SessionPaper(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self.keys.takes(event, QApplication.focusWidget())
        if meant is None:
            super().keyPressEvent(event)
        else:
            self.steering.take(meant)
