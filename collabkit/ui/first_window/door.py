"""The window that is open shows itself when somebody starts the program once more."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from collabkit.ui.first_window.listening import FirstWindow
from collabkit.ui.first_window.message import Message
from collabkit.ui.first_window.raising import raise_window, standing_before
from collabkit.ui.window import MainWindow

_LOOKS_AGAIN = 500  # milliseconds


class Door(QObject):
    """Raises ``window`` and opens in it what the second start was given."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._first = FirstWindow(folder, self)
        self._first.asked.connect(self.meet)

    def open(self) -> None:
        """Listen from now on."""
        self._first.listen()

    def close(self) -> None:
        """Hear nobody any more."""
        self._first.close()

    def meet(self, message: Message) -> None:
        """Do what a second start wants."""
        raise_window(self._window, message.token)
        self._open_files(message.files)

    def _open_files(self, files: Sequence[Path]) -> None:
        """Open files, but not under a dialog or behind the room's window."""
        if not files:
            return
        if standing_before(self._window) is None and self._window.rail.isEnabled():
            self._window.open_files(files)
        else:
            QTimer.singleShot(_LOOKS_AGAIN, self, partial(self._open_files, files))
