"""The dialogs of the computer, as every page asks them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.desktop import (
    ask_where_to_save,
    ask_which_file,
    ask_which_files,
    ask_which_folder,
    pdf,
)

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
