"""What can be done with an action, side by side below it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.plans.plan import Slot
from collabkit.plans.progress import CLOSED
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.fold import FoldHeader
from collabkit.ui.widgets.part import Part, show_if

# Names of buttons to which the keyboard is given.
OPEN, PROGRESS, CHANGE_SLOT, REMOVE = "open", "progress", "change slot", "remove"


class CardActs(Part):
    """Buttons side by side; those for its place in the list stay together."""

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slot = slot
        self.opener = FoldHeader(_("Who, when and how"))
        self.progress = FoldHeader(_("How it goes"))
        self.change_slot = Button(_("Park"), "quiet") if slot is Slot.NOW else Button(_("Do now"))
        self.up = Button("", "quiet", "up", _("Move up"))
        self.down = Button("", "quiet", "down", _("Move down"))
        self.remove = Button("", "quiet", "bin", _("Remove"))
        self._flow = Flow(self)
        together = QWidget()
        self._row = QHBoxLayout(together)
        self._row.setContentsMargins(0, 0, 0, 0)
        for act in (self.up, self.down, self.remove):
            self._row.addWidget(act)
        for part in (self.opener, self.progress, self.change_slot, together):
            self._flow.addWidget(part)
        self.dress(theme_of(self))

    @property
    def controls(self) -> dict[str, QWidget]:
        """All buttons by their names, in their order."""
        return {
            OPEN: self.opener,
            PROGRESS: self.progress,
            CHANGE_SLOT: self.change_slot,
            "up": self.up,
            "down": self.down,
            REMOVE: self.remove,
        }

    def show_action(self, state: ActionState) -> None:
        """Offer what can be done with an action."""
        is_closed = state.action.status in CLOSED
        if self._slot is Slot.NOW:
            self.change_slot.set_words(_("Put aside") if is_closed else _("Park"))
        show_if(self.change_slot, self._slot is Slot.NOW or not is_closed)
        self.up.setEnabled(state.place > 1)
        self.down.setEnabled(state.place < state.count)
        for move in (self.up, self.down):
            show_if(move, state.count > 1)
        self._name_everything(state.action.text)

    def show_opened(self, *, is_open: bool, tells_progress: bool) -> None:
        """Show whether the details, and how it goes, are open below."""
        self.opener.set_open(is_open)
        self.opener.setAccessibleDescription(
            _("Open. Closes the details.") if is_open else _("Closed. Opens the details.")
        )
        self.progress.set_open(tells_progress)
        self.progress.setAccessibleDescription(
            _("Open. Closes how it goes.")
            if tells_progress
            else _("Closed. Opens how it goes, and a line to note it.")
        )

    def dress(self, theme: Theme) -> None:
        self._flow.set_gaps(0, theme.metrics.units(1))  # each has space of its own
        self._row.setSpacing(0)

    def _name_everything(self, action: str) -> None:
        """Tell screen readers which action each button is about."""
        for button, words in (
            (self.opener, _("Who, when and how")),
            (self.progress, _("How it goes")),
            (self.change_slot, self.change_slot.text()),
            (self.up, _("Move up")),
            (self.down, _("Move down")),
            (self.remove, _("Remove")),
        ):
            button.setAccessibleName(_("{words}: {action}").format(words=words, action=action))
