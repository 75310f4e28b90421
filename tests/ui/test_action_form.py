"""Wording one action: with keys alone, from an idea, with words for a day, and nothing lost."""

from collections.abc import Callable
from datetime import date

from house import button, focused, nameless
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.pack import ActionKind
from collabkit.room.meeting import DraftAction
from collabkit.services.packs import builtin_pack
from collabkit.ui.workshop.action_form import ActionForm

OpenWindow = Callable[..., QWidget]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ITEM = next(item for item in builtin_pack("five-themes").items if len(item.actions) > 1)
BEFORE = DraftAction(
    "a1", ITEM.id, "Ask two partners", "Sam", "Ring them", date(2027, 3, 31),
    ActionKind.INFLUENCE, "idea-7", (0, 0, 1, 4, 2, 0),
)  # fmt: skip


def opened(open_window: OpenWindow, before: DraftAction | None = None) -> ActionForm:
    """The form in a window, with the keyboard in its first field."""
    form = ActionForm()
    open_window(form, height=1100)
    form.open_for(ITEM, ITEM.actions, before)
    form.take_focus()
    QApplication.processEvents()
    return form


def given(spy: QSignalSpy) -> DraftAction:
    """The one action that was saved."""
    assert spy.count() == 1
    action = spy.at(0)[0]
    assert isinstance(action, DraftAction)
    return action


def write(qtbot: QtBot, text: str) -> None:
    """Type wherever the keyboard is; a line end is Enter."""
    for line in text.splitlines(keepends=True):
        qtbot.keyClicks(focused(), line.rstrip("\n"))
        if line.endswith("\n"):
            qtbot.keyClick(focused(), Key.Key_Return)


def test_enter_goes_from_field_to_field_and_saves_at_the_end(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """What, who, by when, the first step, the kind; then the button."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    write(qtbot, "Ask our partners\nSam\n31 March 2027\nRing them\n")
    assert focused() is form.kind.radios[0]
    qtbot.keyClick(focused(), Key.Key_Down)
    qtbot.keyClick(focused(), Key.Key_Space)
    qtbot.keyClick(focused(), Key.Key_Return)
    assert focused() is form.save
    qtbot.keyClick(focused(), Key.Key_Return)
    action = given(spy)
    assert (action.text, action.owner, action.first_step) == (
        "Ask our partners", "Sam", "Ring them",
    )  # fmt: skip
    assert (action.due, action.kind) == (date(2027, 3, 31), ActionKind.LONGER_TERM)
    assert (action.item_id, action.idea_id, action.fists) == (ITEM.id, None, None)


def test_ctrl_enter_saves_from_anywhere(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Only the words are needed."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    write(qtbot, "Ask our partners\nSam")
    qtbot.keyClick(focused(), Key.Key_Return, CTRL)
    assert given(spy).owner == "Sam"


def test_ctrl_enter_saves_from_the_words(qtbot: QtBot, open_window: OpenWindow) -> None:
    """In the box of several lines too, without a line end."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    write(qtbot, "Ask our partners")
    qtbot.keyClick(focused(), Key.Key_Return, CTRL)
    assert given(spy).text == "Ask our partners"


def test_an_idea_is_a_beginning(qtbot: QtBot, open_window: OpenWindow) -> None:
    """One click takes its words and kind over; they can be changed, and it is known whose."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    idea = ITEM.actions[1]
    qtbot.mouseClick(form.ideas.buttons[1], Qt.MouseButton.LeftButton)
    assert form.text.text == idea.text
    assert form.kind.code == idea.kind
    write(qtbot, " Soon.")
    qtbot.keyClick(focused(), Key.Key_Return, CTRL)
    action = given(spy)
    assert (action.text, action.idea_id) == (f"{idea.text} Soon.", idea.id)


def test_an_idea_that_was_wiped_out_is_forgotten(qtbot: QtBot, open_window: OpenWindow) -> None:
    """What is written then is the room's own."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    qtbot.mouseClick(form.ideas.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(focused(), Key.Key_A, CTRL)
    qtbot.keyClick(focused(), Key.Key_Delete)
    form.text.flush()
    write(qtbot, "Something else")
    qtbot.keyClick(focused(), Key.Key_Return, CTRL)
    assert given(spy).idea_id is None


def test_without_words_a_sentence_asks_for_them(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Nothing is saved, and the keyboard is where the words go."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert spy.count() == 0
    assert form.text.fault.text() == "Please say in a few words what you will do."
    assert focused() is form.text.edit


def test_a_day_that_cannot_be_read_is_told(qtbot: QtBot, open_window: OpenWindow) -> None:
    """What was typed stays, and nothing is saved."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    write(qtbot, "Ask our partners\nSam\nsoonish\n")
    assert "not a date" in form.due.fault.text()
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert spy.count() == 0
    assert form.due.line.text() == "soonish"


def test_a_day_in_words_is_taken(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The end of a month is its last day."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    write(qtbot, "Ask our partners\nSam\nend of March 2027\n")
    assert form.due.line.text() == "31 March 2027"
    qtbot.keyClick(focused(), Key.Key_Return, CTRL)
    assert given(spy).due == date(2027, 3, 31)


def test_changing_the_words_keeps_everything_else(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The id and what the room said stay for whoever asked."""
    form = opened(open_window, BEFORE)
    spy = QSignalSpy(form.action_given)
    assert form.owner.text == "Sam"
    write(qtbot, "")
    qtbot.keyClicks(form.first_step.line, " on Monday")
    qtbot.keyClick(form.first_step.line, Key.Key_Return, CTRL)
    action = given(spy)
    assert action.first_step == "Ring them on Monday"
    assert (action.id, action.idea_id, action.fists) == ("a1", "idea-7", BEFORE.fists)


def test_giving_up_keeps_what_was_typed(qtbot: QtBot, open_window: OpenWindow) -> None:
    """It is there again when the same is asked for, and not for another action."""
    form = opened(open_window)
    spy = QSignalSpy(form.given_up)
    write(qtbot, "Half a tho")
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert spy.count() == 1
    form.open_for(ITEM, ITEM.actions, BEFORE)
    assert form.text.text == "Ask two partners"
    form.open_for(ITEM, ITEM.actions)
    assert form.text.text == "Half a tho"


def test_after_saving_the_form_begins_anew(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The next action on the same statement is another one."""
    form = opened(open_window)
    spy = QSignalSpy(form.action_given)
    for words in ("One", "Two"):
        form.open_for(ITEM, ITEM.actions)
        form.take_focus()
        write(qtbot, words)
        qtbot.keyClick(focused(), Key.Key_Return, CTRL)
    first, second = spy.at(0)[0], spy.at(1)[0]
    assert (first.text, second.text) == ("One", "Two")
    assert first.id != second.id


def test_an_action_on_no_statement_has_no_ideas(open_window: OpenWindow) -> None:
    """Its form is the same otherwise."""
    form = ActionForm()
    open_window(form)
    form.open_for(None)
    assert not form.about.isVisible()
    assert not form.ideas.isVisible()
    assert not form.ideas_label.isVisible()


def test_every_control_has_a_name(open_window: OpenWindow) -> None:
    """Ideas say that they are a beginning."""
    form = opened(open_window)
    assert not nameless(form)
    assert button(form, f"Begin with: {ITEM.actions[0].text}").isVisible()
