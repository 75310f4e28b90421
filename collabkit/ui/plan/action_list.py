"""The actions of one list, one card each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.plans.plan import Slot
from collabkit.ui.plan.action_card import ActionCard
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section


class ActionList(Section):
    """A heading and cards. Its signals are those of the cards.

    The cards keep their places and get other actions to stand for when the order changes, so Tab
    always goes from top to bottom. Which actions are open is remembered by their ids.
    """

    moved = Signal(str, int)
    slot_change_requested = Signal(str)
    removal_requested = Signal(str)
    edited = Signal(str, object)
    noted = Signal(str, str)
    note_removal_requested = Signal(str, int)
    put_off_requested = Signal(str)
    next_look_requested = Signal(str)
    typing = Signal(bool)
    results_requested = Signal(str)
    last_time_requested = Signal(str)  # the only one with the id of an assessment

    def __init__(
        self, slot: Slot, heading: str, sentence: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, sentence, parent)
        self._slot = slot
        self._open: set[str] = set()
        self._told_of: set[str] = set()
        self._all: list[ActionCard] = []
        self.cards: tuple[ActionCard, ...] = ()

    def show_actions(self, states: Sequence[ActionState]) -> None:
        """Show ``states`` in their order."""
        while len(self._all) < len(states):
            self._all.append(self._new_card())
        self.cards = tuple(self._all[: len(states)])
        for card, state in zip(self.cards, states, strict=True):
            card.show_action(state, state.id in self._open, state.id in self._told_of)
        for number, card in enumerate(self._all):
            show_if(card, number < len(states))

    def card_of(self, action_id: str) -> ActionCard | None:
        """Return the card that stands for an action."""
        return next((card for card in self.cards if card.action_id == action_id), None)

    def place_of(self, action_id: str) -> int:
        """Return the place of an action in this list, from 0; 0 for an unknown one."""
        ids = [card.action_id for card in self.cards]
        return ids.index(action_id) if action_id in ids else 0

    def flush(self) -> None:
        """Tell at once what was typed."""
        for card in self.cards:
            card.flush()

    def settle(self) -> None:
        """Ask no more what there is to say about what was done or dropped a while ago."""
        for card in self._all:
            card.settle()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.body.setSpacing(theme.metrics.units(2))

    def _new_card(self) -> ActionCard:
        card = ActionCard(self._slot)
        card.moved.connect(self.moved)
        card.slot_change_requested.connect(self.slot_change_requested)
        card.removal_requested.connect(self.removal_requested)
        card.edited.connect(self.edited)
        card.noted.connect(self.noted)
        card.note_removal_requested.connect(self.note_removal_requested)
        card.put_off_requested.connect(self.put_off_requested)
        card.next_look_requested.connect(self.next_look_requested)
        card.typing.connect(self.typing)
        card.results_requested.connect(self.results_requested)
        card.summary.carried.wanted.connect(self.last_time_requested)
        card.toggled.connect(self._on_card_toggled)
        card.told_of.connect(self._on_card_told_of)
        self.add(card)
        return card

    def _on_card_toggled(self, action_id: str, is_open: bool) -> None:
        _remember(self._open, action_id, is_open)

    def _on_card_told_of(self, action_id: str, is_open: bool) -> None:
        _remember(self._told_of, action_id, is_open)


def _remember(ids: set[str], action_id: str, is_open: bool) -> None:
    if is_open:
        ids.add(action_id)
    else:
        ids.discard(action_id)
