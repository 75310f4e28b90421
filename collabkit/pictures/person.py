"""A pretend person at the keyboard and mouse of the real window."""

from typing import Any

_NAMED = {
    "Enter": "Key_Return",
    "Esc": "Key_Escape",
    "PgDn": "Key_PageDown",
    "PgUp": "Key_PageUp",
    "Down": "Key_Down",
    "F5": "Key_F5",
    "Backspace": "Key_Backspace",
}


class Person:
    """Presses keys and buttons. Whatever has the keyboard gets them, as from a real one."""

    def __init__(self, application: Any) -> None:
        self._application = application

    def turn_to(self, window: Any) -> None:
        """Go on in ``window``, as by a click on its title."""
        window.activateWindow()
        self._application.processEvents()

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a letter or figure, or a name such as ``PgDn``."""
        for key in keys:
            self._send(key)

    def write(self, field: Any, text: str) -> None:
        """Click into a field and type."""
        from PySide6.QtCore import Qt

        field.setFocus(Qt.FocusReason.MouseFocusReason)
        self.type(text)

    def type(self, text: str) -> None:
        """Type a text."""
        self.press(*text)

    def click(self, button: Any) -> None:
        """Press a button that can be seen and is not out of use.

        Raises ``RuntimeError`` for one that a person could not press.
        """
        if not button.isVisible() or not button.isEnabled():
            raise RuntimeError(f"“{button.text()}” cannot be pressed now")
        button.click()
        self._application.processEvents()

    def replace(self, field: Any, text: str) -> None:
        """Click into a field, select all that stands there, and type something else."""
        field.selectAll()
        self.write(field, text)

    def _send(self, key: str) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        without = Qt.KeyboardModifier.NoModifier
        if key in _NAMED:
            code, text = getattr(Qt.Key, _NAMED[key]).value, ""
        else:
            code, text = ord(key.upper()[0]), key
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = self._application.focusWidget() or self._application.activeWindow()
            if target is None:
                raise RuntimeError("nothing has the keyboard")
            self._application.sendEvent(target, QKeyEvent(kind, code, without, text))
        self._application.processEvents()
