"""Typing is held for a moment, so that not every letter is saved by itself."""

from PySide6.QtCore import QObject, QTimer, Signal

HELD_FOR = 500  # milliseconds after the last key
HELD_AT_MOST = 2_000  # milliseconds after the first key that was not passed on


class Held(QObject):
    """Passes on the last value it was given once nothing new came for half a second.

    With ``at_most``, in milliseconds, whoever types steadily need not pause for it: so long after
    the first key something is passed on in any case. For text only; half a date is another date.
    """

    released = Signal(str)

    def __init__(self, parent: QObject, at_most: int | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HELD_FOR)
        self._timer.timeout.connect(self.flush)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.timeout.connect(self.flush)
        self._at_most = at_most
        self._full = False

    @property
    def is_full(self) -> bool:
        """Whether something is held that was not passed on yet."""
        return self._full

    def take(self, value: str) -> None:
        """Hold ``value`` in place of what is held."""
        if self._at_most is not None and not self._full:
            self._latest.start(self._at_most)
        self._value, self._full = value, True
        self._timer.start()

    def flush(self) -> None:
        """Pass on at once what is held, if anything is."""
        self._stop_timers()
        if self._full:
            self._full = False
            self.released.emit(self._value)

    def drop(self) -> None:
        """Forget what is held."""
        self._stop_timers()
        self._full = False

    def _stop_timers(self) -> None:
        self._timer.stop()
        self._latest.stop()
