"""An open vote on the console: how many are in, and the ways in."""

from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.hands_part import HandsPart
from collabkit.ui.workshop.console.parts.slips_part import SlipsPart
from collabkit.ui.workshop.console.state import Eyes, VoteState
from collabkit.ui.workshop.console.wording import answered_of


class VotePart(Part):
    """“9 of 11 are in”, hands to count and slips to key in."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = Text("", "title")
        self.came = Text("", "body", "muted")
        self.hands = HandsPart()
        self.slips = SlipsPart()
        self.slips.pad.hands_asked.connect(self.hands.take_focus)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.answered, self.came, self.slips, self.hands):
            put(self._box, part)
        self.setAccessibleName(_("The vote"))
        self.dress(theme_of(self))

    def render_vote(self, vote: VoteState | None, eyes: Eyes | None) -> None:
        """Show the open vote; ``None`` takes no room."""
        show_if(self, vote is not None)
        if vote is None:
            self.hands.forget()
            return
        self.answered.setText(answered_of(vote.answered, vote.present))
        self.came.setText(" · ".join(eyes.came) if eyes else "")
        show_if(self.came, bool(self.came.text()))
        show_if(self.hands, vote.takes_hands)
        show_if(self.slips, vote.takes_slips)
        if vote.takes_hands:
            self.hands.render_vote(vote)
        if vote.takes_slips:
            self.slips.render_vote(vote, eyes.slips if eyes else None)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))
