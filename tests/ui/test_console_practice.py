"""Practice alone: pretend people fill in sheets, vote in two ways, vote again and show fingers."""

import pytest
from console_desk import Console, Key, Way, replace
from house import TODAY, House, focused, nameless, words
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.results import Spread
from collabkit.room import votes
from collabkit.room.meeting import DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.room.pretend_turns import missing_answers, offer_of
from collabkit.room.showing import rounds_of
from collabkit.room.steps import begin
from collabkit.services.packs import first_pack
from collabkit.ui.theme import Theme

ANSWER = "Let the pretend people answer"
SHEETS = "Let seven pretend people fill in sheets"
FINGERS = "Let the pretend people show their fingers"
PACK = first_pack()
ASKED = tuple(item.id for item in PACK.items)[:3]


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """A session to practise with, five statements and seven people, in the lobby."""
    return practising(qtbot, house)


def practising(qtbot: QtBot, house: House, screens: int = 2) -> Console:
    session = house.services.workshops.practise(TODAY)
    return Console(qtbot, house, session_id=session.id, screens=screens)


def offered(console: Console, name: str) -> bool:
    return name in console.words.splitlines()


def came(console: Console) -> dict[Way, int]:
    vote = console.meeting.open_vote
    assert vote is not None
    return dict(vote.came)


def test_one_press_fills_an_open_vote(console: Console) -> None:
    """Three by hands, the rest as slips, as if they had been typed."""
    console.go_on(2)
    console.press(ANSWER)
    assert came(console) == {Way.HANDS: 3, Way.SLIPS: 4}
    fields = console.page.board.vote.hands.fields.values()
    assert sum(int(field.line.text() or 0) for field in fields) == 3
    assert console.big == "Close the vote: 7 of 7 in"
    assert not offered(console, ANSWER)
    assert focused() is console.page.big
    console.go_on(2)
    assert console.meeting.phase is Phase.REVEAL


def test_they_fill_up_what_somebody_has_begun_by_hand(console: Console) -> None:
    console.go_on(2)
    console.slips("12")
    console.hands(level_5="2")
    console.press(ANSWER)
    assert came(console) == {Way.HANDS: 3, Way.SLIPS: 4}
    vote = console.meeting.open_vote
    assert vote is not None
    assert vote.hands.counts["5"] >= 2
    assert vote.slips.codes[:2] == ("1", "2")


def test_in_a_vote_again_they_answer_in_the_same_ways_and_stand_closer(console: Console) -> None:
    """So the second vote can be closed without a caution."""
    console.go_on(2)
    console.press(ANSWER)
    before = came(console)
    console.go_on(2)
    console.press("Vote again", ANSWER)
    assert came(console) == before
    console.go_on(2)
    assert console.meeting.phase is Phase.REVEAL
    first, second = (
        each.result.spread
        for each in rounds_of(console.meeting.turn, PACK, console.meeting.preparation.minimum)
    )
    assert (first, second) == (Spread.SPLIT, Spread.MOSTLY_TOGETHER)


def test_the_usual_statements_show_every_way_in_which_a_room_can_lie(console: Console) -> None:
    """Ten minutes of practice meet a room of one mind, of two, and all over."""
    seen = set()
    console.go_on()
    while console.meeting.phase is not Phase.MAP:
        console.go_on()
        if offered(console, ANSWER):
            console.press(ANSWER)
        elif console.meeting.phase is Phase.REVEAL:
            (only,) = rounds_of(console.meeting.turn, PACK, 3)
            seen.add(only.result.spread)
    assert seen == {Spread.TOGETHER, Spread.MOSTLY_TOGETHER, Spread.SPREAD, Spread.SPLIT}


def test_seven_sheets_are_keyed_in_and_sealed_in_one_press(console: Console) -> None:
    console.press(SHEETS)
    assert console.meeting.sheets == 7
    assert set(console.meeting.sealed) == set(console.meeting.preparation.statements)
    assert console.notice == "Seven pretend sheets are keyed in and sealed."
    assert "7 sheets are in." in console.words
    assert not offered(console, SHEETS)
    console.flush()
    assert console.stored.sheets == 7


def test_after_the_sheets_only_those_vote_who_left_a_statement_out(console: Console) -> None:
    console.press(SHEETS)
    console.go_on(2)
    assert came(console) == {Way.SHEETS: 6}
    console.press(ANSWER)
    assert came(console) == {Way.SHEETS: 6, Way.HANDS: 1}
    assert console.big == "Close the vote: 7 of 7 in"
    console.go_on(2)
    assert console.meeting.phase is Phase.REVEAL


