"""Bring a window to where it is seen, as far as each system allows it."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def standing_before(window: QWidget) -> QWidget | None:
    """Return what is to stay before ``window``: a dialog that waits for an answer, or the room's
    window where it covers the screen, because the room would otherwise see what is not for it.
    """
    before = (
        other
        for other in QApplication.topLevelWidgets()
        if other is not window
        and other.isVisible()
        and other.isFullScreen()
        and other.frameGeometry().intersects(window.frameGeometry())
    )
    return QApplication.activeModalWidget() or next(before, None)


def raise_window(window: QWidget, token: str = "") -> None:
    """Show ``window``, or what stands before it, in front of all others.

    ``token`` is what the desktop gave to the second start, if it gave one.

    Systems let a program take the front only if a person has just turned to it: X11 and macOS
    mostly do, Windows where the second start has given way, Wayland with a token of the desktop.
    Otherwise ``alert`` makes the entry in the task bar ask to be looked at.
    """
    if token and QApplication.platformName().startswith("wayland"):
        # Qt looks for it here when a window asks to be raised, and takes it away.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    front = standing_before(window) or window
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front.raise_()
    front.activateWindow()
    QApplication.alert(window)
