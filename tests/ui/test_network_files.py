"""Files of groups: looked at first, then taken in, all or none."""

from pathlib import Path

import pytest
from house import TODAY, House, nameless, press, words
from network_desk import (
    Computer,
    answered,
    group_file,
    group_files,
    network_with,
    open_network,
    wait_for_jobs,
)
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.ui.network.visit import Errand, to_network

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def groups_in(house: House) -> int:
    return house.services.networks.lines()[0].groups


def test_many_files_are_taken_in_by_keyboard_alone(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Choose, take in, see them: three times Enter."""
    computer.files = group_files(tmp_path / "in", 6)
    page = open_network(qtbot, house, computer, network_with(house))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert "Six groups are new." in words(page)
    assert groups_in(house) == 0
    qtbot.waitUntil(page.take.hasFocus)
    qtbot.keyClick(page.take, Qt.Key.Key_Return)
    wait_for_jobs()
    assert "Six groups were taken in." in words(page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert "Six groups side by side." in words(page)


def test_a_whole_folder_is_looked_at(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Only the files of groups in it."""
    group_files(tmp_path / "in", 3)
    (tmp_path / "in" / "letter.txt").write_text("Dear network")
    computer.chosen_folder = tmp_path / "in"
    page = open_network(qtbot, house, computer, network_with(house))
    press(qtbot, page, "Choose a whole folder…")
    wait_for_jobs()
    assert "Three groups are new." in words(page)
    assert "letter.txt" not in words(page)


def test_files_and_folders_can_be_dropped(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Anywhere on the page, together; the same file twice is one."""
    files = group_files(tmp_path / "in", 3)
    other = group_file(tmp_path / "other", 9, answered("five-themes", "3"))
    page = open_network(qtbot, house, computer, network_with(house))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in (tmp_path / "in", other, files[0])])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait_for_jobs()
    assert "Four groups are new." in words(page)


def test_a_folder_without_files_of_groups_says_what_they_are_called(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """And another can be chosen."""
    computer.chosen_folder = tmp_path / "empty"
    computer.chosen_folder.mkdir()
    page = open_network(qtbot, house, computer, network_with(house))
    press(qtbot, page, "Choose a whole folder…")
    wait_for_jobs()
    assert "no files of groups in “empty”" in page.notice.sentence
    assert page.files.choose.isEnabled()


def test_what_cannot_be_taken_is_told_with_the_reason_and_stops_nobody(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Files with the same fault stand below one sentence."""
    bad = []
    for name in ("one.pdf", "two.pdf"):
        bad.append(tmp_path / name)
        bad[-1].write_bytes(b"%PDF nothing of ours")
    computer.files = (*group_files(tmp_path / "in", 2), *bad)
    page = open_network(qtbot, house, computer, network_with(house))
    press(qtbot, page, "Choose files…")
    wait_for_jobs()
    assert "Two groups are new. Two cannot be taken in; below is why." in words(page)
    assert words(page).count("This is no file of a group") == 1
    assert "one.pdf" in words(page)
    assert "two.pdf" in words(page)
    press(qtbot, page, "Take in two files")
    wait_for_jobs()
    assert groups_in(house) == 2
    assert "one.pdf" in words(page), "what was refused is still to be read"
    assert "Nothing was changed" not in words(page), "the others were taken in"


def test_files_say_whether_they_are_new_replace_something_or_are_here(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """The same group counts once, with what it sent last."""
    before = group_files(tmp_path / "in", 2)
    network_id = network_with(house, before)
    other = group_file(tmp_path / "later", 1, answered("five-themes", "5"))
    third = group_file(tmp_path / "later", 3, answered("five-themes", "5"))
    computer.files = (other, before[1], third)
    page = open_network(qtbot, house, computer, network_id)
    press(qtbot, page, "Take in files…")
    press(qtbot, page, "Choose files…")
    wait_for_jobs()
    assert (
        "One group is new. One file replaces what its group sent before. One is here already."
        in words(page)
    )
    press(qtbot, page, "Take in two files")
    wait_for_jobs()
    assert groups_in(house) == 3


def test_the_same_files_again_change_nothing(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """And there is no button to take them in."""
    computer.files = group_files(tmp_path / "in", 3)
    page = open_network(qtbot, house, computer, network_with(house, computer.files))
    press(qtbot, page, "Take in files…")
    press(qtbot, page, "Choose files…")
    wait_for_jobs()
    assert "Nothing new. Everything in these files is here already." in words(page)
    assert not page.take.isVisibleTo(page)


def test_leaving_files_takes_none(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """One is back where files are chosen."""
    computer.files = group_files(tmp_path / "in", 3)
    page = open_network(qtbot, house, computer, network_with(house))
    press(qtbot, page, "Choose files…")
    wait_for_jobs()
    press(qtbot, page, "Leave it")
    assert groups_in(house) == 0
    assert page.files.choose.isVisibleTo(page)


def test_a_file_brought_along_is_looked_at_once(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Not again when somebody comes back to the page after it was taken in."""
    (file,) = group_files(tmp_path / "in", 1)
    handed = to_network(network_with(house), Errand(str(file)))
    page = open_network(qtbot, house, computer, **handed)
    press(qtbot, page, "Take in one file")
    wait_for_jobs()
    press(qtbot, page, "See the groups side by side")
    page.left()
    page.entered(**handed)
    wait_for_jobs()
    assert "Nothing new" not in words(page)
    assert "One group so far. Nothing is shown before there are five." in words(page)


@pytest.mark.parametrize("end", ["Take in one file", "Leave it"])
def test_an_errand_ends_when_its_file_is_taken_in_or_left(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path, end: str
) -> None:
    """Not before: somebody who came to the wrong network goes back and chooses another."""
    (file,) = group_files(tmp_path / "in", 1)
    errand = Errand(str(file))
    wrong = house.services.networks.add("Another Network", TODAY).id
    page = open_network(qtbot, house, computer, **to_network(wrong, errand))
    assert "One group is new." in words(page)
    page.left()
    page.entered(**to_network(network_with(house), errand))
    wait_for_jobs()
    assert "One group is new." in words(page)
    assert not errand.is_done
    press(qtbot, page, end)
    wait_for_jobs()
    assert errand.is_done


def test_files_for_one_network_are_not_shown_at_another(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """What was looked at belongs to the network it was looked at for."""
    computer.files = group_files(tmp_path / "in", 3)
    page = open_network(qtbot, house, computer, network_with(house))
    press(qtbot, page, "Choose files…")
    wait_for_jobs()
    other = house.services.networks.add("Another Network", TODAY)
    page.entered(network_id=other.id)
    wait_for_jobs()
    assert "Three groups are new." not in words(page)
    assert not page.take.isVisibleTo(page)


def test_every_control_beside_files_has_a_name(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Buttons and folds alike."""
    computer.files = group_files(tmp_path / "in", 3)
    page = open_network(qtbot, house, computer, network_with(house))
    press(qtbot, page, "Choose files…")
    wait_for_jobs()
    press(qtbot, page, "Which files?")
    assert "Street 1.collabkit-group: 1 questionnaire, made in November 2026." in words(page)
    assert nameless(page) == []
