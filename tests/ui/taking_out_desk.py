"""Somebody who takes work out of the program, and a computer that answers by itself."""

from pathlib import Path

from house import House, press, words
from other_laptop import wait_for_jobs
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.taking_out.desktop import TakingOutDesktop
from collabkit.ui.taking_out.page import TakingOutPage


class Computer(TakingOutDesktop):
    """Saves under the suggested name, unless ``declines``, and remembers what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.declines = False
        self.suggested: Path | None = None
        self.shown: Path | None = None

    def documents(self) -> Path:
        return self.folder

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        self.suggested = suggested
        return None if self.declines else suggested

    def show_folder(self, folder: Path) -> None:
        self.shown = folder


class TakingOut:
    """The page, open on an assessment (``assessment_id``) or a charity (``charity_id``)."""

    def __init__(self, qtbot: QtBot, house: House, folder: Path, **arguments: str) -> None:
        folder.mkdir(exist_ok=True)
        self.qtbot = qtbot
        self.folder = folder
        self.computer = Computer(folder)
        self.page = TakingOutPage(house.context, self.computer)
        house.show(qtbot, self.page, **arguments)
        wait_for_jobs()

    @property
    def words(self) -> str:
        """Everything that can be read."""
        return words(self.page)

    @property
    def files(self) -> list[str]:
        """The names of the files that were written."""
        return sorted(path.name for path in self.folder.iterdir())

    def press(self, name: str) -> None:
        """Press a button, and wait for what comes of it."""
        press(self.qtbot, self.page, name)
        wait_for_jobs()

    def type(self, line: QLineEdit, text: str) -> None:
        """Type ``text`` in place of what stands in a field."""
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
