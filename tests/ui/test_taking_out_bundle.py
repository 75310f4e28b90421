"""Everything in one file for another laptop: with notes or without, locked or not."""

from pathlib import Path

import pytest
from house import TODAY, House, button, focused
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from taking_out_desk import TakingOut

from collabkit.room.steps import begin
from collabkit.services.sample import ensure_sample

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

NAME = "Sample Kitchen, June, 2026-11-22.collabkit"
PASSPHRASE = "velvet otter rain compass"


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path: Path) -> TakingOut:
    """The page of an assessment, with what goes along told."""
    assessment_id = house.assessment("Sample Kitchen", "June", answered=3)
    desk = TakingOut(qtbot, house, tmp_path / "documents", assessment_id=assessment_id)
    desk.press("Get the file ready")
    return desk


def save(desk: TakingOut) -> None:
    desk.qtbot.mouseClick(desk.page.bundle.save, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: bool(desk.page.bundle.said.sentence), timeout=20_000)


def test_what_goes_along_is_told_first(desk: TakingOut) -> None:
    """How much it is, what is never in it, and what a forgotten passphrase means."""
    assert "Sample Kitchen: 1 assessment, 1 sheet, 3 answers" in desk.words
    assert "What people wrote for their own eyes alone is never in it." in desk.words
    assert "Without the passphrase nobody can open this file" in desk.words
    assert "Take four words or more" in desk.words
    assert desk.files == []


def test_without_notes_it_says_what_that_leaves_out(desk: TakingOut, house: House) -> None:
    assert "what they have flagged are in it." in desk.words
    desk.press("Notes and evidence go along")
    assert "are left out. Free words stay where they are the answer" in desk.words
    save(desk)
    assert not house.services.bundles.preview(desk.folder / NAME).bundle.with_notes


def test_an_open_file_is_saved_and_can_be_taken_over(desk: TakingOut, house: House) -> None:
    """The sentence says where it is and how the other laptop opens it."""
    save(desk)
    assert desk.files == [NAME]
    assert "Saved as" in desk.page.bundle.said.sentence
    assert "Open a file somebody sent you" in desk.page.bundle.said.sentence
    preview = house.services.bundles.preview(desk.folder / NAME)
    assert [one.title for one in preview.assessments] == ["June"]
    assert preview.bundle.with_notes


def test_what_came_of_it_is_scrolled_into_view(desk: TakingOut) -> None:
    """The sentence lies below the button, and the keyboard stays on that."""
    desk.page.resize(1000, 500)
    desk.page.bundle.save.setFocus()
    said, view = desk.page.bundle.said, desk.page.scroller.viewport()
    desk.page.scroller.verticalScrollBar().setValue(0)
    QTest.keyClick(desk.page.bundle.save, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(said.sentence), timeout=20_000)
    desk.qtbot.waitUntil(
        lambda: view.rect().contains(said.mapTo(view, said.rect().bottomLeft())), timeout=2000
    )
    assert focused() is desk.page.bundle.save


def test_the_file_of_one_assessment_names_the_way_to_all(desk: TakingOut, house: House) -> None:
    """It says that the others of the charity are not in it."""
    asked: list[tuple[str, dict[str, object]]] = []
    desk.page.go_requested.connect(lambda key, arguments: asked.append((key, arguments)))
    assert "The file holds this assessment alone" in desk.words
    desk.press("Everything of this charity in one file")
    assert asked == [("taking-out", {"charity_id": house.charity("Sample Kitchen")})]


def test_a_passphrase_locks_it(desk: TakingOut, house: House) -> None:
    """Typed twice, hidden unless wanted, and forgotten by the page once it is used."""
    fields = desk.page.bundle.passphrase
    assert fields.again is not None
    lines = (fields.field.line, fields.again.line)
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Password}
    desk.press("Show what I type")
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Normal}
    for line in lines:
        desk.type(line, PASSPHRASE)
    button = desk.page.bundle.save
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not button.isEnabled()
    QTest.keyClick(lines[1], Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "Locking the file…" in desk.words)
    desk.qtbot.waitUntil(lambda: bool(desk.page.bundle.said.sentence), timeout=20_000)
    assert focused() is button, "the keyboard is where it was"
    assert len(desk.files) == 1
    assert "Locking" not in desk.words
    assert "It is locked." in desk.page.bundle.said.sentence
    assert house.services.bundles.is_locked(desk.folder / NAME)
    assert [line.text() for line in lines] == ["", ""]
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Password}


def test_two_that_differ_or_one_too_short_are_refused(desk: TakingOut) -> None:
    """Nothing is written, what was typed stays, and the keyboard is where it is wrong."""
    fields = desk.page.bundle.passphrase
    assert fields.again is not None
    desk.type(fields.field.line, PASSPHRASE)
    desk.press("Save the file for another laptop…")
    assert "The two are not the same." in desk.words
    assert focused() is fields.again.line
    desk.type(fields.field.line, "otter")
    desk.type(fields.again.line, "otter")
    QTest.keyClick(fields.again.line, Qt.Key.Key_Return)
    assert "The two are not the same." not in desk.words
    assert "at least 12 characters" in desk.words
    assert focused() is fields.field.line
    assert fields.passphrase == "otter"
    assert desk.files == []


def test_what_was_typed_is_forgotten_on_leaving(desk: TakingOut) -> None:
    fields = desk.page.bundle.passphrase
    desk.type(fields.field.line, PASSPHRASE)
    desk.page.left()
    assert fields.passphrase == ""


def test_a_whole_charity_in_one_file(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """Opened from the charity, it shows at once what goes along, and no single reports."""
    house.assessment("Sample Kitchen", "June", answered=3)
    house.assessment("Sample Kitchen", "November", answered=2)
    charity_id = house.charity("Sample Kitchen")
    desk = TakingOut(qtbot, house, tmp_path / "documents", charity_id=charity_id)
    assert "Everything of this charity in one file" in desk.words
    assert "Sample Kitchen: 2 assessments, 2 sheets, 5 answers" in desk.words
    assert "For the board" not in desk.words
    save(desk)
    assert desk.files == ["Sample Kitchen, 2026-11-22.collabkit"]


def test_what_only_practises_stays_here(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """The reason stands in place of the button."""
    ensure_sample(house.services, TODAY)
    session = house.services.workshops.practise(TODAY)
    house.services.workshops.keep(session.id, begin(session.meeting, TODAY), TODAY)
    assessment_id = house.services.workshops.get(session.id).assessment_id
    assert assessment_id is not None
    desk = TakingOut(qtbot, house, tmp_path / "documents", assessment_id=assessment_id)
    desk.press("Get the file ready")
    assert "This session is for practising, so it stays on this laptop." in desk.words
    assert "Save the file for another laptop…" not in desk.words


def test_the_button_is_found_by_its_name(desk: TakingOut) -> None:
    assert button(desk.page, "Save the file for another laptop…") is desk.page.bundle.save
