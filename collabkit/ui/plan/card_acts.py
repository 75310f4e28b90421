"""What can be done with an action, side by side below it."""

from PySide6.QtWidgets import QWidget

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
    """Buttons; those for what is overdue or to be looked at again are there when it is so."""

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slot = slot
        self.opener = FoldHeader(_("Who, when and how"))
        self.progress = FoldHeader(_("How it goes"))
        self.put_off = Button(_("Put off a month"), "quiet")
        self.next_look = Button(_("Look again in three months"), "quiet")
        self.change_slot = Button(_("Park"), "quiet") if slot is Slot.NOW else Button(_("Do now"))
        self.up = Button("", "quiet", "up", _("Move up"))
        self.down = Button("", "quiet", "down", _("Move down"))
        self.remove = Button("", "quiet", "bin", _("Remove"))
        self._flow = Flow(self)
        for act in self.controls.values():
            self._flow.addWidget(act)
        self.dress(theme_of(self))

    @property
    def controls(self) -> dict[str, QWidget]:
        """All buttons by their names, in their order."""
        return {
            OPEN: self.opener,
            PROGRESS: self.progress,
            "put off": self.put_off,
            "next look": self.next_look,
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
        show_if(self.put_off, state.life.put_off_to is not None)
        show_if(self.next_look, state.life.is_time_to_look)
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
        self._flow.setSpacing(theme.metrics.units(1))

    def _name_everything(self, action: str) -> None:
        """Tell screen readers which action each button is about."""
        for button, words in (
            (self.opener, _("Who, when and how")),
            (self.progress, _("How it goes")),
            (self.put_off, self.put_off.text()),
            (self.next_look, self.next_look.text()),
            (self.change_slot, self.change_slot.text()),
            (self.up, _("Move up")),
            (self.down, _("Move down")),
            (self.remove, _("Remove")),
        ):
            button.setAccessibleName(_("{words}: {action}").format(words=words, action=action))
