"""The paper as it will be, turned and sized by mouse and keyboard, and readable as text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, words
from preview_desk import Computer, Desk, Key, Modifier
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.plans.plan import Slot
from collabkit.services.plans import own_action
from collabkit.services.sample import ensure_sample
from collabkit.ui.places import places
from collabkit.ui.preview.page import PreviewPage
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("no_windows_left")


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path: Path, wear: Callable[..., object]) -> Desk:
    wear()
    return Desk(qtbot, house, tmp_path)


def test_the_pages_are_those_of_the_file(desk: Desk) -> None:
    """As many as the PDF has, drawn and not blank."""
    assert desk.place == f"Page 1 of {len(desk.page.sheets.sheets)}"
    assert "Sample: not a real charity" in desk.text
    picture = desk.page.sheets.sheets[0].grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 5


def test_pages_are_turned_with_keys(desk: Desk) -> None:
    """Page Down and Page Up, Home and End, wherever the keyboard is on the page."""
    count = len(desk.page.sheets.sheets)
    desk.key(Key.Key_PageDown)
    desk.key(Key.Key_PageDown)
    assert desk.place == f"Page 3 of {count}"
    desk.key(Key.Key_PageUp)
    assert desk.place == f"Page 2 of {count}"
    desk.key(Key.Key_End)
    assert desk.place == f"Page {count} of {count}"
    desk.key(Key.Key_PageDown)
    assert desk.place == f"Page {count} of {count}"
    desk.key(Key.Key_Home)
    assert desk.place == f"Page 1 of {count}"


def test_pages_are_turned_with_buttons(desk: Desk) -> None:
    """At the ends one of them rests, and the keyboard goes to the other."""
    assert not button(desk.page, "Previous page").isEnabled()
    desk.press("Next page")
    assert desk.place.startswith("Page 2 ")
    desk.press("Previous page")
    assert desk.place.startswith("Page 1 ")
    assert focused() is desk.page.turner.after


def test_scrolling_tells_the_page(desk: Desk) -> None:
    """The number follows what is seen."""
    sheet = desk.page.sheets.sheets[1]
    bar = desk.page.scroller.verticalScrollBar()
    bar.setValue(sheet.y() + sheet.height() // 2)
    assert desk.place.startswith("Page 2 ")


def test_the_size_of_the_pages(desk: Desk) -> None:
    """As wide as there is room at first; larger, smaller and back with keys or the button."""
    sheets = desk.page.sheets
    wide = sheets.zoom
    assert sheets.fits_width
    desk.key(Key.Key_Plus, Modifier.ControlModifier)
    assert sheets.zoom > wide
    desk.key(Key.Key_Minus, Modifier.ControlModifier)
    desk.key(Key.Key_Minus, Modifier.ControlModifier)
    assert sheets.zoom < wide
    desk.key(Key.Key_0, Modifier.ControlModifier)
    assert sheets.zoom == pytest.approx(wide)
    desk.press("Size on paper")
    assert sheets.zoom == pytest.approx(1, abs=0.01)
    desk.press("Fit the width")
    assert sheets.zoom == pytest.approx(wide)


def test_head_and_tools_stay_in_sight_when_the_pages_are_large(desk: Desk) -> None:
    """Only the pages are wider than the window."""
    for _step in range(5):
        desk.key(Key.Key_Plus, Modifier.ControlModifier)
    assert desk.page.scroller.horizontalScrollBar().maximum() > 0
    assert desk.page.head.width() <= desk.page.scroller.viewport().width()


def test_a_larger_page_is_the_same_page(desk: Desk) -> None:
    """Zooming does not lose the place."""
    for _step in range(8):
        desk.key(Key.Key_PageDown)
    for _step in range(3):
        desk.key(Key.Key_Plus, Modifier.ControlModifier)
    assert desk.place.startswith("Page 9 ")
    top = desk.page.sheets.sheets[8].mapTo(desk.page.scroller.viewport(), QPoint(0, 0)).y()
    assert 0 < top < 100


def test_in_the_window_the_keys_for_text_size_size_the_pages(
    qtbot: QtBot, house: House, wear: Callable[..., object]
) -> None:
    """As in every program that shows paper; on all other pages they go on sizing text."""
    wear()
    window = MainWindow(places(lambda: house.context), house.context.settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    steps: list[int] = []
    window.text_size_step_requested.connect(steps.append)
    window.navigator.go("preview", assessment_id=ensure_sample(house.services, TODAY))
    page = window.page
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(page.sheets.isVisible, timeout=20_000)
    QApplication.processEvents()
    wide = page.sheets.zoom
    qtbot.keyClick(focused() or page, Key.Key_Plus, Modifier.ControlModifier)
    QApplication.processEvents()
    assert page.sheets.zoom > wide
    window.navigator.go("plan")
    qtbot.keyClick(focused() or window, Key.Key_Plus, Modifier.ControlModifier)
    assert steps == [1]


def test_a_page_can_be_heard(desk: Desk) -> None:
    """Tab stops at the page that is read, which has a name and its text."""
    for _step in range(12):
        now = focused()
        assert now is not None
        if now in desk.page.sheets.sheets:
            break
        desk.key(Key.Key_Tab)
    desk.key(Key.Key_PageDown)
    sheet = desk.page.sheets.sheets[1]
    assert focused() is sheet
    heard = QAccessible.queryAccessibleInterface(sheet)
    count = len(desk.page.sheets.sheets)
    assert heard.text(QAccessible.Text.Name) == f"Page 2 of {count}"
    assert "There is no overall score" in heard.text(QAccessible.Text.Description)
    whole = QAccessible.queryAccessibleInterface(desk.page.sheets)
    assert whole.text(QAccessible.Text.Description) == f"{count} pages"


def test_the_paper_can_be_read_as_text(desk: Desk) -> None:
    """Selectable, in whole paragraphs, and back to the pages again."""
    desk.press("Read as text")
    reader = desk.page.reader
    assert focused() is reader
    assert not desk.page.sheets.isVisible()
    assert "a sum would hide the point." in reader.toPlainText()
    desk.press("See the pages")
    assert desk.page.sheets.isVisible()
    assert not reader.isVisible()


def test_notes_are_on_the_paper_when_they_are_wanted(desk: Desk) -> None:
    """Not before; and the choice is remembered."""
    note = "we have talked about this among ourselves"
    assert note not in desk.text
    desk.page.tools.notes.click()
    desk.qtbot.waitUntil(lambda: note in desk.text, timeout=20_000)
    again = PreviewPage(desk.house.context, desk.computer)
    desk.house.show(desk.qtbot, again, assessment_id=desk.assessment_id)
    assert again.tools.notes.isChecked()
    desk.qtbot.waitUntil(lambda: note in "\n".join(again.sheets.texts()), timeout=20_000)


def test_two_quick_wishes_end_with_the_last(desk: Desk) -> None:
    """What is drawn for a wish that was taken back is not shown."""
    shown: list[str] = []
    with desk.qtbot.waitSignal(desk.presenter.state_changed, timeout=20_000):
        desk.presenter.state_changed.connect(lambda _state: shown.append(desk.text))
        desk.page.tools.notes.click()
        desk.page.tools.notes.click()
    assert not desk.page.tools.notes.isChecked()
    assert len(shown) == 1
    assert "Sample note" not in shown[0]


def test_coming_back_shows_the_plan_as_it_is_now(desk: Desk) -> None:
    """What changed in the meantime is on the paper."""
    desk.page.left()
    plan = desk.house.services.plans.load(desk.assessment_id)
    desk.house.services.plans.keep(plan.with_action(own_action("Lend a van", Slot.PARKED)))
    desk.page.entered(assessment_id=desk.assessment_id)
    assert desk.page.sheets.isVisible()
    desk.qtbot.waitUntil(lambda: "Lend a van" in desk.text, timeout=20_000)


def test_every_control_has_a_name(desk: Desk) -> None:
    """A screen reader has a word for everything that can be pressed."""
    assert nameless(desk.page) == []
    assert {key for key, _does in desk.page.key_hints()} >= {"Ctrl+S", "Ctrl+P"}


def test_a_plan_that_is_gone_is_missed_in_words(
    qtbot: QtBot, house: House, tmp_path: Path, wear: Callable[..., object]
) -> None:
    """With a way to the others."""
    wear()
    page = PreviewPage(house.context, Computer(tmp_path))
    gone: list[str] = []
    page.go_requested.connect(lambda key, _arguments: gone.append(key))
    house.show(qtbot, page, assessment_id="nobody knows")
    assert "This plan is not here any more." in words(page)
    assert not page.save.isVisible()
    button(page, "See all plans").click()
    assert gone == ["plan"]


@pytest.mark.parametrize(("size", "width"), [(100, 804), (150, 1036), (200, 918), (200, 640)])
def test_everything_fits_the_width(
    desk: Desk, wear: Callable[..., object], size: int, width: int
) -> None:
    """No sideways scrolling on a small laptop with large text; tools wrap instead."""
    wear("dark", size)
    desk.page.resize(width, 700)
    for _round in range(4):
        QApplication.processEvents()
    assert desk.page.scroller.horizontalScrollBar().maximum() == 0
    desk.press("Read as text")
    assert desk.page.scroller.horizontalScrollBar().maximum() == 0
