"""The way that Tab takes, and what is left behind by looking for it."""

import gc

import pytest
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.tab_order import tab_stops

pytestmark = pytest.mark.usefixtures("no_windows_left")


def make_page(qtbot: QtBot) -> QWidget:
    """Make a page on which what stands first was made last."""
    page = QWidget()
    qtbot.addWidget(page)
    outer, inner, flow = QVBoxLayout(page), QVBoxLayout(), Flow()
    outer.addWidget(QPushButton("last"))
    for name in ("second", "third"):
        inner.addWidget(QPushButton(name))
    for name in ("fourth", "fifth"):
        flow.addWidget(QPushButton(name))
    outer.insertLayout(0, flow)
    outer.insertSpacing(0, 10)
    outer.insertLayout(0, inner)
    outer.insertWidget(0, QPushButton("first"))
    page.show()
    return page


def held_items() -> list[QLayoutItem]:
    """Return the places in layouts that Python holds on to; layouts themselves are no matter."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, QLayoutItem) and not isinstance(thing, QLayout | Flow)
    ]


def test_tab_goes_as_the_page_is_read(qtbot: QtBot) -> None:
    """Through the layouts inside each other, whatever was made first."""
    stops = [stop.text() for stop in tab_stops(make_page(qtbot)) if isinstance(stop, QPushButton)]
    assert stops == ["first", "second", "third", "fourth", "fifth", "last"]


def test_python_holds_no_place_that_qt_will_delete(qtbot: QtBot) -> None:
    """Each that it held was taken apart twice once its widget had gone: memory was destroyed."""
    page = make_page(qtbot)
    before = {id(item) for item in held_items()}  # a flow holds its own and lets go of them
    assert len(list(tab_stops(page))) == 6
    assert {id(item) for item in held_items()} == before


def test_what_python_is_asked_for_is_held(qtbot: QtBot) -> None:
    """The control: if PySide ever lets go of what ``itemAt`` returned, it may be asked again."""
    page = make_page(qtbot)
    layout = page.layout()
    assert layout is not None
    before = len(held_items())
    layout.itemAt(0)
    assert len(held_items()) == before + 1
