"""The window: rail, pages, keys, and what it remembers."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.navigation import Navigator, Place
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.window import MainWindow

Wear = Callable[..., Theme]
KeepWindow = Callable[[QWidget], None]


class DiaryPage(Page):
    """A page that notes when it is entered and left."""

    made: list[str]

    def __init__(self, title: str, diary: list[str]) -> None:
        super().__init__(title, "What this page is for.")
        self._diary = diary
        self.field = TextField("Name")
        self.add(self.field)
        self.foot.add_left(Button("Back"))
        self.foot.add_right(Button("Next", "primary"))
        diary.append(f"{title} made")

    def entered(self, **arguments: object) -> None:
        told = "".join(f" {name}={value}" for name, value in arguments.items())
        self._diary.append(f"{self.title} entered{told}")

    def left(self) -> None:
        self.field.flush()
        self._diary.append(f"{self.title} left")


@pytest.fixture
def diary() -> list[str]:
    return []


def places(diary: list[str]) -> tuple[Place, ...]:
    def place(title: str, icon: str, under: str = "") -> Place:
        return Place(title.lower(), title, icon, lambda: DiaryPage(title, diary), under)

    return (
        place("Home", "home"),
        place("Assess", "assess"),
        place("Results", "assess", under="assess"),
        place("Learn", "learn"),
        place("Settings", "settings"),
    )


@pytest.fixture
def memory() -> Settings:
    return Settings(None)


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, diary: list[str], memory: Settings, keep_window: KeepWindow
) -> MainWindow:
    window = MainWindow(places(diary), memory)
    keep_window(window)
    window.resize(1180, 760)
    window.navigator.go("home")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def current(window: MainWindow) -> str:
    return next(entry.title for entry in window.rail.entries if entry.current)


def test_a_page_is_made_at_its_first_visit_only(window: MainWindow, diary: list[str]) -> None:
    """Places that are not visited cost nothing; coming back makes nothing new."""
    for key in ("learn", "home", "learn"):
        window.navigator.go(key)
    assert [note for note in diary if note.endswith("made")] == ["Home made", "Learn made"]


def test_pages_hear_when_they_are_entered_and_left(window: MainWindow, diary: list[str]) -> None:
    """The old page flushes first; the new one is told what to show."""
    diary.clear()
    window.navigator.go("results", assessment_id="a1")
    assert diary == ["Home left", "Results made", "Results entered assessment_id=a1"]


@pytest.mark.parametrize(("number", "title"), [(2, "Assess"), (3, "Learn"), (4, "Settings")])
def test_alt_and_a_number_go_to_a_place(
    qtbot: QtBot, window: MainWindow, number: int, title: str
) -> None:
    """Alt+2 is the second entry of the rail."""
    key = Qt.Key(Qt.Key.Key_0 + number)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    assert window.page is not None
    assert window.page.title == title
    assert current(window) == title


def test_arrows_move_in_the_rail_and_enter_goes(qtbot: QtBot, window: MainWindow) -> None:
    """Moving only looks; Enter opens the place and gives the keyboard to its title."""
    entries = window.rail.entries
    entries[0].setFocus()
    qtbot.keyClick(entries[0], Qt.Key.Key_Down)
    assert entries[1].hasFocus()
    assert current(window) == "Home"
    qtbot.keyClick(entries[1], Qt.Key.Key_Return)
    assert current(window) == "Assess"
    assert window.page is not None
    assert window.page.head.title.hasFocus()


def test_a_click_in_the_rail_goes(qtbot: QtBot, window: MainWindow) -> None:
    """One press is enough, and the title bar says where one is."""
    qtbot.mouseClick(window.rail.entries[2], Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Learn – collabkit"


def test_a_place_without_entry_marks_the_one_it_belongs_to(window: MainWindow) -> None:
    """Results lie under Assess."""
    window.navigator.go("results")
    assert current(window) == "Assess"
    assert window.rail.entries[1].accessibleDescription() == "You are here."


def test_alt_left_goes_back_as_it_was(qtbot: QtBot, window: MainWindow, diary: list[str]) -> None:
    """Back enters the place before with the same arguments."""
    window.navigator.go("results", assessment_id="a1")
    window.navigator.go("learn")
    diary.clear()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert diary == ["Learn left", "Results entered assessment_id=a1"]


def test_what_was_told_on_the_way_is_not_told_again(window: MainWindow, diary: list[str]) -> None:
    """Going back to a page says nothing anew of what was done before it."""
    window.navigator.go("results", assessment_id="a1", told="The sheet is closed.")
    assert diary[-1] == "Results entered assessment_id=a1 told=The sheet is closed."
    window.navigator.go("learn")
    window.navigator.back()
    assert diary[-1] == "Results entered assessment_id=a1"


def test_pages_ask_for_places_by_signals(window: MainWindow) -> None:
    """A page names a key and arguments; it knows neither window nor other pages."""
    assert window.page is not None
    window.page.go_requested.emit("results", {"assessment_id": "a1"})
    assert window.navigator.current is not None
    assert dict(window.navigator.current.arguments) == {"assessment_id": "a1"}
    assert window.page is not None
    window.page.back_requested.emit()
    assert current(window) == "Home"


def test_a_page_that_was_left_takes_nobody_anywhere(window: MainWindow) -> None:
    """What it was still at work on ends after somebody has gone on; they stay where they are."""
    left = window.page
    assert left is not None
    window.navigator.go("learn")
    left.go_requested.emit("results", {})
    assert current(window) == "Learn"


def test_a_page_that_was_left_does_not_take_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    """Keys go where somebody is now, and not into a field that nobody can see."""
    left = window.page
    assert isinstance(left, DiaryPage)
    window.navigator.go("learn")
    there = window.focusWidget()
    left.take_focus()
    left.jump_to(left.field, left.field.line)
    qtbot.wait(1)
    assert window.focusWidget() is there


def test_the_save_mark_is_on_every_page(window: MainWindow) -> None:
    """The one mark of the window stands in the foot of whatever page is shown."""
    for key in ("learn", "home"):
        window.navigator.go(key)
        assert window.page is not None
        window.page.save_state_changed.emit(SaveState(Saving.DONE))
        assert window.page.foot.isAncestorOf(window.save_mark)
        assert window.save_mark.isVisible()
    assert window.save_mark.text == "Saved"


@pytest.mark.parametrize(
    ("size", "text_size", "folded"),
    [
        ((1366, 768), 100, False),
        ((1024, 768), 100, False),
        ((1366, 768), 200, True),
        ((1024, 768), 200, True),
        ((800, 600), 100, False),
        ((700, 600), 100, True),
    ],
)
def test_the_rail_folds_when_the_page_would_be_too_narrow(
    wear: Wear,
    window: MainWindow,
    qapp: QApplication,
    size: tuple[int, int],
    text_size: int,
    folded: bool,
) -> None:
    """With fewer than 36 ems for the page only signs remain, and they keep their names."""
    wear("light", text_size)
    window.resize(*size)
    qapp.processEvents()
    assert window.size().toTuple() == size
    assert window.rail.folded is folded
    if folded:
        assert [entry.accessibleName() for entry in window.rail.entries][:2] == ["Home", "Assess"]
        assert window.rail.entries[0].toolTip() == "Home (Alt+1)"


def test_text_size_keys_are_passed_on(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl with plus, minus and nought asks for larger, smaller and usual text."""
    spy = QSignalSpy(window.text_size_step_requested)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert [spy.at(number)[0] for number in range(spy.count())] == [1, -1, 0]


