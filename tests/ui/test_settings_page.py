"""Settings: what is chosen counts at once, and can be set back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.context import Context
from collabkit.ui.settings.page import SettingsPage
from collabkit.ui.widgets.focus import FocusKeeper

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_settings(qtbot: QtBot, house: House, settings: Settings | None = None) -> SettingsPage:
    if settings is not None:
        house.context = Context(house.services, settings, house.context.folder, lambda: TODAY)
    page = SettingsPage(house.context)
    house.show(qtbot, page)
    return page


def press_key(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("150%", "text_size", 150),
        ("High contrast", "theme", "contrast"),
        ("Dark", "theme", "dark"),
        ("Let the text cursor blink", "motion", False),
        ("Answer with single keys in the questionnaire", "letter_keys", False),
    ],
)
def test_a_choice_is_kept_at_once(
    qtbot: QtBot, house: House, name: str, key: str, value: object
) -> None:
    """There is nothing to confirm; whoever listens to the settings hears of it."""
    page = open_settings(qtbot, house)
    heard: list[str] = []
    house.context.settings.listen(heard.append)
    press(qtbot, page, name)
    assert house.context.settings.get(key) == value
    assert heard == [key]


def test_all_sizes_of_text_are_offered(qtbot: QtBot, house: House) -> None:
    """Six sizes, from ordinary to twice as large."""
    page = open_settings(qtbot, house)
    sizes = [radio.accessibleName() for radio in page.looks.text_size.radios]
    assert sizes == ["100%", "115%", "130%", "150%", "175%", "200%"]


def test_what_is_chosen_elsewhere_is_shown(qtbot: QtBot, house: House) -> None:
    """Ctrl with plus changes the size while the page is open."""
    page = open_settings(qtbot, house)
    house.context.settings.set("text_size", 175)
    assert page.looks.text_size.code == "175"


def test_opening_the_page_changes_nothing(qtbot: QtBot, house: House) -> None:
    """Showing what is chosen does not choose it again."""
    settings = Settings(None)
    heard: list[str] = []
    settings.listen(heard.append)
    open_settings(qtbot, house, settings)
    assert heard == []


def test_the_size_is_chosen_by_keyboard_alone(qtbot: QtBot, house: House) -> None:
    """Tab goes to the group, arrows move in it, space chooses."""
    open_settings(qtbot, house)
    press_key(Qt.Key.Key_Tab)
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Space)
    assert house.context.settings.get("text_size") == 115


def test_what_was_chosen_stays_in_sight_when_all_grows(
    qtbot: QtBot, qapp: QApplication, house: House, wear: Callable[..., object]
) -> None:
    """Text of another size does not push away what has the keyboard."""
    FocusKeeper.watch(qapp)
    page = open_settings(qtbot, house)
    tick = page.keys.letters.tick
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    wear("light", 200)
    port = page.scroller.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(tick.mapTo(port, tick.rect().center())))


def test_a_computer_that_asks_for_stillness_is_heeded(
    qtbot: QtBot, house: House, wear: Callable[..., object]
) -> None:
    """The tick then says why nothing blinks although it is on."""
    page = open_settings(qtbot, house)
    assert "Nothing else in collabkit moves by itself." in words(page)
    wear("light", 100, motion=False)
    assert "This computer asks programs to keep still" in words(page)


def test_everything_is_set_back_and_the_way_back_is_offered(qtbot: QtBot, house: House) -> None:
    """The button is there only if there is something to set back; Undo restores it all."""
    settings = house.context.settings
    page = open_settings(qtbot, house)
    assert "Set looks and keys back" not in words(page)
    settings.set("text_size", 130)
    settings.set("theme", "dark")
    press(qtbot, page, "Set looks and keys back")
    assert (settings.get("text_size"), settings.get("theme")) == (100, "system")
    assert focused() is button(page, "Undo")
    press(qtbot, page, "Undo")
    assert (settings.get("text_size"), settings.get("theme")) == (130, "dark")
    assert page.looks.theme.code == "dark"


def test_settings_that_cannot_be_kept_are_told(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """The choice counts until the program closes, and the page says so."""
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    page = open_settings(qtbot, house, Settings(in_the_way / "settings.json"))
    press(qtbot, page, "Dark")
    assert house.context.settings.get("theme") == "dark"
    assert page.notice.sentence.startswith("What you choose here counts until you close collabkit.")


def test_the_path_is_shown_and_copied(qtbot: QtBot, house: House) -> None:
    """The whole path of the folder, to be pasted elsewhere."""
    page = open_settings(qtbot, house)
    path = str(house.context.folder.root)
    assert page.data.path.toPlainText() == path
    press(qtbot, page, "Copy the path")
    assert QGuiApplication.clipboard().text() == path
    assert page.notice.sentence == "The path was copied."


def test_the_path_can_be_marked_with_the_keyboard(qtbot: QtBot, house: House) -> None:
    """Ctrl+A marks all of it without a mouse."""
    page = open_settings(qtbot, house)
    page.data.path.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.data.path, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.data.path.textCursor().selectedText() == str(house.context.folder.root)


def test_before_the_first_closing_there_is_no_copy(qtbot: QtBot, house: House) -> None:
    """The page says so, and when there will be one."""
    page = open_settings(qtbot, house)
    assert "the first is made when you close collabkit" in words(page)


def test_the_day_of_the_copy_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    """After one closing the page tells when the copy was made."""
    before = House(tmp_path / "data")
    before.charity("Sample Kitchen")
    before.services.close()
    house = House(tmp_path / "data")
    page = open_settings(qtbot, house)
    assert "you can go back to one safety copy, made " in page.copy.made.text()
    house.services.close()


def test_the_sample_is_put_away_and_brought_back(qtbot: QtBot, house: House) -> None:
    """Undo and, later, the same button bring it back as it was."""
    page = open_settings(qtbot, house)
    press(qtbot, page, "Add the sample")
    qtbot.waitUntil(lambda: "Put it away" in words(page))
    press(qtbot, page, "Put the sample away")
    assert house.titles() == []
    press(qtbot, page, "Undo")
    assert len(house.titles()) == 1
    press(qtbot, page, "Put the sample away")
    press(qtbot, page, "Bring the sample back")
    qtbot.waitUntil(lambda: "Put it away" in words(page))
    assert len(house.titles()) == 1


def test_about_is_a_press_away(qtbot: QtBot, house: House) -> None:
    """The button at the end goes to About."""
    page = open_settings(qtbot, house)
    gone: list[str] = []
    page.go_requested.connect(lambda key, _arguments: gone.append(key))
    press(qtbot, page, "About collabkit")
    assert gone == ["about"]


def test_every_control_has_a_name_and_what_it_means(qtbot: QtBot, house: House) -> None:
    """Screen readers get names, and the explanation of the keys."""
    page = open_settings(qtbot, house)
    assert nameless(page) == []
    tick = QAccessible.queryAccessibleInterface(page.keys.letters.tick)
    assert tick.text(QAccessible.Text.Description).startswith("1 to 5 choose an answer")
    path = QAccessible.queryAccessibleInterface(page.data.path)
    assert path.text(QAccessible.Text.Name) == "The folder"


def test_the_paper_is_chosen_and_kept(qtbot: QtBot, house: House) -> None:
    """A4 until somebody says otherwise; what is chosen on the preview is shown here too."""
    page = open_settings(qtbot, house)
    assert page.paper.paper.code == "a4"
    press(qtbot, page, "US Letter")
    assert house.context.settings.get("paper") == "letter"
    house.context.settings.set("paper", "a4")
    assert page.paper.paper.code == "a4"


def test_a_paper_that_nobody_knows_counts_as_a4(qtbot: QtBot, house: House) -> None:
    """The file of settings may have been changed by hand."""
    house.context.settings.set("paper", "napkin")
    assert open_settings(qtbot, house).paper.paper.code == "a4"


def test_all_questionnaires_are_a_press_away(qtbot: QtBot, house: House) -> None:
    """One's own among them."""
    page = open_settings(qtbot, house)
    gone: list[str] = []
    page.go_requested.connect(lambda key, _arguments: gone.append(key))
    press(qtbot, page, "See all questionnaires")
    assert gone == ["packs"]


def test_the_keyboard_waits_for_the_sample(qtbot: QtBot, house: House) -> None:
    """It takes a moment to fill in; what comes next on the page is none of it."""
    page = open_settings(qtbot, house)
    page.sample.button.setFocus()
    QTest.keyClick(page.sample.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Put it away" in words(page))
    assert page.sample.button.hasFocus()
