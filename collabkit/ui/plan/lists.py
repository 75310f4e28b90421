"""All actions of a plan: now, parked, and behind us."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.plans.plan import Slot
from collabkit.ui.plan.action_card import ActionCard
from collabkit.ui.plan.action_list import ActionList
from collabkit.ui.plan.state import PlanState, Situation
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if


class ActionLists(Part):
    """Three lists below each other. Its signals are those of the lists."""

    moved = Signal(str, int)
    slot_change_requested = Signal(str)
    removal_requested = Signal(str)
    edited = Signal(str, object)
    noted = Signal(str, str)
    note_removal_requested = Signal(str, int)
    put_off_requested = Signal(str)
    next_look_requested = Signal(str)
    typing = Signal(bool)
    results_requested = Signal()
    last_time_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now = ActionList(Slot.NOW, _("Now"))
        self.parked = ActionList(
            Slot.PARKED,
            _("Parked"),
            _("Good ideas that wait. When something is done, take the next one from here."),
        )
        self.behind = ActionList(Slot.PARKED, _("Done and dropped"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for actions in self._lists:
            self._box.addWidget(actions)
            self._connect(actions)
        self.hide()  # many cards are laid out at once when it is shown, and not one by one
        self.dress(theme_of(self))

    def show_plan(self, state: PlanState) -> None:
        """Show the actions of a plan."""
        self.now.show_actions(state.now)
        self.now.set_sentence(state.now_sentence)
        self.parked.show_actions(state.parked)
        self.behind.show_actions(state.behind)
        has_actions = state.situation is Situation.ACTIONS
        show_if(self.now, has_actions)
        show_if(self.parked, bool(state.parked))
        show_if(self.behind, bool(state.behind))
        show_if(self, has_actions)

    def card_of(self, action_id: str) -> ActionCard | None:
        """Return the card that stands for an action."""
        cards = (actions.card_of(action_id) for actions in self._lists)
        return next((card for card in cards if card is not None), None)

    @property
    def card_with_focus(self) -> ActionCard | None:
        """The card in which the keyboard is."""
        step = QApplication.focusWidget()
        while step is not None and not isinstance(step, ActionCard):
            step = step.parentWidget()
        return step

    def place_of(self, action_id: str) -> tuple[ActionList, int]:
        """Return in which list an action is, and where in it, from 0."""
        for actions in self._lists:
            if actions.card_of(action_id) is not None:
                return actions, actions.place_of(action_id)
        return self.now, 0

    def whereabouts_of(self, action_id: str) -> str:
        """Return in which list an action is, and where in it, for whoever hears the page."""
        card = self.card_of(action_id)
        actions, _at = self.place_of(action_id)
        return _("{list}: {place}").format(
            list=actions.heading.text(), place=card.whereabouts if card is not None else ""
        )

    def stay_near(self, place: tuple[ActionList, int], control: str) -> bool:
        """Give the keyboard to what has taken the place of a card that has gone.

        Returns whether there is anything left.
        """
        actions, at = place
        for each in (actions, *self._lists):
            if each.cards:
                each.cards[min(at, len(each.cards) - 1)].focus_control(control)
                return True
        return False

    def flush(self) -> None:
        """Tell at once what was typed."""
        for actions in self._lists:
            actions.flush()

    def settle(self) -> None:
        """Ask no more what there is to say about what was done or dropped a while ago."""
        for actions in self._lists:
            actions.settle()

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))

    @property
    def _lists(self) -> tuple[ActionList, ...]:
        return self.now, self.parked, self.behind

    def _connect(self, actions: ActionList) -> None:
        actions.moved.connect(self.moved)
        actions.slot_change_requested.connect(self.slot_change_requested)
        actions.removal_requested.connect(self.removal_requested)
        actions.edited.connect(self.edited)
        actions.noted.connect(self.noted)
        actions.note_removal_requested.connect(self.note_removal_requested)
        actions.put_off_requested.connect(self.put_off_requested)
        actions.next_look_requested.connect(self.next_look_requested)
        actions.typing.connect(self.typing)
        actions.results_requested.connect(self.results_requested)
        actions.last_time_requested.connect(self.last_time_requested)
