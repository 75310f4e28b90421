"""The plan can be used by keyboard, by ear, and at every size."""

from collections.abc import Callable

import pytest
from house import TODAY, House, focused, nameless, words
from plan_stage import Key, Stage, action, answered
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from collabkit.plans.plan import Slot
from collabkit.services.sample import ensure_sample
from collabkit.ui.plan.page import PlanPage

pytestmark = pytest.mark.usefixtures("no_windows_left")


@pytest.mark.usefixtures("theme")
def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    """A screen reader has a word for everything, and says which action a button is about."""
    answered(house, charity="Older Sample")
    stage = Stage(qtbot, house, action("Ring a partner"), action("Lend a van", Slot.PARKED))
    stage.open("Ring a partner")
    stage.press("Add an action")
    stage.click(stage.page.own_words.header)
    assert nameless(stage.page) == []
    boxes = [box for box in stage.page.findChildren(QPlainTextEdit) if box.isVisible()]
    names = [QAccessible.queryAccessibleInterface(b).text(QAccessible.Text.Name) for b in boxes]
    assert names == ["How we will know", "What we will do", "Why"]
    card = stage.card("Lend a van")
    assert card.acts.remove.accessibleName() == "Remove: Lend a van"
    assert card.acts.opener.accessibleDescription() == "Closed. Opens the details."


@pytest.mark.usefixtures("theme")
def test_a_plan_can_be_made_with_the_keyboard_alone(qtbot: QtBot, house: House) -> None:
    """From an empty page to an action with somebody's name on it, and on to the paper."""
    stage = Stage(qtbot, house)
    assert focused() is stage.page.head.title
    stage.tab_to("Choose from suggestions")
    stage.key(Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is stage.page.adding.heading)
    text = stage.page.suggestions.entries[0].name.text()
    stage.tab_to(f"Add to plan: {text}")
    stage.key(Key.Key_Space)
    stage.page.take_focus()
    stage.tab_to(f"Who, when and how: {text}")
    stage.key(Key.Key_Right)
    form = stage.card(text).form
    assert form is not None
    qtbot.waitUntil(form.owner.line.hasFocus)
    qtbot.keyClicks(form.owner.line, "The chair")
    stage.key(Key.Key_Escape)
    stage.page.take_focus()
    stage.tab_to("Save as PDF")
    stage.key(Key.Key_Space)
    assert stage.gone == [("preview", {"assessment_id": stage.assessment_id})]
    stage.leave()
    assert stage.stored.now[0].owner == "The chair"


@pytest.mark.usefixtures("theme")
def test_tab_goes_from_top_to_bottom(qtbot: QtBot, house: House) -> None:
    """The fields come right after the buttons of their action, whenever they were made."""
    stage = Stage(qtbot, house, action("Ring a partner"), action("Write a line"))
    stage.open("Ring a partner")
    stage.page.take_focus()
    heard = []
    for _step in range(13):
        stage.key(Key.Key_Tab)
        now = focused()
        assert now is not None
        heard.append(now.accessibleName())
    assert heard == [
        "Save as PDF",
        "Quick win",
        "Not started",
        "Who, when and how: Ring a partner",
        "How it goes: Ring a partner",
        "Park: Ring a partner",
        "Move down: Ring a partner",
        "Remove: Ring a partner",
        "Who does it",
        "By when",
        "Choose a date from a calendar",
        "The first step",
        "How we will know",
    ]


@pytest.mark.usefixtures("theme")
def test_the_keys_of_the_page_are_listed(qtbot: QtBot, house: House) -> None:
    """F1 shows them."""
    stage = Stage(qtbot, house, action("Ring a partner"))
    assert {key for key, _does in stage.page.key_hints()} >= {"Ctrl+Z", "Ctrl+C", "Esc"}


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("size", "width"), [(100, 804), (150, 1036), (200, 918), (200, 640)])
def test_everything_fits_the_width(
    qtbot: QtBot, house: House, wear: Callable[..., object], choice: str, size: int, width: int
) -> None:
    """No sideways scrolling on a small laptop with large text; buttons wrap instead."""
    wear(choice, size)
    page = PlanPage(house.context)
    house.show(qtbot, page, assessment_id=ensure_sample(house.services, TODAY))
    page.resize(width, 700)
    card = page.lists.now.cards[0]
    card.acts.opener.click()
    card.acts.progress.click()
    assert card.form is not None
    card.form.also.header.click()
    assert card.how_far is not None
    card.how_far.choice.radios[-1].click()
    page.suggestions.open_now()
    page.own_words.open_now()
    for _round in range(3):
        QApplication.processEvents()
    bar = page.scroller.horizontalScrollBar()
    assert bar.maximum() == 0, f"{bar.maximum()} pixels too wide"
    assert "Three of three chosen." in words(page)
