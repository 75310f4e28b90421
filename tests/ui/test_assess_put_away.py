"""Assess: what was put away can be brought back later."""

from datetime import date

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.services.sample import ensure_sample
from collabkit.ui.assess.page import AssessPage
from collabkit.ui.widgets.sample_mark import SampleMark

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_list(qtbot: QtBot, house: House) -> AssessPage:
    page = AssessPage(house.context)
    house.show(qtbot, page)
    return page


def put_charity_away(house: House, name: str, on: date = TODAY) -> None:
    house.services.store.charities.remove(house.charity(name), on)


def put_assessment_away(house: House, assessment_id: str, on: date = TODAY) -> None:
    house.services.store.assessments.remove(assessment_id, on)


def go_elsewhere_and_return(page: AssessPage) -> None:
    page.left()
    page.hide()
    page.show()
    page.activateWindow()
    page.entered()
    page.take_focus()
    QApplication.processEvents()


def tab_to(qtbot: QtBot, page: AssessPage, name: str) -> None:
    """Press Tab until the button called ``name`` has the keyboard."""
    for _step in range(30):
        at = focused()
        if at is not None and at.accessibleName() == name:
            return
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name!r}:\n{words(page)}")


def test_nothing_is_said_while_nothing_is_put_away(qtbot: QtBot, house: House) -> None:
    """The fold is there only when something lies in it."""
    house.assessment("Sample Kitchen", "June 2026")
    assert "Put away (" not in words(open_list(qtbot, house))


def test_a_charity_comes_back_after_being_elsewhere(qtbot: QtBot, house: House) -> None:
    """Long after the notice has gone, everything of the charity is there again."""
    house.assessment("Sample Kitchen", "June 2026", answered=3)
    house.assessment("Sample Kitchen", "July 2026")
    before = house.services.assessments.summaries()
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away Sample Kitchen with its 2 assessments")
    go_elsewhere_and_return(page)
    assert page.notice.sentence == ""
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, "Bring back Sample Kitchen")
    assert page.notice.sentence == "“Sample Kitchen” is back."
    assert house.services.assessments.summaries() == before
    assert button(page, "Go on with June 2026")
    assert "Put away (" not in words(page)


def test_an_assessment_comes_back_to_its_charity(qtbot: QtBot, house: House) -> None:
    """It is listed with the name of its charity, and comes back with its answers."""
    put_assessment_away(house, house.assessment("Sample Kitchen", "June 2026", answered=3))
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, "Bring back Sample Kitchen · June 2026")
    assert "3 of 20 statements answered" in words(page)
    assert page.notice.sentence == "“Sample Kitchen · June 2026” is back."


def test_what_was_put_away_stands_with_its_day_the_latest_first(qtbot: QtBot, house: House) -> None:
    """Each line tells what it is and since when it is away."""
    put_assessment_away(house, house.assessment("Sample Club", "June 2026"), date(2026, 11, 21))
    put_charity_away(house, "Sample Market", date(2026, 11, 2))
    put_charity_away(house, "Sample Kitchen", date(2026, 11, 22))
    page = open_list(qtbot, house)
    assert "Sample Market" not in words(page)
    press(qtbot, page, "Put away (3)")
    shown = words(page).split("Put away (3)\n")[1].replace("Bring back\n", "").splitlines()
    assert shown[:6] == [
        "Sample Kitchen",
        "put away on 22 November 2026",
        "Sample Club · June 2026",
        "put away on 21 November 2026",
        "Sample Market",
        "put away on 2 November 2026",
    ]


def test_an_assessment_is_listed_only_while_its_charity_is_there(
    qtbot: QtBot, house: House
) -> None:
    """With the charity away the assessment is not offered; once it is back, it is."""
    put_assessment_away(house, house.assessment("Sample Kitchen", "June 2026"))
    put_charity_away(house, "Sample Kitchen")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    assert "June 2026" not in words(page)
    press(qtbot, page, "Bring back Sample Kitchen")
    assert button(page, "Put away (1)")
    assert button(page, "Bring back Sample Kitchen · June 2026") is focused()


def test_the_sample_is_marked_where_it_is_brought_back(qtbot: QtBot, house: House) -> None:
    """Here too nobody takes it for a real charity."""
    ensure_sample(house.services, TODAY)
    put_charity_away(house, "Sample Charity")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    assert [mark for mark in page.findChildren(SampleMark) if mark.isVisibleTo(page)]
    press(qtbot, page, "Bring back Sample Charity")
    assert button(page, "Put away Sample Charity with its assessment")


def test_everything_is_brought_back_with_the_keyboard(qtbot: QtBot, house: House) -> None:
    """Tab, Enter, and again Enter: the keyboard goes to the next one, and at last to the title."""
    house.charity("Sample Club")
    put_charity_away(house, "Sample Kitchen")
    put_charity_away(house, "Sample Market")
    page = open_list(qtbot, house)
    tab_to(qtbot, page, "Put away (2)")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    tab_to(qtbot, page, "Bring back Sample Kitchen")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is button(page, "Bring back Sample Market")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is page.head.title
    assert [c.name for c in house.services.charities.all()] == [
        "Sample Club",
        "Sample Kitchen",
        "Sample Market",
    ]


def test_a_taken_name_is_told_and_nothing_is_lost(qtbot: QtBot, house: House) -> None:
    """Two charities of one name cannot be told apart; the old one waits where it is."""
    put_charity_away(house, "Sample Kitchen")
    house.charity("Sample Kitchen")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, "Bring back Sample Kitchen")
    assert "already a charity called “Sample Kitchen”" in page.notice.sentence
    assert button(page, "Bring back Sample Kitchen")


def test_the_fold_is_closed_at_each_visit(qtbot: QtBot, house: House) -> None:
    """The list stays calm for those who want something else."""
    put_charity_away(house, "Sample Kitchen")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    go_elsewhere_and_return(page)
    assert "Sample Kitchen" not in words(page)


def test_an_open_fold_takes_in_what_is_put_away_next(qtbot: QtBot, house: House) -> None:
    """It stays open, and Undo takes the line out again."""
    house.charity("Sample Club")
    put_charity_away(house, "Sample Kitchen")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, "Put away Sample Club")
    assert button(page, "Bring back Sample Club")
    press(qtbot, page, "Undo")
    assert button(page, "Put away (1)")
    assert button(page, "Bring back Sample Kitchen")


def test_every_control_of_what_was_put_away_has_a_name(qtbot: QtBot, house: House) -> None:
    """Screen readers can say what each button brings back."""
    put_assessment_away(house, house.assessment("Sample Club", "June 2026"))
    put_charity_away(house, "Sample Kitchen")
    page = open_list(qtbot, house)
    press(qtbot, page, "Put away (2)")
    assert nameless(page) == []
