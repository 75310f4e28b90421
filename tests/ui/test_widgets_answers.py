"""Choosing an answer, by keys and by mouse."""

from collections.abc import Callable

import pytest
from gallery import LEVELS, WAYS_OUT
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick

OpenWindow = Callable[..., QWidget]


@pytest.fixture
def levels(qtbot: QtBot, open_window: OpenWindow) -> LevelChoice:
    choice = LevelChoice("We adapt our ways of working.")
    choice.offer(LEVELS, WAYS_OUT)
    open_window(choice)
    return choice


def answers(spy: QSignalSpy) -> list[str]:
    return [spy.at(number)[0] for number in range(spy.count())]


def test_a_click_anywhere_on_a_card_chooses_it(qtbot: QtBot, levels: LevelChoice) -> None:
    """The whole card can be pressed, down to its corner."""
    spy = QSignalSpy(levels.answer_given)
    card = levels.cards[2]
    corner = QPoint(card.width() - 5, card.height() - 5)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)
    assert answers(spy) == ["3"]
    assert levels.answer == "3"
    assert [card.isChecked() for card in levels.cards].count(True) == 1


def test_arrows_move_without_choosing(qtbot: QtBot, levels: LevelChoice) -> None:
    """Up and down only look; nothing is answered by moving."""
    spy = QSignalSpy(levels.answer_given)
    levels.cards[0].setFocus()
    qtbot.keyClick(levels.cards[0], Qt.Key.Key_Down)
    qtbot.keyClick(levels.cards[1], Qt.Key.Key_Down)
    assert levels.cards[2].hasFocus()
    qtbot.keyClick(levels.cards[2], Qt.Key.Key_Up)
    assert levels.cards[1].hasFocus()
    assert answers(spy) == []
    assert levels.answer is None


def test_space_chooses_the_card_with_the_keyboard(qtbot: QtBot, levels: LevelChoice) -> None:
    """Space answers, and the keyboard stays where it is."""
    spy = QSignalSpy(levels.answer_given)
    levels.cards[3].setFocus()
    qtbot.keyClick(levels.cards[3], Qt.Key.Key_Space)
    assert answers(spy) == ["4"]
    assert levels.cards[3].hasFocus()


def test_arrows_reach_dont_know_and_stop_at_the_end(qtbot: QtBot, levels: LevelChoice) -> None:
    """Don't know and does not apply are in the same group, after the levels."""
    levels.cards[4].setFocus()
    qtbot.keyClick(levels.cards[4], Qt.Key.Key_Down)
    assert levels.cards[5].code == "dk"
    assert levels.cards[5].hasFocus()
    qtbot.keyClick(levels.cards[5], Qt.Key.Key_Down)
    qtbot.keyClick(levels.cards[6], Qt.Key.Key_Down)
    assert levels.cards[6].hasFocus()


def test_pressing_the_chosen_card_again_leaves_it_chosen(qtbot: QtBot, levels: LevelChoice) -> None:
    """A second press takes nothing back."""
    for _time in range(2):
        qtbot.mouseClick(levels.cards[1], Qt.MouseButton.LeftButton)
    assert levels.answer == "2"
    assert levels.cards[1].isChecked()


def test_showing_a_stored_answer_tells_nobody(levels: LevelChoice) -> None:
    """What is shown by program is not saved again."""
    spy = QSignalSpy(levels.answer_given)
    levels.set_answer("5")
    assert levels.cards[4].isChecked()
    levels.set_answer(None)
    assert not any(card.isChecked() for card in levels.cards)
    assert spy.count() == 0


def test_choosing_by_code_answers_like_a_key(levels: LevelChoice) -> None:
    """Keys 1 to 5 of the page come in here; an unknown one does nothing."""
    spy = QSignalSpy(levels.answer_given)
    levels.choose("na")
    levels.choose("9")
    assert answers(spy) == ["na"]


def test_tab_visits_the_group_once_at_the_chosen_card(levels: LevelChoice) -> None:
    """Tab stops at the chosen card only, so that the way to Next is short."""
    levels.set_answer("4")
    stops = [card.code for card in levels.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["4"]


def test_cards_are_tall_enough_for_a_finger_and_for_their_text(levels: LevelChoice) -> None:
    """At least 44 pixels, and as high as the description needs."""
    for card in levels.cards:
        assert card.height() >= max(44, card.heightForWidth(card.width()))


def test_a_choice_is_chosen_by_space_and_moved_in_by_arrows(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """Radio buttons follow the same keys as the cards."""
    choice = Choice("Who runs it?", [("v", "Volunteers"), ("s", "Paid staff")])
    open_window(choice)
    spy = QSignalSpy(choice.chosen)
    choice.radios[0].setFocus()
    qtbot.keyClick(choice.radios[0], Qt.Key.Key_Down)
    assert choice.code is None
    qtbot.keyClick(choice.radios[1], Qt.Key.Key_Space)
    assert answers(spy) == ["s"]
    assert choice.code == "s"
    choice.set_code(None)
    assert not any(radio.isChecked() for radio in choice.radios)


def test_a_tick_box_wraps_its_text_and_is_pressed_by_it(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """Long sentences beside a tick box are whole, and the sentence can be pressed."""
    tick = Tick("Everybody has agreed that answers of three or four people may be shown. " * 2)
    window = open_window(tick)
    window.resize(320, 400)
    qtbot.waitUntil(lambda: tick.width() < 320)
    assert tick.height() >= tick.heightForWidth(tick.width()) > 60
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 10, 10))
    assert tick.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right])
def test_a_fold_opens_by_key(qtbot: QtBot, open_window: OpenWindow, key: Qt.Key) -> None:
    """Space, Enter and right open it; what is in it is then seen."""
    fold, inside = Fold("Why this matters"), Text("Small partners give up.")
    fold.add(inside)
    open_window(fold)
    assert not inside.isVisible()
    with qtbot.waitSignal(fold.toggled) as told:
        qtbot.keyClick(fold.header, key)
    assert told.args == [True]
    assert inside.isVisible()
    qtbot.keyClick(fold.header, Qt.Key.Key_Left)
    assert not inside.isVisible()
