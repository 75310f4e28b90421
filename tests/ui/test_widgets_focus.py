"""What has the keyboard is seen, and Tab goes as the page is read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.focus import FocusKeeper
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

OpenWindow = Callable[..., QWidget]


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, theme: Theme) -> Page:
    FocusKeeper.watch(qapp)
    page = Page("Your plan", "What you will do.")
    qtbot.addWidget(page)
    page.foot.add_left(Button("Back"))
    page.foot.add_right(Button("Next", "primary"))
    for number in range(12):
        page.add(Button(f"Act {number}"), Text("Some of us adapt what we ask for. " * 4))
    page.head.set_primary(Button("Print", "primary"))
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def rings(widget: QWidget) -> list[QFocusFrame]:
    return [ring for ring in widget.window().findChildren(QFocusFrame) if ring.isVisible()]


def box_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def button(page: QWidget, words: str) -> Button:
    return next(each for each in page.findChildren(Button) if each.text() == words)


def test_a_ring_lies_round_what_has_the_keyboard(page: Page) -> None:
    """One ring, a little outside, and it goes on with the keyboard."""
    for words in ("Print", "Act 1"):
        target = button(page, words)
        target.setFocus()
        (ring,) = rings(page)
        inside, outside = box_of(target), box_of(ring)
        assert outside.contains(inside)
        assert 3 <= inside.left() - outside.left() <= 8


def test_the_ring_follows_its_target(qtbot: QtBot, page: Page) -> None:
    """When the window grows and the button moves, so does the ring."""
    target = button(page, "Act 0")
    target.setFocus()
    before = box_of(target)
    page.resize(1300, 600)
    qtbot.waitUntil(lambda: box_of(target) != before)
    (ring,) = rings(page)
    assert box_of(ring).center() == box_of(target).center()


def test_the_ring_can_be_pressed_through(page: Page) -> None:
    """The ring catches no click and is no stop for Tab or screen readers."""
    button(page, "Act 0").setFocus()
    (ring,) = rings(page)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_what_gets_the_keyboard_scrolls_into_view(page: Page) -> None:
    """A button far below is seen as soon as the keyboard reaches it."""
    target = button(page, "Act 11")
    view = QRect(page.scroller.mapTo(page, QPoint(0, 0)), page.scroller.size())
    assert not view.contains(box_of(target))
    target.setFocus()
    assert view.contains(box_of(target))


def test_going_back_up_shows_what_stands_above(page: Page) -> None:
    """A title over the control that gets the keyboard is in sight too."""
    button(page, "Act 11").setFocus()
    button(page, "Act 4").setFocus()
    above = box_of(button(page, "Act 4")).top() - page.scroller.mapTo(page, QPoint(0, 0)).y()
    assert above > page.scroller.height() // 4


def test_tab_goes_as_the_page_is_read(qtbot: QtBot, page: Page) -> None:
    """Head, content, foot, and round again, although the foot was made first."""
    page.take_focus()
    words = []
    for _stop in range(16):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert isinstance(now, Button)
        words.append(now.text())
    acts = [f"Act {number}" for number in range(12)]
    assert words == ["Print", *acts, "Back", "Next", "Print"]


def test_shift_tab_goes_back(qtbot: QtBot, page: Page) -> None:
    """From the first control backwards comes the last one."""
    button(page, "Print").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    now = QApplication.focusWidget()
    assert isinstance(now, Button)
    assert now.text() == "Next"


def test_what_is_added_later_has_its_place_in_the_way(qtbot: QtBot, page: Page) -> None:
    """A field that comes into the page is reached where it stands, not at the end."""
    field = TextField("Owner")
    page.body.insertWidget(0, field)
    qtbot.waitUntil(field.isVisible)
    button(page, "Print").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert field.line.hasFocus()


def test_a_page_opens_at_its_title_without_a_ring(qtbot: QtBot, page: Page) -> None:
    """The title has the keyboard, so that screen readers start there; it is no control."""
    button(page, "Act 11").setFocus()
    page.take_focus()
    assert page.head.title.hasFocus()
    assert rings(page) == []
    assert page.scroller.verticalScrollBar().value() == 0


def test_the_ring_goes_with_its_window(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """A closed window takes its ring along; the next one gets a new one."""
    FocusKeeper.watch(qapp)
    for _time in range(2):
        window = QWidget()
        inner = Button("Act", parent=window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        inner.setFocus()
        assert len(rings(inner)) == 1
        window.close()
        window.deleteLater()
        qapp.sendPostedEvents(None, 52)
        del inner, window


def half_hidden(page: Page, target: QWidget) -> QPoint:
    """Scroll so that only the upper half of ``target`` is seen; return a place on that half."""
    view = page.scroller.viewport()
    top = target.mapTo(page.scroller.widget(), QPoint(0, 0)).y()
    page.scroller.verticalScrollBar().setValue(top + target.height() // 2 - view.height())
    return target.mapTo(page.window(), QPoint(target.width() // 2, target.height() // 4))


def mouse(page: Page, at: QPoint) -> None:
    """Press and release the mouse as the system tells it, at a place in the window."""
    QTest.mouseClick(
        page.window().windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    QApplication.processEvents()


def test_a_click_on_a_half_hidden_button_does_what_it_says(page: Page) -> None:
    """The page does not scroll: the button would be gone from under the pointer."""
    target, pressed = button(page, "Act 9"), []
    target.clicked.connect(lambda: pressed.append("Act 9"))
    mouse(page, half_hidden(page, target))
    assert pressed == ["Act 9"]
    assert target.hasFocus()


def test_a_half_hidden_field_is_seen_as_soon_as_one_types(qtbot: QtBot, page: Page) -> None:
    field = TextField("Owner")
    page.body.insertWidget(18, field)
    qtbot.waitUntil(field.isVisible)
    mouse(page, half_hidden(page, field.line))
    view = QRect(page.scroller.mapTo(page, QPoint(0, 0)), page.scroller.size())
    assert field.line.hasFocus()
    assert not view.contains(box_of(field.line))
    qtbot.keyClicks(field.line, "S")
    assert view.contains(box_of(field.line))


def test_a_field_comes_into_view_with_its_label(qtbot: QtBot, page: Page) -> None:
    field = TextField("Owner")
    page.body.insertWidget(4, field)
    qtbot.waitUntil(field.isVisible)
    bar = page.scroller.verticalScrollBar()
    bar.setValue(field.line.mapTo(page.scroller.widget(), QPoint(0, 0)).y())
    field.line.setFocus()
    view = QRect(page.scroller.mapTo(page, QPoint(0, 0)), page.scroller.size())
    assert view.contains(box_of(field.label))


def test_an_entry_comes_into_view_with_all_its_words(qtbot: QtBot, page: Page) -> None:
    """Not only its button, beside which the words may be higher."""
    entry = Entry("The copy of today", "It was read through and holds what you have said. " * 30)
    look = Button("Look at it")
    entry.add_act(look)
    page.add(entry, *(Text("Some of us adapt what we ask for. " * 4) for _line in range(9)))
    qtbot.waitUntil(lambda: entry.height() > 3 * look.height())
    look.setFocus()
    assert box_of(page.scroller).contains(box_of(entry))


def test_page_down_goes_on_whatever_has_the_keyboard(page: Page) -> None:
    """It was meant to leave it behind; only what is typed there brings it back into view."""
    target = button(page, "Act 1")
    target.setFocus()
    places = []
    for _time in range(3):
        QTest.keyClick(target, Qt.Key.Key_PageDown)
        places.append(page.scrolled)
    first, second, at_the_end = places
    assert 0 < first < second
    assert at_the_end == page.scroller.verticalScrollBar().maximum()
    assert target.hasFocus()
