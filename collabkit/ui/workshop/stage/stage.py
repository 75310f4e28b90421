"""The stage: opens and closes the room window, on the right screen, and survives its unplugging."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from collabkit.room.scenes import Scene
from collabkit.settings import Settings
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.room_window.window import RoomWindow
from collabkit.ui.workshop.stage import losing
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.moving import fill_screen, move_to
from collabkit.ui.workshop.stage.plugs import Plugs
from collabkit.ui.workshop.stage.screens import ScreenInfo, mirrors
from collabkit.ui.workshop.stage.seats import Seats
from collabkit.ui.workshop.stage.showing import Showing, Step, pressed
from collabkit.ui.workshop.stage.test_card import TestCards


class Stage(QObject):
    """Where the session is shown. ``console`` is any widget in the facilitator's window.

    Hand every key of either window to ``press``: it deals with what only concerns the showing
    (black, white, freeze, hide, start, leaving, turning a page) and tells whether it did. What is
    left, such as NEXT, is the session's business. Keys pressed on the room window come out by
    ``key_given``, untouched: hand them to ``press`` as well.

    With two screens, ``question`` has to be shown on the console whenever ``showing_changed``
    tells so; with one, the room window shows it in its strip.
    """

    key_given = Signal(object)  # a RoomKey, pressed on the room window
    closed = Signal()  # the showing has ended
    screen_lost = Signal(str)  # a sentence
    screens_changed = Signal()
    showing_changed = Signal()  # cover, freeze, question or page

    def __init__(
        self, console: QWidget, settings: Settings | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._mode = Mode.TWO_SCREENS
        self._was_opened = False
        self._showing = Showing()
        self._title = ""
        self._scene: Scene | None = None
        self._strip = ("", "")
        self._bar: float | None = None
        self._room: QScreen | None = None  # where the window stands
        self._cards = TestCards()
        self._plugs = Plugs(self)
        self._plugs.came.connect(self._on_plugs_came)
        self._plugs.gone.connect(self._on_plugs_gone)
        self._plugs.moved.connect(self._on_plugs_moved)
        self._seats = Seats(console, settings or Settings(None), self._plugs)
        self.window: RoomWindow | None = None

    def screens(self) -> tuple[ScreenInfo, ...]:
        """Return the screens, numbered as on the test cards."""
        return self._seats.told(self._mode)

    @property
    def has_second_screen(self) -> bool:
        """Whether there is a screen that does not show what is on the console's.

        Without one, whatever the facilitator sees may be what the projector shows.
        """
        return any(not (screen.is_console or screen.is_mirror) for screen in self.screens())

    def pick(self, number: int) -> None:
        """Choose the screen for the room by its number, now and for the next time.

        If the console is on it, the two change places. One that shows the same as the console's
        is left as it is.
        """
        screen, console = self._plugs.screens[number - 1], self._seats.console
        if screen is console:
            self.swap()
            return
        if not mirrors(screen, console):
            self._seats.prefer(screen)
        self._settle()

    def swap(self) -> None:
        """Let the console and the room window change places."""
        console, room = self._seats.console, self._seats.second
        if room is None:
            return
        self._seats.prefer(console)
        move_to(self._console.window(), room)
        self._settle()

    def show_test_cards(self) -> None:
        """Show a card with its number on each screen; a key or a click takes them away."""
        self._cards.show(self._plugs.screens, self.screens())

    def hide_test_cards(self) -> None:
        """Take the cards away."""
        self._cards.hide()

    def open(self, mode: Mode) -> None:
        """Open the room window; one that is open already changes its mode."""
        self._mode = mode
        self._was_opened = True
        if self.window is None:
            self.window = RoomWindow(self._title)
            self.window.key_given.connect(self.key_given)
            self.window.page_turned.connect(self.showing_changed)
            self.window.show_bar(self._bar)
            if self._scene is not None:
                self.window.show_scene(self._scene)
        self._show(self._showing)
        self._settle()

    def close(self) -> None:
        """End the showing; the session is not touched."""
        if self.window is None:
            return
        window, self.window = self.window, None
        window.show_panel(None)
        window.close()
        window.deleteLater()
        self._room = None
        # What was hidden from the room is not shown to it by opening the window again.
        is_hidden = self._showing.cover is Cover.HIDDEN
        self._showing = Showing(Cover.HIDDEN if is_hidden else Cover.NONE)
        self.closed.emit()

    @property
    def is_open(self) -> bool:
        """Whether a session is being shown."""
        return self.window is not None

    @property
    def mode(self) -> Mode:
        """How it is shown, or was last."""
        return self._mode

    @property
    def covered(self) -> Cover:
        """What lies over the picture."""
        return self._showing.cover

    @property
    def is_frozen(self) -> bool:
        """Whether the room keeps seeing the picture as it was."""
        return self._showing.is_frozen

    @property
    def question(self) -> str:
        """What is being asked about ending the showing; empty if nothing is."""
        return self._showing.question

    @property
    def pages(self) -> tuple[int, int]:
        """Which page of the picture is shown, from 1, and how many there are."""
        return self.window.pages if self.window is not None else (1, 1)

    def set_title(self, title: str) -> None:
        """Give the name of the session, which alone is shown when all else is hidden."""
        self._title = title
        if self.window is not None:
            self.window.set_title(title)

    def present(self, scene: Scene) -> None:
        """Show ``scene`` to the room; it is kept for a window that opens later."""
        self._scene = scene
        if self.window is not None:
            self.window.show_scene(scene)

    def cover(self, cover: Cover) -> None:
        """Lay ``cover`` over the picture, or take it away."""
        self._show(replace(self._showing, cover=cover))

    def show_bar(self, share: float | None) -> None:
        """Show how much of the time has gone, from 0 to 1; ``None`` for no bar."""
        self._bar = share
        if self.window is not None:
            self.window.show_bar(share)

    def show_strip(self, text: str, hint: str = "") -> None:
        """Single-screen mode: show a line at the foot; "" hides it."""
        self._strip = (text, hint)
        self._show_strip()

    def show_panel(self, widget: QWidget | None) -> None:
        """Single-screen mode: lay a form over the picture; ``None`` gives it back."""
        if self.window is not None:
            self.window.show_panel(widget)

    def press(self, key: RoomKey) -> bool:
        """Deal with ``key`` if it concerns the showing alone; tells whether it did."""
        if self.window is None:
            if key is RoomKey.START and self._was_opened:
                self.open(self._mode)
                return True
            return False
        showing, step = pressed(self._showing, key)
        self._show(showing)
        if step is Step.END:
            self.close()
        elif key is RoomKey.START:
            self._settle()
        elif step is Step.PASS_ON:
            turns = {RoomKey.NEXT: 1, RoomKey.BACK: -1}
            return key in turns and self.window.turn_page(turns[key])
        return True

    def _show(self, showing: Showing) -> None:
        self._showing = showing
        if self.window is not None:
            self.window.cover(showing.cover)
            self.window.set_frozen(showing.is_frozen)
            self._show_strip()
        self.showing_changed.emit()

    def _show_strip(self) -> None:
        if self.window is None:
            return
        own = self._strip if self._mode is Mode.ONE_SCREEN else None
        self.window.show_strip(*self._showing.strip(own))

    def _settle(self) -> None:
        """Put the window where it belongs, or hide it where there is no such place."""
        if self.window is not None:
            self._room = self._seats.room(self._mode)
            if self._room is None:
                self._do_without(self.window)
            else:
                self._fill(self.window, self._room)
        self.screens_changed.emit()

    def _fill(self, window: RoomWindow, room: QScreen) -> None:
        alone = self._mode is Mode.ONE_SCREEN
        fill_screen(window, room, activate=alone)
        if not alone:  # not every system leaves the keyboard where it was
            self._console.window().activateWindow()

    def _do_without(self, window: RoomWindow) -> None:
        """Deal with a window that has no screen to itself."""
        if len(self._plugs.screens) == 1:
            window.hide()
            self.screen_lost.emit(losing.no_second_screen())
        elif not window.isVisible():
            self.screen_lost.emit(losing.only_a_mirror())
        else:  # the room is looking on: what it sees must not become the console
            self._mode, self._room = Mode.ONE_SCREEN, self._seats.console
            self._fill(window, self._room)
            self._show_strip()
            self.screen_lost.emit(losing.mirrored_now())

    def _on_plugs_came(self) -> None:
        if self.window is not None and self._room is None:
            self._settle()
        else:
            self.screens_changed.emit()

    def _on_plugs_gone(self, screen: QScreen) -> None:
        self.hide_test_cards()
        if self.window is None or screen is not self._room:
            self.screens_changed.emit()
            QTimer.singleShot(0, self, self._stay_above)
            return
        # Qt is about to move the window to another screen: over the console, for all to see.
        self._room = None
        self.window.hide()
        if self._mode is Mode.ONE_SCREEN:
            self._settle()
            return
        self.screen_lost.emit(losing.screen_gone())
        self.screens_changed.emit()

    def _on_plugs_moved(self) -> None:
        self._settle()

    def _stay_above(self) -> None:
        """Keep the console out of the room's sight where its own screen has gone."""
        if self.window is None or self._room is not self._seats.console:
            return
        if self._mode is Mode.TWO_SCREENS:
            self.window.raise_()
            self.window.activateWindow()
            self.screen_lost.emit(losing.console_screen_gone())
