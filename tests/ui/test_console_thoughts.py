"""What is said before people vote, and asked before a step that is worth a thought."""

from collections.abc import Sequence

import pytest
from console_desk import DAY, FIRST, PACK, SECOND, Console, Hall, Key, Mode, replace
from house import House, focused
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from collabkit.assessments.tally import Tally, tally_answers
from collabkit.room.meeting import DraftAction, Phase
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.stage.screens import ScreenInfo

NOTHING_ADOPTED = "Nothing is adopted yet. If the session ends now, it ends without a plan."


def answered(item_id: str, codes: Sequence[str]) -> Tally:
    return tally_answers(item_id, PACK.form_of(PACK.item(item_id)), codes)


def with_sheets(console: Console) -> None:
    """Seal six sheets, of which only the first statement has enough answers."""
    console.flush()
    sheets = {FIRST: answered(FIRST, "111111"), SECOND: answered(SECOND, "22")}
    console.house.services.workshops.seal(console.session_id, sheets, 6, DAY)
    console.page.entered(session_id=console.session_id)


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    return Console(qtbot, house)


def test_back_is_offered_where_page_up_goes_back(console: Console) -> None:
    """An open vote in which only sheets are in loses nothing by it: they stay sealed."""
    with_sheets(console)
    console.go_on(2)
    assert console.big == "Close the vote: 6 of 6 in"
    assert console.page.back.isEnabled()
    console.press("Back")
    assert console.meeting.phase is Phase.READ


def test_back_is_not_offered_where_answers_would_be_lost(console: Console) -> None:
    console.go_on(2)
    console.slips("1")
    assert not console.page.back.isEnabled()
    console.go_back()
    assert console.meeting.phase is Phase.VOTE


def test_too_few_sheets_for_a_statement_are_told_before_and_while_it_is_voted_on(
    console: Console,
) -> None:
    too_few = "Too few sheets answer this statement, so they do not count here."
    with_sheets(console)
    console.go_on()
    assert too_few not in console.words
    console.page.presenter.moves.go_to(1)
    assert too_few in console.words
    console.go_on()
    assert too_few in console.words
    assert console.big.endswith("0 of 6 in")


def test_before_people_vote_again_it_is_told_how_many_answered(console: Console) -> None:
    again = "Six answered last time. It is best if the same people answer again;"
    console.go_on(2)
    console.slips("115511")
    console.go_on(2)
    assert again not in console.words
    console.press("Vote again")
    assert again in console.words


def test_with_one_screen_the_strip_tells_it_until_somebody_has_answered(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, screens=1)
    with_sheets(console)
    console.go_on()
    console.page.presenter.moves.go_to(1)
    console.key(Key.Key_F5)
    wall, strip = console.page.stage.window, console.page.one_screen
    assert wall is not None
    qtbot.keyClick(wall, Key.Key_PageDown)
    assert strip.strip[0].startswith("Too few sheets answer this statement")
    console.page.presenter.answers.take_slip("1")
    assert "Too few sheets" not in strip.strip[0]


def test_ending_without_a_plan_is_asked_once(console: Console) -> None:
    """Next again goes on; so does whoever has thought about it and presses next later."""
    console.go_on()
    console.press("End the statements now")
    console.go_on(3)
    assert console.notice == NOTHING_ADOPTED
    assert (console.big, console.page.back.text()) == ("Go on all the same", "Wait")
    console.go_back()
    assert (console.notice, console.big) == ("", "End the session")
    console.go_on()
    assert console.meeting.phase is Phase.END


def test_going_on_can_be_said_at_the_top_too(console: Console) -> None:
    console.go_on()
    console.press("End the statements now")
    console.go_on(3)
    console.press("Go on")
    assert console.meeting.phase is Phase.END


def test_choosing_nothing_is_asked_about_and_a_choice_takes_the_question_back(
    console: Console,
) -> None:
    console.go_on(2)
    console.slips("115511")
    console.go_on(2)
    console.press("End the statements now")
    console.go_on(2)
    assert console.notice.startswith("Nothing is chosen yet.")
    console.page.board.ending.statements_chosen.emit((FIRST,))
    assert (console.notice, console.big) == ("", "Agree on actions")
    console.go_on()
    assert console.meeting.phase is Phase.ADOPT


def test_with_a_plan_nothing_is_asked(console: Console) -> None:
    console.go_on()
    console.press("End the statements now")
    console.go_on(2)
    presenter = console.page.presenter
    presenter.actions.draft(DraftAction("a", None, "Ask two partners"))
    presenter.actions.show_fists("a", (0, 0, 0, 2, 2, 2))
    presenter.actions.adopt("a", True)
    console.go_on()
    assert console.meeting.phase is Phase.END


def test_a_note_under_way_survives_that_the_room_window_goes(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """It is written in a panel over the picture, and the projector is pulled out."""
    console = Console(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    console.go_on(2)
    for mark in "222222":
        console.page.presenter.answers.take_slip(mark)
    wall = console.page.stage.window
    assert wall is not None
    for key in (*[Key.Key_PageDown] * 3, Key.Key_N):
        qtbot.keyClick(focused() or wall, key)
        QApplication.processEvents()
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "Ask the board")
    console.page.stage.close()
    console.page.left()
    console.flush()
    assert console.stored.turn_of(FIRST).note == "Ask the board"
    assert console.page.one_screen.panel is None


class Mirrored(Hall):
    """A laptop whose projector shows the same."""

    def screens(self) -> tuple[ScreenInfo, ...]:
        laptop, projector = super().screens()
        return (laptop, replace(projector, is_mirror=True, is_room=False))


def test_a_projector_that_shows_the_same_is_no_second_screen(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, stage=Mirrored)
    assert console.page.wall.mode is Mode.ONE_SCREEN
    assert console.page.wall.is_shared
