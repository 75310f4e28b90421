"""Forms over the picture on a small, shared screen: what one needs is in sight; clicks count."""

import pytest
from console_desk import FIRST, Console, Key
from house import House, focused
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import DraftAction, Phase
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.focus import FocusKeeper, scroll_area_of
from collabkit.ui.workshop.console.panels import ActionPanel, EndingPanel, HandsPanel
from collabkit.ui.workshop.room_window.window import RoomWindow


@pytest.fixture
def console(qtbot: QtBot, qapp: QApplication, house: House, theme: Theme) -> Console:
    """One screen of 1024 by 768, and a vote that is open."""
    FocusKeeper.watch(qapp)
    console = Console(qtbot, house, screens=1)
    console.key(Key.Key_F5)
    window = wall(console)
    window.showNormal()
    window.resize(1024, 768)
    qtbot.waitUntil(lambda: window.width() == 1024)
    while console.meeting.phase is not Phase.VOTE:
        console.go_on()
    return console


def wall(console: Console) -> RoomWindow:
    """The room window, which covers everything."""
    window = console.page.stage.window
    assert window is not None
    return window


def is_in_sight(widget: QWidget) -> bool:
    """Tell whether the whole of ``widget`` can be seen in the form that it is part of."""
    area = scroll_area_of(widget)
    assert area is not None
    view = QRect(area.viewport().mapToGlobal(QPoint(0, 0)), area.viewport().size())
    return view.contains(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()))


def talk(console: Console) -> None:
    """Go on to the talk about what all have answered."""
    console.key(Key.Key_S, *[Key.Key_1] * 6, Key.Key_Escape)
    while console.meeting.phase is not Phase.TALK:
        console.go_on()


def agree(console: Console) -> None:
    """Go on to the actions, of which there are two."""
    talk(console)
    for name in ("First", "Second"):
        console.page.presenter.actions.draft(DraftAction(name, FIRST, f"{name} of our actions"))
    console.page.presenter.early_end.do()
    while console.meeting.phase is not Phase.ADOPT:
        console.go_on()
    console.key(Key.Key_A)
    console.qtbot.wait(1)  # the form finds its place in a moment


def test_every_answer_can_be_counted_without_scrolling(console: Console) -> None:
    console.key(Key.Key_C)
    console.qtbot.wait(1)
    panel = console.page.one_screen.panel
    assert isinstance(panel, HandsPanel)
    lines = [field.line for field in panel.hands.fields.values()]
    assert focused() is lines[0]
    assert all(is_in_sight(line) for line in lines)
    console.qtbot.keyClicks(focused(), "99")
    console.key(Key.Key_Return)
    assert panel.hands.fault.isVisible()
    assert all(is_in_sight(line) for line in lines)


def test_the_first_field_of_an_action_is_in_sight_with_its_label(console: Console) -> None:
    talk(console)
    console.key(Key.Key_A)
    console.qtbot.wait(1)
    panel = console.page.one_screen.panel
    assert isinstance(panel, ActionPanel)
    for field in (panel.form.text, panel.form.owner, panel.form.due, panel.form.first_step):
        assert field.focusProxy() is focused()
        assert is_in_sight(field.label)
        assert is_in_sight(field)
        console.key(Key.Key_Return)


def test_after_rewording_the_keyboard_is_in_sight(console: Console) -> None:
    agree(console)
    panel = console.page.one_screen.panel
    assert isinstance(panel, EndingPanel)
    card = panel.view.adopting.card_of("Second")
    assert card is not None
    card.change.click()
    assert is_in_sight(panel.view.form.text)
    console.key(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert focused() is card.fists.fields[0].line
    assert is_in_sight(card.fists.fields[0])


def test_all_six_numbers_of_fingers_stand_in_one_row(console: Console) -> None:
    agree(console)
    panel = console.page.one_screen.panel
    assert isinstance(panel, EndingPanel)
    card = panel.view.adopting.card_of("First")
    assert card is not None
    assert focused() is card.fists.fields[0].line
    assert len({field.y() for field in card.fists.fields}) == 1
    assert all(field.geometry().right() <= card.fists.width() for field in card.fists.fields)


def test_a_click_on_a_half_hidden_button_counts(console: Console) -> None:
    agree(console)
    panel = console.page.one_screen.panel
    assert isinstance(panel, EndingPanel)
    card = panel.view.adopting.card_of("Second")
    area = scroll_area_of(panel)
    assert card is not None
    assert area is not None
    top = card.change.mapTo(area.widget(), QPoint(0, 0)).y()
    half = card.change.height() // 2
    area.verticalScrollBar().setValue(top + half - area.viewport().height())
    at = card.change.mapTo(wall(console), QPoint(card.change.width() // 2, half // 2))
    handle = wall(console).windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()
    assert panel.view.is_writing
