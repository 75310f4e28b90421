"""The network itself: its name, and groups that go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.network.state import LookState, NamedGroup
from collabkit.ui.network.wording import named_words
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
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
        self.leaving.add(
            Text(
                _(
                    "Nobody can see here which group sent what. So choose the file that the group "
                    "sent you: then everything of this group is let go of."
                )
            ),
            self.choose,
        )
        self.who = Card(_("Groups that let their name be passed on"))
        self.entries = Column(gap=2)
        self.fold = Fold(_("Who are they?"))
        self.fold.add(self.entries)
        self.fold.toggled.connect(self._on_fold_toggled)
        self.number = Text()
        self.who.add(self.number, self.fold)
        self._named: Sequence[NamedGroup] = ()
        self.fill(named, self.leaving, self.who)

    def show_network(self, state: LookState) -> None:
        """Show ``state``; nobody is told."""
        if not self.name.line.hasFocus():
            self.name.set_text(state.name)
        self.name.set_fault(state.name_fault)
        show_if(self.leaving, state.number > 0)
        show_if(self.who, bool(state.named))
        if state.named != self._named:
            self._named = state.named
            self.number.setText(named_words(len(state.named)))
            self._on_fold_toggled(self.fold.is_open)

    def _on_fold_toggled(self, is_open: bool) -> None:
        # A large network has hundreds of names: they are laid out for who wants to see them.
        self.entries.fill(*(self._entry(group) for group in self._named if is_open))

    def _entry(self, group: NamedGroup) -> "_GroupEntry":
        entry = _GroupEntry(group)
        entry.let_go_wanted.connect(self.let_go_wanted)
        return entry


class _GroupEntry(Entry):
    let_go_wanted = Signal(str)

    def __init__(self, group: NamedGroup) -> None:
        super().__init__(group.name, group.details)
        self._key = group.key
        button = Button(_("Let go"), "quiet", name=_("Let go of {name}").format(name=group.name))
        button.clicked.connect(self._on_button_clicked)
        self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.let_go_wanted.emit(self._key)
