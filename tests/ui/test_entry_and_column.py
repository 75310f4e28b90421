"""Lists on a page: one thing in a list, and a list that is shown afresh."""

import pytest
from house import focused
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.theme import Theme
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def show_in(qtbot: QtBot, window: QWidget, part: QWidget, width: int = 900) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)
    window.resize(width, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    QApplication.processEvents()


def test_buttons_of_an_entry_stand_beside_its_name(qtbot: QtBot, window: QWidget) -> None:
    """With room, name and buttons share a line."""
    entry = Entry("Sample Kitchen", "14 of 20")
    button = Button("Go on")
    entry.add_act(button)
    show_in(qtbot, window, entry)
    assert button.x() > entry.name.geometry().right()
    assert button.y() < entry.about.geometry().bottom()


def test_buttons_of_an_entry_stand_below_in_a_narrow_window(qtbot: QtBot, window: QWidget) -> None:
    """Without room, the buttons move below the name instead of squeezing it."""
    entry = Entry("Sample Kitchen", "14 of 20")
    button = Button("Go on")
    entry.add_act(button)
    show_in(qtbot, window, entry, width=theme_of(window).metrics.ems(18))
    assert button.y() >= entry.about.geometry().bottom()
    assert button.x() < theme_of(window).metrics.ems(2)


def test_an_empty_column_takes_no_room(qtbot: QtBot, window: QWidget) -> None:
    """What holds nothing is not seen, and is seen again with something in it."""
    column = Column()
    show_in(qtbot, window, column)
    column.fill()
    assert column.isHidden()
    column.fill(QPushButton("One"))
    assert column.isVisible()


def test_new_parts_of_a_column_can_have_the_keyboard_at_once(qtbot: QtBot, window: QWidget) -> None:
    """Nothing waits for the next turn of the event loop."""
    column = Column()
    show_in(qtbot, window, column)
    column.fill(QPushButton("One"))
    other = QPushButton("Two")
    column.fill(other)
    other.setFocus()
    assert focused() is other


def test_what_is_hidden_on_purpose_stays_hidden(qtbot: QtBot, window: QWidget) -> None:
    """A part that its owner has hidden is not shown by the list it is put into."""
    column = Column()
    show_in(qtbot, window, column)
    hidden = QPushButton("Not now")
    hidden.hide()
    column.fill(QPushButton("One"), hidden)
    QApplication.processEvents()
    assert hidden.isHidden()


@pytest.mark.usefixtures("theme")
def test_a_column_filled_before_it_has_a_place_opens_no_window() -> None:
    """Qt would show a part without a parent as a window of its own."""
    before = len(QApplication.topLevelWidgets())
    column = Column()
    column.fill(QPushButton("One"))
    assert not column.isVisible()
    assert len(QApplication.topLevelWidgets()) == before + 1  # the column, not shown
