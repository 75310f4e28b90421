"""The folder is shown by the system's own program for files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from house import House, press
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from collabkit.ui.settings.page import SettingsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


class FileProgram(QObject):
    """Stands where the system's program for files would: Qt hands it what is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show_folder(self, address: QUrl) -> None:
        self.shown.append(address.toLocalFile())


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path / "how full? 100% #1")
    yield house
    house.services.close()


def test_the_folder_is_shown_whatever_its_name(qtbot: QtBot, house: House) -> None:
    """Signs that mean something in an address are part of the name here."""
    program = FileProgram()
    QDesktopServices.setUrlHandler("file", program, "show_folder")
    try:
        page = SettingsPage(house.context)
        house.show(qtbot, page)
        press(qtbot, page, "Show the folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert program.shown == [house.context.folder.root.as_posix()]
