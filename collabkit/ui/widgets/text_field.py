"""One line of text with a label."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from collabkit.ui.widgets.caret import widen_caret
from collabkit.ui.widgets.field import Field
from collabkit.ui.widgets.held import HELD_AT_MOST, Held


class TextField(Field):
    """A label and a line to type in.

    ``edited(text)`` tells what a person typed, half a second after the last key, every two seconds
    of steady typing, when the field is left, or when ``flush`` is called. Text over ``longest``
    characters is cut, and a sentence below says so. ``entered()`` tells that Enter was pressed.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        hint: str = "",
        longest: int = 500,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.line = QLineEdit()
        widen_caret(self.line)
        self.line.setMaxLength(longest)
        self._held = Held(self, HELD_AT_MOST)
        self._held.released.connect(self.edited)
        self.line.textEdited.connect(self._on_line_text_edited)
        self.line.inputRejected.connect(self._on_line_input_rejected)
        self.line.editingFinished.connect(self._held.flush)
        self.line.returnPressed.connect(self.entered)
        self.hold(self.line)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.line.text()

    @property
    def is_being_typed(self) -> bool:
        """Whether a person has typed something that was not told yet."""
        return self._held.is_full

    def set_text(self, text: str) -> None:
        """Show ``text``; nobody is told. Text that a person is typing is not replaced by itself."""
        if text == self.line.text():
            return
        self.tell_cut(None)
        self._held.drop()
        with QSignalBlocker(self.line):
            self.line.setText(text)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._held.flush()

    def _on_line_text_edited(self, text: str) -> None:
        # Qt tells of a cut first and of the text second: a full line may have been cut just now.
        if len(text) < self.line.maxLength():
            self.tell_cut(None)
        self._held.take(text)

    def _on_line_input_rejected(self) -> None:
        self.tell_cut(self.line.maxLength())
