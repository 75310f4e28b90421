"""The stage: opens and closes the room window, on the right screen, and survives its unplugging."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.scenes import Scene
from collabkit.settings import Settings
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.room_window.window import RoomWindow
from collabkit.ui.workshop.stage.losing import (
    console_screen_gone,
    no_second_screen,
    screen_gone,
)
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.moving import fill_screen, move_to
from collabkit.ui.workshop.stage.plugs import Plugs
from collabkit.ui.workshop.stage.screens import (
    ScreenInfo,
    describe,
    identity,
    room_screen,
)
from collabkit.ui.workshop.stage.showing import Showing, Step, pressed
from collabkit.ui.workshop.stage.test_card import TestCards

_SCREEN = "room_screen"  # settings


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
        self._settings = settings or Settings(None)
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
        self.window: RoomWindow | None = None

    def screens(self) -> tuple[ScreenInfo, ...]:
        """Return the screens, numbered as on the test cards."""
        console, room = self._console_screen(), self._wanted_screen()
        return tuple(
            describe(screen, number, is_console=screen is console, is_room=screen is room)
            for number, screen in enumerate(self._plugs.screens, start=1)
        )

    def pick(self, number: int) -> None:
        """Choose the screen for the room by its number, now and for the next time.

        If the console is on it, the two change places.
        """
        screen = self._plugs.screens[number - 1]
        if screen is self._console_screen():
            self.swap()
            return
        self._settings.set(_SCREEN, identity(screen))
        self._settle()

    def swap(self) -> None:
        """Let the console and the room window change places."""
        console, room = self._console_screen(), self._other_screen()
        if room is None:
            return
        self._settings.set(_SCREEN, identity(console))
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
        self._follow(None)
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
        if not self._showing.is_asking:
            return ""
        return _("End the showing? Press E to end it; any other key goes on.")

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

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture as it is, or go on to what has come meanwhile."""
        self._show(replace(self._showing, is_frozen=frozen))

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
        if self._mode is Mode.TWO_SCREENS:
            self.window.show_strip("")
        elif self._showing.is_asking:
            self.window.show_strip(_("End the showing?"), _("E ends it; any other key goes on."))
        else:
            self.window.show_strip(*self._strip)

    def _settle(self) -> None:
        """Put the window where it belongs, or hide it where there is no such place."""
        if self.window is not None:
            self._follow(self._wanted_screen())
            if self._room is None:
                self.window.hide()
                self.screen_lost.emit(no_second_screen())
            else:
                alone = self._mode is Mode.ONE_SCREEN
                fill_screen(self.window, self._room, activate=alone)
                if not alone:  # not every system leaves the keyboard where it was
                    self._console.window().activateWindow()
        self.screens_changed.emit()

    def _follow(self, screen: QScreen | None) -> None:
        """Let the window stand on ``screen``, whatever size that takes on."""
        if screen is not self._room:
            if self._room is not None:
                self._room.geometryChanged.disconnect(self._on_room_geometry_changed)
            if screen is not None:
                screen.geometryChanged.connect(self._on_room_geometry_changed)
        self._room = screen

    def _console_screen(self) -> QScreen:
        return self._console.window().screen()

    def _other_screen(self) -> QScreen | None:
        kept = self._settings.get(_SCREEN, "")
        return room_screen(self._plugs.screens, self._console_screen(), kept)

    def _wanted_screen(self) -> QScreen | None:
        if self._mode is Mode.ONE_SCREEN:
            return self._console_screen()
        return self._other_screen()

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
        self._follow(None)
        self.window.hide()
        if self._mode is Mode.ONE_SCREEN:
            self._settle()
            return
        self.screen_lost.emit(screen_gone())
        self.screens_changed.emit()

    def _on_room_geometry_changed(self) -> None:
        self._settle()

    def _stay_above(self) -> None:
        """Keep the console out of the room's sight where its own screen has gone."""
        if self.window is None or self._room is not self._console_screen():
            return
        if self._mode is Mode.TWO_SCREENS:
            self.window.raise_()
            self.window.activateWindow()
            self.screen_lost.emit(console_screen_gone())
