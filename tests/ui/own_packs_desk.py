"""Files of questionnaires, a computer that answers its dialogs by itself, and the two pages."""

from pathlib import Path

from house import House
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assets import resource
from collabkit.ui.desktop import FileKind
from collabkit.ui.own_packs.desktop import PackDesktop
from collabkit.ui.own_packs.pack_page import PackPage
from collabkit.ui.own_packs.page import PacksPage
from collabkit.ui.widgets.whole_text import WholeText

EXAMPLE = resource("templates", "partner-meetings.toml")
OWN = "partner-meetings"


class Computer(PackDesktop):
    """Opens ``opened``, saves to ``folder`` under the suggested name, and remembers what it did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: Path | None = None
        self.saved: Path | None = None
        self.shown: Path | None = None
        self.is_willing = True

    def ask_which_file(self, parent: QWidget, folder: Path) -> Path | None:
        return self.opened

    def ask_where_to_write(self, parent: QWidget, suggested: Path, kind: FileKind) -> Path | None:
        self.saved = self.folder / suggested.name if self.is_willing else None
        return self.saved

    def documents(self) -> Path:
        return self.folder

    def show_folder(self, folder: Path) -> None:
        self.shown = folder


def file_with(folder: Path, name: str = "mine.toml", **changes: str) -> Path:
    """Write the example into a file, with other texts at its top."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for key, value in changes.items():
        before = next(line for line in text.split("\n") if line.startswith(f"{key} = "))
        text = text.replace(before, f'{key} = "{value}"', 1)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def wait_for_jobs() -> None:
    """Wait until nothing is under way on other threads, and let the page follow."""
    for _round in range(4):
        QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()


def open_packs(qtbot: QtBot, house: House, computer: Computer, **arguments: object) -> PacksPage:
    """Show the page of all questionnaires, with everything on it."""
    page = PacksPage(house.context, computer)
    house.show(qtbot, page, **arguments)
    wait_for_jobs()
    return page


def open_pack(qtbot: QtBot, house: House, computer: Computer, pack_id: str) -> PackPage:
    """Show the page of one questionnaire."""
    page = PackPage(house.context, computer)
    house.show(qtbot, page, pack_id=pack_id)
    return page


def read_at_length(page: QWidget) -> str:
    """Return the long texts that can be seen on the page."""
    texts = [text for text in page.findChildren(WholeText) if text.isVisibleTo(page)]
    return "\n".join(text.toPlainText() for text in texts)
