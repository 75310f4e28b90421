"""The way through: next and back, stopping and going on, the sections, and the end."""

import pytest
from house import TODAY, House, focused, press, words
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from questionnaire_desk import Desk, Key

from collabkit.ui.widgets.numbers_table import NumbersTable

pytestmark = pytest.mark.usefixtures("theme")

_CORE = 20


@pytest.fixture
def desk(qtbot: QtBot, house: House) -> Desk:
    return Desk(qtbot, house)


def place(desk: Desk) -> str | None:
    return desk.house.services.assessments.get(desk.assessment_id).place


def test_the_head_says_where_one_is(desk: Desk) -> None:
    """Theme and statement are counted, under the name of the questionnaire."""
    assert "The five themes · November 2026" in words(desk.page)
    assert "Theme 1 of 5 · statement 1 of 20" in words(desk.page)
    desk.open("EMP-1")
    assert "Theme 2 of 5 · statement 5 of 20" in words(desk.page)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_PageDown])
def test_enter_and_page_down_go_on_and_page_up_goes_back(desk: Desk, key: Key) -> None:
    """No answer is needed to go on."""
    first = desk.words
    desk.press(key)
    assert desk.words != first
    desk.press(Key.Key_PageUp)
    assert desk.words == first


def test_enter_on_an_answer_chooses_it_first_and_goes_on_after_that(desk: Desk) -> None:
    """Who goes to an answer and presses Enter must not lose it."""
    first = desk.words
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.words == first
    assert desk.page.statement.choice.answer == "2"
    desk.press(Key.Key_Return)
    assert desk.words != first
    desk.press(Key.Key_Return)  # nothing has the ring here: no answer is needed to go on
    desk.press(Key.Key_PageUp)
    assert desk.page.statement.choice.answer is None


def test_a_key_that_is_held_down_counts_once(desk: Desk) -> None:
    """Statements do not fly past when somebody presses for long."""
    desk.press(Key.Key_Return)
    second = desk.words
    again = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(focused(), again)
    assert desk.words == second


def test_next_and_back_can_be_clicked(desk: Desk) -> None:
    """At the first statement Back rests."""
    first = desk.words
    assert not desk.page.back.isEnabled()
    desk.click(desk.page.next)
    assert desk.words != first
    desk.click(desk.page.back)
    assert desk.words == first


def test_moving_gives_the_keyboard_to_the_statement_and_shows_its_top(desk: Desk) -> None:
    """Whoever listens hears the new statement; whoever looks sees it."""
    desk.page.resize(900, 500)
    QApplication.processEvents()
    bar = desk.page.scroller.verticalScrollBar()
    desk.click(desk.page.statement.choice.cards[1])
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk.press(Key.Key_Return)
    assert focused() is desk.page.statement.words
    assert bar.value() == 0


def test_arrows_begin_at_the_first_card_of_each_statement(desk: Desk) -> None:
    """Wherever the keyboard was on the statement before."""
    desk.press(Key.Key_0, Key.Key_Return, Key.Key_Down)
    assert focused() is desk.card("Not yet")


def test_arrows_begin_at_the_answer_if_there_is_one(qtbot: QtBot, house: House) -> None:
    """Whoever comes back to change an answer starts from it."""
    desk = Desk(qtbot, house, answered=3)
    desk.press(Key.Key_0, Key.Key_PageUp, Key.Key_Down)
    assert focused() is desk.card("Patchy")


def test_the_place_is_remembered(desk: Desk) -> None:
    """Stopping anywhere and coming back leads to the same statement."""
    desk.press(Key.Key_Return, Key.Key_Return)
    here = desk.item_id
    assert place(desk) == here
    desk.open()
    assert desk.item_id == here


def test_a_statement_can_be_asked_for(desk: Desk) -> None:
    """What the caller names wins over the remembered place."""
    desk.press(Key.Key_Return)
    desk.open("IMP-1")
    assert desk.item_id == "IMP-1"


def test_answers_given_before_are_shown(qtbot: QtBot, house: House) -> None:
    """Whoever goes on sees what was said."""
    desk = Desk(qtbot, house, answered=3)
    assert desk.chosen == []
    desk.press(Key.Key_PageUp)
    assert desk.chosen == ["Patchy"]


def test_a_section_leads_to_its_first_open_statement(qtbot: QtBot, house: House) -> None:
    """Two of Power are answered: Power leads to the third."""
    desk = Desk(qtbot, house, answered=2)
    asked = house.services.assessments.get(desk.assessment_id).asked
    desk.click(desk.page.steps.entries[1], desk.page.steps.entries[0])
    assert desk.item_id == asked[2]


def test_a_finished_section_leads_to_its_beginning(qtbot: QtBot, house: House) -> None:
    """All of Power is answered: Power leads to its first."""
    desk = Desk(qtbot, house, answered=6)
    desk.click(desk.page.steps.entries[0])
    assert desk.item_id == "POW-1"


