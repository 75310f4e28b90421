"""Stories below each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.library.case import Case, Example
from collabkit.ui.learn.link import LinkEntry
from collabkit.ui.learn.pointers import story_link
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section


class Shelf(Section):
    """Some of the stories it holds, in the order that is asked for. They are made only once."""

    go_wanted = Signal(str, dict)

    def __init__(
        self, heading: str, stories: Sequence[Case] | Sequence[Example], sentence: str = ""
    ) -> None:
        self._rows = QVBoxLayout()
        super().__init__(heading, sentence)
        self.entries = {told.id: LinkEntry(story_link(told)) for told in stories}
        for entry in self.entries.values():
            entry.go_wanted.connect(self.go_wanted)
            self._rows.addWidget(entry)
        self._shown = tuple(self.entries)
        card = Card()
        card.add(self._rows)
        self.add(card)

    def show_stories(self, ids: Sequence[str]) -> None:
        """Show the stories with these ids in this order; without any, take no room."""
        if tuple(ids) != self._shown:
            self._shown = tuple(ids)
            for entry in self.entries.values():
                self._rows.removeWidget(entry)
            for story_id in (*ids, *(key for key in self.entries if key not in ids)):
                self._rows.addWidget(self.entries[story_id])
            for story_id, entry in self.entries.items():
                show_if(entry, story_id in ids)
        show_if(self, bool(ids))

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._rows.setSpacing(theme.metrics.units(2.5))
