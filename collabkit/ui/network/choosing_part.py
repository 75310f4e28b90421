"""What is looked at: the view, and of which groups."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from collabkit.i18n import _
from collabkit.ui.network.looking import filters_of
from collabkit.ui.network.state import LookState, Options, View
from collabkit.ui.network.wording import ANY, view_options
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.pick_field import PickField

_BESIDE = 50  # ems: with less room the fields stand below each other


class ChoosingPart(Card):
    """What a person chooses is told at once.

    ``view_chosen(code)``, ``pack_chosen(pack_id)``, ``size_chosen(code)``, ``run_by_chosen(code)``.
    """

    view_chosen = Signal(str)
    pack_chosen = Signal(str)
    size_chosen = Signal(str)
    run_by_chosen = Signal(str)

    def __init__(self) -> None:
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        super().__init__()
        self.setAccessibleName(_("What you look at"))
        self.view = Choice(_("What do you want to see?"), view_options(), side_by_side=True)
        self.pack = PickField(_("Which questionnaire?"))
        self.sizes = PickField(_("Of which size?"))
        self.run_bys = PickField(_("Run by whom?"))
        self._offered: dict[PickField, Options] = {}
        self._beside.addWidget(self.sizes, 1)
        self._beside.addWidget(self.run_bys, 1)
        self.add(self.view, self.pack, self._beside)
        self.view.chosen.connect(self.view_chosen)
        self.pack.picked.connect(self.pack_chosen)
        self.sizes.picked.connect(self.size_chosen)
        self.run_bys.picked.connect(self.run_by_chosen)
        self.dress(theme_of(self))

    def show_choice(self, state: LookState) -> None:
        """Show what is chosen; nobody is told."""
        self.view.set_code(state.view)
        chosen = state.chosen
        for field, options, code in (
            (self.pack, state.packs, state.pack_id),
            (self.sizes, state.sizes, chosen.size or ANY),
            (self.run_bys, state.run_bys, chosen.run_by or ANY),
        ):
            if self._offered.get(field) != options:
                self._offered[field] = options
                field.set_options(options)
            field.set_code(code)
        show_if(self.pack, state.view is View.PACK and bool(state.packs))
        for field in (self.sizes, self.run_bys):
            show_if(field, filters_of(state.view))

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.body.setSpacing(theme.metrics.units(1.2))
        self._beside.setSpacing(theme.metrics.units(2))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the two fields below each other where their words would not fit side by side."""
        way = QBoxLayout.Direction
        is_wide = self.width() >= theme_of(self).metrics.ems(_BESIDE)
        self._beside.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
