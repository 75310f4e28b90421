"""What a key means for the session, in this window and in the room's."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from collabkit.ui.window import MainWindow
from collabkit.ui.workshop.console.keys import Gate, Letter, is_typed_in
from collabkit.ui.workshop.room_keys import RoomKey

if TYPE_CHECKING:
    from collabkit.ui.workshop.console.page import ConsolePage

_STEPS = (RoomKey.NEXT, RoomKey.BACK)


class Steering:
    """Does what keys, clickers and the two buttons at the foot of the page ask for."""

    def __init__(self, page: "ConsolePage") -> None:
        self._page = page
        self.gate = Gate()
        self._is_just_asked = False

    def take(self, key: RoomKey | Letter) -> None:
        """Do what a key means, from this window or from the room's."""
        page = self._page
        if not page.presenter.is_here:
            # The facilitator is elsewhere, perhaps keying in sheets: the session waits.
            if isinstance(key, RoomKey) and key not in _STEPS:
                page.wall.press(key)
        elif isinstance(key, Letter):
            self._take_letter(key)
        elif key is RoomKey.HELP:
            self._show_keys()
        elif self._is_meant(key):
            if not page.one_screen.take_key(key):
                self.do(key)
            self.gate.is_done(key)

    def do(self, key: RoomKey) -> None:
        """Do what ``key`` means, whether it was pressed or clicked."""
        self._is_just_asked = False
        page, pace = self._page, self._page.presenter.pace
        page.board.flush()
        if page.wall.press(key):
            return
        if key in _STEPS and page.board.has_begun:
            page.focus_next_press()
            page.board.put_aside()  # kept as a draft, which is told; nothing else moves
            page.presenter.tell()
            return
        match key:
            case RoomKey.NEXT:
                pace.go_on()
                self._is_just_asked = pace.is_asked
            case RoomKey.BACK:
                pace.go_back()
            case RoomKey.TIMER:
                page.presenter.clock.toggle()
            case RoomKey.LEAVE if pace.is_asked:
                pace.wait()

    def _is_meant(self, key: RoomKey) -> bool:
        """Tell whether a key is for the session: no bounce, and not to leave a field."""
        if key in _STEPS:
            return self.gate.lets(key, just_asked=self._is_just_asked)
        return not (key is RoomKey.LEAVE and self._leave_field())

    def _take_letter(self, letter: Letter) -> None:
        page = self._page
        if page.wall.covers_all:
            page.one_screen.take_letter(letter)
            return
        state, board = page.presenter.state, page.board
        if state is None:
            return
        page.take_keyboard()  # it may have been pressed on the room window
        match letter:
            case Letter.HANDS if state.vote and state.vote.takes_hands:
                board.vote.hands.take_focus()
            case Letter.SLIPS if state.vote and state.vote.takes_slips:
                board.vote.slips.take_focus()
            case Letter.NOTE if not board.note.isHidden():
                board.note.take_focus()
            case Letter.ACTION if state.talk and not board.is_writing:
                page.write_action()
            case Letter.PARK if state.talk and not board.is_writing:
                board.decide.park.click()
            case Letter.PEOPLE:
                people = board.lobby.people if state.lobby else board.people
                people.take_focus()
            case Letter.PRETEND:
                page.let_pretend()
            case Letter.OTHER:
                board.more.take_focus()
            case _:
                pass

    def _leave_field(self) -> bool:
        """Give the keyboard from a field back to the big button; tells whether it was in one."""
        focused = QApplication.focusWidget()
        if focused is None or not is_typed_in(focused) or not self._page.isAncestorOf(focused):
            return False
        self._page.board.flush()
        self._page.focus_next_press()
        return True

    def _show_keys(self) -> None:
        if self._page.wall.covers_all:
            self._page.one_screen.show_keys()
        elif isinstance(window := self._page.window(), MainWindow):
            window.keys_help_requested.emit()
