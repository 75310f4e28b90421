"""What was put away, and the way back."""

from PySide6.QtCore import Qt, Signal

from collabkit.i18n import _
from collabkit.ui.put_away import PutAway
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.sample_mark import SampleMark


class PutAwayPart(Column):
    """“Put away (2)”: opened, everything that can be brought back; gone when there is nothing.

    ``bring_back_wanted(PutAway)`` tells what is to come back.
    """

    bring_back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._things: tuple[PutAway, ...] = ()
        self._fold: Fold | None = None
        self._entries: Column | None = None
        self._pressed_at = 0
        self.fill()

    def show_things(self, things: tuple[PutAway, ...]) -> None:
        """Show ``things``; the fold stays open or closed."""
        if things == self._things:
            return
        was_open = self._fold is not None and self._fold.is_open
        self._things = things
        self._fold = self._entries = None
        self.fill()
        if things:
            self._fold = Fold(_("Put away ({number})").format(number=len(things)))
            self._entries = Column()
            self._fold.add(self._entries)
            self._fold.toggled.connect(self._on_fold_toggled)
            self.fill(self._fold)
            self._open(was_open)

    def close_fold(self) -> None:
        """Close it, as at first."""
        if self._fold is not None:
            self._open(False)

    def take_focus(self) -> bool:
        """Give the keyboard to the button where one was pressed last; tell if there is any left."""
        entries = self._entries.parts if self._entries is not None else ()
        if not entries:
            return False
        following = entries[min(self._pressed_at, len(entries) - 1)]
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _open(self, is_open: bool) -> None:
        if self._fold is not None:
            self._fold.set_open(is_open)
            self._on_fold_toggled(is_open)

    def _entry(self, thing: PutAway) -> "_PutAwayEntry":
        entry = _PutAwayEntry(thing)
        entry.bring_back_wanted.connect(self._on_entry_bring_back_wanted)
        return entry

    def _on_fold_toggled(self, is_open: bool) -> None:
        # Years of things put away are laid out only for who wants to see them.
        if self._entries is not None:
            self._entries.fill(*(self._entry(thing) for thing in self._things if is_open))

    def _on_entry_bring_back_wanted(self, thing: PutAway) -> None:
        self._pressed_at = self._things.index(thing)
        self.bring_back_wanted.emit(thing)


class _PutAwayEntry(Entry):
    bring_back_wanted = Signal(object)

    def __init__(self, thing: PutAway) -> None:
        super().__init__(thing.name, thing.about)
        self._thing = thing
        if thing.is_sample:
            self.mark(SampleMark())
        button = Button(
            _("Bring back"), "quiet", name=_("Bring back {name}").format(name=thing.name)
        )
        button.clicked.connect(self._on_button_clicked)
        self.add_act(button)
        self.setFocusProxy(button)

    def _on_button_clicked(self) -> None:
        self.bring_back_wanted.emit(self._thing)
