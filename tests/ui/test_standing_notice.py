"""What stands above all pages comes and changes by itself, while somebody is typing below."""

from collections.abc import Callable

import pytest
from house import focused
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.standing_notice import StandingNotice

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

ACTS = {"again": "Try again", "elsewhere": "Save my work somewhere else…"}


class Desk(QWidget):
    """A notice at the top and two fields below it, the second of which has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = StandingNotice()
        self.first, self.field = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self.first)
        column.addWidget(self.field)


@pytest.fixture
def desk(open_window: Callable[[QWidget], QWidget]) -> Desk:
    desk = Desk()
    open_window(desk)
    desk.field.setFocus()
    return desk


@pytest.mark.parametrize("acts", [ACTS, {"show": "Show the folder"}])
def test_who_went_back_to_typing_is_not_interrupted(desk: Desk, acts: dict[str, str]) -> None:
    """Also if an act was pressed before: the next key would press a button."""
    desk.notice.tell("The folder is not in its place.", ACTS)
    desk.notice.take_focus()
    desk.field.setFocus()
    desk.notice.tell("The disk is full.", acts)
    assert focused() is desk.field


def test_who_is_at_an_act_finds_the_first_of_the_new_ones(desk: Desk) -> None:
    """The button that was pressed may have gone with what was told before."""
    desk.notice.tell("The disk is full.", ACTS)
    desk.notice.take_focus()
    desk.notice.tell("Your work is in the folder “stick”.", {"show": "Show the folder"})
    keyboard = focused()
    assert keyboard is not None
    assert keyboard.accessibleName() == "Show the folder"


def press(notice: StandingNotice, name: str) -> None:
    """Press a button of ``notice`` with the mouse, which gives it the keyboard."""
    (button,) = (b for b in notice.findChildren(Button) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_who_closes_it_is_where_they_were(desk: Desk) -> None:
    """At the first control of the page, the next key would change what nobody looks at."""
    desk.notice.tell("The folder is not in its place.", ACTS)
    press(desk.notice, "Close this notice")
    assert focused() is desk.field


def test_an_act_that_has_gone_gives_the_keyboard_back(desk: Desk) -> None:
    """Such as “Try again”, once all is well."""
    desk.notice.tell("The folder is not in its place.", ACTS)
    press(desk.notice, "Try again")
    desk.notice.tell("The folder is back.")
    assert focused() is desk.field


def test_who_has_gone_on_stays_there_when_it_goes(desk: Desk) -> None:
    desk.notice.tell("The folder is not in its place.", ACTS)
    press(desk.notice, "Try again")
    desk.first.setFocus()
    desk.notice.close_notice()
    assert focused() is desk.first


def test_if_what_had_the_keyboard_is_gone_the_page_is_asked(desk: Desk) -> None:
    """Or it would be at whatever Qt finds next."""
    asked: list[bool] = []
    desk.notice.notice.keyboard_left.connect(lambda: asked.append(True))
    desk.notice.tell("The folder is not in its place.", ACTS)
    press(desk.notice, "Try again")
    desk.field.hide()
    desk.notice.close_notice()
    assert asked == [True]


def test_a_dialog_is_not_where_somebody_was(qtbot: QtBot, desk: Desk) -> None:
    """It is gone by the time that the notice goes."""
    desk.notice.tell("The disk is full.", ACTS)
    press(desk.notice, "Save my work somewhere else…")
    dialog = QDialog(desk)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    QTimer.singleShot(50, dialog, dialog.accept)
    dialog.exec()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.notice.tell("Your work is being saved.")
    assert focused() is desk.field
