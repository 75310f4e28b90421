"""A name that may stand in notes and plans: looked for, and taken out."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QTimer, Signal

from collabkit.i18n import _
from collabkit.ui.privacy.saying import show_said
from collabkit.ui.privacy.state import Named, Part, PrivacyState
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.focus import bring_into_view, scroll_area_of
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class NameCard(Card):
    """A name in words. ``look_requested(name)``, ``chosen(key, is_in)``, ``erase_requested()``."""

    look_requested = Signal(str)
    chosen = Signal(str, bool)
    erase_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("A name in notes and plans"))
        self._shown: Named | None = None
        self._ticks: dict[str, ExplainedTick] = {}
        self.name = TextField(
            _("Which name?"),
            _(
                "The whole name, in large or small letters. Notes on sheets are looked through "
                "too; the names of the sheets themselves are not. Look for the first name "
                "by itself too: “as Alex said” is only found that way."
            ),
            100,
        )
        self.look = Button(_("Find it"), "plain", "search")
        self.look.clicked.connect(self._on_look_clicked)
        self.name.entered.connect(self._on_look_clicked)
        self.none = Text(_("This name stands nowhere else."), "body", "muted")
        self._list = Column(gap=1)
        self.erase = Button(_("See what taking it out means"), "plain", "bin")
        self.erase.clicked.connect(self.erase_requested)
        self.said = SaidPart()
        self.add(
            Text(
                _(
                    "A name may also stand where people wrote about each other: as the owner of "
                    "an action, in a note, in a session. You decide for each action, note and "
                    "session: the name then goes from all its texts."
                )
            ),
            self.name,
            Acts(self.look),
            self.none,
            self._list,
            self.erase,
            self.said,
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show where the name stands."""
        named = state.named
        self.name.set_fault(named.fault)
        if self._shown is None or named.mentions != self._shown.mentions:
            self._ticks = {m.key: ExplainedTick(m.where, m.excerpt) for m in named.mentions}
            for key, line in self._ticks.items():
                show_if(line.explanation, bool(line.explanation.text()))
                line.tick.clicked.connect(self._on_tick_clicked(key))
            self._list.fill(*self._ticks.values())
        for key, line in self._ticks.items():
            with QSignalBlocker(line.tick):
                line.tick.setChecked(key in named.keys)
        self._shown = named
        show_if(self.none, named.is_looked_for and not named.mentions)
        show_if(self.erase, bool(named.mentions))
        self.erase.setEnabled(bool(named.keys) and not state.busy)
        show_said(self.said, state, Part.NAME)

    def forget(self) -> None:
        """Empty the field: a name is not left standing for the next who looks."""
        self.name.set_text("")

    def look_for(self, name: str) -> None:
        """Look for a name that stands elsewhere on the page."""
        self.name.set_text(name)
        self.look_requested.emit(name)
        self.look.setFocus()
        QTimer.singleShot(0, self, self._show_whole)  # once what was found has its place

    def _show_whole(self) -> None:
        area = scroll_area_of(self)
        if area is not None and self.isVisible():
            lay_out_now()
            bring_into_view(area, self)

    def _on_look_clicked(self) -> None:
        self.look_requested.emit(self.name.text)

    def _on_tick_clicked(self, key: str) -> Callable[[bool], None]:
        def tell(is_in: bool) -> None:
            self.chosen.emit(key, is_in)

        return tell
