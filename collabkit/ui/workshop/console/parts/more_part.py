"""What is seldom needed: a break, the end of the statements, another statement."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.call_off_part import CallOffPart
from collabkit.ui.workshop.console.parts.stops_part import StopsPart
from collabkit.ui.workshop.console.state import ConsoleState


class MorePart(Part):
    """What comes next, a break, ending the statements or a vote, and the list of all."""

    break_asked = Signal()
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.then_label = Text(_("Next statement"), "strong")
        self.then = Text("", "body", "muted")
        self.pause = Button(_("Take a break"), "plain", "clock")
        self.end = Button(_("End the statements now"), "quiet", "next")
        self.call_off = CallOffPart()
        self.stops = StopsPart()
        self.pause.clicked.connect(self.break_asked)
        self.end.clicked.connect(self.end_asked)
        self._row = Flow()
        for button in (self.pause, self.end):
            self._row.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.then_label, self.then):
            self._box.addWidget(part)
        self._box.addLayout(self._row)
        self._box.addWidget(self.call_off)
        self._box.addWidget(self.stops)
        self.dress(theme_of(self))

    def render_state(self, state: ConsoleState) -> None:
        """Show what can be done."""
        self.then.setText(state.then)
        for part in (self.then, self.then_label):
            show_if(part, bool(state.then))
        show_if(self.pause, state.can_pause)
        show_if(self.end, state.can_end)
        self.call_off.render_vote(state.vote)
        self.stops.render_stops(state.stops, can_jump=state.can_jump)

    def take_focus(self) -> None:
        """Give the keyboard to what one comes here for: ending a vote, or another statement."""
        is_vote = not self.call_off.isHidden()
        focus_in_view(self.call_off.begin if is_vote else self.stops.header)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._row.set_gaps(theme.metrics.units(1), theme.metrics.units(0.8))
