"""F1 shows the keys; Esc closes the list and leaves everything as it was."""

from collections.abc import Iterator

import pytest
from house import focused, nameless, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.keys_help import show_keys
from collabkit.ui.keys_help.dialog import KeysDialog
from collabkit.ui.keys_help.keys import as_on_this_keyboard
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page
from collabkit.ui.window import MainWindow
from collabkit.ui.workshop.room_keys import room_key_hints

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


class DeskPage(Page):
    """A page with a field and two keys of its own."""

    def __init__(self) -> None:
        super().__init__("Desk")
        self.line = QLineEdit()
        self.add(self.line)

    def first_focus(self) -> QWidget:
        return self.line

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+B", "Ring the <bell>"), ("Up, Down", "Turn the pages"))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    places = (
        Place("desk", "Desk", "home", DeskPage),
        Place("settings", "Settings", "settings", lambda: Page("Settings")),
    )
    window = MainWindow(places, Settings(None))
    qtbot.addWidget(window)
    window.navigator.go("desk")
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def shown(window: MainWindow, qtbot: QtBot) -> KeysDialog:
    show_keys(window)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_keys_of_the_page_and_of_the_window_are_listed(qtbot: QtBot, window: MainWindow) -> None:
    """What is said of a key is shown as it is written."""
    text = words(shown(window, qtbot))
    assert "On this page: Desk\nCtrl+B\nRing the <bell>\nUp, Down\nTurn the pages" in text
    assert "Alt+1\nGo to Desk" in text
    assert "Alt+2 or Ctrl+Comma\nGo to Settings" in text
    for keys in ("Alt+Left", "Ctrl+Plus", "Ctrl+Minus", "Ctrl+0", "F1", "Ctrl+Q", "Tab"):
        assert keys in text.splitlines()


def test_a_page_without_keys_of_its_own_has_no_list_of_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    """There is no empty heading."""
    window.navigator.go("settings")
    assert "On this page" not in words(shown(window, qtbot))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_a_key_closes_the_list_and_the_keyboard_is_where_it_was(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    """Esc, or F1 once more, ends it as if nothing had been."""
    before = focused()
    shown(window, qtbot)
    QTest.keyClick(focused(), key)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.findChild(KeysDialog) is None
    assert focused() is before


def test_the_button_is_one_tab_away(qtbot: QtBot, window: MainWindow) -> None:
    """Tab and Enter close the list too."""
    dialog = shown(window, qtbot)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_long_list_is_scrolled_with_the_arrow_keys(
    qtbot: QtBot, window: MainWindow, wear
) -> None:  # type: ignore[no-untyped-def]
    """Text of twice the size can be read without a mouse."""
    wear("light", 200)
    window.resize(1000, 600)
    dialog = shown(window, qtbot)
    bar = dialog.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QApplication.processEvents()
    assert bar.value() > 0


def test_the_list_fits_into_the_window(qtbot: QtBot, window: MainWindow, wear) -> None:  # type: ignore[no-untyped-def]
    """Even with text of twice the size it is no larger than what it lies on."""
    wear("light", 200)
    window.resize(1000, 600)
    dialog = shown(window, qtbot)
    assert dialog.width() <= 1000
    assert dialog.height() <= 600


def test_a_mac_has_its_own_names() -> None:
    """Cmd and Option stand for Ctrl and Alt there; elsewhere nothing changes."""
    assert as_on_this_keyboard("Ctrl+Z", "darwin") == "Cmd+Z"
    assert as_on_this_keyboard("Alt+1", "darwin") == "Option+1"
    assert as_on_this_keyboard("Ctrl+Z", "linux") == "Ctrl+Z"


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    """The dialog itself has one too."""
    dialog = shown(window, qtbot)
    assert nameless(dialog) == []
    assert dialog.windowTitle() == "Keys"


def test_pages_about_sessions_list_the_keys_of_the_room_once(qtbot: QtBot) -> None:
    """F1 tells on the list of sessions what a clicker does; where a page says so, not twice."""

    class ConsolePage(Page):
        def key_hints(self) -> tuple[tuple[str, str], ...]:
            return room_key_hints()

    places = (
        Place("workshop", "Workshop", "workshop", lambda: Page("Workshop")),
        Place("console", "Console", "workshop", lambda: ConsolePage("Console"), under="workshop"),
        Place("settings", "Settings", "settings", lambda: Page("Settings")),
    )
    window = MainWindow(places, Settings(None))
    qtbot.addWidget(window)
    window.show()
    heading = "In a session, with the keyboard or a clicker"
    for place, is_there in (("workshop", True), ("console", False), ("settings", False)):
        window.navigator.go(place)
        dialog = shown(window, qtbot)
        assert (heading in words(dialog)) is is_there
        dialog.accept()
        qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)
