"""An action that is half written is neither lost nor passed over."""

import pytest
from console_desk import FIRST, PACK, Console, Key
from house import House, button, focused
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import DraftAction, Phase
from collabkit.ui.theme import Theme

KEPT = "The action you began is not saved yet."


def seen(qtbot: QtBot, house: House, screens: int) -> Console:
    """Return a console where the room talks about its first answers."""
    console = Console(qtbot, house, screens=screens)
    if screens == 1:
        console.key(Key.Key_F5)
    console.go_on(2)
    console.key(Key.Key_S, *[Key.Key_1] * 6)
    if screens == 1:
        console.key(Key.Key_Escape)
    console.go_on(3)
    assert console.meeting.phase is Phase.TALK
    return console


def write(console: Console, words: str) -> None:
    """Type into the field that has the keyboard, which is the first of the form."""
    box = focused()
    assert isinstance(box, QPlainTextEdit)
    console.qtbot.keyClicks(box, words)


def text(console: Console) -> str:
    """Return what stands in the field that has the keyboard."""
    box = focused()
    assert isinstance(box, QPlainTextEdit)
    return box.toPlainText()


@pytest.mark.parametrize("screens", [1, 2])
def test_next_puts_it_aside_and_says_so_before_it_goes_on(
    qtbot: QtBot, house: House, theme: Theme, screens: int
) -> None:
    console = seen(qtbot, house, screens)
    console.key(Key.Key_A)
    write(console, "Ask two")
    console.go_on()
    assert console.meeting.phase is Phase.TALK
    said = console.page.one_screen.strip[0] if screens == 1 else console.notice
    assert KEPT in said
    console.key(Key.Key_A)
    assert text(console) == "Ask two"
    write(console, " partners")
    assert text(console) == "Ask two partners"  # one goes on where one was
    assert KEPT not in console.notice + console.page.one_screen.strip[0]


@pytest.mark.parametrize("screens", [1, 2])
def test_esc_says_that_the_words_are_kept(
    qtbot: QtBot, house: House, theme: Theme, screens: int
) -> None:
    console = seen(qtbot, house, screens)
    console.key(Key.Key_A)
    write(console, "Ask")
    console.key(Key.Key_Escape)
    said = console.page.one_screen.strip[0] if screens == 1 else console.notice
    assert KEPT in said
    console.key(Key.Key_A)
    assert text(console) == "Ask"


def test_what_was_begun_at_the_statement_is_there_at_the_end(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = seen(qtbot, house, 2)
    console.key(Key.Key_A)
    write(console, "Ask")
    console.go_on()
    console.page.presenter.early_end.do()
    console.page.presenter.actions.choose((FIRST,))
    while console.meeting.phase is not Phase.ADOPT:
        console.go_on()
    console.press(f"Add an action: {PACK.item(FIRST).statement}")
    assert text(console) == "Ask"


@pytest.mark.parametrize("screens", [1, 2])
def test_next_never_ends_the_session_over_a_half_written_action(
    qtbot: QtBot, house: House, theme: Theme, screens: int
) -> None:
    console = seen(qtbot, house, screens)
    console.page.presenter.actions.draft(DraftAction("a", FIRST, "Ask our partners"))
    console.page.presenter.early_end.do()
    while console.meeting.phase is not Phase.ADOPT:
        console.go_on()
    window = console.page
    if screens == 1:
        console.key(Key.Key_A)
        assert console.page.one_screen.strip[0] == "Next closes this form"
        panel = console.page.one_screen.panel
        assert panel is not None
        window = panel
    console.click(button(window, "Add an action about something else"))
    write(console, "Half a tho")
    console.go_on()
    assert console.meeting.phase is Phase.ADOPT
    said = console.page.one_screen.strip[0] if screens == 1 else console.notice
    assert KEPT in said


def test_a_form_stays_open_while_something_else_changes(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = seen(qtbot, house, 2)
    console.page.presenter.early_end.do()
    while console.meeting.phase is not Phase.ADOPT:
        console.go_on()
    console.press("Add an action about something else")
    write(console, "Half a tho")
    console.page.presenter.moves.count_present(7)
    assert text(console) == "Half a tho"


def test_another_session_knows_nothing_of_it(qtbot: QtBot, house: House, theme: Theme) -> None:
    first = seen(qtbot, house, 2)
    first.key(Key.Key_A)
    write(first, "Ask")
    first.key(Key.Key_Escape)
    drafts = first.page.presenter.drafts
    drafts.turn_to("another session")
    assert drafts.take((FIRST, None)) is None
    drafts.turn_to(first.session_id)
    kept = drafts.take((FIRST, None))
    assert kept is not None
    assert kept.text == "Ask"


def test_a_saved_action_leaves_no_draft(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = seen(qtbot, house, 1)
    console.key(Key.Key_A)
    write(console, "Ask")
    console.key(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [action.text for action in console.meeting.actions] == ["Ask"]
    assert KEPT not in console.page.one_screen.strip[0]
    console.key(Key.Key_A)
    assert text(console) == ""


def test_after_the_last_adoption_next_is_pressed_and_nothing_is_taken_back(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = seen(qtbot, house, 2)
    presenter = console.page.presenter
    presenter.actions.draft(DraftAction("a", FIRST, "Ask our partners"))
    presenter.early_end.do()
    while console.meeting.phase is not Phase.ADOPT:
        console.go_on()
    presenter.actions.show_fists("a", (0, 0, 0, 6, 0, 0))
    console.press("Adopt now: Ask our partners")
    assert focused() is console.page.big
    console.key(Key.Key_Space)
    assert console.meeting.action("a").is_adopted
