"""Which screen is the console's, and which one the room's."""

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from collabkit.settings import Settings
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.plugs import Plugs
from collabkit.ui.workshop.stage.screens import ScreenInfo, describe, identity, room_screen

_SCREEN = "room_screen"  # settings


class Seats:
    """Knows where the console stands and remembers which screen the room saw last.

    ``console`` is any widget in the facilitator's window.
    """

    def __init__(self, console: QWidget, settings: Settings, plugs: Plugs) -> None:
        self._console = console
        self._settings = settings
        self._plugs = plugs

    @property
    def console(self) -> QScreen:
        """The screen of the facilitator's window."""
        return self._console.window().screen()

    @property
    def second(self) -> QScreen | None:
        """The screen that the room alone would see; ``None`` without one."""
        return room_screen(self._plugs.screens, self.console, self._settings.get(_SCREEN, ""))

    def room(self, mode: Mode) -> QScreen | None:
        """Return the screen for the room window; ``None`` if there is none for ``mode``."""
        return self.console if mode is Mode.ONE_SCREEN else self.second

    def prefer(self, screen: QScreen) -> None:
        """Let the room see ``screen``, now and another day."""
        self._settings.set(_SCREEN, identity(screen))

    def told(self, mode: Mode) -> tuple[ScreenInfo, ...]:
        """Return all screens as people know them."""
        console, room = self.console, self.room(mode)
        return tuple(
            describe(screen, number, console=console, room=room)
            for number, screen in enumerate(self._plugs.screens, start=1)
        )
