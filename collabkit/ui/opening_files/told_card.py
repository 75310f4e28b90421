"""What a file is, on a card, with the buttons for what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.first_faults import more_faults
from collabkit.ui.opening_files.state import Told, Way
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text


class ToldCard(Card):
    """``way_taken(Told, Way)`` tells which of the buttons for ``ways`` was pressed."""

    way_taken = Signal(object, object)

    def __init__(self, told: Told, ways: Sequence[Way]) -> None:
        super().__init__(told.heading)
        self._told = told
        words = Column(gap=0.6)
        words.fill(*self._words())
        self.add(words)
        if told.promises:
            self.add(self._promises())
        buttons = [_WayButton(way) for way in ways]
        for button in buttons:
            button.way_taken.connect(self._on_button_way_taken)
        if buttons:
            self.add(Acts(*buttons))

    @property
    def spoken(self) -> str:
        """What is read out as soon as it is there."""
        return ". ".join(part for part in (self._told.heading, self._told.strong) if part)

    def _words(self) -> list[QWidget]:
        told = self._told
        words: list[QWidget] = [Text(told.strong, "strong")] if told.strong else []
        words += [Text(line) for line in told.lines]
        words += [Text(f"• {fault}", "note") for fault in told.faults]
        if told.hidden_faults:
            words.append(Text(more_faults(told.hidden_faults), "note", "muted"))
        words.append(Text(_("File: {name}").format(name=told.file), "note", "muted"))
        return words

    def _promises(self) -> Column:
        heading = Text(_("What happens with the answers"), "strong")
        heading.speak_as_heading()
        first, *others = self._told.promises
        column = Column(gap=0.8)
        column.fill(heading, Assurance("lock", first), *(Text(o, "body", "muted") for o in others))
        return column

    def _on_button_way_taken(self, way: Way) -> None:
        self.way_taken.emit(self._told, way)


class _WayButton(Button):
    way_taken = Signal(object)

    def __init__(self, way: Way) -> None:
        super().__init__(way.words)
        self._way = way
        self.clicked.connect(self._on_self_clicked)

    def _on_self_clicked(self) -> None:
        self.way_taken.emit(self._way)
