"""The two lists: one's own questionnaires, and those that come with collabkit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.own_packs.state import Row
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text


class _Rows(Column):
    """An entry for each row; what is known about them may come later."""

    look_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.entries: dict[str, Entry] = {}
        self._titles: tuple[tuple[str, str], ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        titles = tuple((row.pack_id, row.title) for row in rows)
        if titles != self._titles:
            self._titles = titles
            self.entries = {row.pack_id: self._entry(row) for row in rows}
            self.fill(*self.entries.values())
        for row in rows:
            about = self.entries[row.pack_id].about
            if about.text() != row.about:
                about.setText(row.about)

    def _entry(self, row: Row) -> "_RowEntry":
        entry = _RowEntry(row)
        entry.look_requested.connect(self.look_requested)
        return entry


class _RowEntry(Entry):
    look_requested = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__(row.title, row.about)
        self._id = row.pack_id
        look = Button(_("Look at it"), "quiet", name=_("Look at “{title}”").format(title=row.title))
        look.clicked.connect(self._on_look_clicked)
        self.add_act(look)

    def _on_look_clicked(self) -> None:
        self.look_requested.emit(self._id)


class BuiltinPart(Section):
    """Those that come with collabkit. ``look_requested(pack_id)``."""

    look_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Those that come with collabkit"))
        self._rows = _Rows()
        self._rows.look_requested.connect(self.look_requested)
        card = Card()
        card.add(self._rows)
        self.add(card)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``."""
        self._rows.show_rows(rows)


class OwnPart(Section):
    """One's own, and how to come by one. ``look_requested(pack_id)``, ``template_requested()``."""

    look_requested = Signal(str)
    template_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Your own"))
        self._rows = _Rows()
        self._rows.look_requested.connect(self.look_requested)
        self._list = Card()
        self._list.add(self._rows)
        self.template = Button(_("Save a template with an example…"), "plain", "table")
        self.template.clicked.connect(self.template_requested)
        self.how = Card()
        self.how.add(
            Text(
                _(
                    "Make a questionnaire of your own in a spreadsheet: put your words into a "
                    "template with an example, or copy one that is here and change it. Then check "
                    "the file here, or drop it onto this page. Nothing is added before you say so."
                )
            ),
            self.template,
        )
        self.add(self._list, self.how)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; without any, only how to come by one."""
        show_if(self._list, bool(rows))
        self._rows.show_rows(rows)
