"""The parts of an outcome below each other."""

from collections.abc import Collection, Sequence
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.outcomes.blocks import (
    Block,
    Board,
    Bullets,
    Dots,
    Entries,
    Facts,
    Field,
    Fold,
    Ideas,
    Paragraph,
    Part,
    Pick,
    Subheading,
    Table,
)
from collabkit.ui.results.outcome.acting import FieldView, IdeasView, OneOfView, SeveralView
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.reading import (
    BoardView,
    BulletsView,
    DotsView,
    EntriesView,
    FactsView,
    FoldView,
    paragraph_view,
    subheading_view,
    table_view,
)
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.section import Section

_Kept = OneOfView | SeveralView | FieldView  # what a person may be in the middle of


class OutcomeView(Column):
    """Shows parts; those that did not change stay as they are, and so does what is being typed.

    ``settled(key, text)`` tells what a person chose or wrote, ``idea_wanted(Idea)`` what is to go
    into the plan, ``plan_requested()`` and ``answer_requested(item_id)`` where somebody wants to
    go.
    """

    settled = Signal(str, str)
    idea_wanted = Signal(object)
    plan_requested = Signal()
    answer_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=3, parent=parent)

    @property
    def views(self) -> tuple["PartView", ...]:
        """The parts that are shown."""
        return tuple(view for view in self.parts if isinstance(view, PartView))

    def show_parts(self, parts: Sequence[Part], planned: Collection[str]) -> None:
        """Show ``parts``; ``planned`` are the ids of the ideas that are in the plan."""
        if not self._renew(parts):
            self.fill(*(self._made(part) for part in parts))
        for view in self.views:
            view.show_planned(planned)

    def part(self, key: str) -> "PartView":
        """Return the part called ``key``; raises ``KeyError`` for another."""
        for view in self.views:
            if view.key == key:
                return view
        raise KeyError(key)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for view in self.views:
            view.flush()

    def _renew(self, parts: Sequence[Part]) -> bool:
        """Show other words in the parts that are there; tell whether that could be done."""
        if [view.key for view in self.views] != [part.key for part in parts]:
            return False
        for view, part in zip(self.views, parts, strict=True):
            view.show_part(part)
        return True

    def _made(self, part: Part) -> "PartView":
        view = PartView(part)
        view.settled.connect(self.settled)
        view.idea_wanted.connect(self.idea_wanted)
        view.plan_requested.connect(self.plan_requested)
        view.answer_requested.connect(self.answer_requested)
        return view


class PartView(Section):
    """One part: its heading on the paper, its blocks on a card; boards bring their own cards."""

    settled = Signal(str, str)
    idea_wanted = Signal(object)
    plan_requested = Signal()
    answer_requested = Signal(str)

    def __init__(self, part: Part) -> None:
        super().__init__(part.title)
        self.key = part.key
        self._part: Part | None = None
        self._explained = Explained()
        self._blocks: list[tuple[Block, QWidget]] = []
        self._column = Column(gap=2)
        self.add(self._column)
        self.show_part(part)

    def show_part(self, part: Part) -> None:
        """Show ``part``. Fields and choices that stay the same ones are not made anew."""
        if part == self._part:
            return
        self.heading.setText(part.title)
        if self._part is None or not self._renew(part):
            self._explained = Explained()
            self._blocks = [(block, self._view(block)) for block in part.blocks]
            self._column.fill(*_on_cards(self._blocks))
        self._part = part

    def show_planned(self, planned: Collection[str]) -> None:
        """Show which ideas are in the plan."""
        for _block, view in self._blocks:
            if isinstance(view, IdeasView):
                view.show_planned(planned)

    def flush(self) -> None:
        """Tell at once what was typed."""
        for _block, view in self._blocks:
            if isinstance(view, FieldView):
                view.flush()

    def _renew(self, part: Part) -> bool:
        """Change only what was chosen or written; tell whether nothing else differs."""
        if len(part.blocks) != len(self._blocks):
            return False
        for (before, _view), after in zip(self._blocks, part.blocks, strict=True):
            if not _is_same_control(before, after) and before != after:
                return False
        for (_before, view), after in zip(self._blocks, part.blocks, strict=True):
            match view, after:
                case (OneOfView() | SeveralView(), Pick()):
                    view.show_block(after)
                case (FieldView(), Field()):
                    view.show_block(after)
        self._blocks = [
            (after, view) for (_before, view), after in zip(self._blocks, part.blocks, strict=True)
        ]
        return True

    def _view(self, block: Block) -> QWidget:
        match block:
            case Paragraph():
                return paragraph_view(block, self._explained)
            case Subheading():
                return subheading_view(block)
            case Facts():
                return FactsView(block)
            case Bullets():
                return BulletsView(block, self._explained)
            case Table():
                return table_view(block)
            case Dots():
                return DotsView(block)
            case Entries():
                return self._answering(EntriesView(block))
            case Fold():
                return self._answering(FoldView(block))
            case Board():
                return self._answering(BoardView(block))
            case Ideas():
                ideas = IdeasView(block)
                ideas.idea_wanted.connect(self.idea_wanted)
                ideas.plan_requested.connect(self.plan_requested)
                return ideas
            case Pick():
                return self._settling(OneOfView(block) if block.most == 1 else SeveralView(block))
            case Field():
                return self._settling(FieldView(block))
            case _:
                assert_never(block)

    def _answering(self, view: EntriesView | FoldView | BoardView) -> QWidget:
        view.answer_requested.connect(self.answer_requested)
        return view

    def _settling(self, view: _Kept) -> QWidget:
        view.settled.connect(self.settled)
        return view


def _is_same_control(before: Block, after: Block) -> bool:
    match before, after:
        case (Pick(), Pick()):
            return (before.key, before.prompt, before.options, before.most) == (
                after.key, after.prompt, after.options, after.most
            )  # fmt: skip
        case (Field(), Field()):
            return (before.key, before.label, before.kind, before.hint) == (
                after.key, after.label, after.kind, after.hint
            )  # fmt: skip
        case _:
            return False


def _on_cards(blocks: Sequence[tuple[Block, QWidget]]) -> list[QWidget]:
    """Put what belongs together on one card; a board stands on the paper."""
    shown: list[QWidget] = []
    card: Card | None = None
    for block, view in blocks:
        if isinstance(block, Board):
            card = None
            shown.append(view)
            continue
        if card is None:
            card = Card()
            shown.append(card)
        card.add(view)
    return shown
