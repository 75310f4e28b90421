"""The timer on the console. It counts down, can rest, and never hurries anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_LOOKS_EVERY = 250  # milliseconds
_MINUTE = 60


class Timed(Enum):
    """What is timed."""

    READING = auto()
    PAIRS = auto()
    ROOM = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class ClockState:
    """What the timer shows: seconds left of ``whole``; 0 left when the time is up."""

    timed: Timed | None = None
    left: int = 0
    whole: int = 0
    is_running: bool = False

    @property
    def share(self) -> float:
        """How much is left, from 1 down to 0."""
        return self.left / self.whole if self.whole else 0.0


class Clock(QObject):
    """Counts down what it was given, one after the other.

    ``changed(ClockState)`` tells each second. ``seconds`` is where the time comes from.
    """

    changed = Signal(object)

    def __init__(
        self, parent: QObject | None = None, seconds: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._left = 0.0  # when it last rested
        self._since: float | None = None  # running since then
        self._waiting: list[tuple[Timed, int]] = []
        self.state = ClockState()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self, *parts: tuple[Timed, int]) -> None:
        """Count down ``parts``, each with its seconds, one after the other; without any, stop."""
        self._waiting = [part for part in parts if part[1] > 0]
        self._since = None
        self._go_to_next()

    def toggle(self) -> None:
        """Rest, or go on."""
        if self.state.timed is None or not self.state.left:
            return
        if self._since is None:
            self._since = self._seconds()
        else:
            self._left, self._since = self._left_now(), None
        self._tell()

    def add_minute(self) -> None:
        """Give a minute more; a timer that has ended goes on."""
        if self.state.timed is None:
            return
        has_ended = not self.state.left
        self._left = max(0.0, self._left_now()) + _MINUTE
        if self._since is not None or has_ended:
            self._since = self._seconds()
        self._tell(whole=max(self.state.whole, ceil(self._left)))

    def go_to_next(self) -> None:
        """Begin with what comes after this at once."""
        if self._waiting:
            self._go_to_next()

    @property
    def has_next(self) -> bool:
        """Whether something else is timed after this."""
        return bool(self._waiting)

    def look(self) -> None:
        """See how late it is."""
        if self._since is not None and self._left_now() <= 0 and self._waiting:
            self._go_to_next()
        else:
            self._tell()

    def _go_to_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self._show(ClockState())
            return
        timed, seconds = self._waiting.pop(0)
        self._left, self._since = float(seconds), self._seconds()
        self._timer.start()
        self._show(ClockState(timed, seconds, seconds, True))

    def _left_now(self) -> float:
        return self._left - (self._seconds() - self._since if self._since is not None else 0.0)

    def _tell(self, whole: int = 0) -> None:
        left = max(0, ceil(self._left_now()))
        if not left:
            self._left, self._since = 0.0, None
        if self._since is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self._show(
            ClockState(self.state.timed, left, whole or self.state.whole, self._since is not None)
        )

    def _show(self, state: ClockState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
