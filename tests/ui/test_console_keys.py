"""Every key of the console, wherever the keyboard is on it."""

import pytest
from console_desk import Console, Key
from house import House, focused
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import Decision, Phase
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.stage.mode import Mode


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """A session in the lobby, with the keyboard on the big button."""
    return Console(qtbot, house)


def test_each_key_of_a_clicker_goes_on(console: Console) -> None:
    for key, big in (
        (Key.Key_PageDown, "Open the vote"),
        (Key.Key_Right, "Wait for more answers: 0 of 6 in"),
    ):
        console.key(key)
        assert console.big == big
    console.slips("111111")
    console.key(Key.Key_Escape)  # from the pad back to the big button
    for key, big in (
        (Key.Key_Down, "Show the answers"),
        (Key.Key_Space, "Talk in pairs"),
        (Key.Key_Return, "Decide"),
    ):
        console.key(key)
        assert console.big == big


def test_each_key_of_a_clicker_goes_back(console: Console) -> None:
    console.go_on(2)
    for key in (Key.Key_PageUp, Key.Key_Left, Key.Key_Up, Key.Key_Backspace):
        console.key(key)
        assert console.big == "Open the vote"
        console.go_on()


def test_a_bouncing_clicker_takes_one_step(console: Console) -> None:
    console.page.gate.seconds = lambda: 100.0
    console.go_on(3)
    assert console.big == "Open the vote"


def test_a_question_is_not_answered_by_a_second_press_at_once(console: Console) -> None:
    """Who presses twice by nerves has not decided to leave somebody out."""
    console.go_on(2)
    console.slips("11111")
    console.seconds, before = 100.0, console.page.gate.seconds
    console.go_on()
    console.page.gate.seconds = lambda: console.seconds + 0.6
    console.go_on()
    assert console.meeting.phase is Phase.VOTE
    console.page.gate.seconds = before
    console.go_on()
    assert console.meeting.phase is Phase.CLOSED


def test_black_white_freeze_and_hide_are_to_be_seen_on_the_console(console: Console) -> None:
    stage, wall = console.page.stage, console.page.board.wall
    console.key(Key.Key_F5)
    assert stage.is_open
    stage.open(Mode.ONE_SCREEN)  # the only one of this machine
    console.page.activateWindow()
    for key, cover in (
        (Key.Key_B, Cover.BLACK),
        (Key.Key_Comma, Cover.WHITE),
        (Key.Key_H, Cover.HIDDEN),
    ):
        console.key(key)
        assert stage.covered is cover
        assert [c for c, toggle in wall.covers.items() if toggle.isChecked()] == [cover]
        assert console.big == "Show the room window again"
    console.go_on()
    assert stage.covered is Cover.NONE
    assert console.meeting.phase is Phase.LOBBY
    console.key(Key.Key_F)
    assert wall.freeze.isChecked()
    stage.close()


def test_the_timer_rests_and_goes_on_with_t(console: Console) -> None:
    console.go_on()
    assert console.page.presenter.clock.state.is_running
    console.key(Key.Key_T)
    assert not console.page.presenter.clock.state.is_running
    console.key(Key.Key_T)
    assert console.page.presenter.clock.state.is_running


def test_letters_rest_while_one_types_and_page_keys_never_do(console: Console) -> None:
    console.go_on(2)
    console.slips("111111")
    console.go_on(3)
    console.key(Key.Key_N)
    edit = console.page.board.note.box.edit
    assert focused() is edit
    console.qtbot.keyClicks(edit, "b w t p")
    assert edit.toPlainText() == "b w t p"
    assert console.meeting.turn.decision is None
    console.go_on()
    assert console.meeting.phase is Phase.DECIDE
    assert console.meeting.turn.note == "b w t p"
    console.go_back()
    assert console.meeting.phase is Phase.TALK


def test_page_keys_go_on_from_hands_and_slips(console: Console) -> None:
    console.go_on(2)
    console.slips("111111")
    console.key(Key.Key_C)
    console.go_on()
    assert console.meeting.phase is Phase.CLOSED


def test_esc_leaves_a_field_first(console: Console) -> None:
    console.go_on(2)
    console.key(Key.Key_S)
    console.key(Key.Key_Escape)
    assert focused() is console.page.big


def test_p_parks_and_a_makes_an_action(console: Console) -> None:
    console.go_on(2)
    console.slips("111111")
    console.go_on(2)
    console.key(Key.Key_P)
    assert console.meeting.turn.decision is Decision.PARK
    console.key(Key.Key_A)
    assert console.page.board.form.isVisible()
    console.key(Key.Key_Escape)
    assert not console.page.board.form.isVisible()
    assert focused() is console.page.big


def test_r_and_o_lead_to_people_and_to_the_list_of_all(console: Console) -> None:
    console.go_on()
    console.key(Key.Key_R)
    assert focused() is console.page.board.people.line
    console.key(Key.Key_Escape, Key.Key_O)
    assert focused() is console.page.board.more.stops.header


def test_a_button_keeps_its_own_space_and_enter(console: Console) -> None:
    console.go_on()
    console.page.board.people.more.setFocus()
    console.key(Key.Key_Space, Key.Key_Return)
    assert console.meeting.present == 8
    assert console.meeting.phase is Phase.READ


def test_arrow_keys_go_on_from_an_ordinary_button(console: Console) -> None:
    """A clicker that sends arrows works wherever the last click was."""
    console.page.board.lobby.people.more.setFocus()
    console.key(Key.Key_Right)
    assert console.meeting.phase is Phase.READ


def test_every_key_is_in_the_list_that_f1_shows(console: Console) -> None:
    hints = " ".join(keys for keys, _what in console.page.key_hints())
    for key in ("Page Down", "B or .", "W or ,", "F5", "C", "S", "N", "A", "P", "R", "O", "T"):
        assert key in hints


def test_tab_alone_leads_through_a_vote(console: Console) -> None:
    """From the big button to the pad and back, without a mouse."""
    console.go_on(2)
    pad = console.page.board.vote.slips.pad
    for _step in range(60):
        if focused() is pad:
            break
        console.key(Key.Key_Tab)
    assert focused() is pad
    console.qtbot.keyClicks(pad, "111111")
    for _step in range(60):
        if focused() is console.page.big:
            break
        console.key(Key.Key_Tab)
    console.key(Key.Key_Space)
    assert console.meeting.phase is Phase.CLOSED


def test_a_button_that_goes_away_takes_nothing_with_it(console: Console) -> None:
    """The list is made afresh when one goes to another statement from it."""
    console.go_on()
    console.click(console.page.board.more.stops.header)
    for name in ("Honesty 2", "Power 1", "Honesty 2"):
        console.press(f"Go to {name}")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert focused() is console.page.big
    console.go_on()
    assert console.meeting.phase is Phase.VOTE
