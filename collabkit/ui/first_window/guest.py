"""Somebody who has connected to the first window and has two seconds to say what they want."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from collabkit.ui.first_window.message import ANSWER, MOST_BYTES, read

_PATIENCE = 2_000  # milliseconds


class Guest(QObject):
    """Reads one message; ``asked(Message)``. Whatever is no message of ours is hung up on.

    It goes by itself when the line is closed.
    """

    asked = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        socket.setParent(self)
        self._socket = socket
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        socket.setReadBufferSize(MOST_BYTES)
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self.deleteLater)
        self._timer.start(_PATIENCE)

    def hear(self) -> None:
        """Read what has come so far."""
        socket = self._socket
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST_BYTES:
                socket.abort()
            return
        message = read(bytes(socket.readLine(MOST_BYTES + 1).data()))
        if message is None:
            socket.abort()
            return
        socket.readyRead.disconnect(self.hear)
        self.asked.emit(message)
        socket.write(ANSWER)
        socket.disconnectFromServer()

    def _on_timer_timeout(self) -> None:
        # Connected to the socket itself, PySide would complain: its end is no slot of Qt.
        self._socket.abort()
