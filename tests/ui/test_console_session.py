"""A whole short session at the console, as a facilitator holds it."""

from pathlib import Path

from console_desk import FIRST, SECOND, Console, Key, Way
from house import House, focused
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.plans.plan import Slot
from collabkit.room.meeting import Decision, Phase
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.console.papers import PaperDesk


def test_the_big_button_says_what_each_press_of_the_clicker_does(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """Two statements from the lobby to the end, with hands, slips and another vote."""
    console = Console(qtbot, house)
    assert console.big == "Begin"
    console.go_on()
    assert console.big == "Open the vote"
    console.go_on()
    assert console.big == "Wait for more answers: 0 of 6 in"
    console.slips("115")
    console.slips("545")
    assert console.big == "Close the vote: 6 of 6 in"
    console.go_on()
    assert console.big == "Show the answers"
    console.go_on()
    assert console.big == "Talk in pairs"
    assert "Split" in console.words
    console.press("Vote again")
    assert console.big == "Wait for more answers: 0 of 6 in"
    console.hands(level_4="5", level_3="1")
    console.go_on(2)
    console.go_on()
    assert console.big == "Decide"
    console.go_on()
    assert console.big == "Next statement: Honesty 2"
    console.press("Park it for another time")
    console.go_on()
    assert console.words.count("Statement 2 of 2") == 1
    console.go_on()
    console.slips("22222N")
    console.go_on(4)
    assert console.big == "Go to the map"
    console.press("Make an action")
    console.page.board.form.text.edit.setFocus()
    qtbot.keyClicks(console.page.board.form.text.edit, "Ask two partners")
    console.press("Save this action")
    console.go_on()
    assert console.big == "Choose what to act on"
    console.go_on()
    assert console.big == "Agree on actions"
    console.page.board.ending.statements_chosen.emit((FIRST, SECOND))
    console.go_on()
    assert console.big == "End the session"
    action = console.meeting.actions[0]
    console.page.board.ending.fists_shown.emit(action.id, (0, 0, 0, 2, 2, 2))
    console.page.board.ending.adoption_asked.emit(action.id, True)
    console.go_on()
    assert console.big == "The session is over"
    assert not console.page.big.isEnabled()
    console.flush()

    stored = console.stored
    assert stored.phase is Phase.END
    first, second = (stored.turn_of(item_id) for item_id in (FIRST, SECOND))
    assert [dict(vote.came) for vote in first.votes] == [{Way.SLIPS: 6}, {Way.HANDS: 6}]
    assert first.latest is not None
    assert first.latest.tally.by_code["4"] == 5
    assert first.decision is Decision.PARK
    assert second.decision is Decision.ACTION
    assessment_id = house.services.workshops.get(console.session_id).assessment_id
    assert assessment_id is not None
    plan = house.services.plans.load(assessment_id)
    assert [(a.text, a.slot) for a in plan.actions] == [("Ask two partners", Slot.NOW)]


def test_at_the_end_the_plan_and_the_results_are_one_press_away(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on()
    console.press("End the statements now")
    console.go_on(4)  # asked once whether to end without a plan
    console.flush()
    console.press("Open the plan", "Open the results")
    assessment_id = house.services.workshops.get(console.session_id).assessment_id
    assert console.gone == [
        ("plan", {"assessment_id": assessment_id}),
        ("results", {"assessment_id": assessment_id}),
    ]


def test_ending_the_statements_can_be_undone(qtbot: QtBot, house: House, theme: Theme) -> None:
    """Where one was, by the notice or by Back; later Back leads to the last statement as ever."""
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("115511")
    console.go_on(3)
    for undo in ("Undo", "Back"):
        assert console.meeting.phase is Phase.TALK
        console.press("End the statements now")
        assert console.meeting.phase is Phase.MAP
        assert console.notice.startswith("The statements are ended.")
        console.press(undo)
        assert (console.meeting.place, console.notice) == (0, "")
    console.press("End the statements now")
    console.go_on()
    assert console.notice == ""
    console.go_back()
    console.go_back()
    assert console.meeting.turn.item_id == SECOND


def test_before_the_first_statement_there_is_the_promise_to_read_and_sheets_to_key_in(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    assert "There is no score, and nobody is marked." in console.words
    console.press("Key in sheets")
    assert console.gone == [("keying", {"session_id": console.session_id})]


def test_what_to_say_and_what_comes_next_stand_there(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on()
    assert "“Please read this on your own. Nobody says anything yet.”" in console.words
    assert "Honesty 2: “We give partners what we promised them.”" in console.words
    assert console.page.presenter.state.on_the_wall == "The room sees the statement alone."


def test_a_note_is_kept_with_its_statement(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("111111")
    console.go_on(2)
    console.key(Key.Key_N)
    qtbot.keyClicks(console.page.board.note.box.edit, "More words with the council")
    console.go_on(2)
    console.flush()
    assert console.stored.turn_of(FIRST).note == "More words with the council"


def test_any_other_statement_can_be_gone_to(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    console.go_on()
    console.click(console.page.board.more.stops.header)
    assert "Power 1 · Not yet · You are here" in console.words
    console.press("Go to Honesty 2")
    assert console.meeting.turn.item_id == SECOND


def test_a_break_ends_where_it_began(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    console.go_on()
    console.press("Take a break")
    assert console.big == "End the break"
    console.go_on()
    assert console.big == "Open the vote"


def test_going_back_never_opens_a_vote_again_nor_hides_what_was_shown(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("111111")
    console.go_back()
    assert console.meeting.phase is Phase.VOTE
    console.go_on()
    console.go_back()
    assert console.meeting.phase is Phase.CLOSED
    console.go_on(3)
    console.go_back()
    console.go_back()
    console.go_back()
    assert console.meeting.phase is Phase.REVEAL


def test_both_papers_can_be_saved_before_people_leave(
    qtbot: QtBot, house: House, theme: Theme, tmp_path: Path
) -> None:
    console = Console(qtbot, house)
    console.go_on()
    console.press("End the statements now")
    console.go_on(4)  # asked once whether to end without a plan
    assert focused() is console.page.board.end.report
    console.page.papers.desk = Here(tmp_path)
    for name in ("report", "minutes"):
        console.press(f"Save the {name} as PDF")
        path = tmp_path / f"Away-day, June 2026 - {name}.pdf"
        qtbot.waitUntil(lambda path=path: str(path) in console.notice, timeout=20_000)
        assert path.read_bytes().startswith(b"%PDF-")


def test_the_keyboard_never_stays_in_a_field_that_went_away(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """The next key would be typed into another field, such as the number of people."""
    console = Console(qtbot, house)
    console.go_on(2)
    console.slips("111111")
    console.go_on(2)
    console.key(Key.Key_N)
    console.go_on(3)
    assert console.meeting.turn.item_id == SECOND
    assert focused() is console.page.big


class Here(PaperDesk):
    """Somebody who saves everything in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path:
        return self.folder / suggested.name
