"""The networks in the list, and those that were put away."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.network.state import PutAway, Row
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold


class NetworkRow(Entry):
    """One network. ``look_wanted(network_id)`` and ``put_away_wanted(network_id)``.

    ``takes_file`` tells that a file is looking for its network.
    """

    look_wanted = Signal(str)
    put_away_wanted = Signal(str)

    def __init__(self, row: Row, *, takes_file: bool) -> None:
        super().__init__(row.name, row.about)
        self._id = row.network_id
        if takes_file:
            words, name = _("Take it in here"), _("Take the file in at {name}")
        else:
            words, name = _("Look at it"), _("Look at {name}")
        look = Button(words, name=name.format(name=row.name))
        look.clicked.connect(self._on_look_clicked)
        self.add_act(look)
        if not takes_file:
            put_away = Button(
                _("Put away"), "quiet", name=_("Put away {name}").format(name=row.name)
            )
            put_away.clicked.connect(self._on_put_away_clicked)
            self.add_act(put_away)
        self.setFocusProxy(look)

    def _on_look_clicked(self) -> None:
        self.look_wanted.emit(self._id)

    def _on_put_away_clicked(self) -> None:
        self.put_away_wanted.emit(self._id)


class PutAwayFold(Column):
    """“Put away (2)”; gone when there is nothing. ``bring_back_wanted(PutAway)``."""

    bring_back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._things: tuple[PutAway, ...] = ()
        self._fold: Fold | None = None
        self.fill()

    def show_things(self, things: tuple[PutAway, ...]) -> None:
        """Show ``things``; the fold stays open or closed."""
        if things == self._things:
            return
        was_open = self._fold is not None and self._fold.is_open
        self._things = things
        if not things:
            self._fold = None
            self.fill()
            return
        self._fold = Fold(_("Put away ({number})").format(number=len(things)))
        for thing in things:
            entry = _PutAwayEntry(thing)
            entry.bring_back_wanted.connect(self.bring_back_wanted)
            self._fold.add(entry)
        self._fold.set_open(was_open)
        self.fill(self._fold)


class _PutAwayEntry(Entry):
    bring_back_wanted = Signal(object)

    def __init__(self, thing: PutAway) -> None:
        super().__init__(thing.name, thing.about)
        self._thing = thing
        name = _("Bring back {name}").format(name=thing.name)
        button = Button(_("Bring back"), "quiet", name=name)
        button.clicked.connect(self._on_button_clicked)
        self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.bring_back_wanted.emit(self._thing)
