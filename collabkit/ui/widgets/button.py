"""Buttons."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.hint import set_hint

ButtonKind = Literal["plain", "primary", "quiet"]

_TONES: dict[ButtonKind, str] = {"plain": "ink", "primary": "on_accent", "quiet": "accent"}


class Button(QPushButton):
    """A button with a verb on it, and a sign before (or after) the word if wanted.

    ``kind`` is *primary* (at most one a page), *plain*, or *quiet* for acts of lesser weight.
    Enter presses it as well as Space; a double click counts once. Without a word, ``name`` is what
    screen readers say and the hint shows.
    """

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = "plain",
        sign: str = "",
        name: str = "",
        parent: QWidget | None = None,
        *,
        sign_after: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind: ButtonKind = kind
        self._sign = sign
        self._sign_after = sign_after
        self._had_focus = False  # when it began to rest
        self.setProperty("kind", kind)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        if not text:
            self.setProperty("bare", True)
            set_hint(self, name)
        if sign_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        # A button that Enter presses wherever the focus is would surprise people in forms.
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()

    def set_words(self, text: str, name: str = "") -> None:
        """Put another verb on it; ``name`` is what screen readers say if that is more."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        if bool(self.property("bare")) == bool(text):
            self.setProperty("bare", not text)
            self.style().unpolish(self)
            self.style().polish(self)
        self._dress()

    def set_sign(self, sign: str) -> None:
        """Show another sign."""
        self._sign = sign
        self._dress()

    def set_resting(self, is_resting: bool) -> None:
        """Let it rest while what it began is under way; the keyboard waits, and comes back."""
        if is_resting is not self.isEnabled():
            return
        if is_resting:
            # In a window that is not the active one just now, nothing has the focus.
            self._had_focus = self.window().focusWidget() is self
            self.clearFocus()  # Qt would give it to whatever comes next
        self.setEnabled(not is_resting)
        if is_resting or not self._had_focus:
            return
        self._had_focus = False
        if self.isVisible() and self.window().focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Meant as one click, and the second may fall on a button that has moved there.
        event.accept()

    def _dress(self) -> None:
        if not self._sign:
            return
        from collabkit.ui.theme.sign_icon import sign_icon  # the opening page needs none

        theme = theme_of(self)
        size = theme.metrics.ems(1.2)
        tone = _TONES[self._kind] if self.isEnabled() else "resting"
        colour = theme.colour(tone)
        gap = theme.metrics.ems(0.35) if self.text() else 0
        icon = sign_icon(self._sign, size, colour, self.devicePixelRatioF(), gap, self._sign_after)
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(icon)
