"""Answers come in at the console: slips, hands, sheets, and what is wrong with them."""

from types import MappingProxyType

import pytest
from console_desk import DAY, FIRST, PACK, Console, Key, Way
from house import House, focused
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE
from collabkit.assessments.tally import tally_answers
from collabkit.room.meeting import Phase
from collabkit.room.votes import seal
from collabkit.ui.theme import Theme


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The loudspeaker of the machine: a line for each beep."""
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """A vote is open."""
    console = Console(qtbot, house)
    console.go_on(2)
    return console


def test_only_how_many_slips_are_in_is_shown_and_never_which(console: Console) -> None:
    console.slips("1234")
    shown = console.words
    console.key(*[Key.Key_Backspace] * 4)
    console.slips("5550")
    assert console.words == shown
    assert "4 slips are in" in (console.page.board.vote.slips.pad.accessibleDescription())


def test_backspace_takes_the_last_slip_back(console: Console) -> None:
    console.slips("12")
    console.key(Key.Key_Backspace)
    vote = console.meeting.open_vote
    assert vote is not None
    assert vote.slips.codes == ("1",)


def test_capital_and_small_n_stand_for_does_not_apply(console: Console) -> None:
    console.slips("nN0")
    vote = console.meeting.open_vote
    assert vote is not None
    assert vote.slips.codes == (NOT_APPLICABLE, NOT_APPLICABLE, DONT_KNOW)


def test_a_key_that_stands_for_no_answer_beeps_and_is_named(
    console: Console, beeps: list[str]
) -> None:
    console.slips("1x")
    assert beeps == ["beep"]
    assert "“x” is on no slip, so nothing was counted." in console.words
    console.slips("2")
    assert "on no slip" not in console.words
    assert console.big == "Wait for more answers: 2 of 6 in"


def test_more_slips_than_people_are_not_counted(console: Console, beeps: list[str]) -> None:
    console.slips("1111111")
    assert beeps == ["beep"]
    assert "There are 6 people in the room, and that would make 7 answers" in console.words
    assert console.big == "Close the vote: 6 of 6 in"


def test_enter_and_space_between_slips_do_not_close_the_vote(
    console: Console, beeps: list[str]
) -> None:
    console.slips("111111")
    console.key(Key.Key_Return, Key.Key_Space)
    assert console.meeting.phase is Phase.VOTE


def test_hands_above_the_people_in_the_room_are_told_and_nothing_typed_is_lost(
    console: Console,
) -> None:
    console.hands(level_1="4")
    console.hands(level_2="9")
    assert "that would make 13 answers" in console.words
    fields = console.page.board.vote.hands.fields
    assert [fields[code].line.text() for code in ("1", "2")] == ["4", "9"]
    assert console.big == "Correct the count first"
    console.go_on()
    assert console.meeting.phase is Phase.VOTE
    assert "that would make 13 answers" in console.notice
    console.hands(level_2="2")
    assert console.big == "Close the vote: 6 of 6 in"


def test_words_in_place_of_a_number_are_told(console: Console) -> None:
    console.hands(level_1="ab")
    assert "“ab” is not a number." in console.words


def test_enter_goes_from_one_answer_to_the_next(console: Console) -> None:
    console.key(Key.Key_C)
    fields = console.page.board.vote.hands.fields
    assert focused() is fields["1"].line
    console.key(Key.Key_2, Key.Key_Return)
    assert focused() is fields["2"].line
    console.key(Key.Key_Up)
    assert focused() is fields["1"].line
    assert console.big == "Wait for more answers: 2 of 6 in"


def test_missing_people_are_asked_about_before_the_vote_closes(console: Console) -> None:
    console.slips("11111")
    console.go_on()
    assert console.notice == "One person has not answered."
    assert console.big == "Close the vote now"
    console.press("Wait")
    assert console.notice == ""
    assert console.big == "Close the vote: 5 of 6 in"
    console.go_on()
    console.go_on()
    assert console.meeting.phase is Phase.CLOSED


def test_an_answer_that_comes_meanwhile_takes_the_question_back(console: Console) -> None:
    console.slips("11111")
    console.go_on()
    console.slips("1")
    assert console.notice == ""
    assert console.big == "Close the vote: 6 of 6 in"


def test_too_few_answers_cannot_be_closed(console: Console) -> None:
    console.slips("111")
    console.go_on()
    assert "Nothing is shown about fewer than five" in console.notice
    assert console.meeting.phase is Phase.VOTE


def test_one_answer_on_paper_cannot_be_given_away_by_the_hands(console: Console) -> None:
    console.slips("1")
    console.hands(level_4="5")
    console.go_on()
    assert "Only one person has answered on paper." in console.notice


def test_a_vote_can_be_called_off(console: Console) -> None:
    console.slips("111")
    console.press("Call this vote off", "Call it off")
    assert console.big == "Open the vote"
    console.go_on()
    assert console.big == "Wait for more answers: 0 of 6 in"


def test_more_people_come_in(console: Console) -> None:
    console.press("One person more", "One person more")
    assert console.big == "Wait for more answers: 0 of 8 in"
    line = console.page.board.people.line
    line.setFocus()
    line.selectAll()
    console.qtbot.keyClicks(line, "7")
    console.key(Key.Key_Tab)
    assert console.big == "Wait for more answers: 0 of 7 in"


def test_fewer_people_than_have_answered_are_refused(console: Console) -> None:
    console.slips("111111")
    console.press("One person fewer")
    assert "from 6 to" in console.notice
    assert console.meeting.present == 6


def test_sheets_count_in_the_first_vote(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    form = PACK.form_of(PACK.item(FIRST))
    tally = tally_answers(FIRST, form, ["3"] * 5)
    sealed = seal(console.meeting, MappingProxyType({FIRST: tally}), 5)
    house.services.workshops.keep(console.session_id, sealed, DAY)
    console.page.entered(session_id=console.session_id)
    assert "5 sheets are in." in console.words
    console.go_on(2)
    assert console.big == "Close the vote: 5 of 6 in"
    assert "Sheets: 5" in console.words


def test_only_the_ways_that_were_prepared_are_offered(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, ways=frozenset({Way.HANDS}))
    assert "Sheets" not in console.words
    console.go_on(2)
    assert not console.page.board.vote.slips.isVisible()
    assert console.page.board.vote.hands.isVisible()
