"""The hint that shows when the pointer rests."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget


def set_hint(widget: QWidget, text: str) -> None:
    """Let ``text`` be the hint of ``widget``, as it was typed.

    Qt takes a hint for markup if it looks like it: a title such as ``<img src=…>`` in a stranger's
    questionnaire would have a file opened, or another computer asked for it.
    """
    widget.setToolTip(Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text)
