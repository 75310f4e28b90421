"""What changes as a whole: a list that is shown afresh."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, put, show_if

_MEANT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # shown or hidden on purpose


class Column(Part):
    """Widgets below each other, ``gap`` units apart, all replaced at once.

    What is shown again stays as it is, with the keyboard if it has it.
    """

    def __init__(self, gap: float = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self.parts: tuple[QWidget, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.dress(theme_of(self))

    def fill(self, *parts: QWidget) -> None:
        """Show ``parts`` in place of what was there; without any, take no room."""
        for part in self.parts:
            self._box.removeWidget(part)
            if part not in parts:
                # Deleted a moment later: one of them may be the button that was just pressed.
                part.hide()
                part.deleteLater()
        self.parts = parts
        show_if(self, bool(parts))
        for part in parts:
            put(self._box, part)
            if self.isVisible() and not part.testAttribute(_MEANT):
                part.show()  # at once, so that it can be given the keyboard

    def let_go(self, part: QWidget) -> None:
        """Forget ``part``: it is going to be shown elsewhere."""
        self._box.removeWidget(part)
        self.parts = tuple(other for other in self.parts if other is not part)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(self._gap))
