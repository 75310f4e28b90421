"""What people do to the actions: handed on to the presenter, and the keyboard stays near."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from collabkit.ui.plan.card_acts import CHANGE_SLOT, OPEN, PROGRESS, REMOVE
from collabkit.ui.plan.lists import ActionLists
from collabkit.ui.plan.presenter import PlanPresenter
from collabkit.ui.plan.staying import staying_in_place
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.part import lay_out_now


class ActionHandling(QObject):
    """Stands between the lists and the presenter.

    ``withdraw_offer`` takes back the offer to undo something older; ``go_nowhere`` is called when
    no action is left that could have the keyboard.
    """

    def __init__(
        self,
        lists: ActionLists,
        presenter: PlanPresenter,
        withdraw_offer: Callable[[], None],
        go_nowhere: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lists = lists
        self._presenter = presenter
        self._withdraw_offer = withdraw_offer
        self._go_nowhere = go_nowhere
        lists.edited.connect(self._on_lists_edited)
        lists.typing.connect(presenter.ledger.note_typing)
        lists.moved.connect(self._on_lists_moved)
        lists.slot_change_requested.connect(self._on_lists_slot_change_requested)
        lists.removal_requested.connect(self._on_lists_removal_requested)
        lists.noted.connect(self._on_lists_noted)
        lists.note_removal_requested.connect(self._on_lists_note_removal_requested)
        lists.put_off_requested.connect(self._on_lists_put_off_requested)
        lists.next_look_requested.connect(self._on_lists_next_look_requested)

    def move_up(self) -> None:
        """Move the action that has the keyboard up in its list."""
        self._move_with_keys(-1)

    def move_down(self) -> None:
        """Move the action that has the keyboard down in its list."""
        self._move_with_keys(1)

    def tick_off(self) -> None:
        """Mark the action that has the keyboard as done, or as under way again."""
        card = self._lists.card_with_focus
        if card is not None:
            card.flush()
            card.tick_off()

    def focus(self, action_id: str, control: str = OPEN) -> bool:
        """Give the keyboard to a control of an action; tell whether the action is there."""
        card = self._lists.card_of(action_id)
        if card is not None:
            card.focus_control(control)
        return card is not None

    def _move_with_keys(self, by: int) -> None:
        card = self._lists.card_with_focus
        if card is not None:
            self._on_lists_moved(card.action_id, by)

    def _on_lists_edited(self, action_id: str, changes: dict[str, Any]) -> None:
        self._withdraw_offer()
        self._presenter.change(action_id, changes)

    def _on_lists_noted(self, action_id: str, text: str) -> None:
        self._withdraw_offer()
        self._presenter.note(action_id, text)

    def _on_lists_note_removal_requested(self, action_id: str, place: int) -> None:
        self._lists.flush()
        self._presenter.remove_note(action_id, place)
        card = self._lists.card_of(action_id)
        if card is not None and card.pane is not None:
            card.pane.focus_note(place)

    def _on_lists_put_off_requested(self, action_id: str) -> None:
        self._lists.flush()
        card = self._lists.card_of(action_id)
        if card is not None:
            with staying_in_place(card):
                self._presenter.put_off(action_id)
                self.focus(action_id)

    def _on_lists_next_look_requested(self, action_id: str) -> None:
        self._lists.flush()
        self._presenter.look_again(action_id)
        self.focus(action_id, PROGRESS)

    def _on_lists_moved(self, action_id: str, by: int) -> None:
        self._lists.flush()
        self._withdraw_offer()
        before = self._lists.card_of(action_id)
        control = before.control_with_focus if before is not None else None
        self._presenter.move(action_id, by)
        after = self._lists.card_of(action_id)
        if after is not None and control is not None:
            after.focus_control(control)
            announce(after, after.whereabouts)

    def _on_lists_removal_requested(self, action_id: str) -> None:
        self._lists.flush()
        place = self._lists.place_of(action_id)
        self._presenter.remove(action_id)
        if not self._lists.stay_near(place, REMOVE):
            self._go_nowhere()

    def _on_lists_slot_change_requested(self, action_id: str) -> None:
        self._lists.flush()
        place = was_in, _at = self._lists.place_of(action_id)
        if not self._presenter.change_slot(action_id):
            return
        if was_in is self._lists.now and was_in.cards:
            self._lists.stay_near(place, CHANGE_SLOT)
            return
        card = self._lists.card_of(action_id)
        if card is not None:
            lay_out_now()
            card.focus_control(CHANGE_SLOT)
            announce(card, self._lists.whereabouts_of(action_id))
