"""Long texts: plain, whole, and scrolled by the page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.whole_text import Link, Paragraph, WholeText

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

LONG = [Paragraph(f"Line {number} of many.") for number in range(200)]


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page("Reading")
    page.text = WholeText("A long text", LONG)  # type: ignore[attr-defined]
    page.add(page.text)  # type: ignore[attr-defined]
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and bar_of(page).maximum() > 1000)
    return page


def bar_of(page: Page):  # type: ignore[no-untyped-def]
    return page.scroller.verticalScrollBar()


def test_markup_stays_what_was_written(qtbot: QtBot) -> None:
    """Tags and entities are shown letter by letter."""
    text = WholeText("Path", [Paragraph("/home/<b>bold</b>/<img src=x>&amp;")])
    qtbot.addWidget(text)
    assert text.toPlainText() == "/home/<b>bold</b>/<img src=x>&amp;"


def test_it_is_as_high_as_its_text(qtbot: QtBot) -> None:
    """Narrower, it needs more lines and takes them."""
    text = WholeText("Text", [Paragraph("many words " * 40)])
    qtbot.addWidget(text)
    text.resize(800, 10)
    text.show()
    wide = text.height()
    text.resize(300, 10)
    assert text.height() > wide
    assert text.verticalScrollBar().maximum() == 0


def test_a_path_without_spaces_is_broken_rather_than_cut(qtbot: QtBot) -> None:
    """Nothing has to be scrolled sideways."""
    text = WholeText("Path", [Paragraph("/very" * 60)])
    qtbot.addWidget(text)
    text.resize(300, 10)
    text.show()
    assert text.document().idealWidth() <= 300
    assert text.horizontalScrollBar().maximum() == 0


def test_the_wheel_scrolls_the_page(qtbot: QtBot, page: Page) -> None:
    """Also with Ctrl held, which would make Qt's own text larger for itself."""
    text = page.text  # type: ignore[attr-defined]
    size = text.document().defaultFont().pointSizeF()
    window = page.windowHandle()
    spot = QPointF(text.viewport().mapTo(page, QPoint(50, 50)))
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        before = bar_of(page).value()
        QTest.wheelEvent(window, spot, QPoint(0, -240), QPoint(), modifier)
        QApplication.processEvents()
        assert bar_of(page).value() > before
    assert text.document().defaultFont().pointSizeF() == size


def test_the_page_follows_the_text_cursor(qtbot: QtBot, page: Page) -> None:
    """Ctrl+End brings the end of the text into sight."""
    text = page.text  # type: ignore[attr-defined]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar_of(page).value() > 1000


def test_coming_back_from_another_window_does_not_move_the_page(qtbot: QtBot, page: Page) -> None:
    """The person finds the place where they were reading."""
    text = page.text  # type: ignore[attr-defined]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    bar_of(page).setValue(900)
    text.clearFocus()
    text.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert bar_of(page).value() == 900


def test_a_link_is_told_and_opens_nothing_by_itself(qtbot: QtBot) -> None:
    """Whoever holds the text decides what a link means."""
    text = WholeText("Text", [Paragraph("See Tender.", links=(Link(4, 10, "Tender"),))])
    qtbot.addWidget(text)
    text.resize(300, 10)
    text.show()
    told: list[str] = []
    text.anchorClicked.connect(lambda address: told.append(address.toString()))
    spot = text.cursorRect(text.document().find("Tender")).center() - QPoint(10, 0)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == ["Tender"]
    assert text.toPlainText() == "See Tender."


def test_colours_and_sizes_follow_the_theme(qtbot: QtBot, wear: Callable[..., object]) -> None:
    """Text that is already shown changes with the settings."""
    text = WholeText("Text", [Paragraph("Words", "note", "muted")])
    qtbot.addWidget(text)
    text.show()
    before = text.height()
    wear("dark", 200)
    words = text.document().begin().charFormat()
    assert words.foreground().color() == theme_of(text).colour("muted")
    assert text.height() > 1.8 * before


def test_screen_readers_get_its_name_and_its_words(qtbot: QtBot, page: Page) -> None:
    """It is read as one named text."""
    seen = QAccessible.queryAccessibleInterface(page.text)  # type: ignore[attr-defined]
    assert seen.text(QAccessible.Text.Name) == "A long text"
    assert seen.textInterface().text(0, 15) == "Line 0 of many."


def test_lines_of_a_row_may_be_nearer_than_its_parts(qtbot: QtBot) -> None:
    """Options side by side stand apart, but go on closely below."""
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Flow(holder)
    row.set_gaps(across=40, down=5)
    parts = [QWidget() for _number in range(3)]
    for part in parts:
        part.setFixedSize(QSize(100, 20))
        row.addWidget(part)
    row.setGeometry(QRect(0, 0, 250, 100))
    corners = [(part.x(), part.y()) for part in parts]
    assert corners == [(0, 0), (140, 0), (0, 25)]
