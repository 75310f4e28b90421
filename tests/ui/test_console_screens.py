"""Where the second screen shows the same as the first, the console counts on one."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.workshop.console.parts.screens_part import ScreensPart
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.screens import ScreenInfo
from collabkit.ui.workshop.stage.stage import Stage

pytestmark = pytest.mark.usefixtures("theme")


class Hall(Stage):
    """A stage in a room with these screens; the machine has only one."""

    found: tuple[ScreenInfo, ...] = ()

    def screens(self) -> tuple[ScreenInfo, ...]:
        return self.found


LAPTOP = ScreenInfo(1, "Laptop", 1366, 768, is_console=True, is_room=False)
PROJECTOR = ScreenInfo(2, "Projector", 1024, 768, is_console=False, is_room=True)
MIRROR = ScreenInfo(2, "Mirror", 1024, 768, is_console=False, is_room=False, is_mirror=True)


def shown(qtbot: QtBot, *screens: ScreenInfo) -> tuple[ScreensPart, Wall]:
    console, part = QWidget(), ScreensPart()
    qtbot.addWidget(console)
    qtbot.addWidget(part)
    hall = Hall(console)
    hall.found = screens
    wall = Wall(hall, Settings(None), console)
    part.show()
    part.render_wall(wall)
    return part, wall


def test_a_projector_that_mirrors_is_for_everybodys_eyes(qtbot: QtBot) -> None:
    part, wall = shown(qtbot, LAPTOP, MIRROR)
    assert wall.mode is Mode.ONE_SCREEN
    assert wall.is_shared
    assert not part.choice.radios[0].isEnabled()
    assert not part.room_screen.isVisible()
    assert "The second screen shows the same as this one." in part.about.text()


def test_a_mirror_beside_a_projector_is_named_as_one(qtbot: QtBot) -> None:
    part, wall = shown(qtbot, LAPTOP, PROJECTOR, MIRROR)
    assert wall.mode is Mode.TWO_SCREENS
    assert part.room_screen.isVisible()
    names = part.room_screen.list
    assert names.itemText(2) == "2: Mirror, shows the same as this one"
