"""The second start asks the first window to show itself."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from collabkit.ui.first_window.meeting_point import may_be_met, meeting_point

_PATIENCE = 2_000  # milliseconds; then the sentence that there is a window is the better answer
_STARTED_BY = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def ask_first_window(folder: Path, files: Sequence[Path] = (), patience: int = _PATIENCE) -> bool:
    """Ask the window that is open on ``folder`` to show itself and to open ``files``.

    Tells whether it did. Where no window is, which is the usual start, this costs a look at one
    name; Qt's library for sockets is loaded only if somebody may be there.
    """
    point = meeting_point(folder)
    if not point or not may_be_met(point):
        return False
    from PySide6.QtNetwork import QLocalSocket

    from collabkit.ui.first_window.message import ANSWER, Message, written

    socket = QLocalSocket()
    socket.connectToServer(point)
    if not socket.waitForConnected(patience):
        return False
    _give_way()
    token = next((os.environ[name] for name in _STARTED_BY if os.environ.get(name)), "")
    socket.write(written(Message(tuple(files), token)))
    answer = b""
    while len(answer) < len(ANSWER) and socket.waitForReadyRead(patience):
        answer += bytes(socket.read(len(ANSWER) - len(answer)).data())
    socket.abort()
    return answer == ANSWER


def _give_way() -> None:
    """Let the other process come to the front, where only the foremost may allow that."""
    if sys.platform == "win32":
        import ctypes

        # learn.microsoft.com, AllowSetForegroundWindow; -1 is ASFW_ANY, any process.
        with suppress(OSError, AttributeError):
            ctypes.windll.user32.AllowSetForegroundWindow(-1)
