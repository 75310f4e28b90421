"""The form for a charity: only the name is needed, and nothing typed is lost."""

from pathlib import Path

import pytest
from house import House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.ui.charity.page import CharityPage
from collabkit.ui.widgets.save_mark import SaveState, Saving

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_form(qtbot: QtBot, house: House, charity_id: str | None = None) -> CharityPage:
    page = CharityPage(house.context)
    house.show(qtbot, page, charity_id=charity_id)
    return page


def name_line(page: CharityPage) -> QLineEdit:
    return next(line for line in page.findChildren(QLineEdit) if line.isVisibleTo(page))


def charities(house: House) -> list[tuple[object, ...]]:
    return [(c.name, c.income_band, c.run_by, c.usual_role) for c in house.services.charities.all()]


def test_a_name_is_enough(qtbot: QtBot, house: House) -> None:
    """Typed and saved with the keyboard alone; what was not said is not made up."""
    page = open_form(qtbot, house)
    assert focused() is name_line(page)
    told: list[SaveState] = []
    page.save_state_changed.connect(told.append)
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClicks(name_line(page), "Sample Kitchen")
        qtbot.keyClick(name_line(page), Qt.Key.Key_Return)
    assert charities(house) == [("Sample Kitchen", None, None, None)]
    assert told == [SaveState(Saving.DONE)]


def test_everything_that_was_said_is_saved(qtbot: QtBot, house: House) -> None:
    """Income, who runs it and the usual role are kept with the name."""
    page = open_form(qtbot, house)
    qtbot.keyClicks(name_line(page), "Sample Kitchen")
    for option in (
        "Small: 10,000 to 100,000 pounds",
        "Volunteers do most of the day-to-day work",
        "We work among equals",
    ):
        press(qtbot, page, option)
    press(qtbot, page, "Save")
    assert charities(house) == [
        ("Sample Kitchen", IncomeBand.SMALL, RunBy.VOLUNTEERS, PartnershipRole.PEER)
    ]


def test_a_charity_is_changed(qtbot: QtBot, house: House) -> None:
    """What was known stands in the form; “rather not say” takes it back."""
    known: Charity = house.services.charities.add("Sample", IncomeBand.LARGE, RunBy.STAFF)
    page = open_form(qtbot, house, known.id)
    assert button(page, "Large: 1 million to 10 million pounds").isChecked()
    group = button(page, "Large: 1 million to 10 million pounds").parentWidget()
    assert group is not None
    press(qtbot, group, "Rather not say")
    qtbot.keyClicks(name_line(page), " Kitchen")
    press(qtbot, page, "Save")
    assert charities(house) == [("Sample Kitchen", None, RunBy.STAFF, None)]


def test_each_question_says_why_it_is_asked(qtbot: QtBot, house: House) -> None:
    """Four questions beside the name, four reasons."""
    assert words(open_form(qtbot, house)).count("We ask because") == 4


@pytest.mark.parametrize(("said", "known"), [("Yes", True), ("No", False)])
def test_contracts_are_kept(qtbot: QtBot, house: House, said: str, known: bool) -> None:
    """Whether there are contracts is saved, and stands in the form the next time."""
    page = open_form(qtbot, house)
    qtbot.keyClicks(name_line(page), "Sample Kitchen")
    press(qtbot, page, said)
    press(qtbot, page, "Save")
    (charity,) = house.services.charities.all()
    assert charity.has_contracts is known
    assert button(open_form(qtbot, house, charity.id), said).isChecked()


def test_without_a_name_nothing_is_saved(qtbot: QtBot, house: House) -> None:
    """The sentence stands beside the field and is told with it; the keyboard goes there."""
    page = open_form(qtbot, house)
    press(qtbot, page, "Volunteers do most of the day-to-day work")
    press(qtbot, page, "Save")
    assert "Please give the charity a name." in words(page)
    assert "Please give the charity a name." in name_line(page).accessibleDescription()
    assert focused() is name_line(page)
    assert charities(house) == []


def test_the_fault_goes_when_the_name_is_mended(qtbot: QtBot, house: House) -> None:
    """A name that another charity has is refused until it is changed."""
    house.charity("Sample")
    page = open_form(qtbot, house)
    qtbot.keyClicks(name_line(page), "sample")
    press(qtbot, page, "Save")
    assert "There is already a charity called “sample”." in words(page)
    qtbot.keyClicks(name_line(page), " Kitchen")
    press(qtbot, page, "Volunteers do most of the day-to-day work")
    assert "There is already" not in words(page)


def test_what_was_not_saved_is_there_on_coming_back(qtbot: QtBot, house: House) -> None:
    """Going elsewhere asks no question and loses nothing."""
    charity_id = house.charity("Sample")
    page = open_form(qtbot, house, charity_id)
    qtbot.keyClicks(name_line(page), " Kitchen")
    page.left()
    page.entered(charity_id=charity_id)
    assert name_line(page).text() == "Sample Kitchen"
    assert page.notice.sentence == "You have not saved these changes yet."
    assert charities(house)[0][0] == "Sample"


def test_what_was_not_saved_can_be_forgotten(qtbot: QtBot, house: House) -> None:
    """The notice leads back to what is saved."""
    charity_id = house.charity("Sample")
    page = open_form(qtbot, house, charity_id)
    qtbot.keyClicks(name_line(page), " Kitchen")
    page.left()
    page.entered(charity_id=charity_id)
    press(qtbot, page, "Forget them")
    assert name_line(page).text() == "Sample"
    assert page.notice.sentence == ""


def test_a_draft_belongs_to_its_own_charity(qtbot: QtBot, house: House) -> None:
    """Another charity's form does not show what was typed for the first."""
    first, second = house.charity("Sample Kitchen"), house.charity("Sample Club")
    page = open_form(qtbot, house, first)
    qtbot.keyClicks(name_line(page), " Kitchen")
    page.left()
    page.entered(charity_id=second)
    assert name_line(page).text() == "Sample Club"
    assert page.notice.sentence == ""


def test_showing_a_charity_changes_nothing(qtbot: QtBot, house: House) -> None:
    """Opening and leaving the form leaves no draft behind."""
    charity_id = house.services.charities.add("Sample Kitchen", IncomeBand.MICRO).id
    page = open_form(qtbot, house, charity_id)
    page.left()
    page.entered(charity_id=charity_id)
    assert page.notice.sentence == ""


def test_trouble_with_the_disk_is_told_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    """What cannot be saved stays in the form, with the reason on top."""
    House(tmp_path).services.close()
    house = House(tmp_path, read_only=True)
    page = open_form(qtbot, house)
    qtbot.keyClicks(name_line(page), "Sample Kitchen")
    press(qtbot, page, "Save")
    assert "reading only" in page.notice.sentence
    assert name_line(page).text() == "Sample Kitchen"
    house.services.close()


def test_tab_goes_through_the_form_in_order(qtbot: QtBot, house: House) -> None:
    """Name, then each question once, then Back and Save."""
    page = open_form(qtbot, house)
    passed: list[QWidget | None] = []
    for _step in range(7):
        assert page.isAncestorOf(focused())
        passed.append(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    names = [widget.accessibleName() for widget in passed if widget is not None]
    unsaid = "Rather not say"
    assert names == ["Name of the charity", unsaid, unsaid, unsaid, unsaid, "Back", "Save"]


def test_every_control_of_the_form_has_a_name(qtbot: QtBot, house: House) -> None:
    """Screen readers can say what each control is."""
    assert nameless(open_form(qtbot, house)) == []
