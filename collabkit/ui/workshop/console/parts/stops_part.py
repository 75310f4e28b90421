"""All statements of the session, to go to one of them."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.workshop.console.state import Stop


class StopsPart(Fold):
    """A list that opens. ``place_wanted(int)`` tells where to go."""

    place_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("All statements"))
        self._rows = Column(gap=1.6)
        self.add(self._rows)
        self._shown: tuple[tuple[Stop, ...], bool] = ((), False)
        self._buttons: dict[Button, int] = {}

    def render_stops(self, stops: tuple[Stop, ...], *, can_jump: bool) -> None:
        """Show how far each is; they can be gone to if ``can_jump``."""
        if (stops, can_jump) == self._shown:
            return
        self._shown = (stops, can_jump)
        self._buttons = {}
        self._rows.fill(*(self._row(stop, can_jump) for stop in stops))

    def _row(self, stop: Stop, can_jump: bool) -> Entry:
        here = _("You are here") if stop.is_here else ""
        about = " · ".join(part for part in (stop.name, stop.standing, here) if part)
        row = Entry(f"{stop.place + 1}. {stop.statement}", about, "body")
        if can_jump and not stop.is_here:
            go = Button(_("Go there"), "quiet", name=_("Go to {name}").format(name=stop.name))
            go.clicked.connect(self._on_go_clicked)
            self._buttons[go] = stop.place
            row.add_act(go)
        return row

    def _on_go_clicked(self) -> None:
        place = next((n for button, n in self._buttons.items() if button is self.sender()), None)
        if place is not None:
            self.place_wanted.emit(place)
