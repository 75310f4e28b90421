"""One press is one step, letters work on either window, and the next press does what is said."""

import pytest
from console_desk import Console, Key, Mode, Way
from house import House, focused
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.results import Spread
from collabkit.room.meeting import Decision, Phase
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.console.keys import Gate
from collabkit.ui.workshop.console.panels import HandsPanel
from collabkit.ui.workshop.console.parts.people_part import PeoplePart
from collabkit.ui.workshop.console.wording import spread_since
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.window import RoomWindow


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """A console on a screen of its own; the room has seen its first statement."""
    console = Console(qtbot, house)
    console.go_on()
    return console


@pytest.fixture
def alone(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """A vote is open, on one screen for all."""
    console = Console(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    console.go_on(2)
    return console


def wall_beside(console: Console) -> RoomWindow:
    """Open the room window beside the console; this machine has but one screen."""
    console.page.stage.open(Mode.TWO_SCREENS)
    window = console.page.stage.window
    assert window is not None
    window.show()
    return window


def strip(console: Console) -> str:
    """Return what stands at the foot of the picture."""
    return console.page.one_screen.strip[0]


def times(gate: Gate, *seconds: float, just_asked: bool = False) -> list[bool]:
    """Press next at these times and return which presses were let through."""
    passed = []
    for second in seconds:
        gate.seconds = lambda second=second: second
        passed.append(gate.lets(RoomKey.NEXT, just_asked=just_asked))
    return passed


def test_a_held_key_is_one_step_however_long_it_is_held() -> None:
    """Repeats that nobody marks as such: the first after 0.66 s, then 25 a second."""
    repeats = [10.66 + n / 25 for n in range(100)]
    assert times(Gate(), 10.0, *repeats) == [True] + [False] * 100


def test_what_takes_long_is_not_followed_by_the_repeats_that_waited() -> None:
    """They are all heard at once when the program has time again."""
    gate = Gate()
    assert times(gate, 10.0) == [True]
    gate.seconds = lambda: 11.2
    gate.is_done(RoomKey.NEXT)
    assert times(gate, 11.21, 11.22) == [False, False]


def test_a_console_that_was_not_closed_after_all_goes_on(console: Console) -> None:
    """The window warns of an open vote and stays: the vote can be closed then."""
    console.go_on()
    console.hands(**{"1": "6"})
    console.page.left()
    console.page.stayed()
    console.go_on()
    assert console.meeting.phase is Phase.CLOSED


def test_after_a_rest_the_next_press_counts() -> None:
    assert times(Gate(), 10.0, 10.3, 10.9, 11.7, 12.4) == [True, False, False, True, True]


def test_a_question_wants_a_second_without_a_press() -> None:
    assert times(Gate(), 10.0, 10.9, 11.8, 12.9, just_asked=True) == [True, False, False, True]


def test_back_right_after_next_is_no_repeat() -> None:
    gate = Gate(lambda: 10.0)
    assert gate.lets(RoomKey.NEXT, just_asked=False)
    assert gate.lets(RoomKey.BACK, just_asked=False)


def test_holding_next_does_not_leave_anybody_out(console: Console) -> None:
    console.go_on()
    console.slips("11111")
    now = [100.0]
    console.page.gate.seconds = lambda: now[0]
    console.go_on()
    assert console.big == "Close the vote now"
    for _repeat in range(60):
        now[0] += 0.9
        console.go_on()
    assert console.meeting.phase is Phase.VOTE
    now[0] += 1.1
    console.go_on()
    assert console.meeting.phase is Phase.CLOSED


def test_letters_on_the_room_window_reach_the_console(console: Console) -> None:
    wall = wall_beside(console)
    console.go_on()
    for key, wanted in (
        (Key.Key_C, next(iter(console.page.board.vote.hands.fields.values())).line),
        (Key.Key_S, console.page.board.vote.slips.pad),
        (Key.Key_R, console.page.board.people.line),
    ):
        wall.activateWindow()
        wall.setFocus()
        console.qtbot.keyClick(wall, key)
        console.qtbot.waitUntil(console.page.isActiveWindow)
        assert focused() is wanted


def test_the_room_window_does_not_keep_the_keyboard(console: Console) -> None:
    """Many systems give it to each window that comes up."""
    wall = wall_beside(console)
    wall.activateWindow()
    console.qtbot.waitUntil(console.page.isActiveWindow)
    console.hall.count = 1  # now the console would come up where the room sees it
    wall.activateWindow()
    console.qtbot.wait(20)
    assert not console.page.isActiveWindow()


def test_what_a_letter_does_is_done_from_the_room_window_too(console: Console) -> None:
    wall = wall_beside(console)
    console.go_on()
    console.slips("111111")
    console.go_on(2)
    wall.activateWindow()
    wall.setFocus()
    console.qtbot.keyClick(wall, Key.Key_P)
    assert console.meeting.turn.decision is Decision.PARK


def test_space_goes_on_after_a_click_on_some_button(console: Console) -> None:
    """Many clickers send it, and it must not press once more what was clicked before."""
    more = console.page.board.people.more
    place = more.mapTo(console.page, more.rect().center())
    handle = console.page.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert focused() is more
    assert console.meeting.present == 7
    console.key(Key.Key_Space)
    assert console.meeting.present == 7
    assert console.meeting.phase is Phase.VOTE


def test_c_goes_on_from_the_slips_to_the_hands(console: Console) -> None:
    console.go_on()
    console.slips("11")
    console.key(Key.Key_C)
    assert focused() is next(iter(console.page.board.vote.hands.fields.values())).line
    vote = console.meeting.open_vote
    assert vote is not None
    assert vote.people == 2


def test_c_goes_on_from_the_slips_in_a_panel(alone: Console) -> None:
    alone.key(Key.Key_S, Key.Key_1, Key.Key_C)
    panel = alone.page.one_screen.panel
    assert panel is not None
    assert panel.heading.text() == "Count raised hands"


def test_without_hands_c_is_on_no_slip(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house, ways=frozenset({Way.SLIPS}))
    console.go_on(2)
    console.slips("1c")
    assert "“c” is on no slip" in console.words


def test_too_few_answers_are_told_before_next_is_pressed(alone: Console) -> None:
    wait = "Next does nothing yet: wait for more answers; O calls the vote off"
    assert strip(alone) == wait
    assert alone.page.big.text() == "Wait for more answers: 0 of 6 in"
    alone.key(Key.Key_S, *[Key.Key_1] * 5, Key.Key_Escape)
    assert strip(alone) == "Next: Close the vote: 5 of 6 in"


def test_a_wrong_count_is_told_and_a_clicker_alone_gets_out(alone: Console) -> None:
    """Back closes the form, and the last valid counts stand."""
    alone.key(Key.Key_C, Key.Key_5, Key.Key_Return, Key.Key_9, Key.Key_9, Key.Key_Return)
    assert strip(alone) == "Back keeps the last counts"
    alone.go_on()
    assert alone.page.one_screen.panel is None
    assert alone.meeting.phase is Phase.VOTE
    assert "Next does nothing yet: press C and correct the count." in strip(alone)
    assert alone.big == "Correct the count first"
    alone.go_back()
    assert alone.meeting.phase is Phase.VOTE
    assert strip(alone) == "Next: Close the vote: 5 of 6 in"
    alone.key(Key.Key_C)
    panel = alone.page.one_screen.panel
    assert isinstance(panel, HandsPanel)
    lines = [field.line.text() for field in panel.hands.fields.values()]
    assert lines[:2] == ["5", ""]


def test_what_next_does_to_the_wall_comes_before_what_it_waits_for(alone: Console) -> None:
    alone.key(Key.Key_B)
    assert strip(alone) == "Next: Show the room window again"


def test_back_closes_a_form_and_nothing_else(alone: Console) -> None:
    alone.key(Key.Key_C)
    QApplication.sendPostedEvents()
    alone.qtbot.keyClicks(focused(), "ab")
    alone.go_back()
    assert alone.page.one_screen.panel is None
    assert strip(alone).startswith("The last valid counts stand.")
    assert alone.meeting.phase is Phase.VOTE


def test_on_the_console_back_keeps_the_last_counts(console: Console) -> None:
    console.go_on()
    console.hands(level_4="5")
    console.hands(level_3="99")
    assert console.page.back.text() == "Keep the last counts"
    console.go_back()
    assert console.big == "Close the vote: 5 of 6 in"
    fields = console.page.board.vote.hands.fields
    assert (fields["3"].line.text(), fields["4"].line.text()) == ("", "5")


@pytest.mark.parametrize("typed", ["0", "abc", "999"])
@pytest.mark.parametrize("screens", [1, 2])
def test_a_number_of_people_that_cannot_be_is_told_at_once(
    qtbot: QtBot, house: House, theme: Theme, screens: int, typed: str
) -> None:
    console = Console(qtbot, house, screens=screens)
    if screens == 1:
        console.key(Key.Key_F5)
    console.go_on()
    console.key(Key.Key_R)
    line = focused()
    assert line is not None
    people = line.parentWidget()
    assert isinstance(people, PeoplePart)
    qtbot.keyClicks(line, typed)
    console.key(Key.Key_Return)
    assert people.fault.isVisible()
    assert people.fault.text() == f"“{typed}” is no number from 1 to 200. It stays at 6."
    qtbot.keyClicks(line, "7")
    console.key(Key.Key_Return)
    assert not people.fault.isVisible()
    assert console.meeting.present == 7


def test_next_does_not_pass_over_a_wrong_number_of_people(alone: Console) -> None:
    alone.key(Key.Key_R)
    alone.qtbot.keyClicks(focused(), "999")
    alone.go_on()
    assert alone.page.one_screen.panel is not None
    alone.go_back()
    assert alone.page.one_screen.panel is None


def test_fewer_people_than_have_answered_are_told_beside_the_number(console: Console) -> None:
    console.go_on()
    console.slips("11111")
    console.key(Key.Key_Escape, Key.Key_R)
    console.qtbot.keyClicks(focused(), "4")
    console.key(Key.Key_Return)
    assert console.page.board.people.fault.text() == (
        "4 cannot be: more have answered already. It stays at 6."
    )


def test_what_the_projector_mirrors_is_never_said_to_be_unseen(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, screens=1)
    assert "The room sees nothing now." not in console.words
    assert "The room may be seeing this screen." in console.words
    console.key(Key.Key_F5)
    assert console.page.wall.why_unseen == (
        "The room window is open on this screen; the console lies over it. F5 brings it back."
    )


def test_when_the_session_is_over_and_left_the_showing_is_over(console: Console) -> None:
    """Another session would otherwise take the place of what was agreed."""
    wall_beside(console)
    console.page.presenter.early_end.do()
    console.go_on(2)
    console.page.left()
    assert console.page.stage.is_open
    console.page.entered(session_id=console.session_id)
    while console.meeting.phase is not Phase.END:
        console.go_on()
    console.page.left()
    assert not console.page.stage.is_open


def test_an_open_vote_waits_while_another_session_is_led(console: Console, house: House) -> None:
    console.go_on()
    console.slips("1234")
    other = house.services.workshops.copy(console.session_id, "Another day", house.context.today())
    page = console.page
    page.left()
    page.entered(session_id=other.id)
    assert console.meeting.open_vote is None
    assert page.presenter.open_answers == 4  # closing the program would still lose them
    page.left()
    page.entered(session_id=console.session_id)
    assert console.notice == ""
    assert console.meeting.open_vote is not None
    assert console.meeting.open_vote.people == 4


def test_how_far_apart_says_when_the_room_has_come_closer() -> None:
    split, spread, mostly = Spread.SPLIT, Spread.SPREAD, Spread.MOSTLY_TOGETHER
    assert spread_since([]) == ""
    assert spread_since([split]) == "Split"
    assert spread_since([split, mostly]) == "Mostly together. Closer than before."
    assert spread_since([split, split]) == "Split. Both ends are still there."
    assert spread_since([spread, spread]) == "Spread"
    assert spread_since([mostly, spread]) == "Spread"
    assert spread_since([Spread.TOO_FEW, mostly]) == "Mostly together"
