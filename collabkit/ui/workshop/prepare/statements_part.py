"""Which statements the room votes on, and in which order."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.choices import can_be_voted_on
from collabkit.room.suggesting import suggested_statements
from collabkit.ui.new_assessment.own_choice import OwnChoice
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.prepare.chosen_list import ChosenList
from collabkit.ui.workshop.prepare.state import PrepareState
from collabkit.ui.workshop.prepare.wording import over_sentence, spread_sentence, time_sentence


class StatementsPart(Column):
    """How long it takes, the chosen statements in order, and all that can be chosen.

    ``moved(item_id, step)``, ``dropped(item_id)``, ``picked(frozenset of ids)`` and
    ``suggestion_wanted()``.
    """

    moved = Signal(str, int)
    dropped = Signal(str)
    picked = Signal(frozenset)
    suggestion_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.time = Text("")
        self.over = Text("", "strong")
        self.note = Text("", "note", "muted")
        self.spread = Text("", "note", "muted")
        self.fault = Text("", "body", "alert")
        self.chosen = ChosenList()
        self.chosen.moved.connect(self.moved)
        self.chosen.dropped.connect(self.dropped)
        self._suggest = Button(_("Back to the suggested ones"), "quiet", "undo")
        self._suggest.clicked.connect(self.suggestion_wanted)
        self._choice = OwnChoice()
        self._choice.picked.connect(self.picked)
        self.all = Fold(_("Choose others"))
        self.all.toggled.connect(self._on_all_toggled)
        self.all.add(self._choice)
        self._state: PrepareState | None = None
        counted = Card()
        counted.add(self.time, self.over, self.note, self.spread, self.fault)
        self._order = Card(_("In this order"))
        self._order.add(self.chosen, self._suggest)
        self.fill(counted, self.all, self._order)

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        self._state = state
        pack, shown = state.pack, state.shown
        before, sentence = self.time.text(), time_sentence(shown, state.agenda)
        self.time.setText(sentence)
        self.over.setText(over_sentence(shown, state.agenda, pack))
        self.over.setVisible(bool(self.over.text()))
        if before and before != sentence and self.isVisible():
            announce(self, f"{sentence} {self.over.text()}".strip())
        self.note.setText(state.agenda.note)
        self.note.setVisible(bool(state.agenda.note))
        self.spread.setText(spread_sentence(shown, pack))
        self.fault.setText(state.faults.get("statements", ""))
        self.fault.setVisible(bool(self.fault.text()))
        self.chosen.show_statements(pack, shown.statements)
        self._order.setVisible(bool(shown.statements))
        self._suggest.setVisible(shown.statements != suggested_statements(pack))
        if self.all.is_open:
            self._show_choice(state)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return None

    def flush(self) -> None:
        """There is nothing to type."""

    def _show_choice(self, state: PrepareState) -> None:
        pack = state.pack
        items = [item for item in pack.items if can_be_voted_on(pack, item)]
        self._choice.show_pack(pack, frozenset(state.shown.statements), items)

    def _on_all_toggled(self, is_open: bool) -> None:
        if is_open and self._state is not None:
            self._show_choice(self._state)
