"""What the page Privacy tells beyond one sheet: others under the name, and what came back."""

from datetime import date
from pathlib import Path

import pytest
from house import TODAY, House, button, words
from privacy_desk import act, page_on
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sheets_desk import answer_here, begin

from collabkit.storage.erasing import PUT_BACK, Receipt
from collabkit.ui.home.page import HomePage
from collabkit.ui.privacy.page import PrivacyPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def page(qtbot: QtBot, house: House, tmp_path: Path) -> PrivacyPage:
    return page_on(house, tmp_path / "documents")


def test_the_notice_follows_what_was_chosen(qtbot: QtBot, house: House, page: PrivacyPage) -> None:
    """To be read, and to be copied."""
    group = begin(house, people=3)
    house.show(qtbot, page, assessment_id=group.id)
    act(qtbot, page, "Copy the text")
    assert "[Say here for how long" in QGuiApplication.clipboard().text()
    act(qtbot, page, "Until November 2029")
    act(qtbot, page, "Copy the text")
    assert "until the end of November 2029" in QGuiApplication.clipboard().text()
    act(qtbot, page, "Read it")
    assert "until the end of November 2029" in page.notice_card.text.toPlainText()


def test_another_sheet_under_the_name_is_one_press_away(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """Nothing with a tick says that all of the person is gone."""
    one, other = begin(house, people=2), begin(house, people=2)
    answer_here(house, one, 0)
    asked: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    house.show(qtbot, page, assessment_id=one.id)
    page.presenter.choose_person(house.services.assessments.participants(one.id)[0].id)
    act(qtbot, page, "See what erasing takes away")
    assert "There is also a sheet under the name “Person 1”" in words(page)
    act(qtbot, page, "Yes, erase this for good")
    act(qtbot, page, "Erase for good")
    assert "There is also a sheet under the name “Person 1”" in words(page)
    assert "A record is one entry that was kept" in words(page)
    act(qtbot, page, f"See the sheet in “{other.title}”")
    assert asked == [("privacy", {"assessment_id": other.id})]


def test_what_is_here_again_is_told_on_every_page_and_on_home(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """Until as much was erased again."""
    group = begin(house, people=2)
    erasures = house.services.store.erasures
    erasures.carry((Receipt(1, date(2026, 11, 21), "person", 46),), TODAY)
    told = "An older state of your data was put back on 22 November 2026."
    house.show(qtbot, page)
    assert told in words(page)
    assert "21 November 2026: A person, 46 records" in words(page)
    assert "22 November 2026: an older state of the data was put back" in words(page)
    page.entered(assessment_id=group.id)
    assert told in words(page)
    home = HomePage(house.context)
    house.show(qtbot, home)
    assert told in words(home)
    person = house.services.assessments.participants(group.id)[0]
    erasing = house.services.erasing
    erasing.erase(erasing.person(group.id, person.id, TODAY), TODAY)
    page.entered()
    home.entered()
    assert told not in words(page)
    assert told not in words(home)
    assert [receipt.kind for receipt in erasures.receipts()] == ["person", PUT_BACK, "person"]


def test_from_everything_each_assessment_is_one_press_away(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """A person, the notice and the time are there."""
    group = begin(house, people=2)
    asked: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    house.show(qtbot, page)
    act(qtbot, page, "Look at this assessment")
    assert asked == [("privacy", {"assessment_id": group.id})]


def test_what_to_answer_about_notes_of_others(
    qtbot: QtBot, house: House, page: PrivacyPage
) -> None:
    """They were written in confidence; the notice promises no more than that."""
    group = begin(house, people=2)
    house.show(qtbot, page, assessment_id=group.id)
    act(qtbot, page, "If the person asks what others wrote")
    assert "You may say how many there are" in words(page)
    assert button(page, "Save what is held about this person…").isVisibleTo(page)
