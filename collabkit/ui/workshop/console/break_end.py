"""When a break will be over, as the clock in the room says it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from collabkit.room.scenes import BreakScene, Scene
from collabkit.ui.workshop.console.clock import Clock, ClockState, Timed

_APART = timedelta(seconds=30)  # less is only how the timer counts


class BreakEnd(QObject):
    """Follows the timer: where it rests, nobody knows the time to be back.

    ``changed()`` tells that the time is another one. ``now`` is where the time of day comes from.
    """

    changed = Signal()

    def __init__(
        self, clock: Clock, parent: QObject, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._at: datetime | None = None
        clock.changed.connect(self._on_clock_changed)

    def told(self, scene: Scene) -> Scene:
        """Return ``scene``; that of a break with the time to be back, to the minute, if known."""
        if self._at is None or not isinstance(scene, BreakScene):
            return scene
        minute = (self._at + timedelta(seconds=30)).replace(second=0, microsecond=0)
        return replace(scene, back_at=minute.time())

    def _on_clock_changed(self, state: ClockState) -> None:
        if state.timed is Timed.BREAK and not state.left:
            return  # over: people may still see when it was
        before, self._at = self._at, None
        if state.timed is Timed.BREAK and state.is_running:
            self._at = self._now() + timedelta(seconds=state.left)
            if before is not None and abs(self._at - before) < _APART:
                self._at = before
        if self._at != before:
            self.changed.emit()
