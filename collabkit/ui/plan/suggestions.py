"""Suggested actions, grouped by the statements that they are about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.plan.state import IdeaGroup
from collabkit.ui.plan.wording import more_statements
from collabkit.ui.results.ideas_part import IdeaEntry
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text

_SHOWN = 5  # statements; the others when they are asked for


class Suggestions(Fold):
    """“From your results”: what could be done about each statement to act on first.

    ``idea_wanted(item_id, idea_id)`` tells which one to add, ``plan_requested()`` that a person
    pressed one that is in the plan already, ``results_requested()`` asks for the results.
    """

    idea_wanted = Signal(str, str)
    plan_requested = Signal()
    results_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("From your results"), parent)
        self._groups: tuple[IdeaGroup, ...] = ()
        self._shows_all = False
        self._lead = Text("", "body", "muted")
        self._column = Column(gap=2)
        self.more = Button("", "quiet", "down")
        self.results = Button(_("See the results"), "quiet", "next", sign_after=True)
        self.add(self._lead, self._column, self.more, self.results)
        self.more.clicked.connect(self._on_more_clicked)
        self.results.clicked.connect(self.results_requested)
        self.toggled.connect(self._on_self_toggled)

    @property
    def entries(self) -> tuple[IdeaEntry, ...]:
        """The suggestions that can be seen just now."""
        cards = self._column.parts if self.is_open else ()
        return tuple(
            entry for card in cards if isinstance(card, _GroupCard) for entry in card.ideas
        )

    def show_groups(self, groups: Sequence[IdeaGroup]) -> None:
        """Take the suggestions; they are laid out when the fold is open."""
        is_other = [group.item_id for group in groups] != [group.item_id for group in self._groups]
        self._groups = tuple(groups)
        if is_other:
            self._shows_all = False
            self._column.fill()
        if self.is_open:
            self._render()

    def open_now(self) -> None:
        """Open the fold, as pressing it does."""
        self.set_open(True)
        self._render()

    def _render(self) -> None:
        groups = self._groups if self._shows_all else self._groups[:_SHOWN]
        self._lead.setText(
            _("What you could do, the most pressing first.")
            if groups
            else _("No statement calls for action first. Ideas may stand beside your results.")
        )
        if len(self._column.parts) != len(groups):
            self._column.fill(*(self._new_card(group) for group in groups))
        for card, group in zip(self._column.parts, groups, strict=True):
            if isinstance(card, _GroupCard):
                card.show_group(group)
        left_out = len(self._groups) - len(groups)
        self.more.setText(more_statements(left_out))
        self.more.setAccessibleName(self.more.text())
        show_if(self.more, left_out > 0)

    def _new_card(self, group: IdeaGroup) -> "_GroupCard":
        card = _GroupCard(group)
        for entry in card.ideas:
            entry.idea_wanted.connect(self.idea_wanted)
            entry.plan_requested.connect(self.plan_requested)
        return card

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open:
            self._render()

    def _on_more_clicked(self) -> None:
        self._shows_all = True
        self._render()
        self._column.parts[_SHOWN].setFocus()


class _GroupCard(Card):
    def __init__(self, group: IdeaGroup) -> None:
        super().__init__()
        self.setAccessibleName(group.title or group.statement)
        if group.title:
            self.add(Text(group.title, "strong", "accent"))
        self.add(Text(group.statement))
        self.ideas = tuple(IdeaEntry(idea) for idea in group.ideas)
        self.add(*self.ideas)

    def show_group(self, group: IdeaGroup) -> None:
        """Show which suggestions are in the plan by now."""
        for entry, idea in zip(self.ideas, group.ideas, strict=True):
            entry.show_idea(idea)
