"""What screen readers are told a widget is, where Qt's own guess is wrong or missing.

A widget says it by attributes: ``spoken_role`` is the name of a ``QAccessible.Role``, and
``is_open`` (with ``spoken_role`` "Button") marks something that opens and closes.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

_installed = False


def speak_roles() -> None:
    """Let screen readers hear the roles; to be called once or more often."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "spoken_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None  # Qt's own
    if isinstance(thing, QAbstractButton):
        return _Opening(thing, QAccessible.Role[role])
    return _Spoken(thing, QAccessible.Role[role])


class _Spoken(QAccessibleWidget):
    """A widget with another role; a text is called what it says."""

    def text(self, kind: QAccessible.Text) -> str:
        words = super().text(kind)
        widget = self.widget()
        if not words and kind == QAccessible.Text.Name and isinstance(widget, QLabel):
            return widget.text()
        return words


class _Opening(_Spoken):
    """A button that opens and closes something."""

    def state(self) -> QAccessible.State:
        state = super().state()
        is_open = bool(getattr(self.widget(), "is_open", False))
        # Qt's type hints call these whole numbers, which is what they are in C++.
        state.expandable = 1
        state.expanded = int(is_open)
        state.collapsed = int(not is_open)
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self.widget()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)
