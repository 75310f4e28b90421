"""Qt's dialogs write down which folders somebody has been in; after ours that list is as before."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.desktop import ask_where_to_save, pdf

pytestmark = [
    pytest.mark.usefixtures("theme", "no_windows_left"),
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the list cannot be moved"),
]
_KIND, _SCOPE = QSettings.Format.NativeFormat, QSettings.Scope.UserScope


@pytest.fixture
def list_of_qt(tmp_path: Path) -> Iterator[Path]:
    """The file in which Qt keeps what it remembers, for this test alone."""
    QSettings.setPath(_KIND, _SCOPE, str(tmp_path))
    yield tmp_path / "QtProject.conf"
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    QSettings.setPath(_KIND, _SCOPE, usual)


def save_into(qtbot: QtBot, folder: Path) -> None:
    folder.mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.accept()

    QTimer.singleShot(50, answer)
    assert ask_where_to_save(parent, "Save", folder / "plan.pdf", pdf()) == folder / "plan.pdf"
    QApplication.sendPostedEvents(None, 52)  # the dialog goes, and Qt writes


def test_no_folder_is_remembered(qtbot: QtBot, tmp_path: Path, list_of_qt: Path) -> None:
    """The name of the folder, which may be a charity's, is not in it."""
    save_into(qtbot, tmp_path / "Zeisig-Trust")
    QSettings(_SCOPE, "QtProject").sync()
    assert "viewMode" in list_of_qt.read_text(encoding="utf-8")  # Qt did write
    assert "Zeisig" not in list_of_qt.read_text(encoding="utf-8")


def test_what_other_programs_remember_stays(qtbot: QtBot, tmp_path: Path, list_of_qt: Path) -> None:
    """The list belongs to all programs that are made with Qt."""
    QSettings(_SCOPE, "QtProject").setValue("FileDialog/lastVisited", "file:///holidays")
    save_into(qtbot, tmp_path / "Zeisig-Trust")
    QSettings(_SCOPE, "QtProject").sync()
    assert "lastVisited=file:///holidays" in list_of_qt.read_text(encoding="utf-8")
