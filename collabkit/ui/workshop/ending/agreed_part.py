"""What the room has agreed on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.room.meeting import DraftAction, Meeting
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.ending.action_card import details_of


class AgreedPart(Part):
    """What is to be done now, and what is parked for later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = Text("", "lead")
        self.now = Section(_("Now"))
        self.parked = Section(_("Parked"), _("Good ideas that wait."))
        self.left = Text("", "body", "muted")
        self._now, self._parked = Column(gap=1.5), Column(gap=1.5)
        self.now.add(self._now)
        self.parked.add(self._parked)
        self._box = QVBoxLayout(self)
        for part in (self.lead, self.now, self.parked, self.left):
            self._box.addWidget(part)
        self.dress(theme_of(self))

    def show_agreed(self, meeting: Meeting) -> None:
        """Show every adopted action; what was not adopted is only counted."""
        adopted = [action for action in meeting.actions if action.is_adopted]
        now = [action for action in adopted if action.is_now]
        parked = [action for action in adopted if not action.is_now]
        self.lead.setText(
            _("This is what you have agreed.") if adopted else _("No action was adopted today.")
        )
        self._now.fill(*(_card(action) for action in now))
        self._parked.fill(*(_card(action) for action in parked))
        show_if(self.now, bool(now))
        show_if(self.parked, bool(parked))
        left = len(meeting.actions) - len(adopted)
        self.left.setText(
            ngettext(
                "One action was worded and not adopted.",
                "{number} actions were worded and not adopted.",
                left,
            ).format(number=in_words(left))
        )
        show_if(self.left, left > 0)

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(2))


def _card(action: DraftAction) -> Card:
    card = Card()
    card.setAccessibleName(action.text)
    card.add(Text(action.text, "strong"), Text(details_of(action), "body", "muted"))
    return card
