"""Purposes on a card, each with one button."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.taking_out.state import FilesState, Purpose
from collabkit.ui.taking_out.wording import Offer, OfferGroup
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.part import Part


class OfferPart(Part):
    """One purpose. ``wanted(Purpose)`` and ``folder_requested(Path)``."""

    wanted = Signal(object)
    folder_requested = Signal(object)

    def __init__(self, offer: Offer, *, is_first: bool = False) -> None:
        super().__init__()
        self._purpose = offer.purpose
        entry = Entry(offer.name, offer.about)
        self.button = Button(offer.verb, "primary" if is_first else "plain", name=offer.spoken)
        self.button.clicked.connect(self._on_button_clicked)
        entry.add_act(self.button)
        self.said = SaidPart()
        self.said.folder_requested.connect(self.folder_requested)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(entry)
        self._box.addWidget(self.said)
        self.dress(theme_of(self))

    def show_state(self, state: FilesState) -> None:
        """Show what came of it, if it was wanted last."""
        if state.busy is self._purpose:
            self.said.show_said(None, _("Writing the file…"))
        else:
            self.said.show_said(state.said if state.said_of is self._purpose else None)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.8))

    def _on_button_clicked(self) -> None:
        self.wanted.emit(self._purpose)


class OffersCard(Card):
    """Purposes that belong together. ``wanted(Purpose)`` and ``folder_requested(Path)``.

    With ``is_first`` the first button is the one that matters most on the page.
    """

    wanted = Signal(object)
    folder_requested = Signal(object)

    def __init__(self, group: OfferGroup, *, is_first: bool = False) -> None:
        super().__init__(group.heading)
        self.offers: dict[Purpose, OfferPart] = {}
        for offer in group.offers:
            part = OfferPart(offer, is_first=is_first and not self.offers)
            part.wanted.connect(self.wanted)
            part.folder_requested.connect(self._on_part_folder_requested)
            self.offers[offer.purpose] = part
            self.add(part)

    def show_state(self, state: FilesState) -> None:
        """Show what came of the last one."""
        for part in self.offers.values():
            part.show_state(state)

    def _on_part_folder_requested(self, path: Path) -> None:
        self.folder_requested.emit(path)
