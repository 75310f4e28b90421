"""With one screen for all, nothing on it says more than the room may know."""

import pytest
from console_desk import DAY, FIRST, PACK, Console, Key
from house import House, focused, words
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.tally import tally_answers
from collabkit.room.meeting import Decision, Phase
from collabkit.room.prompts import aside, prompts_for
from collabkit.room.showing import rounds_of
from collabkit.room.votes import seal
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.room_window.window import RoomWindow


@pytest.fixture
def console(qtbot: QtBot, house: House, theme: Theme) -> Console:
    """Eleven people, five sheets keyed in, and a laptop that the projector mirrors."""
    console = Console(qtbot, house, screens=1, people=11)
    tally = tally_answers(FIRST, PACK.form_of(PACK.item(FIRST)), ["5"] * 5)
    sealed = seal(console.meeting, {FIRST: tally}, 5)
    house.services.workshops.keep(console.session_id, sealed, DAY)
    console.page.entered(session_id=console.session_id)
    console.key(Key.Key_F5)
    qtbot.waitUntil(wall(console).isVisible)
    return console


def wall(console: Console) -> RoomWindow:
    """The room window, which covers everything."""
    window = console.page.stage.window
    assert window is not None
    return window


def key(console: Console, *keys: Key) -> None:
    """Press keys on the room window."""
    for each in keys:
        target = focused()
        window = wall(console)
        inside = target is not None and (target is window or window.isAncestorOf(target))
        console.qtbot.keyClick(target if inside and target else window, each)
        QApplication.processEvents()


def visible(*windows: QWidget) -> str:
    """Everything that can be read or heard in these windows: texts, fields, descriptions."""
    lines = []
    for window in windows:
        lines.append(words(window))
        for part in window.findChildren(QWidget):
            if part.isVisibleTo(window):
                lines += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
                if isinstance(part, QLineEdit | QPlainTextEdit):
                    text = part.text() if isinstance(part, QLineEdit) else part.toPlainText()
                    lines.append(text)
    return "\n".join(lines)


def picture(window: QWidget) -> QImage:
    """What the projector throws on the wall."""
    return window.grab().toImage()


def test_sheets_are_keyed_in_hidden_where_the_screen_is_shared(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, screens=1)
    console.press("Key in sheets")
    assert console.gone == [("keying", {"session_id": console.session_id, "hidden": True})]


def test_slips_of_two_rooms_that_answer_differently_look_the_same(console: Console) -> None:
    """Neither the picture nor a word differs by what was keyed in."""
    key(console, Key.Key_PageDown, Key.Key_PageDown)
    seen = []
    for slips in ([Key.Key_1] * 4, [Key.Key_5, Key.Key_0, Key.Key_N, Key.Key_3]):
        key(console, Key.Key_S, *slips)
        seen.append((visible(wall(console), console.page), picture(wall(console))))
        key(console, *[Key.Key_Backspace] * 4, Key.Key_Escape)
    assert seen[0] == seen[1]


def test_no_count_by_way_is_ever_shown(console: Console) -> None:
    key(console, Key.Key_PageDown, Key.Key_PageDown, Key.Key_S)
    key(console, *[Key.Key_1] * 3)
    said = visible(wall(console), console.page)
    assert "8 of 11 answers are in" in said
    for private in ("Slips: 3", "Sheets: 5", "3 slips", "5 sheets"):
        assert private not in said
    key(console, Key.Key_Escape)
    assert console.page.one_screen.panel is None


def test_what_cannot_be_closed_is_told_without_numbers_by_way(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, screens=1, people=6)
    console.key(Key.Key_F5)
    key(console, Key.Key_PageDown, Key.Key_PageDown, Key.Key_C, Key.Key_5, Key.Key_Escape)
    key(console, Key.Key_S, Key.Key_1, Key.Key_Escape, Key.Key_PageDown)
    assert console.meeting.phase is Phase.VOTE
    said = visible(console.page) + console.page.one_screen.strip[0]
    assert "This vote cannot be closed yet" in said
    assert "too few of them on paper" in said
    assert "Only one person" not in said


