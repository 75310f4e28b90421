"""The page of all questionnaires: files are checked, added, replaced and taken back."""

from pathlib import Path

import openpyxl
import pytest
from house import House, button, focused, nameless, places_gone_to, press, words
from own_packs_desk import (
    EXAMPLE,
    OWN,
    Computer,
    file_with,
    open_packs,
    read_at_length,
    wait_for_jobs,
)
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from collabkit.ui.own_packs.desktop import PackDesktop, spreadsheet
from collabkit.ui.own_packs.page import PacksPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    folder = tmp_path / "documents"
    folder.mkdir()
    return Computer(folder)


def check(qtbot: QtBot, page: PacksPage, computer: Computer, path: Path) -> None:
    computer.opened = path
    press(qtbot, page, "Check a file…")
    wait_for_jobs()


def own_ids(house: House) -> list[str]:
    return list(house.services.packs.own_files())


def drop(page: PacksPage, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9), action, data, buttons, modifiers)
    enter.setAccepted(False)
    QApplication.sendEvent(page, enter)
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), action, data, buttons, modifiers))
    wait_for_jobs()
    return enter.isAccepted()


def test_all_questionnaires_are_listed_with_what_they_take(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """Title, statements, minutes and version; one's own above those that come with collabkit."""
    house.services.own_packs.install(EXAMPLE)
    page = open_packs(qtbot, house, computer)
    seen = words(page)
    assert "The five themes\n45 statements. About 19 minutes" in seen
    assert "Meetings with partners\n10 statements. About three minutes. Version 1.0." in seen
    assert seen.index("Meetings with partners") < seen.index("The five themes")
    assert seen.count("Look at it") == len(house.services.packs.cards())


def test_each_can_be_looked_at(qtbot: QtBot, house: House, computer: Computer) -> None:
    """The page of that questionnaire is asked for."""
    page = open_packs(qtbot, house, computer)
    gone = places_gone_to(page)
    press(qtbot, page, "Look at “The five themes”")
    assert gone == [("pack", {"pack_id": "five-themes"})]


def test_a_template_is_saved(qtbot: QtBot, house: House, computer: Computer) -> None:
    """A spreadsheet; the notice can show its folder."""
    page = open_packs(qtbot, house, computer)
    press(qtbot, page, "Save a template with an example…")
    wait_for_jobs()
    assert computer.saved == computer.folder / "questionnaire template.xlsx"
    assert computer.saved.is_file()
    assert page.notice.sentence.startswith("The template is saved as")
    press(qtbot, page, "Show in folder")
    assert computer.shown == computer.folder


def test_faults_name_sheet_row_and_reason(qtbot: QtBot, house: House, computer: Computer) -> None:
    """Nothing is added, and the same file can be checked again once it is mended."""
    path = computer.folder / "mine.xlsx"
    house.services.own_packs.save_template(path)
    book = openpyxl.load_workbook(path)
    sheet = book["items"]
    column = [cell.value for cell in sheet[1]].index("form") + 1
    right = sheet.cell(4, column).value
    sheet.cell(4, column).value = "nonsense"
    book.save(path)
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, path)
    assert "It cannot be used yet. One thing needs to be put right." in words(page)
    found = read_at_length(page)
    assert "sheet “items”, row 4" in found
    assert "names the form" in found
    assert "mine.xlsx" not in found
    assert own_ids(house) == []
    sheet.cell(4, column).value = right
    book.save(path)
    press(qtbot, page, "Check it again")
    wait_for_jobs()
    assert "It is in order." in words(page)


def test_what_is_worth_a_thought_stands_apart(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """It does not keep anybody from adding the file."""
    path = file_with(computer.folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("We send partners the date", "We write and send partners the date")
    )
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, path)
    assert "Worth a thought" in words(page)
    assert "To be put right" not in words(page)
    assert "It may ask about two behaviours at once." in read_at_length(page)
    assert button(page, "Add it").isEnabled()


