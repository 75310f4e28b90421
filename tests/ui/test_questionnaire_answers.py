"""Answering: with keys, with the mouse, taking back, and what letters do while one types."""

import pytest
from house import House, button, focused
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from questionnaire_desk import Desk, Key

from collabkit.ui.widgets.part import lay_out_now

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def desk(qtbot: QtBot, house: House) -> Desk:
    return Desk(qtbot, house)


def test_nothing_looks_chosen_when_a_statement_opens(desk: Desk) -> None:
    """The keyboard is on the statement itself: no card has a ring or a tick."""
    assert desk.chosen == []
    assert focused() is desk.page.statement.words


@pytest.mark.parametrize(("key", "name"), [(Key.Key_1, "Not yet"), (Key.Key_5, "How we work")])
def test_a_digit_chooses_the_card_with_that_number(desk: Desk, key: Qt.Key, name: str) -> None:
    """1 to 5 choose from wherever the keyboard is."""
    desk.press(key)
    assert desk.chosen == [name]


def test_nothing_advances_by_itself(desk: Desk) -> None:
    """After an answer the same statement stays."""
    before = desk.words
    desk.press(Key.Key_3)
    desk.click(desk.card("Patchy"))
    assert desk.words == before


def test_arrows_move_without_choosing_and_space_chooses(desk: Desk) -> None:
    """Down, Down, Space is the second card."""
    desk.press(Key.Key_Down, Key.Key_Down)
    assert desk.chosen == []
    desk.press(Key.Key_Space)
    assert desk.chosen == ["Starting"]


def test_a_click_chooses(desk: Desk) -> None:
    """The whole card can be pressed."""
    desk.click(desk.card("Regular practice"))
    assert desk.chosen == ["Regular practice"]


def test_choosing_the_chosen_card_again_leaves_it_chosen(desk: Desk) -> None:
    """A double click does not take back what it has just said."""
    desk.click(desk.card("Patchy"), desk.card("Patchy"))
    desk.press(Key.Key_3)
    assert desk.chosen == ["Patchy"]


def test_zero_is_dont_know(desk: Desk) -> None:
    """Don't know is an answer like others."""
    desk.press(Key.Key_0)
    desk.wait_for("Saved")
    assert desk.stored()["POW-1"].answer == "dk"


def test_n_is_does_not_apply(desk: Desk) -> None:
    """So is Does not apply."""
    desk.press(Key.Key_N)
    assert desk.chosen == ["Does not apply to us"]


def test_a_statement_that_always_applies_does_not_offer_a_way_round_it(desk: Desk) -> None:
    """POW-6 always applies: no such card, and N does nothing."""
    desk.open("POW-6")
    desk.press(Key.Key_N)
    assert desk.chosen == []
    assert "Does not apply to us" not in [c.answer.name for c in desk.page.statement.choice.cards]


def test_when_a_statement_does_not_apply_stands_below_the_cards(desk: Desk) -> None:
    """The reason of the pack, as a sentence."""
    advice = desk.page.statement.advice.text()
    assert "Does not apply when we have no joint work of any kind at present." in advice


def test_delete_takes_the_answer_back(desk: Desk) -> None:
    """Nothing is chosen afterwards, and the file knows it."""
    desk.press(Key.Key_3, Key.Key_Delete)
    desk.wait_for("Saved")
    assert desk.chosen == []
    assert desk.stored() == {}


def test_the_mouse_can_take_an_answer_back_too(desk: Desk) -> None:
    """A quiet button beside the cards, there only when there is an answer."""
    back = desk.page.statement.take_back
    assert not back.isVisible()
    desk.press(Key.Key_2)
    desk.click(back)
    assert desk.chosen == []
    assert not back.isVisible()
    assert focused() is desk.card("Starting")


def test_undo_brings_back_the_answer_before(desk: Desk) -> None:
    """Ctrl+Z goes one change back at a time, to nothing at last."""
    desk.press(Key.Key_2, Key.Key_4, Key.Key_Delete)
    control = Qt.KeyboardModifier.ControlModifier
    desk.press(Key.Key_Z, modifier=control)
    assert desk.chosen == ["Regular practice"]
    desk.press(Key.Key_Z, modifier=control)
    assert desk.chosen == ["Starting"]
    desk.press(Key.Key_Z, Key.Key_Z, modifier=control)
    assert desk.chosen == []


def test_undo_goes_to_the_statement_whose_answer_it_changes(desk: Desk) -> None:
    """Nobody's answer is changed behind the scenes."""
    first = desk.words
    desk.press(Key.Key_2, Key.Key_Return, Key.Key_Return)
    desk.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.words == first
    assert desk.chosen == []
    desk.wait_for("Saved")
    assert desk.stored() == {}


