"""Tells that another day has begun, for whoever leaves the program open for days."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

_LOOKS_EVERY = 60_000  # milliseconds


class NewDay(QObject):
    """``begun()`` tells within a minute that it is another day than before.

    The calendar is asked, and nothing is reckoned from midnight: the computer may have slept, or
    its clock may have been set.
    """

    begun = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS_EVERY)
        self._looks.timeout.connect(self._on_looks_timeout)

    def begin(self) -> None:
        """Look from now on."""
        self._looks.start()

    def end(self) -> None:
        """Look no more."""
        self._looks.stop()

    def _on_looks_timeout(self) -> None:
        before, self._day = self._day, self._today()
        if self._day != before:
            self.begun.emit()
