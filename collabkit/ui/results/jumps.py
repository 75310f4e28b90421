"""Places on the page that can be jumped to."""

from PySide6.QtCore import Qt

from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.text import Text


def let_jump_to(text: Text) -> None:
    """Let the program give ``text`` the keyboard, so that Tab goes on from there."""
    text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    text.setProperty(NO_RING, True)
