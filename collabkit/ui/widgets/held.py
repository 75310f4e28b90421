"""Typing is held for a moment, so that not every letter is saved by itself."""

from PySide6.QtCore import QObject, QTimer, Signal

HELD_FOR = 500  # milliseconds after the last key


class Held(QObject):
    """Passes on the last value it was given once nothing new came for half a second."""

    released = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._value = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HELD_FOR)
        self._timer.timeout.connect(self.flush)
        self._full = False

    @property
    def is_full(self) -> bool:
        """Whether something is held that was not passed on yet."""
        return self._full

    def take(self, value: str) -> None:
        """Hold ``value`` in place of what is held."""
        self._value, self._full = value, True
        self._timer.start()

    def flush(self) -> None:
        """Pass on at once what is held, if anything is."""
        self._timer.stop()
        if self._full:
            self._full = False
            self.released.emit(self._value)

    def drop(self) -> None:
        """Forget what is held."""
        self._timer.stop()
        self._full = False
