"""Somebody in front of the paper, and a computer that answers its dialogs by itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from house import TODAY, House, button, focused
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.services.sample import ensure_sample
from collabkit.ui.preview.desktop import PlanDesktop
from collabkit.ui.preview.page import PreviewPage
from collabkit.ui.preview.presenter import PreviewPresenter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Computer(PlanDesktop):
    """Saves where it was told to, prints on ``printer`` and remembers what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answer: Path | None = None
        self.suggested: Path | None = None
        self.shown: Path | None = None
        self.printer: QPrinter | None = None
        self.pages = 0

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.answer

    def documents(self) -> Path:
        return self.folder

    def show_folder(self, folder: Path) -> None:
        self.shown = folder

    def has_printer(self) -> bool:
        return self.printer is not None

    def ask_for_printer(self, parent: QWidget, pages: int) -> "QPrinter | None":
        self.pages = pages
        return self.printer


class Desk:
    """The preview of the sample plan."""

    def __init__(self, qtbot: QtBot, house: House, folder: Path) -> None:
        self.qtbot = qtbot
        self.house = house
        self.assessment_id = ensure_sample(house.services, TODAY)
        self.computer = Computer(folder)
        self.page = PreviewPage(house.context, self.computer)
        house.show(qtbot, self.page, assessment_id=self.assessment_id)
        self.wait_for_pages()

    @property
    def notice(self) -> str:
        """What the notice says."""
        return self.page.notice.sentence

    @property
    def place(self) -> str:
        """Which page is said to be read."""
        return self.page.turner.place.text()

    @property
    def presenter(self) -> PreviewPresenter:
        """What works behind the page."""
        return self.page._presenter

    @property
    def text(self) -> str:
        """Everything that stands on the pages."""
        return "\n".join(self.page.sheets.texts())

    def wait_for_pages(self) -> None:
        """Wait until the pages can be seen."""
        self.qtbot.waitUntil(lambda: self.page.sheets.isVisible(), timeout=20_000)
        QApplication.processEvents()

    def wait_for(self, beginning: str) -> None:
        """Wait for a notice."""
        self.qtbot.waitUntil(lambda: self.notice.startswith(beginning), timeout=20_000)

    def press(self, name: str) -> None:
        """Click the button that screen readers call ``name``."""
        self.qtbot.mouseClick(button(self.page, name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(focused() or self.page, key, modifier)
        for _round in range(3):
            QApplication.processEvents()
