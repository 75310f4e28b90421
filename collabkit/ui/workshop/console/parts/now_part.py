"""Where the room is, and what to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.miniature import Miniature
from collabkit.ui.workshop.console.state import ConsoleState, Eyes

_SMALL = 9  # ems


class NowPart(Part):
    """The place in the session, the statement, how many have answered, and what to tell them.

    With ``miniature`` shown, what the room sees stands beside it, very small.
    """

    def __init__(self) -> None:
        super().__init__()
        self.place = Text("", "strong", "accent")
        self.place.speak_as_heading()
        self.statement = Text("", "heading")
        self.closed = Text("", "title")
        self.advice = Text("", "body")
        self.miniature = Miniature()
        self._box = QVBoxLayout()
        for part in (self.place, self.statement, self.closed, self.advice):
            self._box.addWidget(part)
        self._box.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._box, 1)
        self._row.addWidget(self.miniature, 0, Qt.AlignmentFlag.AlignTop)
        show_if(self.miniature, False)
        self.dress(theme_of(self))

    def render_state(self, state: ConsoleState) -> None:
        """Show where the room is."""
        self.place.setText(state.heading)
        self.statement.setText(state.statement)
        show_if(self.statement, bool(state.statement))
        self.closed.setText(state.closed)
        show_if(self.closed, bool(state.closed))
        self.advice.setText(state.advice)
        show_if(self.advice, bool(state.advice))
        self.setAccessibleName(state.heading)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setSpacing(m.units(1.2))
        self._row.setSpacing(m.units(2.5))
        self.miniature.setFixedWidth(m.ems(_SMALL))
        self.miniature.setFixedHeight(self.miniature.heightForWidth(m.ems(_SMALL)))


class SayPart(Part):
    """Sentences that the facilitator can say aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.label = Text(_("You could say"), "note", "muted")
        self.lines = Column(gap=0.6)
        self._said: tuple[str, ...] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label)
        self._box.addWidget(self.lines)
        self.setAccessibleName(self.label.text())
        self.dress(theme_of(self))

    def render_eyes(self, eyes: Eyes | None) -> None:
        """Show what to say; without anything, take no room."""
        said = eyes.say if eyes else ()
        show_if(self, bool(said))
        if said != self._said:
            self._said = said
            self.lines.fill(*(Text(f"“{line}”", "lead") for line in said))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.6))
