"""Buttons: a double click is meant as one click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QWidget

from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.drawn_button import DrawnButton

OpenWindow = Callable[..., QWidget]
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def double_click(place: QWidget) -> None:
    """Press twice at one point of the window, as the mouse does, whatever lies there by then."""
    window = place.window()
    point = place.mapTo(window, place.rect().center())
    QTest.mouseDClick(window.windowHandle(), LEFT, PLAIN, point)


@pytest.mark.parametrize("make", [Button, DrawnButton])
def test_a_double_click_clicks_once(open_window: OpenWindow, make: type[QPushButton]) -> None:
    """Neither the second press nor its release acts again."""
    button = make()
    button.setFixedSize(80, 40)
    open_window(button)
    spy = QSignalSpy(button.clicked)
    double_click(button)
    assert spy.count() == 1
    assert not button.isDown()


@pytest.mark.parametrize("make", [Button, DrawnButton])
def test_two_slow_clicks_click_twice(open_window: OpenWindow, make: type[QPushButton]) -> None:
    """Only a double click is one; whoever clicks again is heard again."""
    button = make()
    button.setFixedSize(80, 40)
    open_window(button)
    spy = QSignalSpy(button.clicked)
    QTest.mouseClick(button, LEFT, PLAIN, QPoint(5, 5))
    QTest.mouseClick(button, LEFT, PLAIN, QPoint(5, 5))
    assert spy.count() == 2


def test_a_double_click_spares_what_slides_under_the_pointer(open_window: OpenWindow) -> None:
    """The bin of the next line comes to where the bin of this one was."""
    first, second = Button("Remove the first"), Button("Remove the second")
    window = open_window(first, second)
    first.clicked.connect(first.hide)
    first.clicked.connect(lambda: second.setGeometry(first.geometry()))
    spy = QSignalSpy(second.clicked)
    double_click(first)
    assert first.isHidden()
    assert window.childAt(second.geometry().center()) is second
    assert spy.count() == 0
