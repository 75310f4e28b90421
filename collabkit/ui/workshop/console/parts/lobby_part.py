"""Before the first statement: what to do, one thing after the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.people_part import PeoplePart
from collabkit.ui.workshop.console.parts.screens_part import ScreensPart
from collabkit.ui.workshop.console.state import LobbyState


class LobbyPart(Part):
    """Screens, people, sheets and the promise."""

    sheets_asked = Signal()
    pretend_asked = Signal()  # sheets of people who do not exist

    def __init__(self) -> None:
        super().__init__()
        self.screens = ScreensPart()
        self.people = PeoplePart()
        self.sheets = Text("", "body", "muted")
        self.key_in = Button(_("Key in sheets"), "plain", "keyboard")
        self.key_in.clicked.connect(self.sheets_asked)
        self.pretend = Button("", "plain", "person")
        self.pretend.clicked.connect(self.pretend_asked)
        self.promise = Column(gap=1)
        self._read: tuple[str, ...] = ()
        self._sheets_card = _card(
            _("Sheets that were filled in before"), self.sheets, self.key_in, self.pretend
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for card in (
            _card(_("The screen for the room"), self.screens),
            _card(_("Who is in the room"), self.people),
            self._sheets_card,
            _card(_("Read the promise aloud"), self.promise),
        ):
            self._box.addWidget(card)
        self.dress(theme_of(self))

    def render_lobby(self, lobby: LobbyState | None, present: int, pretend: str) -> None:
        """Show what there is to do; ``None`` takes no room.

        ``pretend`` says which sheets pretend people can fill in, if there are such people.
        """
        show_if(self, lobby is not None)
        if lobby is None:
            return
        self.people.render_present(present)
        show_if(self._sheets_card, lobby.takes_sheets)
        self.sheets.setText(lobby.sheets)
        show_if(self.pretend, bool(pretend))
        if pretend:
            self.pretend.set_words(pretend)
        if lobby.promise != self._read:
            self._read = lobby.promise
            self.promise.fill(*(Text(line, "lead") for line in lobby.promise))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))


def _card(heading: str, *parts: QWidget) -> Card:
    card = Card(heading)
    card.add(*parts)
    return card
