"""The map of all statements, and the choice of those to act on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.room.adopting import FEWEST_CHOSEN, MOST_CHOSEN
from collabkit.room.scenes import MapEntry
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.ending.map_row import MapRow


class MapPart(Part):
    """Every statement with what came out: splits and lows first.

    ``statements_chosen(tuple)`` tells which ones the room wants to act on.
    """

    statements_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = Text("", "body", "muted")
        self.count = Text("", "lead")
        self.rows = Column(gap=1)
        self._box = QVBoxLayout(self)
        for part in (self.lead, self.count, self.rows):
            self._box.addWidget(part)
        self._entries: tuple[MapEntry, ...] = ()
        self._is_choice = False
        self.dress(theme_of(self))

    def show_map(self, entries: tuple[MapEntry, ...], *, is_choice: bool) -> None:
        """Show the map, with tick boxes while the room chooses."""
        self._entries, self._is_choice = entries, is_choice
        self.lead.setText(
            _("Tick what the room wants to act on: three to five statements.")
            if is_choice
            else _("What people see differently comes first, then what is lowest.")
        )
        rows = list(self.map_rows)[: len(entries)]
        while len(rows) < len(entries):
            row = MapRow()
            row.ticked.connect(self._on_row_ticked)
            rows.append(row)
        if tuple(rows) != self.rows.parts:
            self.rows.fill(*rows)
        for row, entry in zip(rows, entries, strict=True):
            row.show_entry(entry, is_choice=is_choice)
        self._tell_count()

    @property
    def map_rows(self) -> tuple[MapRow, ...]:
        """Every statement that is shown, from the top."""
        return tuple(row for row in self.rows.parts if isinstance(row, MapRow))

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(1.5))

    def _tell_count(self) -> None:
        chosen = sum(entry.is_chosen for entry in self._entries)
        words = _chosen_words(chosen) if self._is_choice else ""
        if words != self.count.text():
            self.count.setText(words)
            announce(self, words)
        show_if(self.count, bool(words))

    def _on_row_ticked(self, item_id: str, is_on: bool) -> None:
        chosen = [entry.item_id for entry in self._entries if entry.is_chosen]
        if not is_on:
            chosen = [other for other in chosen if other != item_id]
        elif len(chosen) >= MOST_CHOSEN:
            words = _(
                "Five are chosen, and few things that get done are worth more than many. To take "
                "this one, leave another one out first."
            )
            for row in self.map_rows:
                row.refuse(words if row.item_id == item_id else "")
            return
        else:
            chosen.append(item_id)
        self.statements_chosen.emit(tuple(chosen))


def _chosen_words(chosen: int) -> str:
    if not chosen:
        return _("Nothing is chosen yet.")
    words = ngettext("{number} is chosen.", "{number} are chosen.", chosen).format(
        number=capital(in_words(chosen))
    )
    if chosen < FEWEST_CHOSEN:
        return _("{chosen} Three to five is a good number; fewer is fine too.").format(chosen=words)
    if chosen == MOST_CHOSEN:
        return _("{chosen} That is plenty.").format(chosen=words)
    return words
