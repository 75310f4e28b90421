"""Somebody at a plan: presses, types, reads what is there and what is on disk."""

from dataclasses import replace
from typing import Any

from house import House, button, focused
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services.packs import builtin_pack
from collabkit.services.plans import own_action
from collabkit.ui.plan.action_card import ActionCard
from collabkit.ui.plan.action_form import ActionForm
from collabkit.ui.plan.page import PlanPage
from collabkit.ui.plan.progress_pane import ProgressPane
from collabkit.ui.widgets.save_mark import SaveMark

Key = Qt.Key
Modifier = Qt.KeyboardModifier
PACK = builtin_pack("five-themes")
_NONE = Modifier.NoModifier


def answered(house: House, level: str = "1", charity: str = "Sample Kitchen") -> str:
    """Return a short assessment in which everything was answered with ``level``."""
    sitting = house.services.assessments.start_alone(
        house.charity(charity),
        PACK,
        Selection.CORE,
        Respondent.TRUSTEE,
        "June 2026",
        house.context.today(),
    )
    for item_id in sitting.assessment.asked:
        response = Response(sitting.participant.id, item_id, level)
        house.services.responses.record(PACK, response, lambda _problem: None)
    house.services.responses.flush()
    return sitting.assessment.id


def action(text: str, slot: Slot = Slot.NOW, **facts: Any) -> PlanAction:
    """Return an action in somebody's own words."""
    return replace(own_action(text, slot, ActionKind.QUICK_WIN), **facts)


class Stage:
    """One person in front of one plan, with the save mark in sight."""

    def __init__(self, qtbot: QtBot, house: House, *actions: PlanAction) -> None:
        self.qtbot = qtbot
        self.house = house
        self.assessment_id = answered(house)
        if actions:
            house.services.plans.keep(Plan(self.assessment_id, actions))
        self.page = PlanPage(house.context)
        self.mark = SaveMark()
        self.page.foot.take_mark(self.mark)
        self.page.save_state_changed.connect(self.mark.render_state)
        self.gone: list[tuple[str, dict[str, object]]] = []
        self.page.go_requested.connect(self._on_page_go_requested)
        house.show(qtbot, self.page, assessment_id=self.assessment_id)
        self.page.resize(1000, 2600)  # the mouse only finds what can be seen
        QApplication.processEvents()

    @property
    def now(self) -> list[str]:
        """The actions that are shown under Now."""
        return [card.summary.text.text() for card in self.page.lists.now.cards]

    @property
    def parked(self) -> list[str]:
        """The actions that are shown under Parked."""
        return [card.summary.text.text() for card in self.page.lists.parked.cards]

    @property
    def behind(self) -> list[str]:
        """The actions that are shown under Done and dropped."""
        return [card.summary.text.text() for card in self.page.lists.behind.cards]

    @property
    def notice(self) -> str:
        """What the notice says."""
        return self.page.notice.sentence

    @property
    def stored(self) -> Plan:
        """The plan as another reader finds it."""
        return self.house.services.plans.load(self.assessment_id)

    def card(self, text: str) -> ActionCard:
        """Return the card of an action."""
        lists = self.page.lists
        cards = (*lists.now.cards, *lists.parked.cards, *lists.behind.cards)
        return next(card for card in cards if card.summary.text.text() == text)

    def open(self, text: str) -> ActionForm:
        """Open the details of an action."""
        card = self.card(text)
        if not card.is_open:
            self.click(card.acts.opener)
            self.qtbot.waitUntil(lambda: isinstance(focused(), (QLineEdit, QPlainTextEdit)))
        assert card.form is not None
        return card.form

    def tell(self, text: str) -> ProgressPane:
        """Open how an action goes."""
        card = self.card(text)
        if not card.tells_progress:
            self.click(card.acts.progress)
            self.qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
        assert card.pane is not None
        return card.pane

    def mark_as(self, text: str, status: Status) -> None:
        """Press how far an action is."""
        card = self.card(text)
        part = card.how_far if card.how_far is not None else self.tell(text).how_far
        self.click(next(radio for radio in part.choice.radios if radio.code == status))

    def click(self, widget: QWidget) -> None:
        """Click with the mouse."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def press(self, name: str) -> None:
        """Click the button that screen readers call ``name``."""
        self.click(button(self.page, name))

    def take_offer(self, name: str) -> None:
        """Press the act of the notice."""
        self.click(button(self.page.notice, name))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(focused() or self.page, key, modifier)
        QApplication.processEvents()

    def write(self, field: QWidget, text: str) -> None:
        """Go to a field and type in place of what stands there, without leaving it."""
        field.setFocus()
        self.key(Key.Key_A, Modifier.ControlModifier)
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            self.key(Key.Key_Delete)

    def tab_to(self, name: str, most: int = 120) -> QWidget:
        """Press Tab until what has the keyboard is called ``name``."""
        for _step in range(most):
            now = focused()
            assert now is not None
            if now.accessibleName() == name:
                return now
            self.qtbot.keyClick(now, Key.Key_Tab)
        raise AssertionError(f"{name!r} cannot be reached with Tab")

    def wait_for(self, mark: str) -> None:
        """Wait until the save mark says ``mark``."""
        self.qtbot.waitUntil(lambda: self.mark.text == mark)

    def leave(self) -> None:
        """Go elsewhere, as the window does it, and let everything reach the disk."""
        self.page.left()
        self.house.services.responses.flush()

    def _on_page_go_requested(self, key: str, arguments: dict[str, object]) -> None:
        self.gone.append((key, arguments))
