"""From a suggestion to the plan, and back again."""

from dataclasses import replace
from pathlib import Path

import pytest
from house import House, button, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from results_work import PACK, alone, group, of_theme, open_results

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import Suits
from collabkit.plans.plan import NOW_LIMIT, Plan, Slot
from collabkit.services.plans import own_action
from collabkit.ui.results.ideas_part import IdeaEntry
from collabkit.ui.results.page import ResultsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

MIDDLE = dict.fromkeys(PACK.core_ids, "3")
LOW = MIDDLE | {"POW-1": "1"}
IDEAS = PACK.item("POW-1").actions


def idea(page: ResultsPage, place: int = 0) -> IdeaEntry:
    return page.themes.card("POW-1").ideas.entries[place]


def plan_of(house: House, assessment_id: str) -> Plan:
    return house.services.plans.load(assessment_id)


def test_what_to_do_about_something_low_is_shown_at_once(qtbot: QtBot, house: House) -> None:
    """With the kind of action and what it takes, in words."""
    page = open_results(qtbot, house, alone(house, LOW))
    seen = words(page.themes.card("POW-1"))
    assert f"{IDEAS[0].text}\nQuick win · A few hours\nAdd to plan" in seen


def test_what_to_do_about_anything_else_is_shown_on_request(qtbot: QtBot, house: House) -> None:
    """Nobody is pressed to act on what goes well enough."""
    page = open_results(qtbot, house, alone(house, MIDDLE))
    ideas = page.themes.card("POW-1").ideas
    assert ideas.entries == ()
    qtbot.mouseClick(ideas.header, Qt.MouseButton.LeftButton)
    assert ideas.entries[0].name.text() == IDEAS[0].text


def test_suggestions_that_were_closed_stay_closed(qtbot: QtBot, house: House) -> None:
    """Adding one elsewhere does not open them again."""
    page = open_results(qtbot, house, alone(house, LOW | {"POW-2": "1"}))
    ideas = page.themes.card("POW-1").ideas
    qtbot.mouseClick(ideas.header, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.themes.card("POW-2").ideas.entries[0].button, Qt.MouseButton.LeftButton)
    assert not ideas.is_open


def test_suggestions_suit_the_charity(qtbot: QtBot, house: House) -> None:
    """A tiny group is not told to do what needs a department."""
    services = house.services
    charity = services.charities.get(house.charity("Sample Kitchen"))
    services.charities.change(
        replace(charity, income_band=IncomeBand.MICRO, run_by=RunBy.VOLUNTEERS)
    )
    item = next(i for i in PACK.items if any(a.suits is Suits.MEDIUM_UP for a in i.actions))
    given = {i.id: "1" for i in PACK.items if i.section == item.section}
    assessment_id = alone(house, given, selection=Selection.ALL)
    page = open_results(qtbot, house, assessment_id)
    press(qtbot, page, PACK.section(item.section).name)
    texts = [entry.name.text() for entry in page.themes.card(item.id).ideas.entries]
    assert texts
    assert not {a.text for a in item.actions if a.suits is Suits.MEDIUM_UP} & set(texts)


def test_a_suggestion_is_added_to_be_done_now(qtbot: QtBot, house: House) -> None:
    """It is in the plan on disk, with its statement as the reason, and the button says so."""
    assessment_id = alone(house, LOW)
    page = open_results(qtbot, house, assessment_id)
    qtbot.mouseClick(idea(page).button, Qt.MouseButton.LeftButton)
    (action,) = plan_of(house, assessment_id).now
    assert (action.idea_id, action.why) == (IDEAS[0].id, PACK.item("POW-1").statement)
    assert idea(page).button.text() == "In your plan"
    assert page.notice.sentence == "Added to your plan, to be done now."


def test_a_fourth_action_is_parked_and_the_page_says_so(qtbot: QtBot, house: House) -> None:
    """At most three actions are to be done now."""
    assessment_id = alone(house, LOW)
    full = Plan(assessment_id)
    for number in range(NOW_LIMIT):
        full = full.with_action(own_action(f"Action {number}", Slot.NOW))
    house.services.plans.keep(full)
    page = open_results(qtbot, house, assessment_id)
    qtbot.mouseClick(idea(page).button, Qt.MouseButton.LeftButton)
    assert [a.idea_id for a in plan_of(house, assessment_id).parked] == [IDEAS[0].id]
    assert "parked: three actions are chosen for now already" in page.notice.sentence