def test_f_puts_up_the_flag_and_takes_it_down(desk: Desk) -> None:
    """The flag is saved like an answer."""
    desk.press(Key.Key_F)
    desk.wait_for("Saved")
    assert button(desk.page, "Come back to this").isChecked()
    assert desk.stored()["POW-1"].flagged
    desk.press(Key.Key_F)
    desk.wait_for("Saved")
    assert desk.stored() == {}


def test_letters_and_digits_rest_while_one_types(desk: Desk) -> None:
    """A note may hold 3, N and F without choosing anything."""
    desk.type_note("3 of us: N, F, 0")
    assert desk.page.statement.details.note_box.text == "3 of us: N, F, 0"
    assert desk.chosen == []
    assert not desk.page.flag.isChecked()


def test_letters_and_digits_rest_below_the_answers(desk: Desk) -> None:
    """Who leaves the note with Tab and writes on changes nothing by it."""
    desk.press(Key.Key_3)
    before, details = desk.chosen, desk.page.statement.details
    details.note.header.setFocus()
    desk.press(Key.Key_Space, Key.Key_Tab)
    assert details.sure.header.hasFocus()
    desk.press(Key.Key_N, Key.Key_F, Key.Key_4, Key.Key_Delete)
    assert desk.chosen == before
    assert not desk.page.flag.isChecked()


def scroll_to_foot(desk: Desk) -> None:
    """In a low window, go to the foot of a long page: the answers are scrolled away."""
    desk.press(Key.Key_3)
    desk.page.resize(desk.page.width(), 250)
    details = desk.page.statement.details
    desk.click(details.why.header, details.evidence.header, details.sources.header)
    desk.page.next.setFocus()
    lay_out_now()
    bar = desk.page.scroller.verticalScrollBar()

    def is_away() -> bool:  # the foot moves while the folds find their places
        bar.setValue(bar.maximum())
        return not is_in_sight(desk, desk.page.statement.choice)

    desk.qtbot.waitUntil(is_away)


def is_in_sight(desk: Desk, widget: QWidget) -> bool:
    viewport = desk.page.scroller.viewport()
    return viewport.rect().intersects(QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size()))


def test_a_digit_pressed_at_the_foot_shows_what_it_has_chosen(desk: Desk) -> None:
    """The card has the keyboard then and is brought into view, so nothing has to be said."""
    scroll_to_foot(desk)
    desk.press(Key.Key_4)
    assert desk.chosen == ["Regular practice"]
    assert is_in_sight(desk, desk.card("Regular practice"))
    assert "Your answer" not in desk.page.notice.sentence


def test_an_answer_taken_back_in_sight_needs_no_words(desk: Desk) -> None:
    desk.press(Key.Key_3)
    desk.page.next.setFocus()
    desk.press(Key.Key_Delete)
    assert desk.chosen == []
    assert "Your answer" not in desk.page.notice.sentence


def test_a_change_out_of_sight_is_told_and_can_be_undone(desk: Desk) -> None:
    """A key pressed at the foot takes back an answer that is scrolled away."""
    scroll_to_foot(desk)
    before = desk.chosen
    desk.press(Key.Key_Delete)
    assert desk.chosen == []
    assert desk.page.notice.sentence == "Your answer was taken back."
    desk.page.notice.action_taken.emit()
    assert desk.chosen == before
    assert desk.page.notice.sentence == ""


def test_letters_and_digits_can_be_switched_off(desk: Desk) -> None:
    """The other keys stay, and the list of keys leaves out what does nothing."""
    desk.house.context.settings.set("letter_keys", False)
    desk.press(Key.Key_3, Key.Key_0, Key.Key_N, Key.Key_F)
    assert desk.chosen == []
    assert not desk.page.flag.isChecked()
    assert "N" not in dict(desk.page.key_hints())
    desk.press(Key.Key_Down, Key.Key_Space)
    assert desk.chosen == ["Not yet"]


def test_every_part_of_an_answer_is_kept(desk: Desk) -> None:
    """Answer, note, evidence, how sure and the flag all reach the file."""
    details = desk.page.statement.details
    desk.press(Key.Key_4, Key.Key_F)
    desk.type_note("We do.")
    desk.click(details.evidence.header)
    desk.qtbot.keyClicks(details.evidence_box.edit, "Minutes of May")
    desk.click(details.sure.header, details.confidence.radios[2])
    desk.page.left()
    desk.wait_for("Saved")
    kept = desk.stored()["POW-1"]
    assert (kept.answer, kept.note, kept.evidence) == ("4", "We do.", "Minutes of May")
    assert (kept.confidence, kept.flagged) == ("could show proof", True)


def test_how_sure_can_be_left_unsaid_again(desk: Desk) -> None:
    """The last option takes back what was said."""
    details = desk.page.statement.details
    desk.click(details.sure.header, details.confidence.radios[0], details.confidence.radios[3])
    desk.wait_for("Saved")
    assert desk.stored() == {}
