"""All networks, without widgets."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.dates import day
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.network.state import NetworksState, Row
from collabkit.ui.network.visit import PLACE, Errand, to_network
from collabkit.ui.network.wording import about_line
from collabkit.ui.put_away import PutAway


class NetworksPresenter(QObject):
    """Makes networks, puts them away and brings them back.

    ``state_changed(NetworksState)``, ``go_wanted(place_key, arguments)``; ``put_away(sentence)``
    tells that a network is gone and can come back by ``undo``, ``brought_back(sentence)`` that one
    is there again, ``name_refused(sentence)`` what is wrong with a new name and
    ``problem_met(sentence)`` what else went wrong.
    """

    state_changed = Signal(object)
    go_wanted = Signal(str, dict)
    put_away = Signal(str)
    brought_back = Signal(str)
    name_refused = Signal(str)
    problem_met = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._networks = context.services.networks
        self._errand: Errand | None = None
        self._gone = ""
        self.state = NetworksState()

    def open(self, errand: Errand | None = None) -> None:
        """Show all networks; the file of an errand that is not done yet looks for its own."""
        self._errand = errand if errand and not errand.is_done else None
        self._gone = ""
        self._read(is_making=False)

    def begin(self) -> None:
        """Let a person name a new network."""
        self._read(is_making=True)

    def give_up(self) -> None:
        """Make none after all."""
        self._read(is_making=False)

    def make(self, name: str, minimum: int) -> None:
        """Make a network and go there."""
        try:
            network = self._networks.add(name, self._context.today(), minimum)
        except InvalidInputError as error:
            self.name_refused.emit(str(error))
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.look(network.id)

    def look(self, network_id: str) -> None:
        """Go to a network, with the file that looks for it."""
        self.go_wanted.emit(PLACE, to_network(network_id, self._errand))

    def remove(self, network_id: str) -> None:
        """Put a network away with all that its groups sent."""
        try:
            name = self._networks.get(network_id).name
            self._networks.remove(network_id, self._context.today())
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self._gone = network_id
        self._read(is_making=False)
        self.put_away.emit(_("“{name}” was put away.").format(name=name))

    def undo(self) -> None:
        """Bring back what was put away last."""
        gone, self._gone = self._gone, ""
        if gone and not self._restored(gone):
            self._gone = gone

    def bring_back(self, thing: PutAway) -> None:
        """Bring back a network that was put away, today or long ago."""
        if self._restored(thing.record_id):
            self._gone = ""
            self.brought_back.emit(_("“{name}” is back.").format(name=thing.name))

    def _restored(self, network_id: str) -> bool:
        try:
            self._networks.restore(network_id)
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return False
        self._read(is_making=False)
        return True

    def _read(self, *, is_making: bool) -> None:
        try:
            lines, removed = self._networks.lines(), self._networks.removed()
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return
        self.state = replace(
            self.state,
            rows=tuple(Row(line.network.id, line.network.name, about_line(line)) for line in lines),
            put_away=tuple(
                PutAway(
                    gone.record.id,
                    gone.record.name,
                    _("put away on {day}").format(day=day(gone.on)),
                )
                for gone in removed
            ),
            file=Path(self._errand.path).name if self._errand else "",
            is_making=is_making,
        )
        self.state_changed.emit(self.state)
