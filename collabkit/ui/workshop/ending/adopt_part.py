"""The actions of the room, statement by statement, to be adopted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT
from collabkit.room.meeting import Meeting
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.ending.action_card import ActionCard


class AdoptPart(Part):
    """A group for each chosen statement: its actions, and a button for one more.

    ``drafting_requested(item_id)`` asks for the form; the id is empty for an action on no
    statement. All other signals are those of ``ActionCard``.
    """

    drafting_requested = Signal(str)
    rewording_requested = Signal(str)
    dropped = Signal(str)
    fists_shown = Signal(str, tuple)
    adoption_asked = Signal(str, bool)
    adoption_taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = Text(
            _(
                "Word an action, then everybody shows a fist of five: five fingers mean “I will "
                "help with it”, three “I can live with it”. At most three are adopted for now."
            ),
            "body",
            "muted",
        )
        self.groups = Column(gap=4)
        self._cards: dict[str, ActionCard] = {}
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.lead)
        self._box.addWidget(self.groups)
        self.dress(theme_of(self))

    def show_actions(self, meeting: Meeting, pack: Pack) -> None:
        """Show every action under its statement, chosen statements first."""
        on_statements = {action.item_id for action in meeting.actions if action.item_id}
        others = [t.item_id for t in meeting.turns if t.item_id in on_statements]
        wanted = list(dict.fromkeys((*meeting.chosen, *others, "")))
        before = {group.item_id: group for group in self._groups}
        groups = [before.get(item_id) or self._new_group(item_id, pack) for item_id in wanted]
        if tuple(groups) != self.groups.parts:
            self.groups.fill(*groups)
        now = sum(action.is_now for action in meeting.actions)
        for group in groups:
            actions = [a for a in meeting.actions if (a.item_id or "") == group.item_id]
            group.cards.fill(*(self._card(action.id) for action in actions))
            for action in actions:
                card = self._card(action.id)
                card.show_action(action, meeting.present, now_is_full=now >= NOW_LIMIT)
        ids = {action.id for action in meeting.actions}
        self._cards = {key: card for key, card in self._cards.items() if key in ids}

    def card_of(self, action_id: str) -> ActionCard | None:
        """Return the card of an action, if there is one."""
        return self._cards.get(action_id)

    def waiting_after(self, action_id: str) -> ActionCard | None:
        """Return the next action that is not adopted, from the top again after the last one."""
        cards = [
            card
            for group in self._groups
            for card in group.cards.parts
            if isinstance(card, ActionCard)
        ]
        at = next((n for n, card in enumerate(cards) if card.action_id == action_id), -1)
        later = [*cards[at + 1 :], *cards[: at + 1]]
        return next((card for card in later if not card.is_adopted), None)

    def focus_adding(self, item_id: str) -> None:
        """Give the keyboard to the button for one more action on a statement."""
        for group in self._groups:
            if group.item_id == item_id:
                group.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(2))

    @property
    def _groups(self) -> tuple["_Group", ...]:
        return tuple(group for group in self.groups.parts if isinstance(group, _Group))

    def _new_group(self, item_id: str, pack: Pack) -> "_Group":
        group = _Group(item_id, pack.item(item_id).statement if item_id else "")
        group.drafting_requested.connect(self.drafting_requested)
        return group

    def _card(self, action_id: str) -> ActionCard:
        if action_id not in self._cards:
            card = self._cards[action_id] = ActionCard(action_id)
            card.rewording_requested.connect(self.rewording_requested)
            card.dropped.connect(self.dropped)
            card.fists_shown.connect(self.fists_shown)
            card.adoption_asked.connect(self.adoption_asked)
            card.adoption_taken_back.connect(self.adoption_taken_back)
        return self._cards[action_id]


class _Group(Part):
    """One statement with its actions."""

    drafting_requested = Signal(str)

    def __init__(self, item_id: str, statement: str) -> None:
        super().__init__()
        self.item_id = item_id
        self.heading = Text(statement or _("About something else"), "strong")
        self.heading.speak_as_heading()
        self.cards = Column(gap=1.5)
        verb = _("Add an action") if statement else _("Add an action about something else")
        name = _("Add an action: {statement}").format(statement=statement) if statement else verb
        self.button = Button(verb, "plain", "plus", name)
        show_if(self.heading, bool(statement))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.heading, self.cards, self.button):
            put(self._box, part)
        self.button.clicked.connect(self._on_button_clicked)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.2))

    def _on_button_clicked(self) -> None:
        self.drafting_requested.emit(self.item_id)
