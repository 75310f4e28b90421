"""A group that Tab visits once, and in which the arrow keys move."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


def step_of(event: QKeyEvent) -> int:
    """Return -1 or 1 for an arrow key, and 0 for any other."""
    return _STEPS.get(Qt.Key(event.key()), 0)


def let_tab_stop_at(stop: QWidget | None, group: Sequence[QWidget]) -> None:
    """Let Tab stop at ``stop`` and go past the others of ``group``."""
    for widget in group:
        policy = Qt.FocusPolicy.StrongFocus if widget is stop else Qt.FocusPolicy.ClickFocus
        widget.setFocusPolicy(policy)


def move_on(step: int, group: Sequence[QWidget]) -> None:
    """Give the keyboard to the neighbour of the one in ``group`` that has it, if there is one."""
    at = next((n for n, widget in enumerate(group) if widget.hasFocus()), 0) + step
    if 0 <= at < len(group):
        let_tab_stop_at(group[at], group)
        group[at].setFocus(Qt.FocusReason.TabFocusReason)