def test_the_keyboard_goes_to_what_was_found(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """The next Tab stop is what to do next."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder))
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is button(page, "Add it")


def test_a_file_is_looked_through_before_it_is_added(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """All statements with their answers; nothing is changed by reading them."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder))
    assert "chairing joint meetings" not in read_at_length(page)
    press(qtbot, page, "Look through its statements")
    assert "6.  Partners take turns in chairing joint meetings." in read_at_length(page)
    assert "Never · Rarely · Sometimes" in read_at_length(page)
    assert own_ids(house) == []


def test_a_file_is_added_and_taken_back(qtbot: QtBot, house: House, computer: Computer) -> None:
    """It stands in the list at once; Undo takes it away again."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder))
    press(qtbot, page, "Add it")
    wait_for_jobs()
    assert own_ids(house) == [OWN]
    assert "“Meetings with partners” was added." in page.notice.sentence
    assert button(page, "Look at “Meetings with partners”")
    assert focused() is button(page, "Start an assessment")
    press(qtbot, page, "Undo")
    wait_for_jobs()
    assert own_ids(house) == []
    assert "Meetings with partners" not in words(page)


def test_what_was_added_can_be_used_at_once(qtbot: QtBot, house: House, computer: Computer) -> None:
    """A new assessment begins with it."""
    page = open_packs(qtbot, house, computer)
    gone = places_gone_to(page)
    check(qtbot, page, computer, file_with(computer.folder))
    press(qtbot, page, "Add it")
    wait_for_jobs()
    press(qtbot, page, "Start an assessment")
    assert gone == [("new", {"pack_id": OWN})]


def test_a_newer_version_says_what_it_replaces(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """The older one comes back with Undo."""
    house.services.own_packs.install(EXAMPLE)
    newer = file_with(computer.folder, version="1.1")
    page = open_packs(qtbot, house, computer, path=str(newer), instead_of=OWN)
    assert "It would replace version 1.0 of “Meetings with partners”." in words(page)
    press(qtbot, page, "Replace it")
    wait_for_jobs()
    assert page.notice.sentence == "“Meetings with partners” is now version 1.1."
    assert house.services.packs.read(OWN).version == "1.1"
    press(qtbot, page, "Undo")
    assert house.services.packs.read(OWN).version == "1.0"


def test_enter_twice_adds_and_takes_nothing_back(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """The keyboard is on what comes next, and all of the card can be seen below the notice."""
    page = open_packs(qtbot, house, computer)
    gone = places_gone_to(page)
    check(qtbot, page, computer, file_with(computer.folder))
    button(page, "Add it").setFocus()
    qtbot.keyClick(button(page, "Add it"), Qt.Key.Key_Return)
    wait_for_jobs()
    start = button(page, "Start an assessment")
    assert start.mapTo(page, QPoint(0, 0)).y() > page.notice.geometry().bottom()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert own_ids(house) == [OWN]
    assert gone == [("new", {"pack_id": OWN})]


def test_other_words_under_the_same_version_are_worth_a_remark(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """Nobody could tell the two apart later."""
    house.services.own_packs.install(EXAMPLE)
    page = open_packs(qtbot, house, computer, path=str(file_with(computer.folder, title="Other")))
    assert "Its own version is 1.0. Give each change a higher one" in words(page)


def test_another_file_can_be_checked_at_once(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """What was found before need not be closed first."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder))
    computer.opened = file_with(computer.folder, "other.toml", title="Other meetings")
    press(qtbot, page, "Check another file…")
    wait_for_jobs()
    assert "Other meetings" in words(page)


def test_a_questionnaire_that_was_removed_can_be_put_back(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """The list offers it once: coming back there later says nothing more."""
    house.services.own_packs.install(EXAMPLE)
    removed = house.services.own_packs.remove(OWN)
    page = open_packs(qtbot, house, computer, removed=removed)
    assert page.notice.sentence.startswith("“Meetings with partners” was removed.")
    press(qtbot, page, "Undo")
    wait_for_jobs()
    assert own_ids(house) == [OWN]
    page.entered(removed=removed)
    assert not page.notice.sentence


def test_a_file_with_another_id_is_told_apart(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """Whoever wanted to replace one hears that it would be one more."""
    house.services.own_packs.install(EXAMPLE)
    other = file_with(computer.folder, id="board-meetings")
    page = open_packs(qtbot, house, computer, path=str(other), instead_of=OWN)
    assert "so it would replace nothing: it would be one more." in words(page)


def test_the_same_file_again_is_nothing_to_do(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """There is no button that would do nothing."""
    house.services.own_packs.install(EXAMPLE)
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder))
    assert "This very questionnaire is among yours already." in words(page)
    assert "Add it" not in words(page)


def test_an_id_of_the_program_is_told_before_anybody_tries(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """What comes with collabkit is never replaced."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder, id="five-themes"))
    assert "Its id “five-themes” belongs to a questionnaire that comes with collabkit" in words(
        page
    )
    assert "Add it" not in words(page)


def test_what_was_found_can_be_put_away(qtbot: QtBot, house: House, computer: Computer) -> None:
    """Another file can be chosen then."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder))
    press(qtbot, page, "Close what was found")
    assert "It is in order." not in words(page)
    assert button(page, "Check a file…").isVisible()


def test_a_file_that_cannot_be_opened_is_a_sentence(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """It was moved, perhaps; nothing is changed."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, computer.folder / "gone.toml")
    assert page.notice.sentence.startswith("The file gone.toml could not be opened.")
    assert "Reading" not in words(page)


def test_a_dropped_file_is_checked(qtbot: QtBot, house: House, computer: Computer) -> None:
    """As if it had been chosen."""
    page = open_packs(qtbot, house, computer)
    assert drop(page, file_with(computer.folder))
    assert "It is in order." in words(page)


def test_several_files_at_once_are_not_taken(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """Nobody could tell which one is meant."""
    page = open_packs(qtbot, house, computer)
    assert not drop(page, EXAMPLE, file_with(computer.folder))
    assert "It is in order." not in words(page)


def test_markup_in_a_file_is_only_text(qtbot: QtBot, house: House, computer: Computer) -> None:
    """Whatever a stranger wrote into the title."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder, title="<b>Bold</b> & brave"))
    assert "<b>Bold</b> & brave" in words(page)


def test_a_damaged_file_stays_in_the_list(qtbot: QtBot, house: House, computer: Computer) -> None:
    """So that it can be replaced or removed."""
    house.services.own_packs.install(EXAMPLE)
    (house.context.folder.packs / f"{OWN}.toml").write_text("nonsense")
    page = open_packs(qtbot, house, computer)
    assert f"{OWN}\nThis file cannot be read any more." in words(page)


def test_every_control_has_a_name(qtbot: QtBot, house: House, computer: Computer) -> None:
    """In every state."""
    page = open_packs(qtbot, house, computer)
    assert nameless(page) == []
    check(qtbot, page, computer, file_with(computer.folder))
    assert nameless(page) == []


@pytest.mark.parametrize("is_accepted", [True, False])
def test_the_dialogs_are_those_of_the_computer(
    qtbot: QtBot, house: House, computer: Computer, is_accepted: bool
) -> None:
    """Saved as suggested, or not at all."""
    page = open_packs(qtbot, house, computer)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.accept() if is_accepted else dialog.reject()

    QTimer.singleShot(100, answer)
    suggested = computer.folder / "template.xlsx"
    chosen = PackDesktop().ask_where_to_write(page, suggested, spreadsheet())
    assert chosen == (suggested if is_accepted else None)


def test_several_faults_are_counted_in_a_sentence(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """In words, as everywhere, and each with its place."""
    page = open_packs(qtbot, house, computer)
    check(qtbot, page, computer, file_with(computer.folder, title=" ", purpose=" "))
    assert "It cannot be used yet. Two things need to be put right." in words(page)
    assert read_at_length(page).count("the top of the file") == 2
