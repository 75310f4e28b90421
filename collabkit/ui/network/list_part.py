"""The networks in the list."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.network.state import Row
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.entry import Entry


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
