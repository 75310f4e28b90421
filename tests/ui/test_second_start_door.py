"""What a second start wants happens in the first window, but behind nobody's back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.first_window import door as door_room
from collabkit.ui.first_window.door import Door
from collabkit.ui.first_window.message import Message
from collabkit.ui.first_window.raising import standing_before
from collabkit.ui.navigation import Place
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.page import Page
from collabkit.ui.window import MainWindow


@pytest.fixture
def window(theme: Theme, keep_window: Callable[[QWidget], None]) -> MainWindow:
    def place(key: str) -> Place:
        return Place(key, key, "home", lambda: Page(key))

    window = MainWindow((place("home"), place("open-file")), Settings(None))
    keep_window(window)
    window.navigator.go("home")
    window.show()
    return window


@pytest.fixture
def door(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    monkeypatch.setattr(door_room, "_LOOKS_AGAIN", 10)
    return Door(tmp_path, window)


def shown(window: MainWindow) -> str:
    assert window.page is not None
    return window.page.title


def test_without_files_everything_stays_as_it_is(window: MainWindow, door: Door) -> None:
    """Whoever only looked for the window finds it where they left it."""
    door.meet(Message())
    assert shown(window) == "home"


def test_a_window_that_was_put_down_comes_up(window: MainWindow, door: Door) -> None:
    window.showMinimized()
    door.meet(Message())
    assert not window.isMinimized()
    assert window.isVisible()


def test_files_go_through_the_one_door(window: MainWindow, door: Door) -> None:
    door.meet(Message((Path("/a/sheet.pdf"),)))
    assert shown(window) == "open-file"
    assert window.navigator.current is not None
    assert window.navigator.current.arguments["paths"] == ("/a/sheet.pdf",)


def test_files_wait_for_a_dialog_to_be_answered(
    window: MainWindow, door: Door, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.open()
    door.meet(Message((Path("/a/sheet.pdf"),)))
    qtbot.wait(40)
    assert shown(window) == "home"
    dialog.reject()
    qtbot.waitUntil(lambda: shown(window) == "open-file")
    dialog.deleteLater()


def test_files_wait_for_data_that_is_closed_for_a_moment(
    window: MainWindow, door: Door, qtbot: QtBot
) -> None:
    window.rail.setEnabled(False)
    door.meet(Message((Path("/a/sheet.pdf"),)))
    assert shown(window) == "home"
    window.rail.setEnabled(True)
    qtbot.waitUntil(lambda: shown(window) == "open-file")


def test_the_window_of_the_room_stays_in_front(
    window: MainWindow, theme: Theme, keep_window: Callable[[QWidget], None]
) -> None:
    """On a single screen the room would otherwise see the console."""
    room = QWidget()
    keep_window(room)
    room.showFullScreen()
    assert standing_before(window) is room
    room.hide()
    assert standing_before(window) is None
