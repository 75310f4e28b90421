"""The short way to a new assessment asks only what is open."""

from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import Respondent
from collabkit.services.sample import ensure_sample
from collabkit.ui.new_assessment.page import NewAssessmentPage

SHORT, FULL = "Short version: 20 statements", "Full version: 45 statements"

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_way(qtbot: QtBot, house: House, charity_id: str | None = None) -> NewAssessmentPage:
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, charity_id=charity_id)
    return page


def line(page: NewAssessmentPage) -> QLineEdit:
    return next(line for line in page.findChildren(QLineEdit) if line.isVisibleTo(page))


def step(page: NewAssessmentPage) -> str:
    return f"{page.head.lead.text()}: {page.title}"


def latest(house: House) -> Assessment:
    return house.services.assessments.summaries()[0].assessment


def test_a_newcomer_types_a_name_and_goes_on(qtbot: QtBot, house: House) -> None:
    """Without any charity there is only its name to type; the questionnaire comes next."""
    page = open_way(qtbot, house)
    assert step(page) == "Step 1 of 4: Which charity is it about?"
    assert focused() is line(page)
    qtbot.keyClicks(line(page), "Sample Kitchen")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert [charity.name for charity in house.services.charities.all()] == ["Sample Kitchen"]
    assert step(page) == "Step 2 of 4: Which questionnaire?"


def test_a_charity_without_a_name_is_not_added(qtbot: QtBot, house: House) -> None:
    """The sentence stands beside the field, which has the keyboard."""
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    assert "Please give the charity a name." in words(page)
    assert "Please give the charity a name." in line(page).accessibleDescription()
    assert focused() is line(page)


def test_with_one_charity_the_way_begins_at_the_questionnaires(qtbot: QtBot, house: House) -> None:
    """What is settled stands below, the charity with a way to change it."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    assert step(page) == "Step 2 of 4: Which questionnaire?"
    assert focused() is button(page, "The five themes")
    assert "Sample Kitchen" in words(page)
    press(qtbot, page, "Change Sample Kitchen")
    assert step(page) == "Step 1 of 4: Which charity is it about?"


def test_the_versions_say_how_long_they_take(qtbot: QtBot, house: House) -> None:
    """Minutes come from the pack."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    assert "About nine minutes." in button(page, SHORT).accessibleDescription()
    assert "About 19 minutes." in button(page, FULL).accessibleDescription()


def test_the_charity_used_last_is_chosen_already(qtbot: QtBot, house: House) -> None:
    """With several charities the step is shown, and Enter is enough to go on."""
    house.charity("Sample Club")
    house.assessment("Sample Kitchen")
    house.charity("Sample Zoo")
    page = open_way(qtbot, house)
    assert step(page) == "Step 1 of 4: Which charity is it about?"
    assert focused() is button(page, "Sample Kitchen")
    assert button(page, "Sample Kitchen").isChecked()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert step(page) == "Step 2 of 4: Which questionnaire?"


def test_enter_on_another_card_chooses_it_first(qtbot: QtBot, house: House) -> None:
    """Whoever moves to a card and presses Enter means that card and stays to see it."""
    house.charity("Sample Club")
    house.assessment("Sample Kitchen")
    page = open_way(qtbot, house)
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert button(page, "Sample Club").isChecked()
    assert step(page).startswith("Step 1")


def test_another_charity_is_added_right_there(qtbot: QtBot, house: House) -> None:
    """The last card opens a field; a name that is taken is refused beside it."""
    house.charity("Sample Club")
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Another charity")
    qtbot.keyClicks(line(page), "sample kitchen")
    press(qtbot, page, "Next")
    assert "There is already a charity called “sample kitchen”." in words(page)
    line(page).clear()
    qtbot.keyClicks(line(page), "Sample Market")
    press(qtbot, page, "Next")
    assert "Sample Market" in words(page)
    assert step(page).startswith("Step 2")


