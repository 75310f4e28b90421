"""The last plan on the table."""

import pytest
from again_work import board, with_plan
from house import House, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collabkit.ui.again.page import AgainPage

pytestmark = pytest.mark.usefixtures("theme")


def open_again(qtbot: QtBot, house: House, assessment_id: str) -> AgainPage:
    """Open the page for an assessment."""
    page = AgainPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_id)
    return page


def test_what_became_of_the_plan(qtbot: QtBot, house: House) -> None:
    """Done, still open, parked and dropped, with notes and reasons."""
    page = open_again(qtbot, house, with_plan(house, board(house)))
    read = words(page).splitlines()
    assert "Of three actions: one done, one still open, one dropped." in read
    places = [read.index(head) for head in ("Done", "Still open", "Parked then", "Dropped")]
    assert places == sorted(places)
    assert "The chair" in read
    assert "By 1 March 2026 · under way" in read
    assert "20 January 2026: A first page is there." in read
    assert "Why it was dropped: They found their own." in read


def test_without_a_plan(qtbot: QtBot, house: House) -> None:
    """That is said, and the next time can start all the same."""
    page = open_again(qtbot, house, board(house))
    assert "No actions were chosen last time" in words(page)
    assert page.start.isEnabled()


def test_what_is_under_way_goes_on_by_itself(qtbot: QtBot, house: House) -> None:
    """The rest only if somebody ticks it."""
    page = open_again(qtbot, house, with_plan(house, board(house)))
    assert page.last_plan.view("way").tick.isChecked()
    later = page.last_plan.view("later")
    assert not later.tick.isChecked()
    read = words(page)
    assert read.count("Its day has passed. In the new plan it has none until you give it one.") == 1
    assert page.going_on.text() == "One action goes on into the new plan."
    qtbot.mouseClick(later.tick, Qt.MouseButton.LeftButton)
    assert page.going_on.text() == "Two actions go on into the new plan."


def test_what_is_over_cannot_go_on(qtbot: QtBot, house: House) -> None:
    """Of what is done or dropped there is nothing to tick."""
    page = open_again(qtbot, house, with_plan(house, board(house)))
    for action_id in ("done", "gone"):
        assert not page.last_plan.view(action_id).tick.isVisible()


def test_what_was_learned_is_kept_at_once(qtbot: QtBot, house: House) -> None:
    """From one action, and from it all; nothing else of the plan changes."""
    last = with_plan(house, board(house))
    before = house.services.plans.load(last)
    page = open_again(qtbot, house, last)
    qtbot.keyClicks(page.last_plan.view("done").box.edit, "They liked to be asked.")
    qtbot.keyClicks(page.last_plan.from_all.edit, "Three are enough.")
    page.left()
    plan = house.services.plans.load(last)
    assert plan == before.changed("done", learned="They liked to be asked.")
    assert house.services.occasions.learned(last) == "Three are enough."


def test_what_was_written_can_be_undone(qtbot: QtBot, house: House) -> None:
    """Field by field, the last first, and then there is nothing to undo."""
    last = with_plan(house, board(house))
    page = open_again(qtbot, house, last)
    assert not page.undo.isEnabled()
    page.last_plan.view("done").box.edit.setFocus()
    qtbot.keyClicks(page.last_plan.view("done").box.edit, "They liked it.")
    page.last_plan.from_all.edit.setFocus()
    qtbot.keyClicks(page.last_plan.from_all.edit, "Three are enough.")
    page.start.setFocus()
    press(qtbot, page, "Undo")
    assert house.services.occasions.learned(last) == ""
    assert page.last_plan.from_all.text == ""
    press(qtbot, page, "Undo")
    assert house.services.plans.load(last).action("done").learned == ""
    assert page.last_plan.view("done").box.text == ""
    assert not page.undo.isEnabled()


def test_going_to_the_plan_and_back_forgets_nothing(qtbot: QtBot, house: House) -> None:
    """What was ticked and typed for the next time is still there, and the plan is as it is now."""
    last = with_plan(house, board(house))
    page = open_again(qtbot, house, last)
    gone = places_gone_to(page)
    qtbot.mouseClick(page.last_plan.view("later").tick, Qt.MouseButton.LeftButton)
    page.card.title.line.selectAll()
    qtbot.keyClicks(page.card.title.line, "Winter")
    press(qtbot, page, "Change it in the plan")
    assert gone == [("plan", {"assessment_id": last})]
    page.left()
    plan = house.services.plans.load(last)
    house.services.plans.keep(plan.changed("way", text="Write it all down"))
    page.entered(assessment_id=last)
    assert "Write it all down" in words(page)
    assert page.last_plan.view("later").tick.isChecked()
    assert page.card.title.text == "Winter"


def test_an_assessment_that_is_gone(qtbot: QtBot, house: House) -> None:
    """A sentence, and the way to all others."""
    page = open_again(qtbot, house, "gone")
    gone = places_gone_to(page)
    assert "This assessment is not here any more." in words(page)
    press(qtbot, page, "See all assessments")
    assert gone == [("assess", {})]


def test_the_way_to_the_next_time(qtbot: QtBot, house: House) -> None:
    """Whoever knows the plan by heart gets there with one press."""
    page = open_again(qtbot, house, with_plan(house, board(house)))
    press(qtbot, page, "On to the next time")
    qtbot.waitUntil(page.next.heading.hasFocus)


def test_one_that_is_put_away(qtbot: QtBot, house: House) -> None:
    """It is not started again before somebody brings it back."""
    last = board(house)
    house.services.assessments.remove(last)
    page = open_again(qtbot, house, last)
    assert "This assessment is not here any more." in words(page)
    assert not page.start.isVisible()


def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    """And those for several actions tell which one they are about."""
    page = open_again(qtbot, house, with_plan(house, board(house)))
    assert nameless(page) == []
    view = page.last_plan.view("way")
    assert view.tick.accessibleDescription() == "Write down who decides"
    assert view.box.edit.accessibleName() == "What we learned from: Write down who decides"


def test_the_keyboard_reaches_everything_in_its_order(qtbot: QtBot, house: House) -> None:
    """From the first action down to the button that starts."""
    page = open_again(qtbot, house, with_plan(house, board(house)))
    reached = []
    for _press in range(20):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused())
        if focused() is page.start:
            break
    last_plan = page.last_plan
    wanted = [
        last_plan.view("done").box.edit,
        last_plan.view("way").tick,
        last_plan.view("way").box.edit,
        last_plan.view("later").tick,
        last_plan.view("gone").box.edit,
        last_plan.change,
        last_plan.from_all.edit,
        page.card.title.line,
    ]
    assert reached[: len(wanted)] == wanted
    assert reached[-1] is page.start
