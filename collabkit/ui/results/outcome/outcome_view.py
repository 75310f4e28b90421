"""The parts of an outcome below each other."""

from collections.abc import Collection, Sequence
from itertools import groupby
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
    Shapes,
    Subheading,
    Table,
)
from collabkit.ui.results.outcome.acting import FieldView, IdeasView, OneOfView, SeveralView
from collabkit.ui.results.outcome.focus_kept import FocusKept
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
from collabkit.ui.told.shapes_view import shapes_view
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
        there = {view.key: view for view in self.views}
        with FocusKept(self):
            for part in parts:
                if part.key in there:
                    there[part.key].show_part(part)
            self.fill(*(there.get(part.key) or self._made(part) for part in parts))
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

    def _made(self, part: Part) -> "PartView":
        view = PartView(part)
        view.settled.connect(self._on_view_settled)
        view.idea_wanted.connect(self.idea_wanted)
        view.plan_requested.connect(self.plan_requested)
        view.answer_requested.connect(self.answer_requested)
        return view

    def _on_view_settled(self, key: str, text: str) -> None:
        self.flush()  # what follows from this may take other fields away
        self.settled.emit(key, text)


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
        self._cards: list[_CardOfBlocks] = []
        self._column = Column(gap=2)
        self.add(self._column)
        self.show_part(part)

    def show_part(self, part: Part) -> None:
        """Show ``part``. Fields and choices that stay the same ones are not made anew."""
        if part == self._part:
            return
        self._part = part
        self.heading.setText(part.title)
        self.setAccessibleName(part.title)
        self._explained = Explained()
        before = list(self._blocks)
        self._blocks = [(block, _kept(block, before) or self._view(block)) for block in part.blocks]
        self._lay_out()

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

    def _lay_out(self) -> None:
        """Put what belongs together on one card; a board stands on the paper."""
        before, self._cards = self._cards, []
        shown: list[QWidget] = []
        filled: list[tuple[_CardOfBlocks, list[QWidget]]] = []
        for is_board, run in groupby(self._blocks, _is_board):
            views = [view for _block, view in run]
            if is_board:
                shown += views
                continue
            held = (c for c in before if any(v in c.column.parts for v in views))
            card = next((c for c in held if c not in self._cards), None) or _CardOfBlocks()
            self._cards.append(card)
            filled.append((card, views))
            shown.append(card)
        for card, views in filled:
            for other in before:
                for view in views:
                    if other is not card and view in other.column.parts:
                        other.column.let_go(view)
        for card, views in filled:
            card.column.fill(*views)
        self._column.fill(*shown)

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
            case Shapes():
                return shapes_view(block)
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


def _kept(block: Block, before: list[tuple[Block, QWidget]]) -> QWidget | None:
    """Return the view that shows ``block`` already and take it out of ``before``.

    Sentences are made anew: which of them explains a term depends on those above.
    """
    for place, (other, view) in enumerate(before):
        if _is_same_control(other, block):
            match view, block:
                case (OneOfView() | SeveralView(), Pick()):
                    view.show_block(block)
                case (FieldView(), Field()):
                    view.show_block(block)
        elif other != block or isinstance(block, Paragraph | Bullets):
            continue
        del before[place]
        return view
    return None


def _is_board(shown: tuple[Block, QWidget]) -> bool:
    return isinstance(shown[0], Board)


class _CardOfBlocks(Card):
    """A card whose blocks change."""

    def __init__(self) -> None:
        super().__init__()
        self.column = Column(gap=1.8)
        self.add(self.column)
