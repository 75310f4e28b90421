"""Who answers: alone, in a group, or with other organisations."""

import pytest
from house import House, button, focused, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Assessment
from collabkit.ui.new_assessment.page import NewAssessmentPage

GROUP = "Several people, on this computer or elsewhere"

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def at_people(qtbot: QtBot, house: House, pack_id: str) -> NewAssessmentPage:
    """Open the way at “Who answers?” with one questionnaire."""
    house.charity("Sample Kitchen")
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, charity_id=None, pack_id=pack_id)
    while page.title != "Who answers?":
        press(qtbot, page, "Next")
    return page


def start(qtbot: QtBot, page: NewAssessmentPage) -> str:
    """Press Start and return the place that is asked for."""
    with qtbot.waitSignal(page.go_requested) as gone:
        press(qtbot, page, "Start")
    return str(gone.args[0])


def latest(house: House) -> Assessment:
    return house.services.assessments.summaries()[0].assessment


def settled(house: House) -> dict[str, str]:
    return house.services.assessments.settled(latest(house).id)


def lines(page: NewAssessmentPage) -> list[QLineEdit]:
    return [line for line in page.findChildren(QLineEdit) if line.isVisibleTo(page)]


def names(house: House) -> list[tuple[str, bool, bool]]:
    parties = house.services.assessments.parties(latest(house).id)
    return [(party.name, party.is_own, party.is_lead) for party in parties]


def test_a_group_starts_with_its_sheets(qtbot: QtBot, house: House) -> None:
    """Five is the usual minimum, and nobody is there yet: people come as they begin."""
    page = at_people(qtbot, house, "board-check")
    press(qtbot, page, GROUP)
    assert button(page, "5").isChecked()
    assert start(qtbot, page) == "sheets"
    assert latest(house).minimum == 5
    assert house.services.assessments.participants(latest(house).id) == ()


def test_the_minimum_is_chosen_beforehand(qtbot: QtBot, house: House) -> None:
    """Three to ten."""
    page = at_people(qtbot, house, "board-check")
    press(qtbot, page, GROUP)
    press(qtbot, page, "8")
    start(qtbot, page)
    assert latest(house).minimum == 8


def test_fewer_than_five_need_everybodys_word(qtbot: QtBot, house: House) -> None:
    """Without the tick it does not start and says why; with it that is kept."""
    page = at_people(qtbot, house, "board-check")
    press(qtbot, page, GROUP)
    press(qtbot, page, "3")
    assert "Anonymity is not possible then." in words(page)
    press(qtbot, page, "Start")
    assert "only if everybody has agreed to it beforehand" in words(page)
    assert focused() is button(page, "Everybody has agreed to this beforehand")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    start(qtbot, page)
    assert latest(house).minimum == 3
    assert settled(house)["identifiable"] == "yes"


def test_the_tick_does_not_count_for_larger_groups(qtbot: QtBot, house: House) -> None:
    """Who chooses five after all has promised nothing."""
    page = at_people(qtbot, house, "board-check")
    press(qtbot, page, GROUP)
    press(qtbot, page, "3")
    press(qtbot, page, "Everybody has agreed to this beforehand")
    press(qtbot, page, "5")
    start(qtbot, page)
    assert "identifiable" not in settled(house)


def test_partners_are_named_with_who_leads(qtbot: QtBot, house: House) -> None:
    """A partnership asks for the other organisations; both are kept, and who leads."""
    page = at_people(qtbot, house, "health-check")
    press(qtbot, page, "Next")
    assert page.title == "Which other organisations?"
    assert focused() is lines(page)[0]
    qtbot.keyClicks(focused(), "North")
    press(qtbot, page, "Add another organisation")
    qtbot.keyClicks(focused(), "South")
    lines(page)[1].editingFinished.emit()
    QApplication.processEvents()
    press(qtbot, page, "North")
    assert start(qtbot, page) == "sheets"
    assert names(house) == [
        ("Sample Kitchen", True, False),
        ("North", False, True),
        ("South", False, False),
    ]


def test_an_organisation_needs_a_name_of_its_own(qtbot: QtBot, house: House) -> None:
    """The sentence stands beside the field, and nothing is started."""
    page = at_people(qtbot, house, "first-conversation")
    press(qtbot, page, "Next")
    press(qtbot, page, "Start")
    assert "Please give the organisation a name." in words(page)
    qtbot.keyClicks(focused(), "sample kitchen")
    press(qtbot, page, "Start")
    assert "takes part already" in words(page)
    assert house.titles() == []


@pytest.mark.parametrize("pack_id", ["first-conversation", "power-inventory"])
def test_two_organisations_have_a_sheet_each(qtbot: QtBot, house: House, pack_id: str) -> None:
    """Each speaks for itself; between two, each look at oneself is one at the other."""
    page = at_people(qtbot, house, pack_id)
    press(qtbot, page, "Next")
    qtbot.keyClicks(focused(), "North")
    assert start(qtbot, page) == "sheets"
    sheets = house.services.assessments.sheets(latest(house).id)
    assert [sheet.party for sheet in sheets] == ["Sample Kitchen", "North"]
    assert latest(house).minimum == 1


