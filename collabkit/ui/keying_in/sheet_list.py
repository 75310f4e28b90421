"""All statements of the sheet in one list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from collabkit.ui.keying_in.line_part import LinePart
from collabkit.ui.keying_in.state import KeyedLine
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.focus import bring_into_view, scroll_area_of
from collabkit.ui.widgets.one_stop import let_tab_stop_at
from collabkit.ui.widgets.part import lay_out_now
from collabkit.ui.widgets.text import Text


class SheetList(Card):
    """Statements by section; Tab visits the list once, and the arrow keys move in it.

    Its signals are those of ``LinePart``; ``picked(place)`` counts from 0.
    """

    picked = Signal(int)
    key_given = Signal(str)
    words_given = Signal(str, str)
    day_given = Signal(str, object)
    go_on_wanted = Signal()
    taken_back = Signal()
    step_wanted = Signal(int)

    def __init__(self, heading: str, lines: Sequence[KeyedLine]) -> None:
        super().__init__(heading)
        self.parts = tuple(LinePart(line) for line in lines)
        section = ""
        for part, keyed in zip(self.parts, lines, strict=True):
            if keyed.line.section != section:
                section = keyed.line.section
                self.add(Text(section, "strong", "accent"))
            self.add(part)
            part.picked.connect(self._on_part_picked)
            part.key_given.connect(self.key_given)
            part.words_given.connect(self.words_given)
            part.day_given.connect(self.day_given)
            part.go_on_wanted.connect(self.go_on_wanted)
            part.taken_back.connect(self.taken_back)
            part.step_wanted.connect(self.step_wanted)

    @property
    def current(self) -> LinePart | None:
        """The statement that takes keys."""
        return next((part for part in self.parts if part.line.isChecked()), None)

    def show_lines(self, lines: Sequence[KeyedLine], refusal: str) -> None:
        """Show what was keyed in, and at the current statement why the last key did nothing."""
        for part, keyed in zip(self.parts, lines, strict=True):
            part.show_line(keyed)
            part.show_refusal(refusal if keyed.is_current else "")
        stop = self.current or next(iter(self.parts), None)
        let_tab_stop_at(stop.line if stop else None, [part.line for part in self.parts])

    def take_keyboard(self) -> None:
        """Give the keyboard to the current statement and show the whole of it."""
        part = self.current
        if part is None:
            return
        part.take_keyboard()
        lay_out_now()
        if (area := scroll_area_of(self)) is not None:
            bring_into_view(area, part)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for part in self.parts:
            part.flush()

    def _on_part_picked(self, item_id: str) -> None:
        place = next(n for n, part in enumerate(self.parts) if part.item_id == item_id)
        self.picked.emit(place)