@pytest.mark.parametrize("way", ["button", "key"])
def test_adding_can_be_undone(qtbot: QtBot, house: House, way: str) -> None:
    """By the notice or by Ctrl+Z; the keyboard returns to where it was."""
    assessment_id = alone(house, LOW)
    page = open_results(qtbot, house, assessment_id)
    idea(page).button.setFocus()
    qtbot.keyClick(idea(page).button, Qt.Key.Key_Return)
    assert plan_of(house, assessment_id).actions
    if way == "button":
        press(qtbot, page, "Undo")
    else:
        qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert plan_of(house, assessment_id).actions == ()
    assert idea(page).button.text() == "Add to plan"
    assert idea(page).button.hasFocus()
    assert page.notice.sentence == ""


def test_undo_takes_out_the_action_that_was_added_last_and_no_other(
    qtbot: QtBot, house: House
) -> None:
    """What was added before stays."""
    assessment_id = alone(house, LOW)
    page = open_results(qtbot, house, assessment_id)
    for place in (0, 1):
        qtbot.mouseClick(idea(page, place).button, Qt.MouseButton.LeftButton)
    press(qtbot, page, "Undo")
    assert [a.idea_id for a in plan_of(house, assessment_id).actions] == [
        entry._idea.idea_id for entry in page.themes.card("POW-1").ideas.entries[:1]
    ]


def test_what_is_in_the_plan_leads_there(qtbot: QtBot, house: House) -> None:
    """Pressing it again adds nothing: it opens the plan."""
    assessment_id = alone(house, LOW)
    page = open_results(qtbot, house, assessment_id)
    gone = places_gone_to(page)
    for _time in range(2):
        qtbot.mouseClick(idea(page).button, Qt.MouseButton.LeftButton)
    assert gone == [("plan", {"assessment_id": assessment_id})]
    assert len(plan_of(house, assessment_id).actions) == 1


def test_what_was_taken_out_of_the_plan_can_be_added_again(qtbot: QtBot, house: House) -> None:
    """Coming back from the plan shows how it stands now, without an old undo."""
    assessment_id = alone(house, LOW)
    page = open_results(qtbot, house, assessment_id)
    qtbot.mouseClick(idea(page).button, Qt.MouseButton.LeftButton)
    page.left()
    house.services.plans.keep(Plan(assessment_id))
    page.entered(assessment_id=assessment_id)
    assert idea(page).button.text() == "Add to plan"
    assert page.notice.sentence == ""


def test_if_the_plan_cannot_be_saved_the_page_says_so_and_nothing_is_ticked(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """A plan that may only be read is not changed."""
    assessment_id = alone(house, LOW)
    house.services.close()
    reading = House(tmp_path / "data", read_only=True)
    page = open_results(qtbot, reading, assessment_id)
    qtbot.mouseClick(idea(page).button, Qt.MouseButton.LeftButton)
    assert page.notice.sentence
    assert "Added" not in page.notice.sentence
    assert idea(page).button.text() == "Add to plan"
    reading.services.close()


def test_what_is_read_stays_where_it_is_when_the_notice_comes(qtbot: QtBot, house: House) -> None:
    """The button that was pressed does not move away from under the pointer."""
    page = open_results(qtbot, house, alone(house, LOW))
    press(qtbot, page, f"Details: {PACK.item('POW-1').title}")
    qtbot.waitUntil(page.themes.card("POW-1").beginning.hasFocus)
    pressed = idea(page).button
    before = pressed.mapTo(page, pressed.rect().topLeft()).y()
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible)
    QApplication.processEvents()
    assert pressed.mapTo(page, pressed.rect().topLeft()).y() == before


def test_a_group_adds_to_its_plan_too(qtbot: QtBot, house: House) -> None:
    """A low statement of a group shows its suggestions at once."""
    assessment_id = group(house, of_theme("POW", "1112222"))
    page = open_results(qtbot, house, assessment_id)
    qtbot.mouseClick(idea(page).button, Qt.MouseButton.LeftButton)
    assert len(plan_of(house, assessment_id).now) == 1


def test_the_buttons_of_different_suggestions_can_be_told_apart_by_ear(
    qtbot: QtBot, house: House
) -> None:
    """Each is called by its action."""
    page = open_results(qtbot, house, alone(house, LOW))
    assert button(page, f"Add to plan: {IDEAS[0].text}") is idea(page).button
