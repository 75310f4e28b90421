"""The last plan on the table."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.again.last_action import LastActionView
from collabkit.ui.again.state import ActionGroup, AgainState
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox


class LastPlanSection(Section):
    """The actions by what became of them, and what was learned from it all.

    ``learned(action_id, text)``, ``learned_from_all(text)``, ``ticked(action_id, bool)`` and
    ``plan_requested()``.
    """

    learned = Signal(str, str)
    learned_from_all = Signal(str)
    ticked = Signal(str, bool)
    plan_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("What became of the plan"))
        self._shape: object = None  # what the views were made from
        self._views: dict[str, LastActionView] = {}
        self._cards = Column()
        self.change = Button(_("Change it in the plan"), "quiet")
        self.change.clicked.connect(self.plan_requested)
        self.from_all = TextBox(
            _("What we learned from it all"),
            _("Two or three sentences for whoever plans next. They are kept with the last plan."),
            longest=LONGEST_TEXT,
        )
        self.from_all.edited.connect(self.learned_from_all)
        whole = Card()
        whole.add(self.from_all)
        self.add(self._cards, self.change, whole)

    def render_state(self, state: AgainState) -> None:
        """Show ``state``; what is being typed stays, and the views if their actions are."""
        self.set_sentence(
            state.how_far or _("No actions were chosen last time, so there is no plan to look at.")
        )
        show_if(self.change, bool(state.groups))
        shape = tuple(
            (
                group.heading,
                group.sentence,
                *((a.action_id, a.text, a.facts, a.notes) for a in group.actions),
            )
            for group in state.groups
        )
        if (state.assessment_id, shape) != self._shape:
            self._shape = (state.assessment_id, shape)
            self._views = {}
            self._cards.fill(*map(self._card, state.groups))
        for group in state.groups:
            for action in group.actions:
                self._views[action.action_id].show_action(action)
        if not self.from_all.is_being_typed:
            self.from_all.set_text(state.learned)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.from_all.flush()
        for view in self._views.values():
            view.flush()

    def view(self, action_id: str) -> LastActionView:
        """Return the view of an action; raises ``KeyError`` for an unknown one."""
        return self._views[action_id]

    def _card(self, group: ActionGroup) -> Card:
        card = Card(group.heading)
        if group.sentence:
            card.add(Text(group.sentence, "body", "muted"))
        column = Column(gap=3)
        views = [LastActionView(action) for action in group.actions]
        for action, view in zip(group.actions, views, strict=True):
            view.learned.connect(self.learned)
            view.ticked.connect(self.ticked)
            self._views[action.action_id] = view
        column.fill(*views)
        card.add(column)
        return card
