"""The dialogs of the computer, as every page asks them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.desktop import (
    ask_where_to_save,
    ask_which_file,
    ask_which_files,
    ask_which_folder,
    pdf,
)
from collabkit.ui.widgets.button import Button

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def answered(act: Callable[[QFileDialog], object]) -> list[tuple[str, list[str]]]:
    """Let the next dialog be answered by ``act``; return its title and filters once it was."""
    told: list[tuple[str, list[str]]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        told.append((dialog.windowTitle(), dialog.nameFilters()))
        act(dialog)
        dialog.done(dialog.result())  # nothing waits for ever if that was refused

    QTimer.singleShot(50, answer)
    return told


def test_saving_offers_the_suggested_name_and_kind(parent: QWidget, tmp_path: Path) -> None:
    told = answered(QFileDialog.accept)
    suggested = tmp_path / "Away-day - report.pdf"
    assert ask_where_to_save(parent, "Save as PDF", suggested, pdf()) == suggested
    assert told == [("Save as PDF", ["PDF files (*.pdf)"])]


def test_a_name_without_an_ending_gets_the_one_of_its_kind(parent: QWidget, tmp_path: Path) -> None:
    answered(QFileDialog.accept)
    chosen = ask_where_to_save(parent, "Save as PDF", tmp_path / "report", pdf())
    assert chosen == tmp_path / "report.pdf"


def test_a_file_that_is_there_can_be_chosen(parent: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text("{}", encoding="utf-8")

    def choose(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(file))
        dialog.accept()

    told = answered(choose)
    assert ask_which_file(parent, "Open a session", tmp_path, "Sessions (*.json)") == file
    assert told == [("Open a session", ["Sessions (*.json)"])]


def test_several_files_can_be_chosen(parent: QWidget, tmp_path: Path) -> None:
    files = {tmp_path / "one.pdf", tmp_path / "two.pdf"}
    for file in files:
        file.write_bytes(b"")

    def choose(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText('"one.pdf" "two.pdf"')
        dialog.accept()

    answered(choose)
    assert set(ask_which_files(parent, "What came back", tmp_path, "Sheets (*.pdf)")) == files


def test_a_folder_can_be_chosen(parent: QWidget, tmp_path: Path) -> None:
    answered(QFileDialog.accept)
    assert ask_which_folder(parent, "Where shall it go?", tmp_path) == tmp_path


def test_nothing_is_chosen_by_going_away(parent: QWidget, tmp_path: Path) -> None:
    answered(QFileDialog.reject)
    assert ask_where_to_save(parent, "Save as PDF", tmp_path / "report.pdf", pdf()) is None
    answered(QFileDialog.reject)
    assert ask_which_files(parent, "What came back", tmp_path, "Sheets (*.pdf)") == ()


@pytest.fixture
def two_windows(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    """A window with the buttons First and Save, Save having the keyboard; and another window."""
    parent, other = QWidget(), QWidget()
    column = QVBoxLayout(parent)
    column.addWidget(Button("First"))
    column.addWidget(save := Button("Save"))
    for window in (other, parent):
        qtbot.addWidget(window)
        window.show()
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    save.setFocus()
    return parent, other


def test_a_page_goes_on_only_when_its_window_has_the_keyboard_again(
    two_windows: tuple[QWidget, QWidget], tmp_path: Path
) -> None:
    """The computer gives it back some time after a dialog has closed."""
    parent, _other = two_windows

    def close_and_come_back_later(dialog: QFileDialog) -> None:
        dialog.accept()
        QTimer.singleShot(60, parent, parent.activateWindow)

    answered(close_and_come_back_later)
    assert ask_where_to_save(parent, "Save as PDF", tmp_path / "report.pdf", pdf()) is not None
    assert parent.isActiveWindow()
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Save"


def test_a_button_that_rested_behind_another_window_has_the_keyboard_again(
    two_windows: tuple[QWidget, QWidget], qtbot: QtBot
) -> None:
    """It would otherwise be at the first control of the window."""
    parent, other = two_windows
    save = parent.focusWidget()
    assert isinstance(save, Button)
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    save.set_resting(True)
    save.set_resting(False)
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    assert save.hasFocus()
