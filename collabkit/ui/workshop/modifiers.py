"""The keys that are held down with another one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MODIFIED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_modified(event: QKeyEvent) -> bool:
    """Tell whether a key press is meant as a shortcut; Shift alone makes none."""
    return bool(event.modifiers() & _MODIFIED)
