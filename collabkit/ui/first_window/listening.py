"""The first window listens for a second start on the same data folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer

from collabkit.ui.first_window.guest import Guest
from collabkit.ui.first_window.meeting_point import meeting_point

_MOST_AT_ONCE = 8


class FirstWindow(QObject):
    """Whoever holds the lock on the folder listens; only this user's programs are heard.

    ``asked(Message)`` tells what a second start wants.
    """

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._point = ""  # where it listens
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_AT_ONCE)
        self._server.newConnection.connect(self._on_server_new_connection)

    def listen(self) -> bool:
        """Begin, or go on; tells whether it works.

        What a window that was killed left behind is removed. A folder that was not there before, or
        has come back as another one, is another place to meet at.
        """
        point = meeting_point(self._folder)
        if self._server.isListening() and point in ("", self._point):
            return True
        self.close()
        if not point:
            return False
        self._point = point
        QLocalServer.removeServer(point)
        return self._server.listen(point)

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()

    def _on_server_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            guest = Guest(socket, self)
            if len(self.findChildren(Guest)) > _MOST_AT_ONCE:
                socket.abort()
                continue
            guest.asked.connect(self.asked)
            guest.hear()  # what came with the connection
