"""Buttons side by side, all replaced at once."""

from PySide6.QtWidgets import QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if


class Acts(Part):
    """What can be done next; a line that is full goes on below."""

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[QWidget, ...] = ()
        self._flow = Flow(self)
        self.fill(*buttons)
        self.dress(theme_of(self))

    def fill(self, *buttons: QWidget) -> None:
        """Show ``buttons`` in place of what was there; without any, take no room."""
        for part in self.parts:
            self._flow.removeWidget(part)
            # Deleted a moment later: one of them may be the button that was just pressed.
            part.hide()
            part.deleteLater()
        self.parts = buttons
        show_if(self, bool(buttons))
        for button in buttons:
            self._flow.addWidget(button)
            if self.isVisible():
                button.show()

    def dress(self, theme: Theme) -> None:
        gap = theme.metrics.units(1.5)
        self._flow.set_gaps(gap, gap)
