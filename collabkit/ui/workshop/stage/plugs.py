"""Which screens are plugged in, also in the moment in which one is pulled out."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen


class Plugs(QObject):
    """The screens in the order of their numbers, and what happens to them."""

    came = Signal()
    gone = Signal(object)  # the QScreen: windows that stand on it have not been moved yet
    moved = Signal()  # one has another size or place, as when the system begins to mirror

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pulled: QScreen | None = None  # Qt may still list it while it goes
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.screenAdded.connect(self._on_app_screen_added)
        app.screenRemoved.connect(self._on_app_screen_removed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.moved)

    @property
    def screens(self) -> list[QScreen]:
        """All screens, from left to right and from top to bottom."""
        there = [screen for screen in QGuiApplication.screens() if screen is not self._pulled]
        return sorted(there, key=lambda s: (s.geometry().x(), s.geometry().y(), s.name()))

    def _on_app_screen_added(self, screen: QScreen) -> None:
        if screen is self._pulled:
            self._pulled = None
        else:
            screen.geometryChanged.connect(self.moved)
        self.came.emit()

    def _on_app_screen_removed(self, screen: QScreen) -> None:
        self._pulled = screen
        self.gone.emit(screen)
