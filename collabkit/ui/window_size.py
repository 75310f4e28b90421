"""How large the window is, and that it is as large the next time."""

from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow

LEAST_SIZE = QSize(640, 480)
_FIRST_SIZE = QSize(1180, 780)
_WIDEST = 100_000  # no screen is wider
_FRAME = QSize(0, 40)  # what the system's title bar takes; only known once the window is shown


class Memory(Protocol):
    """Where the window remembers its size; ``collabkit.settings.Settings`` fits."""

    def get(self, key: str, default: Any = None) -> Any:
        """Return what is remembered for ``key``, otherwise ``default``."""

    def set(self, key: str, value: Any) -> None:
        """Remember ``value``, which is plain JSON."""


def resize_as_remembered(window: QMainWindow, memory: Memory) -> None:
    """Make the window as large as it was, or as large as suits the screen."""
    window.setMinimumSize(LEAST_SIZE)
    screen = window.screen().availableGeometry().size() - _FRAME
    size = memory.get("window_size", [])
    wanted = QSize(*size) if _is_size(size) else _FIRST_SIZE
    window.resize(wanted.boundedTo(screen).expandedTo(LEAST_SIZE))
    if memory.get("window_maximised", False):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def remember_size(window: QMainWindow, memory: Memory) -> None:
    """Keep how large the window is."""
    memory.set("window_maximised", window.isMaximized())
    if not window.isMaximized():
        memory.set("window_size", [window.width(), window.height()])


def _is_size(value: object) -> bool:
    """Tell whether a remembered size is one; settings are a file that anybody can edit."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(n) is int and 0 < n < _WIDEST for n in value)
    )
