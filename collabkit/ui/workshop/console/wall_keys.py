"""The keyboard on the room window: what is pressed there means the same as on the console."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.ui.widgets.focus import is_mouse_pressed
from collabkit.ui.workshop.console.keys import Letter, letter_of
from collabkit.ui.workshop.console.wall import Wall


class WallKeys(QObject):
    """Watches the room window, which itself only knows the keys of a clicker.

    ``take`` gets each letter. Whatever is typed into a form that lies over the picture is left
    alone, and so is the answer to the question whether to end the showing.

    Beside the console the room window has no use for the keyboard. Many systems give it to each
    window that comes up, whatever it asks for: ``give_back`` is called then.
    """

    def __init__(
        self, wall: Wall, take: Callable[[Letter], None], give_back: Callable[[], None]
    ) -> None:
        super().__init__(wall)
        self._wall, self._take, self._give_back = wall, take, give_back
        self._watched: QWidget | None = None
        wall.changed.connect(self._on_wall_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and not self._wall.covers_all:
            if not is_mouse_pressed():
                QTimer.singleShot(0, self, self._give_back)
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._is_free(watched)
            and (letter := letter_of(event)) is not None
        ):
            self._take(letter)
            return True
        return False

    def _is_free(self, window: QObject) -> bool:
        """Tell whether a letter is for the session, where a form may lie over the picture."""
        if not self._wall.covers_all:
            return True
        return QApplication.focusWidget() in (window, None) and not self._wall.stage.question

    def _on_wall_changed(self) -> None:
        window = self._wall.stage.window
        if window is self._watched:
            return
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
