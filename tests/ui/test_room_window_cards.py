"""Test cards go away as easily as they come."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from collabkit.ui.theme import Theme
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.stage.screens import ScreenInfo
from collabkit.ui.workshop.stage.test_card import TestCard, TestCards, card_sheet

LAPTOP = ScreenInfo(1, "Laptop", 1366, 768, is_console=True, is_room=False)
PROJECTOR = ScreenInfo(2, "Projector", 1920, 1080, is_console=False, is_room=True)


@pytest.fixture
def cards(theme: Theme) -> Iterator[TestCards]:
    cards = TestCards()
    yield cards
    cards.hide()
    QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete


def shown(cards: TestCards) -> TestCard:
    """Press the button, and return the one card that there is."""
    cards.show(QApplication.screens(), [LAPTOP])
    (card,) = cards.shown
    assert card.isVisible()
    return card


@pytest.mark.parametrize(
    ("screen", "size"),
    [(LAPTOP, (546, 307)), (LAPTOP, (410, 307)), (PROJECTOR, (1920, 1080))],
)
def test_each_card_says_how_to_take_it_away(
    theme: Theme, screen: ScreenInfo, size: tuple[int, int]
) -> None:
    words = card_sheet(screen, Canvas(*size, size[1])).words
    assert "Any key or click takes this away." in words


def test_a_key_or_a_click_takes_the_cards_away(cards: TestCards) -> None:
    card = shown(cards)
    QTest.keyClick(card, Qt.Key.Key_A)
    assert not card.isVisible()
    card = shown(cards)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not card.isVisible()


def test_the_button_pressed_again_takes_the_cards_away(cards: TestCards) -> None:
    card = shown(cards)
    cards.show(QApplication.screens(), [LAPTOP])
    assert not card.isVisible()
    assert cards.shown == []
    shown(cards)


def test_cards_leave_by_themselves_after_ten_seconds_at_most(cards: TestCards) -> None:
    card = shown(cards)
    assert card.timer.isActive()
    assert card.timer.interval() <= 10_000
    card.timer.timeout.emit()
    assert not card.isVisible()
    assert cards.shown == []
