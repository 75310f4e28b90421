"""A facilitator before the day: sessions in real services, and a computer that answers itself."""

from dataclasses import replace
from pathlib import Path

from house import TODAY, House
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.room.preparation import Preparation
from collabkit.room.steps import begin
from collabkit.room.suggesting import suggested_statements
from collabkit.services.packs import first_pack
from collabkit.services.workshops import Session
from collabkit.ui.assess.more_button import MoreButton
from collabkit.ui.workshop.desktop import SessionDesktop


class WillingDesktop(SessionDesktop):
    """Answers every dialog by itself and notes which folder was shown."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.suggested: list[Path] = []
        self.shown: list[Path] = []

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.path

    def ask_which_session(self, parent: QWidget) -> Path | None:
        return self.path

    def ask_which_folder(self, parent: QWidget, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.path

    def documents(self) -> Path:
        return Path("documents")

    def show_folder(self, folder: Path) -> None:
        self.shown.append(folder)


def prepared(house: House, title: str = "Away-day", **changes: object) -> Session:
    """Prepare a session with twelve statements for ten people of the Sample Kitchen."""
    pack = first_pack()
    preparation = replace(Preparation(title, suggested_statements(pack)), **changes)  # type: ignore[arg-type]
    charity_id = house.charity("Sample Kitchen")
    return house.services.workshops.prepare(charity_id, pack, preparation, TODAY)


def begun(house: House, title: str = "Away-day") -> Session:
    """Prepare a session and show its first statement."""
    session = prepared(house, title)
    house.services.workshops.keep(session.id, begin(session.meeting, TODAY), TODAY)
    return house.services.workshops.get(session.id)


def choose(qtbot: QtBot, page: QWidget, title: str, act: str) -> None:
    """Choose one of the rarer acts of the session called ``title``."""
    name = f"More for {title}"
    found = [b for b in page.findChildren(MoreButton) if b.accessibleName() == name]
    assert len(found) == 1
    found[0].click()
    menu = found[0].menu_of_acts
    assert menu is not None
    actions = [action for action in menu.actions() if action.text() == act]
    assert len(actions) == 1, [action.text() for action in menu.actions()]
    assert isinstance(actions[0], QAction)
    actions[0].trigger()
    menu.close()