def test_three_organisations_look_at_each_other(qtbot: QtBot, house: House) -> None:
    """Of three, each has a sheet about every one."""
    page = at_people(qtbot, house, "power-inventory")
    press(qtbot, page, "Next")
    qtbot.keyClicks(focused(), "North")
    press(qtbot, page, "Add another organisation")
    qtbot.keyClicks(focused(), "South")
    start(qtbot, page)
    sheets = house.services.assessments.sheets(latest(house).id)
    assert len({(sheet.party, sheet.about) for sheet in sheets}) == 9


def test_an_organisation_is_taken_out_again(qtbot: QtBot, house: House) -> None:
    """One has to stay; who led is not mixed up."""
    page = at_people(qtbot, house, "health-check")
    press(qtbot, page, "Next")
    qtbot.keyClicks(focused(), "North")
    press(qtbot, page, "Add another organisation")
    qtbot.keyClicks(focused(), "South")
    lines(page)[1].editingFinished.emit()
    press(qtbot, page, "South")
    press(qtbot, page, "Take organisation 2 out")
    assert "Take it out" not in words(page)
    start(qtbot, page)
    assert names(house) == [("Sample Kitchen", True, False), ("South", False, True)]


def test_a_decision_asks_its_question_first(qtbot: QtBot, house: House) -> None:
    """It has to be answered, and is kept with the assessment."""
    house.charity("Sample Kitchen")
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, charity_id=None, pack_id="bid-check")
    press(qtbot, page, "Next")
    assert "Please choose one of these." in words(page)
    press(qtbot, page, "Alone")
    press(qtbot, page, "Next")
    assert start(qtbot, page) == "questionnaire"
    assert settled(house)["mode"] == "alone"


def test_two_people_decide_separately(qtbot: QtBot, house: House) -> None:
    """Two sheets are there from the beginning."""
    house.charity("Sample Kitchen")
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, charity_id=None, pack_id="bid-check")
    press(qtbot, page, "With named partners")
    press(qtbot, page, "Next")
    press(qtbot, page, "Two or more people separately, and then one agreed version")
    assert start(qtbot, page) == "sheets"
    people = house.services.assessments.participants(latest(house).id)
    assert [person.pseudonym for person in people] == ["Person 1", "Person 2"]


def test_a_handover_asks_for_the_side(qtbot: QtBot, house: House) -> None:
    """The question of the list itself is asked beforehand; both sides is usual."""
    house.charity("Sample Kitchen")
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, charity_id=None, pack_id="handover")
    press(qtbot, page, "Next")
    assert page.title == "For which side is this list?"
    assert button(page, "Both sides").isChecked()
    press(qtbot, page, "The side that hands over")
    press(qtbot, page, "Next")
    assert start(qtbot, page) == "questionnaire"
    assert settled(house)["side"] == "outgoing"


def test_partners_alone_are_asked_for_their_view(qtbot: QtBot, house: House) -> None:
    """Nobody answers a partner's questionnaire for oneself: the minimum always holds."""
    page = at_people(qtbot, house, "partners-view")
    assert "Partners, on this computer or elsewhere." in words(page)
    assert start(qtbot, page) == "sheets"
    assert latest(house).minimum == 5


def test_how_private_it_is_is_said_for_groups_too(qtbot: QtBot, house: House) -> None:
    """Closed sheets, and the limits of that."""
    page = at_people(qtbot, house, "board-check")
    press(qtbot, page, GROUP)
    assert "Nobody opens it again in this program." in words(page)
    assert "could find out what was said" in words(page)
    assert "or elsewhere: with a file, a PDF or on paper" in words(page)
    assert "could read it before" in words(page)


@pytest.mark.parametrize("pack_id", ["power-inventory", "first-conversation", "handover"])
def test_names_as_long_as_they_may_be_are_no_hindrance(
    qtbot: QtBot, house: House, pack_id: str
) -> None:
    """Sheets are called by the organisation; what does not fit is cut."""
    house.charity("Kitchen " * 15)
    page = NewAssessmentPage(house.context)
    house.show(qtbot, page, charity_id=None, pack_id=pack_id)
    while page.title != "Who answers?":
        press(qtbot, page, "Next")
    if pack_id == "handover":
        press(qtbot, page, "A list for each of the two organisations")
    press(qtbot, page, "Next")
    qtbot.keyClicks(lines(page)[0], "Partner " * 15)
    assert start(qtbot, page) == "sheets"
    sheets = house.services.assessments.participants(latest(house).id)
    assert len(sheets) >= 2
    assert all(len(sheet.pseudonym) <= 120 for sheet in sheets)


def test_a_title_that_is_missing_is_asked_for_where_it_stands(qtbot: QtBot, house: House) -> None:
    """Not at the end, where nobody would see it."""
    page = at_people(qtbot, house, "power-inventory")
    lines(page)[0].selectAll()
    qtbot.keyClick(lines(page)[0], Qt.Key.Key_Delete)
    press(qtbot, page, "Next")
    assert page.title == "Who answers?"
    assert "Please give the assessment a title" in words(page)
    assert focused() is lines(page)[0]


def test_start_says_why_it_does_not_start(qtbot: QtBot, house: House) -> None:
    """Also for a reason that no step looks at."""
    page = at_people(qtbot, house, "board-check")
    press(qtbot, page, GROUP)
    page._presenter.choose_minimum("2")
    page._presenter.take_consent(True)
    press(qtbot, page, "Start")
    assert "smallest group" in page.notice.sentence
    press(qtbot, page, "3")
    assert start(qtbot, page) == "sheets"