def test_the_sections_count_answers_and_flags(qtbot: QtBot, house: House) -> None:
    """The numbers follow every key, for eyes and for screen readers."""
    desk = Desk(qtbot, house, answered=2)
    power = desk.page.steps.entries[0]
    assert power.accessibleDescription() == "2 of 4 answered. You are here."
    desk.press(Key.Key_0, Key.Key_F)
    assert power.accessibleDescription() == "3 of 4 answered. 1 to come back to. You are here."


def test_the_last_statement_leads_to_the_end(qtbot: QtBot, house: House) -> None:
    """Page Down goes there, Page Up comes back, Page Down stays."""
    desk = Desk(qtbot, house, answered=_CORE)
    last = desk.words
    desk.press(Key.Key_PageDown, Key.Key_PageDown)
    assert desk.words == ""
    assert "You have answered everything" in words(desk.page)
    desk.press(Key.Key_PageUp)
    assert desk.words == last


def test_the_end_counts_each_theme(qtbot: QtBot, house: House) -> None:
    """A table with the themes and what is answered in each."""
    desk = Desk(qtbot, house, answered=6)
    desk.press(Key.Key_F)
    desk.click(desk.page.steps.entries[-1])
    assert "6 of 20 statements have an answer." in words(desk.page)
    table = desk.page.findChild(NumbersTable)
    assert table is not None
    assert table.as_text().splitlines()[1:3] == ["Power\t4 of 4\t–", "Empathy\t2 of 4\t1"]


def test_the_end_lists_what_is_open_and_each_line_leads_there(qtbot: QtBot, house: House) -> None:
    """Five are open; the first line goes to the first of them."""
    desk = Desk(qtbot, house, answered=_CORE - 5)
    desk.click(desk.page.steps.entries[-1])
    lines = desk.page.ending.open.lines
    asked = house.services.assessments.get(desk.assessment_id).asked
    assert len(lines) == 5
    assert lines[0].accessibleName().startswith("Statement 16: ")
    desk.click(lines[0])
    assert desk.item_id == asked[15]


def test_the_end_lists_what_is_flagged(qtbot: QtBot, house: House) -> None:
    """Flags are kept apart from what is open, even where everything is answered."""
    desk = Desk(qtbot, house, answered=_CORE)
    desk.press(Key.Key_F)
    flagged = desk.words
    desk.press(Key.Key_Return)
    assert desk.page.ending.open.isHidden()
    assert [line.accessibleName() for line in desk.page.ending.flagged.lines] == [
        f"Statement 20: {flagged}"
    ]


def test_the_end_says_what_dont_know_means(desk: Desk) -> None:
    """It is never a low answer, and how often it was chosen is said in words."""
    desk.press(Key.Key_0, Key.Key_Return, Key.Key_0)
    desk.page.presenter.go_to_end()
    assert "never count as a low answer" in words(desk.page)
    assert "Two of your answers are “Don't know”." in words(desk.page)


def test_see_the_results_marks_the_assessment_as_finished(qtbot: QtBot, house: House) -> None:
    """The primary act of the end page leads on."""
    desk = Desk(qtbot, house, answered=_CORE)
    desk.press(Key.Key_Return)
    press(qtbot, desk.page, "See the results")
    assert desk.gone == [("results", {"assessment_id": desk.assessment_id})]
    assert house.services.assessments.get(desk.assessment_id).finished == TODAY


def test_a_finished_assessment_can_be_changed(qtbot: QtBot, house: House) -> None:
    """Its answers can still be changed, and the day on which it was finished stays."""
    desk = Desk(qtbot, house, answered=_CORE)
    house.services.assessments.finish(desk.assessment_id, TODAY.replace(year=2025))
    desk.open("POW-1")
    desk.press(Key.Key_5)
    desk.wait_for("Saved")
    assert desk.stored()["POW-1"].answer == "5"
    desk.page.presenter.finish()
    finished = house.services.assessments.get(desk.assessment_id).finished
    assert finished == TODAY.replace(year=2025)


def test_stop_for_now_goes_home_unfinished(qtbot: QtBot, house: House) -> None:
    """Stopping is no trouble and finishes nothing."""
    desk = Desk(qtbot, house, answered=4)
    desk.page.presenter.go_to_end()
    press(qtbot, desk.page, "Stop for now")
    assert desk.gone == [("home", {})]
    assert house.services.assessments.get(desk.assessment_id).finished is None


def test_the_first_statement_explains_how_it_goes_once(desk: Desk) -> None:
    """The hint goes with the first move and does not come back."""
    assert "choose the highest description that is fully true" in desk.page.notice.sentence
    desk.press(Key.Key_3, Key.Key_Return)
    assert desk.page.notice.sentence == ""
    desk.press(Key.Key_PageUp)
    assert desk.page.notice.sentence == ""


def test_whoever_goes_on_is_not_told_how_it_goes(qtbot: QtBot, house: House) -> None:
    """The hint is for the first time only."""
    desk = Desk(qtbot, house, answered=3)
    desk.page.presenter.go_to("POW-1")
    assert desk.page.notice.sentence == ""