def test_they_show_fingers_for_every_action_and_anew_for_other_words(console: Console) -> None:
    console.go_on()
    console.press("End the statements now")
    console.go_on(2)
    assert not offered(console, FINGERS)
    actions = console.page.presenter.actions
    for number, text in enumerate(("Ask three partners", "Put it on the agenda")):
        actions.draft(DraftAction(f"a{number}", None, text))
    console.press(FINGERS)
    shown = [action.fists for action in console.meeting.actions]
    assert [sum(fists or ()) for fists in shown] == [7, 7]
    assert shown[0] != shown[1]
    assert not offered(console, FINGERS)
    first = console.meeting.actions[0]
    actions.adopt("a1", now=True)
    actions.reword("a0", replace(first, text="Ask three partners this winter"))
    console.press(FINGERS)
    again, adopted = console.meeting.actions
    assert again.fists not in (None, shown[0])
    assert adopted.is_adopted


def test_l_does_it_from_the_keyboard(console: Console) -> None:
    console.key(Key.Key_L)
    assert console.meeting.sheets == 7
    console.go_on()
    console.key(Key.Key_L)
    assert console.meeting.phase is Phase.READ
    assert ("L", "Practice: let the pretend people do what is to be done now") in (
        console.page.key_hints()
    )


def test_with_one_screen_l_does_it_too_and_the_strip_says_so(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = practising(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    wall = console.page.stage.window
    assert wall is not None
    strip = console.page.one_screen
    on_wall(console, wall, Key.Key_PageDown, Key.Key_PageDown)
    assert strip.strip[1] == "C hands · S slips · L pretend people · ? keys"
    on_wall(console, wall, Key.Key_L)
    assert strip.strip == ("Next: Close the vote: 7 of 7 in", "C hands · S slips · ? keys")
    on_wall(console, wall, Key.Key_Question)
    assert strip.panel is not None
    assert "let the pretend people" in words(strip.panel)


def test_with_one_screen_what_was_done_is_told_until_the_next_step(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """It does not stand on the wall for the rest of the session."""
    console = practising(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    wall = console.page.stage.window
    assert wall is not None
    on_wall(console, wall, Key.Key_L)
    assert "Seven pretend sheets are keyed in and sealed." in console.page.one_screen.strip[0]
    on_wall(console, wall, Key.Key_PageDown)
    assert "pretend sheets" not in console.page.one_screen.strip[0]


def on_wall(console: Console, wall: QWidget, *keys: Key) -> None:
    for key in keys:
        console.qtbot.keyClick(wall, key)
        QApplication.processEvents()


def test_every_button_of_practice_has_a_name(console: Console) -> None:
    assert not nameless(console.page)
    console.go_on(2)
    assert not nameless(console.page)


def test_in_earnest_there_are_no_pretend_people(qtbot: QtBot, house: House, theme: Theme) -> None:
    """No button, and L does nothing at all."""
    console = Console(qtbot, house)
    assert "pretend" not in console.words
    console.go_on(2)
    console.key(Key.Key_L)
    assert "pretend" not in console.words
    assert came(console) == {}
    assert all(key != "L" for key, _what in console.page.key_hints())


def opened(ways: frozenset[Way] = frozenset(Way), *, people: int = 7, minimum: int = 3) -> Meeting:
    """A vote on the first of three statements."""
    preparation = Preparation("Practice", ASKED, people=people, minimum=minimum, ways=ways)
    return votes.open_vote(begin(convene(preparation), TODAY))


@pytest.mark.parametrize(
    ("ways", "people", "minimum", "hands", "slips"),
    [
        ({Way.HANDS, Way.SLIPS}, 7, 3, 3, 4),
        ({Way.HANDS, Way.SLIPS}, 5, 3, 2, 3),  # two on paper could be recognised
        ({Way.HANDS, Way.SLIPS}, 5, 5, 0, 5),
        ({Way.HANDS, Way.SLIPS}, 3, 3, 3, 0),
        ({Way.HANDS}, 7, 3, 7, 0),
        ({Way.SLIPS, Way.SHEETS}, 7, 3, 0, 7),
        ({Way.SHEETS}, 7, 3, 0, 0),
    ],
)
def test_how_many_answer_in_which_way(
    ways: set[Way], people: int, minimum: int, hands: int, slips: int
) -> None:
    """Whatever was prepared, the vote can be closed with what they answer."""
    meeting = opened(frozenset(ways), people=people, minimum=minimum)
    missing = missing_answers(meeting, PACK)
    assert (sum(missing.hands.values()), len(missing.slips)) == (hands, slips)
    assert (offer_of(meeting, PACK) == ANSWER) is bool(hands + slips)


def test_nobody_is_asked_twice_whoever_answered_before() -> None:
    """In a vote again as many answer as before, not those who have come since."""
    meeting = opened(frozenset({Way.SLIPS}))
    for _person in range(6):
        meeting = votes.take_slip(meeting, "3")
    form = PACK.form_of(PACK.item(ASKED[0]))
    again = votes.open_vote(votes.reveal(votes.close_vote(meeting, form)))
    assert len(missing_answers(again, PACK).slips) == 6


def test_a_break_offers_nothing() -> None:
    meeting = replace(convene(Preparation("Practice", ASKED, people=7)), is_paused=True)
    assert offer_of(meeting, PACK) == ""