def test_the_sample_is_not_offered(qtbot: QtBot, house: House) -> None:
    """It never counts among one's own charities."""
    ensure_sample(house.services, TODAY)
    page = open_way(qtbot, house)
    assert "Sample Charity" not in words(page)
    assert focused() is line(page)


def test_a_charity_that_was_asked_for_is_settled(qtbot: QtBot, house: House) -> None:
    """From the list of charities the way begins for that one."""
    house.assessment("Sample Kitchen")
    page = open_way(qtbot, house, house.charity("Sample Club"))
    assert step(page).startswith("Step 2")
    assert "Sample Club" in words(page)


@pytest.mark.parametrize(("version", "asked"), [(SHORT, 20), (FULL, 45)])
def test_start_leads_to_the_first_statement(
    qtbot: QtBot, house: House, version: str, asked: int
) -> None:
    """The assessment is on disk with the statements that were chosen."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, version)
    press(qtbot, page, "Next")
    with qtbot.waitSignal(page.go_requested) as gone:
        press(qtbot, page, "Start")
    assert len(latest(house).asked) == asked
    assert gone.args == ["questionnaire", {"assessment_id": latest(house).id}]


def test_the_role_is_kept(qtbot: QtBot, house: House) -> None:
    """Who answers is saved with the assessment, and proposed the next time."""
    house.assessment("Sample Kitchen", role=Respondent.STAFF)
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    assert button(page, "Member of staff").isChecked()
    press(qtbot, page, "Volunteer")
    press(qtbot, page, "Start")
    people = house.services.assessments.participants(latest(house).id)
    assert [person.role for person in people] == [Respondent.VOLUNTEER]


def test_the_occasion_has_a_title_that_is_free(qtbot: QtBot, house: House) -> None:
    """The month, with a number if it was used before for the same questionnaire."""
    house.assessment("Sample Kitchen", "November 2026")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    assert line(page).text() == "November 2026 (2)"
    press(qtbot, page, "Start")
    assert latest(house).title == "November 2026 (2)"


def test_another_questionnaire_of_the_month_needs_no_number(qtbot: QtBot, house: House) -> None:
    """Partners who are asked see the title; “(2)” would puzzle them."""
    house.assessment("Sample Kitchen", "November 2026")
    page = open_way(qtbot, house)
    button(page, "Board conditions check").click()
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    assert line(page).text() == "November 2026"
    asked = NewAssessmentPage(house.context)
    house.show(qtbot, asked, charity_id=None, pack_id="board-check")
    press(qtbot, asked, "Next")
    assert line(asked).text() == "November 2026"


def test_ones_own_title_outlives_another_charity(qtbot: QtBot, house: House) -> None:
    """What was typed is not replaced by a proposal."""
    house.charity("Sample Club")
    house.assessment("Sample Kitchen")
    page = open_way(qtbot, house)
    for _step in range(3):
        press(qtbot, page, "Next")
    line(page).clear()
    qtbot.keyClicks(line(page), "Away-day")
    press(qtbot, page, "Change Sample Kitchen")
    press(qtbot, page, "Sample Club")
    for _step in range(3):
        press(qtbot, page, "Next")
    assert line(page).text() == "Away-day"


def test_an_occasion_without_a_title_is_not_started(qtbot: QtBot, house: House) -> None:
    """The sentence stands beside the field, which has the keyboard."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    line(page).clear()
    qtbot.keyClicks(line(page), " ")
    press(qtbot, page, "Start")
    assert "Please give the assessment a title" in words(page)
    assert focused() is line(page)
    assert house.titles() == []


