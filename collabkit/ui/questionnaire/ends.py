"""The two ends between which a slider lies."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text

_NARROW = 30  # ems: with less, one end stands below the other


class Ends(Part):
    """From what, on the left, to what, on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start, self.end = _End(_("From")), _End(_("To"))
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.start, 1)
        self._box.addWidget(self.end, 1)
        self.dress(theme_of(self))

    def show_ends(self, ends: tuple[str, str]) -> None:
        """Show both."""
        self.start.show_text(ends[0])
        self.end.show_text(ends[1])

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        is_narrow = self.width() < theme_of(self).metrics.ems(_NARROW)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)


class _End(Card):
    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = Text(label, "strong", "accent")
        self._text = Text("", "lead")
        self.add(self._label, self._text)
        self.body.addStretch(1)  # both begin at the same height, however long the other is

    def show_text(self, text: str) -> None:
        """Show what this end stands for."""
        self._text.setText(text)