def test_ctrl_comma_opens_settings_and_f1_asks_for_the_keys(
    qtbot: QtBot, window: MainWindow
) -> None:
    """Both work from every page."""
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert current(window) == "Settings"
    with qtbot.waitSignal(window.keys_help_requested):
        qtbot.keyClick(window, Qt.Key.Key_F1)


def test_closing_flushes_before_it_tells(
    qtbot: QtBot, window: MainWindow, diary: list[str]
) -> None:
    """Ctrl+Q: the page gives out what it holds, then whoever owns the data hears of it."""
    window.closing.connect(lambda: diary.append("closing"))
    diary.clear()
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert diary == ["Home left", "closing"]
    assert not window.isVisible()


def test_the_size_is_remembered(
    window: MainWindow, memory: Settings, diary: list[str], keep_window: KeepWindow
) -> None:
    """The next window is as large as the last was left."""
    window.resize(790, 610)
    window.navigator.go("results", assessment_id="a1")
    window.close()
    following = MainWindow(places(diary), memory)
    keep_window(following)
    following.navigator.go("home")
    assert following.size().toTuple() == (790, 610)


@pytest.mark.parametrize("size", [[10, 10], ["a", 2], "large", [1], [True, 5]])
def test_a_damaged_memory_stops_nobody(
    qtbot: QtBot, theme: Theme, diary: list[str], size: object
) -> None:
    """Whatever stands in the settings, the window opens at a size that can be used."""
    memory = Settings(None)
    memory.set("window_size", size)
    window = MainWindow(places(diary), memory)
    qtbot.addWidget(window)
    window.navigator.go("home")
    assert window.width() >= 640
    assert current(window) == "Home"


def test_a_closed_window_is_let_go(
    qapp: QApplication, theme: Theme, diary: list[str], no_windows_left: None
) -> None:
    """Nothing keeps a closed window or its pages alive."""
    window = MainWindow(places(diary), Settings(None))
    window.navigator.go("home")
    window.show()
    window.activateWindow()
    qapp.processEvents()
    page = weakref.ref(window.page)
    seen = weakref.ref(window)
    window.close()
    qapp.processEvents()
    del window
    qapp.sendPostedEvents(None, 52)
    gc.collect()
    assert seen() is None
    assert page() is None


def test_the_navigator_knows_its_places(diary: list[str]) -> None:
    """An unknown key is a fault of ours; going where one is does nothing."""
    navigator = Navigator(places(diary))
    spy = QSignalSpy(navigator.moved)
    assert navigator.current is None
    navigator.go("home")
    navigator.go("home")
    assert spy.count() == 1
    assert not navigator.can_go_back
    navigator.back()
    assert spy.count() == 1
    with pytest.raises(KeyError):
        navigator.go("attic")