def test_prompts_and_asides_stay_folded_away_until_they_are_asked_for(console: Console) -> None:
    key(console, Key.Key_PageDown, Key.Key_PageDown, Key.Key_S)
    key(console, *[Key.Key_5] * 4, Key.Key_1, Key.Key_4, Key.Key_Escape)
    key(console, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    (seen,) = rounds_of(console.meeting.turn, PACK, console.meeting.preparation.minimum)
    private = [*prompts_for(seen), aside(seen)]
    assert all(private)
    said = visible(wall(console), console.page) + "".join(console.page.one_screen.strip)
    assert not any(line in said for line in private)
    key(console, Key.Key_Escape, Key.Key_E)  # leaves the room window
    assert not console.page.stage.is_open
    said = visible(console.page)
    assert not any(line in said for line in private)
    assert "everybody can read along" in said
    console.press("Show what is for my eyes")
    said = visible(console.page)
    assert all(line in said for line in private)
    console.press("Fold it away")
    assert not any(line in visible(console.page) for line in private)


def test_nothing_private_is_folded_away_on_a_screen_of_ones_own(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, screens=2)
    console.go_on()
    assert "You could say" in console.words
    assert not console.page.board.eyes.isVisible()


def test_when_the_second_screen_goes_everything_private_is_folded_away_at_once(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    """The system may be mirroring from now on. The vote goes on."""
    console = Console(qtbot, house, screens=2)
    console.go_on(2)
    console.slips("111")
    assert "3 slips are in" in visible(console.page)
    console.hall.count = 1
    console.hall.screen_lost.emit("The screen for the room has gone.")
    console.hall.screens_changed.emit()
    assert "3 slips are in" not in visible(console.page)
    assert console.notice == "The screen for the room has gone."
    console.slips("111")
    assert console.big == "Close the vote: 6 of 6 in"


def test_a_whole_statement_with_a_clicker_and_a_few_letters(console: Console) -> None:
    """Slips, a note, an action and parking, all over the picture."""
    key(console, Key.Key_PageDown, Key.Key_PageDown, Key.Key_S)
    key(console, *[Key.Key_2] * 5)
    key(console, Key.Key_PageDown)  # the panel goes, and the missing person is asked about
    assert "One person has not answered." in console.page.one_screen.strip[0]
    assert console.meeting.phase is Phase.VOTE
    key(console, Key.Key_PageDown)
    assert console.meeting.phase is Phase.CLOSED
    key(console, Key.Key_PageDown, Key.Key_PageDown, Key.Key_N)
    assert isinstance(focused(), QPlainTextEdit)
    console.qtbot.keyClicks(focused(), "once a year")
    key(console, Key.Key_PageDown)
    assert console.meeting.phase is Phase.DECIDE
    assert console.meeting.turn.note == "once a year"
    key(console, Key.Key_P)
    assert console.meeting.turn.decision is Decision.PARK
    key(console, Key.Key_A)
    console.qtbot.keyClicks(focused(), "Ask two partners")
    panel = console.page.one_screen.panel
    assert panel is not None
    console.press_in(panel, "Save this action")
    assert [action.text for action in console.meeting.actions] == ["Ask two partners"]
    assert console.page.one_screen.panel is None


def test_the_strip_says_what_next_does(console: Console) -> None:
    strip = console.page.one_screen
    assert strip.strip[0] == "Next: Begin"
    key(console, Key.Key_PageDown)
    assert strip.strip[0] == "Next: Open the vote"
    key(console, Key.Key_PageDown)
    assert strip.strip == ("Next: Close the vote: 5 of 11 in", "C hands · S slips · ? keys")


def test_the_keys_are_listed_over_the_picture(console: Console) -> None:
    key(console, Key.Key_Question)
    panel = console.page.one_screen.panel
    assert panel is not None
    assert "Key in slips" in words(panel)
    key(console, Key.Key_Question)
    assert console.page.one_screen.panel is None


def test_how_many_are_in_the_room_and_other_things_have_panels(console: Console) -> None:
    key(console, Key.Key_PageDown, Key.Key_R)
    panel = console.page.one_screen.panel
    assert panel is not None
    console.press_in(panel, "One person more")
    assert console.meeting.present == 12
    key(console, Key.Key_Escape, Key.Key_O)
    panel = console.page.one_screen.panel
    assert panel is not None
    console.press_in(panel, "Take a break")
    assert console.meeting.is_paused
    assert console.page.one_screen.panel is None


def test_a_start_button_that_alternates_f5_and_esc_loses_nothing(console: Console) -> None:
    key(console, Key.Key_PageDown, Key.Key_PageDown)
    for _time in range(3):
        key(console, Key.Key_Escape, Key.Key_F5)
    assert console.page.stage.is_open
    assert console.meeting.phase is Phase.VOTE
