"""The timer as the facilitator sees it."""

from PySide6.QtCore import Qt, Signal

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.clock import ClockState
from collabkit.ui.workshop.console.wording import clock_words

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TimerPart(Part):
    """What is timed and how long it goes on; it can rest, and be given a minute more."""

    toggled = Signal()
    minute_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "lead", alignment=_MIDDLE)
        self.rest = Button("", "quiet", "clock", _("Stop the timer"))
        self.minute = Button(_("A minute more"), "quiet", "plus")
        self.together = Button(_("All together now"), "quiet", "next")
        self.rest.clicked.connect(self.toggled)
        self.minute.clicked.connect(self.minute_wanted)
        self.together.clicked.connect(self.next_wanted)
        self._row = Flow(self)
        for widget in (self.words, self.rest, self.minute, self.together):
            self._row.addWidget(widget)
        self.setAccessibleName(_("Timer"))
        self.dress(theme_of(self))

    def render_clock(self, state: ClockState, *, has_next: bool) -> None:
        """Show the time that is left; without anything timed, take no room."""
        show_if(self, state.timed is not None)
        self.words.setText(clock_words(state))
        if state.is_running:
            self.rest.set_words(_("Stop"), _("Stop the timer"))
        else:
            self.rest.set_words(_("Go on"), _("Let the timer go on"))
        self.rest.setEnabled(state.left > 0)
        show_if(self.together, has_next)

    def dress(self, theme: Theme) -> None:
        # Figures of one width, so that nothing moves as the seconds go by.
        least = self.words.fontMetrics().horizontalAdvance(_("Silence to read") + ": 00:00")
        self.words.setMinimumSize(least, theme.metrics.target)
        self._row.set_gaps(theme.metrics.units(1), theme.metrics.units(0.5))
