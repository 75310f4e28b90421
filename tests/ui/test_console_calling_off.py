"""A vote is called off on purpose, and never by a key that was meant to go on."""

import pytest
from console_desk import Console, Key
from house import House, button, focused
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import Phase
from collabkit.ui.theme import Theme


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """A vote is open, and three slips are in."""
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("123")
    return console


def test_it_is_asked_first_and_the_keyboard_is_on_going_on(console: Console) -> None:
    console.press("Call this vote off")
    assert "Three answers are in, and they would be forgotten." in console.words
    assert focused() is button(console.page, "Keep voting")
    console.key(Key.Key_Space)
    assert console.meeting.phase is Phase.VOTE
    assert "they would be forgotten" not in console.words
    console.press("Call this vote off", "Call it off")
    assert console.meeting.phase is Phase.READ


def test_without_an_answer_there_is_nothing_to_ask(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.press("Call this vote off")
    assert console.meeting.phase is Phase.READ


def test_the_question_does_not_wait_for_the_next_vote(console: Console) -> None:
    console.press("Call this vote off", "Call it off")
    console.go_on()
    assert button(console.page, "Call this vote off").isVisible()


def test_tab_from_the_hands_and_space_throw_nothing_away(console: Console) -> None:
    console.key(Key.Key_Escape, Key.Key_C)
    for _field in console.page.board.vote.hands.fields:
        console.key(Key.Key_Tab)
    console.key(Key.Key_Space, Key.Key_Space)
    assert console.meeting.open_vote is not None
    assert console.meeting.open_vote.people == 3


def test_o_leads_to_it_while_a_vote_is_open(console: Console) -> None:
    console.key(Key.Key_Escape, Key.Key_O)
    assert focused() is button(console.page, "Call this vote off")


def test_with_one_screen_it_is_asked_in_the_panel(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    console.go_on(2)
    console.key(Key.Key_S, Key.Key_1, Key.Key_Escape, Key.Key_O)
    panel = console.page.one_screen.panel
    assert panel is not None
    console.key(Key.Key_Space, Key.Key_Space)  # "Call this vote off", and then "Keep voting"
    assert console.meeting.phase is Phase.VOTE
    assert console.page.one_screen.panel is None
    console.key(Key.Key_O, Key.Key_Space)
    panel = console.page.one_screen.panel
    assert panel is not None
    console.press_in(panel, "Call it off")
    assert console.meeting.phase is Phase.READ
