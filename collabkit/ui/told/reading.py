"""Blocks that are only read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from collabkit.assessments.outcomes.blocks import (
    Board,
    Bullets,
    Column,
    Dots,
    Entries,
    Facts,
    Paragraph,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.blocks import Entry as EntryBlock
from collabkit.assessments.outcomes.blocks import Fold as FoldBlock
from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.words_table import WordsTable
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.dot_strip import DotColumn, DotStrip
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text

_LEAST_COLUMN = 14  # ems: boards with narrower columns stand below each other
_MOST_IN_LINE = 24  # characters: longer cells need lines


def paragraph_view(block: Paragraph, explained: Explained | None = None) -> QWidget:
    """Return a paragraph in the type that its tone wants; ``explained`` adds meanings of terms."""
    spans = explained.spans(block.text) if explained is not None else ()
    match block.tone:
        case Tone.LEAD:
            return TermText(block.text, spans, "lead")
        case Tone.QUIET:
            return TermText(block.text, spans, "body", "muted")
        case Tone.CARE:
            return CareView(block.text)
        case _:
            return TermText(block.text, spans)


def subheading_view(block: Subheading) -> QWidget:
    """Return a heading inside a part."""
    text = Text(block.text, "strong")
    text.speak_as_heading()
    return text


class CareView(Part):
    """Something to heed, with a sign beside it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Sign("alert", "alert", 1.2), 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(Text(text, "body", "alert"), 1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))


class FactsView(Part):
    """Labels with their values beside them."""

    def __init__(self, block: Facts) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for row, fact in enumerate(block.entries):
            self._grid.addWidget(Text(fact.label, "body", "muted"), row, 0)
            self._grid.addWidget(Text(fact.value), row, 1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._grid.setHorizontalSpacing(theme.metrics.units(3))
        self._grid.setVerticalSpacing(theme.metrics.units(0.8))
        self._grid.setColumnMinimumWidth(0, theme.metrics.ems(9))


class BulletsView(Part):
    """A plain list."""

    def __init__(self, block: Bullets, explained: Explained | None = None) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for row, text in enumerate(block.entries):
            self._grid.addWidget(Text("–", "body", "muted"), row, 0)
            spans = explained.spans(text) if explained is not None else ()
            self._grid.addWidget(TermText(text, spans), row, 1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._grid.setHorizontalSpacing(theme.metrics.units(1))
        self._grid.setVerticalSpacing(theme.metrics.units(0.8))


class EntryView(Entry):
    """One thing in a list. ``answer_requested(item_id)`` wants to change the answer behind it."""

    answer_requested = Signal(str)

    def __init__(
        self, entry: EntryBlock, number: int | None = None, *, narrow: bool = False
    ) -> None:
        """Show ``entry``; a ``narrow`` one, in a column, has a sign in the place of a word."""
        title = entry.title if number is None else f"{number}. {entry.title}"
        super().__init__(title, entry.note, "strong" if entry.text or entry.mark else "body")
        if entry.text:
            self.add_words(Text(entry.text))
        self._item_id = entry.item_id
        if entry.mark:
            mark = Text(entry.mark, "body", "accent")
            self.add_words(mark) if narrow else self.mark(mark)
        if not entry.item_id:
            return
        name = _("Change the answer: {title}").format(title=entry.title)
        if narrow:
            self.change = Button("", "quiet", "note", name)
            self.set_beside(self.change)
        else:
            self.change = Button(_("Change"), "quiet", name=name)
            self.add_act(self.change)
        self.change.clicked.connect(self._on_change_clicked)

    def _on_change_clicked(self) -> None:
        self.answer_requested.emit(self._item_id)


class EntriesView(Part):
    """A list of things in their order."""

    answer_requested = Signal(str)

    def __init__(self, block: Entries | Column | FoldBlock, *, narrow: bool = False) -> None:
        super().__init__()
        numbered = isinstance(block, Entries) and block.numbered
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.entries = [
            EntryView(entry, number if numbered else None, narrow=narrow)
            for number, entry in enumerate(block.entries, 1)
        ]
        for entry in self.entries:
            entry.answer_requested.connect(self.answer_requested)
            self._box.addWidget(entry)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))


class FoldView(Fold):
    """A list that is folded away."""

    answer_requested = Signal(str)

    def __init__(self, block: FoldBlock) -> None:
        super().__init__(block.title)
        self._block = block
        self._is_filled = False
        self.toggled.connect(self._on_self_toggled)

    def _on_self_toggled(self, _is_open: bool) -> None:
        if not self._is_filled:  # made when it is first wanted
            self._is_filled = True
            entries = EntriesView(self._block)
            entries.answer_requested.connect(self.answer_requested)
            self.add(entries)


def table_view(block: Table) -> QWidget:
    """Return a real table; where other columns than the first hold sentences, they wrap too."""
    wordy = any(len(cell) > _MOST_IN_LINE for row in block.rows for cell in row[1:])
    made = WordsTable if wordy else NumbersTable
    table = made(block.caption, block.head, block.numbers)
    table.show_rows(block.rows)
    return table


class BoardView(Part):
    """Columns beside each other, below each other where there is no room."""

    answer_requested = Signal(str)

    def __init__(self, block: Board) -> None:
        super().__init__()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._columns = len(block.columns)
        for column in block.columns:
            card = Card(column.title)
            if column.entries:
                entries = EntriesView(column, narrow=len(block.columns) > 1)
                entries.answer_requested.connect(self.answer_requested)
                card.add(entries)
            elif column.if_empty:
                card.add(Text(column.if_empty, "body", "muted"))
            card.body.addStretch(1)
            self._box.addWidget(card, 1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.5))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        least = theme_of(self).metrics.ems(_LEAST_COLUMN) * self._columns
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if self.width() < least else direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)


class DotsView(Part):
    """How a group answered one statement."""

    def __init__(self, block: Dots) -> None:
        super().__init__()
        strip = DotStrip()
        numbered = len(block.columns) == 5
        strip.show_columns(
            [
                DotColumn(name, count, str(number) if numbered else "")
                for number, (name, count) in enumerate(block.columns, 1)
            ],
            [DotColumn(name, count) for name, count in block.apart],
            block.sentence,
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Text(block.statement, "strong"))
        self._box.addWidget(strip)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
