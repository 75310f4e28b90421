"""Several lines of text with a label."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.field import Field
from collabkit.ui.widgets.held import HELD_AT_MOST, Held


class TextBox(Field):
    """A label and a box to type in, which grows with what is typed, up to ten lines.

    ``edited(text)`` tells what a person typed, half a second after the last key, every two seconds
    of steady typing, when the box is left, or when ``flush`` is called. Text over ``longest``
    characters is cut, and a sentence below says so. Tab goes on to the next control.
    """

    edited = Signal(str)

    def __init__(
        self,
        label: str,
        hint: str = "",
        lines: int = 3,
        longest: int = 5000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.edit = GrowingEdit(lines)
        self._longest = longest
        self._held = Held(self, HELD_AT_MOST)
        self._held.released.connect(self.edited)
        self.edit.textChanged.connect(self._on_edit_text_changed)
        self.edit.left.connect(self._held.flush)
        self.hold(self.edit)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.edit.toPlainText()

    @property
    def is_being_typed(self) -> bool:
        """Whether a person has typed something that was not told yet."""
        return self._held.is_full

    def set_text(self, text: str) -> None:
        """Show ``text``; nobody is told."""
        if text == self.text:
            return
        self.tell_cut(None)
        self._held.drop()
        with QSignalBlocker(self.edit):
            self.edit.setPlainText(text)
        self.edit.grow()

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._held.flush()

    def _on_edit_text_changed(self) -> None:
        if len(self.text) > self._longest:
            cursor = self.edit.textCursor()
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(self.text[: self._longest])
            cursor.movePosition(cursor.MoveOperation.End)
            self.edit.setTextCursor(cursor)
            self.tell_cut(self._longest)
        else:
            self.tell_cut(None)
        self.edit.grow()
        self._held.take(self.text)


class GrowingEdit(QPlainTextEdit):
    """As high as its text, between ``lines`` and ten lines."""

    left = Signal()
    _MOST = 10

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._least = lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.grow()

    def grow(self) -> None:
        """Take the height that the text needs."""
        lines = min(max(self._least, int(self.document().size().height())), self._MOST)
        m = theme_of(self).metrics
        self.setCursorWidth(m.hair)  # a single pixel is hard to find in large text
        frame = 2 * (m.ems(0.3) + m.hair) + m.hair + 2
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines) + frame)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
