"""The network itself: its name, and groups that go."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.network.state import LookState
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class ItselfPart(Column):
    """``name_given(name)``, ``let_go_wanted(key)`` and ``let_go_file_wanted()``."""

    name_given = Signal(str)
    let_go_wanted = Signal(str)
    let_go_file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.name = TextField(_("What is the network called?"), longest=LONGEST_TITLE)
        self.name.edited.connect(self.name_given)
        named = Card()
        named.add(self.name)
        self.leaving = Card(_("A group does not want to be in it any more"))
        self.choose = Button(_("Choose its file…"), "plain", "file")
        self.choose.clicked.connect(self.let_go_file_wanted)
        self.who = PickField(_("Or choose its name, if it has let it be passed on"))
        self.drop = Button(_("Let go of this group"))
        self.drop.clicked.connect(self._on_let_go_clicked)
        self.who.picked.connect(self._on_who_picked)
        self.leaving.add(
            Text(
                _(
                    "Nobody can see here which group sent what. So choose the file that the group "
                    "sent you: then everything that it sent is gone from here."
                )
            ),
            self.choose,
            self.who,
            self.drop,
        )
        self._named: object = None
        self.fill(named, self.leaving)

    def show_network(self, state: LookState) -> None:
        """Show ``state``; nobody is told."""
        if not state.name_fault and not self.name.line.hasFocus():
            self.name.set_text(state.name)
        self.name.set_fault(state.name_fault)
        show_if(self.leaving, state.number > 0)
        for part in (self.who, self.drop):
            show_if(part, bool(state.named))
        if state.named != self._named:
            self._named = state.named
            self.who.set_options([(g.key, f"{g.name} · {g.details}") for g in state.named])
            self.who.set_code(None)
            self.drop.setEnabled(False)

    def _on_who_picked(self, _key: str) -> None:
        self.drop.setEnabled(True)

    def _on_let_go_clicked(self) -> None:
        if self.who.code is not None:
            self.let_go_wanted.emit(self.who.code)
