"""The list of copies."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.safety.state import Row
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section

_AT_ONCE = 6  # copies that are seen without opening anything


class CopyEntry(Entry):
    """One copy. ``look_requested(path)``; ``keep_requested(path)`` for one that was to go."""

    look_requested = Signal(object)
    keep_requested = Signal(object)

    def __init__(self, row: Row) -> None:
        super().__init__(row.name, row.about)
        self._path = row.path
        self.look = Button(_("Look at it"), "quiet")
        self.look.clicked.connect(self._on_look_clicked)
        self.keep = Button(_("Keep it"), "quiet", "undo")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.add_act(self.look)
        self.add_act(self.keep)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show what is known by now; what was made today was made yesterday by tomorrow."""
        if self.name.text() != row.name:
            self.name.setText(row.name)
        self.setAccessibleName(row.name)
        self.look.setAccessibleName(_("Look at the copy of {when}").format(when=row.name))
        self.keep.setAccessibleName(_("Keep the copy of {when}").format(when=row.name))
        if self.about.text() != row.about:
            self.about.setText(row.about)
        self.about.set_tone("alert" if row.is_damaged or row.is_going else "muted")
        show_if(self.look, not row.is_going)
        show_if(self.keep, row.is_going)

    def _on_look_clicked(self) -> None:
        self.look_requested.emit(self._path)

    def _on_keep_clicked(self) -> None:
        self.keep_requested.emit(self._path)


class CopyList(Section):
    """All copies, the newest first; those from long ago are folded away.

    ``look_requested(path)``, ``keep_requested(path)``.
    """

    look_requested = Signal(object)
    keep_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Safety copies on this computer"))
        self.entries: dict[Path, CopyEntry] = {}
        self._recent = Column(gap=2)
        self._earlier = Column(gap=2)
        self.older = Fold(_("Older copies"))
        self.older.add(self._earlier)
        card = Card()
        card.add(self._recent, self.older)
        self.add(card)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``."""
        if [row.path for row in rows] != list(self.entries):
            self.entries = {row.path: self._entry(row) for row in rows}
            entries = list(self.entries.values())
            self._recent.fill(*entries[:_AT_ONCE])
            self._earlier.fill(*entries[_AT_ONCE:])
            show_if(self.older, len(entries) > _AT_ONCE)
        for row in rows:
            self.entries[row.path].show_row(row)

    def _entry(self, row: Row) -> CopyEntry:
        entry = CopyEntry(row)
        entry.look_requested.connect(self.look_requested)
        entry.keep_requested.connect(self.keep_requested)
        return entry