def test_the_last_step_says_what_is_stored_where_and_who_can_see_it(
    qtbot: QtBot, house: House
) -> None:
    """The promise, its limits, and on request the very file."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    assert "One person, on this computer" in words(page)
    assert "Whoever can use this computer as you do can open and see them." in words(page)
    press(qtbot, page, "Where exactly?")
    assert str(house.context.folder.database) in words(page)


def test_back_goes_through_the_steps_and_then_out(qtbot: QtBot, house: House) -> None:
    """Each press is one step; before the first is where one came from."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    press(qtbot, page, "Back")
    assert step(page).startswith("Step 3")
    press(qtbot, page, "Back")
    assert step(page).startswith("Step 2")
    press(qtbot, page, "Back")
    assert step(page).startswith("Step 1")
    with qtbot.waitSignal(page.back_requested):
        press(qtbot, page, "Back")


def test_whoever_goes_elsewhere_goes_on_where_they_were(qtbot: QtBot, house: House) -> None:
    """Choices and what was typed are still there on coming back."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, FULL)
    press(qtbot, page, "Next")
    line(page).clear()
    qtbot.keyClicks(line(page), "Away-day")
    page.left()
    page.entered(charity_id=None)
    assert step(page).startswith("Step 4")
    assert line(page).text() == "Away-day"
    assert FULL in words(page)


def test_after_the_start_the_way_begins_afresh(qtbot: QtBot, house: House) -> None:
    """Nothing of the last time is left but the habits."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, FULL)
    press(qtbot, page, "Next")
    press(qtbot, page, "Start")
    page.left()
    page.entered(charity_id=None)
    assert step(page).startswith("Step 2")
    press(qtbot, page, "Next")
    assert button(page, SHORT).isChecked()


def test_a_charity_that_was_put_away_is_not_started_for(qtbot: QtBot, house: House) -> None:
    """On coming back the way begins afresh without it."""
    charity_id = house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    page.left()
    house.services.charities.remove(charity_id)
    page.entered(charity_id=None)
    assert step(page).startswith("Step 1")
    assert "Sample Kitchen" not in words(page)


def test_trouble_with_the_disk_is_told_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    """What cannot be started stays as it was chosen, with the reason on top."""
    house = House(tmp_path)
    house.charity("Sample Kitchen")
    house.services.close()
    house = House(tmp_path, read_only=True)
    page = open_way(qtbot, house)
    press(qtbot, page, "Next")
    press(qtbot, page, "Next")
    press(qtbot, page, "Start")
    assert "reading only" in page.notice.sentence
    assert step(page).startswith("Step 4")
    house.services.close()


def test_every_control_of_the_way_has_a_name(qtbot: QtBot, house: House) -> None:
    """Screen readers can say what each control is, at every step."""
    house.charity("Sample Club")
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Another charity")
    assert nameless(page) == []
    press(qtbot, page, "Sample Club")
    for _step in range(3):
        press(qtbot, page, "Next")
        assert nameless(page) == []


def test_a_slip_in_a_new_name_is_mended(qtbot: QtBot, house: House) -> None:
    """Going back leads to the field again; no second charity comes of it."""
    page = open_way(qtbot, house)
    qtbot.keyClicks(line(page), "Sample Kichen")
    press(qtbot, page, "Next")
    press(qtbot, page, "Change Sample Kichen")
    assert line(page).text() == "Sample Kichen"
    line(page).selectAll()
    qtbot.keyClick(line(page), Qt.Key.Key_Delete)
    press(qtbot, page, "Next")
    assert "Please give the charity a name." in words(page)
    qtbot.keyClicks(line(page), "Sample Kitchen")
    press(qtbot, page, "Next")
    assert [charity.name for charity in house.services.charities.all()] == ["Sample Kitchen"]
    assert button(page, "Change Sample Kitchen").isVisible()


def test_a_charity_that_was_there_before_keeps_its_name(qtbot: QtBot, house: House) -> None:
    """Only what was added just now is still being written."""
    house.charity("Sample Kitchen")
    page = open_way(qtbot, house)
    press(qtbot, page, "Change Sample Kitchen")
    assert not [w for w in page.findChildren(QLineEdit) if w.isVisibleTo(page)]
    press(qtbot, page, "Another charity")
    assert line(page).text() == ""
