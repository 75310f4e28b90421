"""The list of all statements of a session."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.results.state import MapLine
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.section import Section


class MapPart(Section):
    """All statements in a card. ``details_requested(item_id)`` asks to see one in full."""

    details_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("All statements of the session"),
            _("What is Split comes first; all others follow, the lowest mean first."),
            parent,
        )
        self._lines: tuple[MapLine, ...] = ()
        self._rows = Column(gap=2.5)
        card = Card()
        card.add(self._rows)
        self.add(card)

    @property
    def entries(self) -> tuple["MapEntryView", ...]:
        """The statements in order."""
        return tuple(part for part in self._rows.parts if isinstance(part, MapEntryView))

    def show_lines(self, lines: Sequence[MapLine]) -> None:
        """Show ``lines``; what is the same stays as it is, with the keyboard if it has it."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        views = [MapEntryView(line) for line in lines]
        for view in views:
            view.details_requested.connect(self.details_requested)
        self._rows.fill(*views)


class MapEntryView(Entry):
    """One statement, how far apart people are about it, and what became of it."""

    details_requested = Signal(str)

    def __init__(self, line: MapLine, parent: QWidget | None = None) -> None:
        super().__init__(line.statement, line.about, parent=parent)
        self._item_id = line.item_id
        name = _("Details of statement {number}: {statement}").format(
            number=line.number, statement=line.statement
        )
        details = Button(_("Details"), "quiet", "next", name, sign_after=True)
        details.clicked.connect(self._on_details_clicked)
        self.add_act(details)

    def _on_details_clicked(self) -> None:
        self.details_requested.emit(self._item_id)
