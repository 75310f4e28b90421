"""Save mark, notice, empty state, steps and explanations."""

from collections.abc import Callable

import pytest
from house import button
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.library.glossary import Term, TermSpan
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.widgets.progress_steps import ProgressSteps, Step
from collabkit.ui.widgets.save_mark import SaveMark, SaveState, Saving
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.waiting import Waiting

OpenWindow = Callable[..., QWidget]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SaveState(Saving.NOTHING), ""),
        (SaveState(Saving.UNDER_WAY), "Saving…"),
        (SaveState(Saving.DONE), "Saved"),
        (SaveState(Saving.TROUBLE, "The disk is full."), "The disk is full."),
    ],
)
def test_the_save_mark_says_how_it_stands(
    qtbot: QtBot, theme: Theme, state: SaveState, words: str
) -> None:
    """A word, or a sentence if something is wrong; screen readers find the same."""
    mark = SaveMark()
    qtbot.addWidget(mark)
    mark.render_state(state)
    assert mark.text == words
    assert mark.accessibleDescription() == words


def test_an_act_says_what_it_was_given(qtbot: QtBot) -> None:
    """Qt would take the sign between two names for a letter to press."""
    notice = Notice()
    qtbot.addWidget(notice)
    notice.tell("It has another name.", "Back to “Fish & Chips”")
    assert notice.act == "Back to “Fish & Chips”"
    shown = button(notice, "Back to “Fish & Chips”")
    assert shown.text() == "Back to “Fish && Chips”"


def test_the_save_mark_keeps_its_place(qtbot: QtBot, theme: Theme) -> None:
    """Next, which stands beside it, does not jump when it says another word."""
    mark = SaveMark()
    qtbot.addWidget(mark)
    widths = set()
    for saving in (Saving.NOTHING, Saving.UNDER_WAY, Saving.DONE):
        mark.render_state(SaveState(saving))
        widths.add(mark.minimumSizeHint().width())
    assert len(widths) == 1


def test_the_act_of_a_notice_is_taken_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Undo is told and the notice goes."""
    notice = Notice()
    open_window(notice)
    notice.tell("The action was put into the bin.", "Undo")
    undo = next(b for b in notice.findChildren(Button) if b.text() == "Undo")
    with qtbot.waitSignals([notice.action_taken]):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    assert notice.sentence == ""


def test_a_notice_can_be_closed_without_its_act(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The cross closes it and takes nothing."""
    notice = Notice()
    open_window(notice)
    spy = QSignalSpy(notice.action_taken)
    notice.tell("The action was put into the bin.", "Undo")
    cross = next(b for b in notice.findChildren(Button) if b.accessibleName().startswith("Close"))
    with qtbot.waitSignal(notice.closed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert spy.count() == 0


def test_what_comes_of_itself_does_not_take_an_undo_away(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """It is said behind what is told already, and the button stays."""
    notice = Notice()
    open_window(notice)
    notice.tell("The action was put into the bin.", "Undo", passing=True)
    notice.add("Your newest safety copy was damaged.")
    assert notice.sentence.endswith("into the bin. Your newest safety copy was damaged.")
    assert notice.act == "Undo"
    assert notice.accessibleName() == notice.sentence
    undo = next(b for b in notice.findChildren(Button) if b.text() == "Undo")
    with qtbot.waitSignal(notice.action_taken):
        undo.click()
    notice.add("The disk is nearly full.")
    assert notice.sentence == "The disk is nearly full."
    assert notice.act == ""


def test_an_empty_state_offers_one_act(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Enter on its button is enough."""
    empty = EmptyState("Nothing to do yet.", "Start")
    open_window(empty)
    with qtbot.waitSignal(empty.action_taken):
        qtbot.keyClick(empty.button, Qt.Key.Key_Return)


def test_steps_tell_where_a_person_wants_to_go(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Arrows move along the list, Enter goes; the current one says so."""
    steps = ProgressSteps("Themes")
    steps.show_steps([Step("p", "Power", 9, 9), Step("e", "Empathy", 5, 9)], "p")
    open_window(steps)
    spy = QSignalSpy(steps.step_requested)
    steps.entries[0].setFocus()
    qtbot.keyClick(steps.entries[0], Qt.Key.Key_Down)
    assert steps.entries[1].hasFocus()
    qtbot.keyClick(steps.entries[1], Qt.Key.Key_Return)
    assert [spy.at(n)[0] for n in range(spy.count())] == ["e"]
    assert "You are here." in steps.entries[0].accessibleDescription()
    assert "5 of 9 answered." in steps.entries[1].accessibleDescription()


def test_folded_steps_keep_their_names(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Only the number is drawn, but hint and screen reader know the title."""
    steps = ProgressSteps("Themes")
    open_window(steps)
    steps.show_steps([Step("p", "Power", 9, 9)])
    wide = steps.width()
    steps.fold(True)
    assert steps.maximumWidth() < wide / 2
    assert steps.entries[0].accessibleName() == "Power"
    assert steps.entries[0].toolTip().startswith("Power")


@pytest.fixture
def statement(qtbot: QtBot, open_window: OpenWindow) -> TermText:
    words = "We adapt to what partners can manage and to what commissioners ask."
    spans = [
        TermSpan(words.index(word), words.index(word) + len(word), Term(word, f"What {word} are."))
        for word in ("partners", "commissioners")
    ]
    text = TermText(words, spans, "statement")
    open_window(text)
    return text


def test_terms_are_reached_by_tab_and_explain_themselves(qtbot: QtBot, statement: TermText) -> None:
    """The meaning floats beside the term that has the keyboard, one at a time."""
    statement.terms[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: statement.explanation == "What partners are.")
    qtbot.keyClick(statement.terms[0], Qt.Key.Key_Tab)
    assert statement.terms[1].hasFocus()
    qtbot.waitUntil(lambda: statement.explanation == "What commissioners are.")


def test_escape_closes_an_explanation(qtbot: QtBot, statement: TermText) -> None:
    """Esc closes it and the keyboard stays at the term."""
    statement.terms[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: statement.explanation != "")
    qtbot.keyClick(statement.terms[0], Qt.Key.Key_Escape)
    assert statement.explanation == ""
    assert statement.terms[0].hasFocus()


def test_a_term_lies_over_its_word(qtbot: QtBot, statement: TermText) -> None:
    """Pointing at the word finds the term, also in the second line."""
    window = statement.window()
    window.resize(330, 500)
    qtbot.waitUntil(lambda: statement.width() < 330)
    first, second = (term.geometry() for term in statement.terms)
    page = statement.rect().adjusted(-3, -3, 3, 3)
    assert page.contains(first)
    assert page.contains(second)
    assert second.top() > first.top()


def test_another_text_brings_other_terms(qtbot: QtBot, statement: TermText) -> None:
    """The next statement leaves nothing of the last behind."""
    statement.terms[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: statement.explanation != "")
    statement.show_text("Nothing to explain here.")
    assert statement.terms == []
    assert statement.explanation == ""


def test_waiting_is_told_only_if_it_takes_a_while(qtbot: QtBot, open_window: OpenWindow) -> None:
    """What takes a moment flashes nothing; what is over is told no more."""
    waiting = Waiting()
    open_window(waiting)
    waiting.hide()
    waiting.wait("Reading…")
    assert waiting.isHidden()
    waiting.wait("")
    qtbot.wait(400)
    assert waiting.isHidden()
    waiting.wait("Reading on…")
    qtbot.waitUntil(waiting.isVisible)
    assert waiting.text() == "Reading on…"
    waiting.rest()
    assert waiting.isHidden()
