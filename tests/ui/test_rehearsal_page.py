"""Rehearsal: screens, clicker, a line for the last row, a practice round, the list for the day."""

import pytest
from house import House, button, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from workshop_desk import prepared

from collabkit.ui.widgets.button import Button
from collabkit.ui.workshop.rehearsal.page import RehearsalPage
from collabkit.ui.workshop.rehearsal.screens_part import ScreensPart
from collabkit.ui.workshop.room_window.window import RoomWindow
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.screens import ScreenInfo

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def page(qtbot: QtBot, house: House) -> RehearsalPage:
    """The rehearsal of a prepared session."""
    page = RehearsalPage(house.context)
    house.show(qtbot, page, session_id=prepared(house).id)
    return page


def room_windows() -> list[RoomWindow]:
    shown = QApplication.topLevelWidgets()
    return [window for window in shown if isinstance(window, RoomWindow) and window.isVisible()]


def test_each_button_of_the_clicker_is_shown_as_it_arrives(page: RehearsalPage) -> None:
    """Also those that mean something to the window otherwise, such as F1, and unknown ones."""
    pad = page.clicker.pad
    pad.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_B, Qt.Key.Key_VolumeUp):
        QTest.keyClick(pad, key)
    shown = words(page)
    assert "Next: PgDown" in shown
    assert "Back: PgUp" in shown
    assert "Black: B" in shown
    assert "Start: not pressed yet" in shown
    assert "Volume Up: not used in a session" in shown


def test_f5_and_esc_in_turn_are_explained(page: RehearsalPage) -> None:
    pad = page.clicker.pad
    pad.setFocus()
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_F5):
        QTest.keyClick(pad, key)
    assert "sends F5 and Esc in turn" in words(page)


def test_tab_leaves_the_clickers_field(page: RehearsalPage) -> None:
    """Nobody is caught in it."""
    page.clicker.pad.setFocus()
    QTest.keyClick(page.clicker.pad, Qt.Key.Key_Tab)
    assert not page.clicker.pad.hasFocus()
    assert "Next: not pressed yet" in words(page)


def test_with_one_screen_it_says_what_to_do(qtbot: QtBot, page: RehearsalPage) -> None:
    """And that nothing private is shown if the projector shows the same as the laptop."""
    assert page.screens.mode.code == Mode.ONE_SCREEN
    assert "Nothing private is ever on it" in words(page)
    qtbot.mouseClick(page.screens.mode.radios[0], Qt.MouseButton.LeftButton)
    assert page.screens.mode.code == Mode.TWO_SCREENS
    assert "Only one screen is connected." in words(page)


def test_the_line_for_the_last_row_is_shown_and_taken_away(page: RehearsalPage) -> None:
    """In the room window itself, so that it is as large as a statement will be; any key ends it."""
    page.screens.line.click()
    QApplication.processEvents()
    window = room_windows()[0]
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QApplication.processEvents()
    assert room_windows() == []


def test_the_line_is_taken_away_from_here_too(qtbot: QtBot, page: RehearsalPage) -> None:
    """With a projector of its own the keyboard stays on the laptop."""
    press(qtbot, page, "Can the last row read this?")
    page.screens.line.click()
    QApplication.processEvents()
    assert room_windows() == []
    assert page.screens.line.text() == "Can the last row read this?"


def test_leaving_takes_everything_off_the_projector(page: RehearsalPage) -> None:
    page.screens.line.click()
    QApplication.processEvents()
    page.left()
    QApplication.processEvents()
    assert room_windows() == []


def test_the_practice_round_is_another_session(
    qtbot: QtBot, page: RehearsalPage, house: House
) -> None:
    """One's own session stays as it is; the practice opens on the console."""
    gone = places_gone_to(page)
    press(qtbot, page, "Start the practice round")
    practice = next(card for card in house.services.workshops.cards() if card.is_practice)
    assert gone == [("console", {"session_id": practice.id})]


def test_what_is_ticked_for_the_day_is_remembered_for_this_session(
    qtbot: QtBot, page: RehearsalPage, house: House
) -> None:
    session = prepared(house, "Another day")
    own = next(c.id for c in house.services.workshops.cards() if c.id != session.id)
    page.checks.ticks["pens"].click()
    page.entered(session_id=session.id)
    assert not page.checks.ticks["pens"].isChecked()
    page.entered(session_id=own)
    assert page.checks.ticks["pens"].isChecked()


def test_back_leads_to_the_preparation(qtbot: QtBot, page: RehearsalPage, house: House) -> None:
    gone = places_gone_to(page)
    press(qtbot, page, "Back")
    assert gone == [("session", {"session_id": house.services.workshops.cards()[0].id})]


def test_every_control_of_the_rehearsal_has_a_name(page: RehearsalPage) -> None:
    assert nameless(page) == []
    assert page.clicker.pad.accessibleName()


def test_two_screens_can_be_told_apart_picked_and_swapped(qtbot: QtBot, house: House) -> None:
    """Each with its number and size; only a screen that is not the room's can be picked."""
    part = ScreensPart()
    qtbot.addWidget(part)
    screens = (
        ScreenInfo(1, "Laptop", 1366, 768, is_console=True, is_room=False),
        ScreenInfo(2, "Projector", 1024, 768, is_console=False, is_room=True),
    )
    part.show_screens(screens, Mode.TWO_SCREENS)
    part.show()
    assert "2 · Projector" in words(part)
    assert "1024 by 768 points · the room sees this one" in words(part)
    with qtbot.waitSignal(part.room_picked) as picked:
        button(part, "Use screen 1 for the room").click()
    assert picked.args == [1]
    with qtbot.waitSignal(part.swap_wanted):
        button(part, "Swap the two screens").click()
    part.show_screens(screens, Mode.ONE_SCREEN)
    assert "Projector" not in words(part)


def test_a_screen_that_shows_the_same_is_marked_and_cannot_be_picked(
    qtbot: QtBot, house: House
) -> None:
    part = ScreensPart()
    qtbot.addWidget(part)
    laptop = ScreenInfo(1, "Laptop", 1366, 768, is_console=True, is_room=False)
    projector = ScreenInfo(2, "Projector", 1024, 768, False, False, is_mirror=True)
    part.show_screens((laptop, projector), Mode.TWO_SCREENS)
    part.show()
    assert "1024 by 768 points · shows the same as this one" in words(part)
    assert "Choose to extend the desktop" in words(part)
    assert not any("2" in b.accessibleName() for b in part.findChildren(Button))
    assert not part.swap.isVisible()
