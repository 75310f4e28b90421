"""How people answer, from how many on answers are shown, and to whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.limits import USUAL_GROUP
from collabkit.i18n import _
from collabkit.room.preparation import Audience
from collabkit.room.ways import Way
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.prepare.state import PrepareState
from collabkit.ui.workshop.prepare.wording import (
    audiences,
    group_hint,
    group_sizes,
    ways_explained,
)


class VotingPart(Column):
    """``changed(field, value)``; ``agreed(bool)`` tells that everybody is content with few."""

    changed = Signal(str, object)
    agreed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.ways = {way: ExplainedTick(*words) for way, words in ways_explained().items()}
        self._ways_fault = Text("", "note", "alert")
        how = Card(_("How do people answer?"))
        how.add(
            Text(_("Choose one or more. They can be mixed in one vote."), "note", "muted"),
            *self.ways.values(),
            self._ways_fault,
        )
        for tick in self.ways.values():
            tick.tick.clicked.connect(self._on_tick_clicked)
        self.minimum = Choice(
            _("Smallest group whose answers are shown"),
            group_sizes(),
            group_hint(),
            side_by_side=True,
        )
        self.minimum.chosen.connect(self._on_minimum_chosen)
        self.consent = ExplainedTick(
            _("Everybody has agreed to this beforehand"),
            _(
                "With three or four people, others can often guess who said what. Anonymity is not "
                "possible then."
            ),
        )
        self.consent.tick.clicked.connect(self.agreed)
        self._minimum_fault = Text("", "note", "alert")
        few = Card()
        few.add(self.minimum, self.consent, self._minimum_fault)
        self.audience = Choice(_("Who sees what comes out?"), audiences())
        self.audience.chosen.connect(self._on_audience_chosen)
        who = Card()
        who.add(
            self.audience,
            Text(_("This is part of the promise that you read aloud."), "note", "muted"),
        )
        self.fill(how, few, who)

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        shown = state.shown
        for way, tick in self.ways.items():
            tick.tick.setChecked(way in shown.ways)
        self._tell(self._ways_fault, state.faults.get("ways", ""))
        self.minimum.set_code(str(shown.minimum))
        self.consent.setVisible(shown.minimum < USUAL_GROUP)
        self.consent.tick.setChecked(state.has_agreed)
        self._tell(self._minimum_fault, state.faults.get("minimum", ""))
        self.audience.set_code(shown.audience)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.ways[Way.HANDS].tick

    def flush(self) -> None:
        """There is nothing to type."""

    def _tell(self, text: Text, fault: str) -> None:
        text.setText(fault)
        text.setVisible(bool(fault))

    def _on_tick_clicked(self) -> None:
        ways = frozenset(way for way, tick in self.ways.items() if tick.tick.isChecked())
        self.changed.emit("ways", ways)

    def _on_minimum_chosen(self, code: str) -> None:
        self.changed.emit("minimum", int(code))

    def _on_audience_chosen(self, code: str) -> None:
        self.changed.emit("audience", Audience(code))
