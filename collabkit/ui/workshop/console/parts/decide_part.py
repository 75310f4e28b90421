"""What becomes of a statement."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.room.meeting import Decision
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.toggle import Toggle
from collabkit.ui.workshop.console.state import TalkState


class DecidePart(Part):
    """Move on, park, or make an action. ``decided(Decision)`` and ``action_asked()``."""

    decided = Signal(object)
    action_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = Text(_("What becomes of it?"), "strong")
        self.move_on = Toggle(_("Move on"))
        self.park = Toggle(_("Park it for another time"))
        self.act = Button(_("Make an action"), "plain", "plus")
        self.made = Column(gap=0.6)
        self._listed: tuple[str, ...] = ()
        self.move_on.clicked.connect(self._on_move_on_clicked)
        self.park.clicked.connect(self._on_park_clicked)
        self.act.clicked.connect(self.action_asked)
        self._row = Flow()
        for button in (self.move_on, self.park, self.act):
            self._row.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label)
        self._box.addLayout(self._row)
        self._box.addWidget(self.made)
        self.setAccessibleName(self.label.text())
        self.dress(theme_of(self))

    def render_talk(self, talk: TalkState | None) -> None:
        """Show what was decided; ``None`` takes no room."""
        show_if(self, talk is not None)
        if talk is None:
            return
        show_if(self.label, talk.can_decide)
        show_if(self.move_on, talk.can_decide)
        self.move_on.set_on(talk.decision is Decision.MOVE_ON)
        self.park.set_on(talk.decision is Decision.PARK)
        if talk.actions != self._listed:
            self._listed = talk.actions
            words = _("An action: {text}")
            self.made.fill(*(Text(words.format(text=text)) for text in talk.actions))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._row.set_gaps(theme.metrics.units(1.2), theme.metrics.units(1))

    def _on_move_on_clicked(self) -> None:
        self.decided.emit(Decision.MOVE_ON)

    def _on_park_clicked(self) -> None:
        self.decided.emit(Decision.PARK)
