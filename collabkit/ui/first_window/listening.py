"""The first window listens for a second start on the same data folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from collabkit.ui.first_window.meeting_point import meeting_point
from collabkit.ui.first_window.message import ANSWER, MOST_BYTES, read

_MOST_AT_ONCE = 8
_PATIENCE = 2_000  # milliseconds for somebody to say what they want


class FirstWindow(QObject):
    """Whoever holds the lock on the folder listens; only this user's programs are heard.

    ``asked(Message)`` tells what a second start wants. Whatever else arrives is dropped.
    """

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._point = meeting_point(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_AT_ONCE)
        self._server.newConnection.connect(self._on_server_new_connection)
        self._guests: list[QLocalSocket] = []

    def listen(self) -> bool:
        """Begin; tells whether it worked. What a window that was killed left behind is removed."""
        if not self._point:
            return False
        QLocalServer.removeServer(self._point)
        return self._server.listen(self._point)

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()

    def _on_server_new_connection(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            if len(self._guests) >= _MOST_AT_ONCE:
                guest.abort()
                guest.deleteLater()
                continue
            self._guests.append(guest)
            guest.setReadBufferSize(MOST_BYTES)
            guest.readyRead.connect(partial(self._hear, guest))
            guest.disconnected.connect(partial(self._let_go, guest))
            QTimer.singleShot(_PATIENCE, guest, guest.abort)
            self._hear(guest)  # what came with the connection

    def _hear(self, guest: QLocalSocket) -> None:
        if guest not in self._guests:
            return
        if not guest.canReadLine():
            if guest.bytesAvailable() >= MOST_BYTES:
                guest.abort()
            return
        message = read(bytes(guest.readLine(MOST_BYTES + 1).data()))
        if message is None:
            guest.abort()
            return
        self.asked.emit(message)
        guest.write(ANSWER)
        guest.disconnectFromServer()

    def _let_go(self, guest: QLocalSocket) -> None:
        if guest in self._guests:
            self._guests.remove(guest)
            guest.deleteLater()
