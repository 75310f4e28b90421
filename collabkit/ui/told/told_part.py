"""A part that is only read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Facts,
    Fold,
    Paragraph,
    Part,
    Subheading,
    Table,
)
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.reading import (
    BulletsView,
    EntriesView,
    FactsView,
    FoldView,
    paragraph_view,
    subheading_view,
    table_view,
)
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.section import Section


class ToldPart(Section):
    """A heading on the paper and blocks on a card below it; terms explain themselves."""

    def __init__(self, part: Part, explained: Explained) -> None:
        super().__init__(part.title)
        self.key = part.key
        self.card = Card()
        self.card.add(*told(part.blocks, explained))
        self.add(self.card)


def told(blocks: Sequence[Block], explained: Explained) -> list[QWidget]:
    """Return a view for each block; raises ``TypeError`` for one that is more than read."""
    return [_view(block, explained) for block in blocks]


def _view(block: Block, explained: Explained) -> QWidget:
    match block:
        case Paragraph():
            return paragraph_view(block, explained)
        case Bullets():
            return BulletsView(block, explained)
        case Table():
            return table_view(block)
        case Entries():
            return EntriesView(block)
        case Facts():
            return FactsView(block)
        case Fold():
            return FoldView(block)
        case Subheading():
            return subheading_view(block)
        case _:
            raise TypeError(f"{type(block).__name__} is not only read")
