"""Somebody needs something for the board, the minutes, the calendar or another program."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to
from other_laptop import OtherLaptop, wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from taking_out_desk import TakingOut

from collabkit.assessments.assessment import Response
from collabkit.plans.plan import Plan, Slot
from collabkit.services.exports import Paper
from collabkit.services.plans import own_action
from collabkit.ui.taking_out.presenter import FilesPresenter
from collabkit.ui.taking_out.state import FORMATS, Purpose

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

DUE = date(2027, 3, 1)


@pytest.fixture
def assessment_id(house: House) -> str:
    """A finished assessment with a note and a plan."""
    assessment_id = house.assessment("Sample Kitchen", "June", answered=20)
    sitting = house.services.assessments.sitting(assessment_id)
    said = Response(sitting.participant.id, sitting.assessment.asked[0], "2", "A sample note")
    house.services.responses.record(sitting.pack, said, lambda _problem: None)
    house.services.responses.flush()
    house.plan(assessment_id, ("Ring the neighbours", DUE))
    return assessment_id


@pytest.fixture
def desk(qtbot: QtBot, house: House, assessment_id: str, tmp_path: Path) -> TakingOut:
    return TakingOut(qtbot, house, tmp_path / "documents", assessment_id=assessment_id)


def choose(desk: TakingOut, content: str) -> None:
    radio = next(r for r in desk.page.content.content.radios if r.code == content)
    desk.qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)


NAMES = {
    "For people who read on a screen": "Sample Kitchen, June, report.html",
    "To change and add to": "Sample Kitchen, June, report.docx",
    "To calculate with": "Sample Kitchen, June, report.xlsx",
    "For your calendar": "Sample Kitchen, June, dates.ics",
    "For another program, as a table": "Sample Kitchen, June, report.csv",
    "For another program, as data": "Sample Kitchen, June, data.json",
}


def test_each_purpose_has_its_kind_of_file(desk: TakingOut) -> None:
    """One button each; the name says whose it is, of when, and what."""
    for purpose, name in NAMES.items():
        desk.press(f"Save: {purpose}")
        assert f"Saved as “{name}” in “documents”." in desk.words
        assert desk.words.count("Saved as") == 1, "what was said before stands elsewhere"
    assert desk.files == sorted(NAMES.values())


def test_what_went_wrong_is_not_told_of_another_assessment(house: House, tmp_path: Path) -> None:
    """Who has gone on meanwhile would look for the fault there; they can save again at once."""
    presenter = FilesPresenter(house.context)
    one, other = house.assessment(answered=2), house.assessment(title="June", answered=2)
    nowhere = tmp_path / "nowhere" / "dates.html"
    for gone_on_to, is_told in ((one, True), (other, False)):
        presenter.open(one, "")
        presenter.save(Purpose.SCREEN, nowhere)
        presenter.open(gone_on_to, "")
        wait_for_jobs()
        assert presenter.state.busy is None
        assert (presenter.state.said is not None) is is_told


def test_the_board_gets_pages(desk: TakingOut) -> None:
    """How many is said, and the folder can be shown."""
    desk.press("Save: For the board")
    assert "Saved as “Sample Kitchen, June, report.pdf” in “documents”, " in desk.words
    assert "pages." in desk.words
    desk.press("Show in folder")
    assert desk.computer.shown == desk.folder


def test_one_page_is_one_page(desk: TakingOut, house: House) -> None:
    """Also on the paper that was chosen under Settings."""
    house.context.settings.set("paper", str(Paper.LETTER))
    choose(desk, "summary")
    desk.press("Save: For the board")
    assert desk.files == ["Sample Kitchen, June, one page.pdf"]
    assert ", 1 page." in desk.words
    assert b"612 792" in (desk.folder / desk.files[0]).read_bytes()


def test_more_than_one_page_is_said(desk: TakingOut, house: House, assessment_id: str) -> None:
    """Much may have to be told of whoever does it; nobody should find out at the printer."""
    actions = (own_action("Ring the neighbours", Slot.NOW) for _number in range(3))
    crowd = tuple(replace(action, owner="WWWWWWWW " * 110) for action in actions)
    house.services.plans.keep(Plan(assessment_id, crowd))
    desk.press("Save: For the board")
    assert "one page holds" not in desk.words
    choose(desk, "summary")
    desk.press("Save: For the board")
    assert "There is more to tell than one page holds." in desk.words


def test_the_plan_alone(desk: TakingOut) -> None:
    choose(desk, "plan")
    desk.press("Save: For people who read on a screen")
    text = (desk.folder / "Sample Kitchen, June, plan.html").read_text(encoding="utf-8")
    assert "Ring the neighbours" in text


def test_notes_go_along_only_if_wanted(desk: TakingOut) -> None:
    """They are offered with everything; a page or the plan alone never has any."""
    note, path = "A sample note", desk.folder / "Sample Kitchen, June, report.html"
    desk.press("Save: For people who read on a screen")
    assert note not in path.read_text(encoding="utf-8")
    desk.press("With notes and evidence")
    desk.press("Save: For people who read on a screen")
    assert note in path.read_text(encoding="utf-8")
    choose(desk, "plan")
    assert "With notes and evidence" not in desk.words
    desk.press("Save: For another program, as data")
    assert note not in (desk.folder / "Sample Kitchen, June, data.json").read_text(encoding="utf-8")


def test_data_is_everything_whatever_is_chosen(desk: TakingOut) -> None:
    choose(desk, "summary")
    desk.press("Save: For another program, as data")
    (path,) = desk.folder.iterdir()
    assert json.loads(path.read_text(encoding="utf-8"))["results"]


def test_the_minutes_get_a_table_to_paste(desk: TakingOut) -> None:
    """As a table for word processors, and with tabs for all others."""
    desk.press("Copy the plan for the minutes")
    copied = QGuiApplication.clipboard().mimeData()
    assert "<table" in copied.html()
    assert "Ring the neighbours\t" in copied.text()
    assert "The plan was copied as a table." in desk.words


def test_without_a_plan_it_says_what_to_do(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """In place, below the button; nothing is written."""
    desk = TakingOut(qtbot, house, tmp_path / "out", assessment_id=house.assessment(answered=2))
    desk.press("Copy the plan for the minutes")
    assert "There is no plan yet. Please choose an action first" in desk.words
    desk.press("Save: For your calendar")
    assert "there is nothing for a calendar" in desk.words
    assert "There is no plan yet" not in desk.words
    assert desk.files == []


def test_a_folder_that_cannot_be_written_loses_nothing(desk: TakingOut) -> None:
    """The sentence stands below the button, and another try works."""
    (desk.folder / "Sample Kitchen, June, report.html").mkdir()
    desk.press("Save: For people who read on a screen")
    said = desk.page.cards[0].offers
    sentence = next(part.said.sentence for part in said.values() if part.said.sentence)
    assert "Saved" not in sentence
    (desk.folder / "Sample Kitchen, June, report.html").rmdir()
    desk.press("Save: For people who read on a screen")
    assert "Saved as" in desk.words


def test_the_folder_is_remembered(desk: TakingOut, tmp_path: Path) -> None:
    """The next file goes there too; if no place is chosen, nothing is written."""
    elsewhere = desk.computer.folder = tmp_path / "stick"
    elsewhere.mkdir()
    desk.press("Save: For your calendar")
    desk.computer.folder = tmp_path
    desk.computer.declines = True
    desk.press("Save: For another program, as data")
    assert desk.computer.suggested == elsewhere / "Sample Kitchen, June, data.json"
    assert [path.suffix for path in elsewhere.iterdir()] == [".ics"]


def test_what_is_not_here_any_more_is_said(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    desk = TakingOut(qtbot, house, tmp_path / "out", assessment_id="unknown")
    assert "This is not here any more." in desk.words
    gone = places_gone_to(desk.page)
    desk.press("See all assessments")
    assert gone == [("assess", {})]


def test_what_somebody_else_asked_for_goes_back_to_them(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """Whose answers they are, and one way on."""
    invitation = OtherLaptop(tmp_path).invitation()
    there = house.services.invited.open_invitation(invitation, TODAY)
    desk = TakingOut(qtbot, house, tmp_path / "out", assessment_id=there.id)
    assert desk.words.splitlines() == [
        "Take it with you",
        "Sample Charity · June",
        "These answers belong to Sample Charity, which asked you for them and decides what comes "
        "of them.",
        "Give the answers back",
        "Back",
    ]
    assert focused() is desk.page.gone.button
    gone = places_gone_to(desk.page)
    desk.press("Give the answers back")
    assert gone == [("giving-back", {"assessment_id": there.id})]


def test_every_button_says_what_it_saves(desk: TakingOut) -> None:
    """“Save…” ten times would tell a screen reader nothing."""
    desk.press("Get the file ready")
    assert nameless(desk.page) == []
    names = [
        QAccessible.queryAccessibleInterface(part.button).text(QAccessible.Text.Name)
        for card in desk.page.cards
        for part in card.offers.values()
    ]
    assert len(set(names)) == len(names) == len(FORMATS) + 1


def test_with_the_keyboard_alone(desk: TakingOut) -> None:
    """The board's button has the keyboard at once, keeps it, and the folder comes next."""
    assert focused() is button(desk.page, "Save: For the board")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "Saved as" in desk.words)
    assert focused() is button(desk.page, "Save: For the board")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert focused() is button(desk.page, "Show in folder")
