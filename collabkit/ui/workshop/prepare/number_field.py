"""A whole number with a label, in a line no longer than it needs."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.caret import widen_caret
from collabkit.ui.widgets.field import Field
from collabkit.ui.widgets.held import Held
from collabkit.ui.widgets.part import Part

_WIDTH = 6  # ems
_FIGURES = 3


class NumberField(Field):
    """``edited(number)`` tells what a person typed, as ``TextField`` does; 0 for no number."""

    edited = Signal(int)

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self.line = QLineEdit()
        widen_caret(self.line)
        self.line.setMaxLength(_FIGURES)
        self._held = Held(self)
        self._held.released.connect(self._on_held_released)
        self.line.textEdited.connect(self._held.take)
        self.line.editingFinished.connect(self._held.flush)
        self.hold(self.line, _Short(self.line))

    def set_number(self, number: int) -> None:
        """Show ``number``; what says the same, or is being typed, stays as it is."""
        text = self.line.text()
        if self._held.is_full or (text and _number(text) == number):
            return
        with QSignalBlocker(self.line):
            self.line.setText(str(number))

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._held.flush()

    def _on_held_released(self, text: str) -> None:
        self.edited.emit(_number(text))


class _Short(Part):
    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(line)
        box.addStretch(1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._line.setFixedWidth(theme.metrics.ems(_WIDTH))


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() else 0
