"""What tests of screens share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from house import House
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collabkit.ui.theme import Theme
    from collabkit.ui.window import MainWindow


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A program folder of its own, without any work in it yet; files are saved beside it."""
    house = House(tmp_path / "data")
    yield house
    house.services.close()


@pytest.fixture
def window(qtbot: QtBot, theme: "Theme", house: House) -> "MainWindow":
    """The whole window on ``house``, in front of all others and opened at Home."""
    from collabkit.settings import Settings
    from collabkit.ui.places import places
    from collabkit.ui.window import MainWindow

    window = MainWindow(places(lambda: house.context), Settings(None))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.navigator.go("home")
    qtbot.waitUntil(window.isActiveWindow)
    return window
