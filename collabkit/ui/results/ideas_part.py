"""Suggested actions for one statement."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.results.state import IdeaState
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if


class IdeasPart(Fold):
    """“What could we do?”: the suggestions, each with a button that adds it to the plan.

    ``idea_wanted(item_id, idea_id)`` tells which one to add, ``plan_requested()`` that a person
    pressed one that is in the plan already.
    """

    idea_wanted = Signal(str, str)
    plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What could we do?"), parent)
        self._ideas: tuple[IdeaState, ...] = ()
        self._column = Column(gap=2)
        self.add(self._column)
        self.toggled.connect(self._on_self_toggled)

    @property
    def entries(self) -> tuple["IdeaEntry", ...]:
        """The suggestions that can be seen just now."""
        parts = self._column.parts if self.is_open else ()
        return tuple(part for part in parts if isinstance(part, IdeaEntry))

    def show_ideas(self, ideas: Sequence[IdeaState], *, wanted: bool) -> None:
        """Take the suggestions; those that are ``wanted`` are open at first."""
        is_first = not self._ideas
        self._ideas = tuple(ideas)
        show_if(self, bool(ideas))
        if wanted and is_first:
            self.set_open(True)
        self._render()

    def _render(self) -> None:
        if not self.is_open:
            return
        if not self.entries:
            self._column.fill(*(self._make_entry(idea) for idea in self._ideas))
        for entry, idea in zip(self.entries, self._ideas, strict=True):
            entry.show_idea(idea)

    def _make_entry(self, idea: IdeaState) -> "IdeaEntry":
        entry = IdeaEntry(idea)
        entry.idea_wanted.connect(self.idea_wanted)
        entry.plan_requested.connect(self.plan_requested)
        return entry

    def _on_self_toggled(self, _is_open: bool) -> None:
        self._render()


class IdeaEntry(Entry):
    """One suggestion; its button says whether it is in the plan already."""

    idea_wanted = Signal(str, str)
    plan_requested = Signal()

    def __init__(self, idea: IdeaState, parent: QWidget | None = None) -> None:
        super().__init__(idea.text, idea.weight, "body", parent)
        self._idea = idea
        self.button = Button(_("Add to plan"), sign="plus")
        self.button.clicked.connect(self._on_button_clicked)
        self.add_act(self.button)
        self.show_idea(idea)

    def show_idea(self, idea: IdeaState) -> None:
        """Show whether the suggestion is in the plan; its words do not change."""
        self._idea = idea
        words = _("In your plan") if idea.in_plan else _("Add to plan")
        self.button.setText(words)
        self.button.set_sign("tick" if idea.in_plan else "plus")
        self.button.setAccessibleName(_("{words}: {action}").format(words=words, action=idea.text))
        self.button.setAccessibleDescription(_("Opens the plan.") if idea.in_plan else "")

    def _on_button_clicked(self) -> None:
        if self._idea.in_plan:
            self.plan_requested.emit()
        else:
            self.idea_wanted.emit(self._idea.item_id, self._idea.idea_id)
