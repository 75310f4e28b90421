"""Press each button of the clicker and see what arrives."""

from collabkit.i18n import _
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.rehearsal.clicker import (
    SOUGHT,
    Arrival,
    Clicker,
    act_name,
    told,
    verdict,
)
from collabkit.ui.workshop.rehearsal.clicker_pad import ClickerPad


class ClickerPart(Card):
    """The pad, which of the useful keys have arrived, and what arrived last."""

    def __init__(self) -> None:
        super().__init__(_("Clicker"))
        self.pad = ClickerPad()
        self.pad.arrived.connect(self._on_pad_arrived)
        self._found = Column(gap=0.6)
        self._last = Text("", "note", "muted")
        self._verdict = Text("")
        self._again = Button(_("Begin again"), "quiet", "undo")
        self._again.clicked.connect(self.begin_again)
        self._clicker = Clicker()
        self.add(
            Text(_("No clicker? The keyboard does the same: F1 shows the keys."), "note", "muted"),
            self.pad,
            self._found,
            self._last,
            self._verdict,
            self._again,
        )
        self._render()

    def begin_again(self) -> None:
        """Forget what arrived."""
        self._clicker = Clicker()
        self._render()

    def _on_pad_arrived(self, arrival: Arrival) -> None:
        self._clicker = self._clicker.heard(arrival)
        self._render()
        announce(self.pad, told(arrival))

    def _render(self) -> None:
        clicker = self._clicker
        lines = []
        for key in SOUGHT:
            heard = clicker.found.get(key)
            words = f"{act_name(key)}: {heard}" if heard else _not_yet(act_name(key))
            lines.append(Assurance("tick" if heard else "minus", words))
        self._found.fill(*lines)
        arrived = " · ".join(map(told, reversed(clicker.arrivals)))
        self._last.setText(_("Arrived last: {keys}").format(keys=arrived) if arrived else "")
        self._verdict.setText(verdict(clicker))
        for part in (self._last, self._verdict, self._again):
            part.setVisible(bool(clicker.arrivals))


def _not_yet(act: str) -> str:
    return _("{act}: not pressed yet").format(act=act)
