"""The room window as the console uses it: opened in one of two ways, covered, frozen, timed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.settings import Settings
from collabkit.ui.workshop.console.clock import ClockState
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.stage import Stage

_MODE, _BAR = "room_mode", "room_bar"  # settings


class Wall(QObject):
    """What there is to know and to do about the room window.

    ``changed()`` tells whenever something about it is different.
    """

    changed = Signal()

    def __init__(self, stage: Stage, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._settings = settings
        self._clock = ClockState()
        stage.showing_changed.connect(self.changed)
        stage.screens_changed.connect(self.changed)
        stage.closed.connect(self.changed)

    @property
    def mode(self) -> Mode:
        """How the session is shown: as chosen, or as the screens suggest."""
        kept = self._settings.get(_MODE, "")
        known = next((mode for mode in Mode if mode == kept), None)
        if known is Mode.TWO_SCREENS or known is None:
            return Mode.TWO_SCREENS if self.stage.has_second_screen else Mode.ONE_SCREEN
        return known

    @property
    def is_shared(self) -> bool:
        """Whether the room may be reading the facilitator's screen.

        With one screen alone, the projector may be showing the same.
        """
        return self.mode is Mode.ONE_SCREEN

    @property
    def covers_all(self) -> bool:
        """Whether the room window lies over the facilitator's own screen."""
        return self.stage.is_open and self.stage.mode is Mode.ONE_SCREEN

    @property
    def to_look_at(self) -> QWidget | None:
        """The room window, where the room sees it beside the facilitator's own screen."""
        window = self.stage.window
        is_seen = window is not None and window.isVisible()
        return window if is_seen and not self.covers_all else None

    @property
    def why_unseen(self) -> str:
        """Say what the room sees where there is no picture of the room window to look at."""
        window = self.stage.window
        if window is None and self.is_shared:
            return _("The room window is not open. The room may be seeing this screen.")
        if window is None:
            return _("The room window is not open.")
        if not window.isVisible():
            return _("The room window is hidden: there is no screen for it. The room sees nothing.")
        return _(
            "The room window is open on this screen; the console lies over it. F5 brings it back."
        )

    @property
    def has_bar(self) -> bool:
        """Whether the room sees how the time goes."""
        return bool(self._settings.get(_BAR, False))

    def choose(self, mode: Mode) -> None:
        """Show the session in this way, now and in future."""
        self._settings.set(_MODE, str(mode))
        if self.stage.is_open:
            self.stage.open(mode)
        self.changed.emit()

    def open(self) -> None:
        """Open the room window."""
        self.stage.open(self.mode)
        self._show_bar()
        self.changed.emit()

    def use_bar(self, wanted: bool) -> None:
        """Let the room see how the time goes, or not."""
        self._settings.set(_BAR, wanted)
        self._show_bar()
        self.changed.emit()

    def show_time(self, clock: ClockState) -> None:
        """Know how much of the time is left."""
        self._clock = clock
        self._show_bar()

    def next_words(self) -> str:
        """Return what next does on the wall alone, without the session going on; or nothing."""
        if not self.stage.is_open:
            return ""
        if self.stage.covered is not Cover.NONE:
            return _("Show the room window again")
        page, pages = self.stage.pages
        if page < pages:
            return _("Turn to page {page} of {pages}").format(page=page + 1, pages=pages)
        return ""

    def press(self, key: RoomKey) -> bool:
        """Deal with ``key`` if it concerns the showing alone; tells whether it did."""
        stage = self.stage
        if key is RoomKey.START and not stage.is_open:
            self.open()
            return True
        if key is RoomKey.NEXT and stage.is_open and stage.covered is not Cover.NONE:
            stage.cover(Cover.NONE)
            return True
        return stage.press(key)

    def _show_bar(self) -> None:
        clock = self._clock
        wanted = self.has_bar and clock.timed is not None
        self.stage.show_bar(1 - clock.share if wanted else None)
