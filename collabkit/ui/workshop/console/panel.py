"""What every panel of single-screen mode has: a heading, its form and a button to close it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, put
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.state import ConsoleState


class Panel(Part):
    """One form with a button to close it. ``done()`` asks to be closed.

    ``letter_wanted(Letter)`` asks for what a letter leads to instead.
    """

    done = Signal()
    letter_wanted = Signal(object)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = Text(heading, "heading")
        self.close_button = Button(_("Done"), "primary", "tick")
        self.close_button.clicked.connect(self.done)
        self.body = QVBoxLayout()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.heading)
        self._box.addLayout(self.body)
        put(self._box, self.close_button)
        self._box.addStretch(1)
        self.setAccessibleName(heading)
        self.dress(theme_of(self))

    def add(self, *parts: QWidget) -> None:
        """Put ``parts`` below what is there."""
        for part in parts:
            put(self.body, part)

    def render_state(self, state: ConsoleState) -> None:
        """Show ``state``."""

    def is_wanted(self, state: ConsoleState) -> bool:
        """Tell whether the panel still has something to do."""
        return not state.is_paused

    def flush(self) -> None:
        """Tell at once what was typed."""

    def is_in_order(self) -> bool:
        """Tell whether next may close it; if not, the panel says what is wrong."""
        self.flush()
        return True

    @property
    def keeps_next(self) -> bool:
        """Whether next only closes the panel, and the session stays where it is."""
        return False

    def take_focus(self) -> None:
        """Give the keyboard to what is typed first."""
        focus_in_view(self.close_button)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setSpacing(m.units(1.5))
        self.body.setSpacing(m.units(1.5))
