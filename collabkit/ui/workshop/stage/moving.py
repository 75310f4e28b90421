"""Puts a window on a screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_SHARE = 0.9  # of the screen that a window takes which is not as large as the screen


def fill_screen(window: QWidget, screen: QScreen, *, activate: bool) -> None:
    """Let ``window`` cover the whole of ``screen``; without ``activate`` the keyboard stays."""
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not activate)
    was_visible = window.isVisible()
    if window.isFullScreen() and window.screen() is not screen:
        window.showNormal()  # a full screen does not move
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    if was_visible:
        window.raise_()
    if activate:
        window.activateWindow()


def move_to(window: QWidget, screen: QScreen) -> None:
    """Move ``window`` to ``screen``, as large there as it was if there is room."""
    state = window.windowState()
    if state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        window.showNormal()
    room = screen.availableGeometry()
    size = window.size().boundedTo(room.size() * _SHARE)
    window.setScreen(screen)
    window.resize(size)
    window.move(room.center() - window.rect().center())
    window.setWindowState(state)
    window.show()
    window.activateWindow()
