"""Which statements the room votes on, and in which order: by mouse and by keys."""

import pytest
from house import House, button, press, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from workshop_desk import prepared

from collabkit.services.packs import first_pack
from collabkit.ui.workshop.prepare.page import PreparePage
from collabkit.ui.workshop.prepare.statements_part import StatementsPart

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def page(qtbot: QtBot, house: House) -> PreparePage:
    """The statements of a prepared session."""
    page = PreparePage(house.context)
    house.show(qtbot, page, session_id=prepared(house).id)
    press(qtbot, page, "Statements")
    return page


def part_of(page: PreparePage) -> StatementsPart:
    return page.statements


def kept(house: House) -> tuple[str, ...]:
    workshops = house.services.workshops
    return workshops.get(workshops.cards()[0].id).meeting.preparation.statements


def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, key, held)
    QApplication.processEvents()


def test_twelve_are_suggested_and_spread_over_the_themes(page: PreparePage) -> None:
    shown = words(page)
    assert "12 statements: 2 hours 53 minutes in all. You have 3 hours." in shown
    assert "Power 3 · Empathy 3 · Honesty 2 · Communication 2 · Impact 2" in shown


def test_a_statement_moves_down_and_keeps_the_keyboard(page: PreparePage, house: House) -> None:
    """By its button: pressed twice, it moves twice."""
    before = kept(house)
    row = part_of(page).chosen.rows[0]
    row.down.setFocus()
    row.down.click()
    row.down.click()
    assert kept(house) == (before[1], before[2], before[0], *before[3:])
    assert row.down.hasFocus()


def test_alt_and_an_arrow_move_what_has_the_keyboard(page: PreparePage, house: House) -> None:
    before = kept(house)
    part_of(page).chosen.rows[1].drop.setFocus()
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(house) == (before[1], before[0], *before[2:])
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # it is the first already
    assert kept(house) == (before[1], before[0], *before[2:])


def test_at_the_top_the_keyboard_goes_to_the_button_that_still_works(page: PreparePage) -> None:
    row = part_of(page).chosen.rows[1]
    row.up.setFocus()
    row.up.click()
    assert not row.up.isEnabled()
    assert row.down.hasFocus()


def test_arrows_go_from_row_to_row_and_tab_leaves_the_list(page: PreparePage) -> None:
    rows = part_of(page).chosen.rows
    rows[0].drop.setFocus()
    key(Qt.Key.Key_Down)
    assert rows[1].drop.hasFocus()
    key(Qt.Key.Key_Left)
    assert rows[1].down.hasFocus()
    key(Qt.Key.Key_Tab)
    assert not any(row.has_keyboard for row in rows)


def test_a_statement_is_left_out_and_the_next_has_the_keyboard(
    page: PreparePage, house: House
) -> None:
    before = kept(house)
    rows = part_of(page).chosen.rows
    rows[3].drop.setFocus()
    key(Qt.Key.Key_Delete)
    assert kept(house) == (*before[:3], *before[4:])
    assert rows[4].drop.hasFocus()
    assert "11 statements" in words(page)


def test_what_is_ticked_comes_at_the_end(qtbot: QtBot, page: PreparePage, house: House) -> None:
    """The order that was there stays; unticking takes a statement out of it."""
    before = kept(house)
    press(qtbot, page, "Choose others")
    new = next(item for item in first_pack().items if item.id not in before)
    button(page, new.statement).click()
    assert kept(house) == (*before, new.id)
    button(page, first_pack().item(before[0]).statement).click()
    assert kept(house) == (*before[1:], new.id)


def test_the_suggested_ones_come_back(qtbot: QtBot, page: PreparePage, house: House) -> None:
    before = kept(house)
    part_of(page).chosen.rows[0].drop.click()
    press(qtbot, page, "Back to the suggested ones")
    assert kept(house) == before


def test_the_last_statement_stays_on_the_disk(
    qtbot: QtBot, page: PreparePage, house: House
) -> None:
    """With none chosen the page says so, and the list is still there to choose from."""
    while part_of(page).chosen.rows:
        part_of(page).chosen.rows[0].drop.click()
    assert "Please choose between one and 20 statements." in words(page)
    assert len(kept(house)) == 1
    press(qtbot, page, "Choose others")
    press(qtbot, page, "All of Power")
    assert "Please choose between" not in words(page)
    assert len(kept(house)) == 9


def test_more_than_there_is_time_to_talk_about_is_said(
    qtbot: QtBot, page: PreparePage, house: House
) -> None:
    press(qtbot, page, "Choose others")
    press(qtbot, page, "All of Power")
    assert len(kept(house)) == 18
    press(qtbot, page, "Agenda")
    assert "shown without a talk" in words(page)
