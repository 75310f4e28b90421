"""What is drawn is also told in words and numbers."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.results import Band
from collabkit.ui.theme import Theme
from collabkit.ui.theme.theme import keep_theme
from collabkit.ui.widgets.band_mark import BandMark
from collabkit.ui.widgets.dot_strip import DotColumn, DotStrip
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.shape_view import Occasion, ShapeView


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_the_shape_reads_its_numbers_aloud(qtbot: QtBot, theme: Theme) -> None:
    """A gap is said to be one and is never a nought."""
    shape = ShapeView()
    qtbot.addWidget(shape)
    scores = (Fraction(31, 10), None, Fraction(5, 2))
    shape.show_shape(("Power", "Empathy", "Honesty"), Occasion("June 2026", scores))
    told = shape.accessibleDescription()
    assert told == "June 2026: Power 3.1, Empathy: not enough answers, Honesty 2.5."


def test_the_shape_draws_in_the_accent(qtbot: QtBot, theme: Theme) -> None:
    """There is a picture, in the theme's one accent."""
    shape = ShapeView()
    qtbot.addWidget(shape)
    shape.show_shape(("A", "B", "C"), Occasion("now", (Fraction(3), Fraction(4), Fraction(5))))
    shape.resize(500, 420)
    assert QColor(theme.roles.accent).name() in colours_of(shape)


def test_a_dot_strip_reads_its_counts_aloud(qtbot: QtBot, theme: Theme) -> None:
    """Every column with its count, those apart included, and the sentence below."""
    strip = DotStrip()
    qtbot.addWidget(strip)
    strip.show_columns(
        [DotColumn("Not yet", 0, "1"), DotColumn("Starting", 2, "2")],
        [DotColumn("Don’t know", 1)],
        "Two of two chose 2.",
    )
    assert strip.picture.accessibleDescription() == "1 Not yet: 0, 2 Starting: 2, Don’t know: 1."
    assert strip.sentence.text() == "Two of two chose 2."


def test_a_dot_strip_draws_each_level_in_its_own_step(qtbot: QtBot, theme: Theme) -> None:
    """The ends of the palette stand for the lowest and the highest level."""
    strip = DotStrip()
    qtbot.addWidget(strip)
    columns = [DotColumn(str(n), count) for n, count in enumerate((3, 0, 0, 0, 3), 1)]
    strip.show_columns(columns)
    strip.resize(700, 300)
    seen = colours_of(strip)
    assert theme.roles.steps[0].lower() in seen
    assert theme.roles.steps[4].lower() in seen
    assert theme.roles.steps[1].lower() not in seen


def test_a_hundred_people_still_fit_into_a_dot_strip(qtbot: QtBot, theme: Theme) -> None:
    """Dots grow smaller and stand side by side before the strip grows out of the page."""
    strip = DotStrip()
    qtbot.addWidget(strip)
    strip.show_columns([DotColumn(str(n), 20 * n) for n in range(1, 6)])
    assert strip.picture.heightForWidth(620) < 400


def test_a_narrow_dot_strip_breaks_no_word(qtbot: QtBot, theme: Theme) -> None:
    """Where the names have no room side by side, each level gets a row of its own."""
    strip = DotStrip()
    qtbot.addWidget(strip)
    columns = [DotColumn("Regular practice", 2, str(number)) for number in range(1, 8)]
    strip.show_columns(columns)
    side_by_side, below = (strip.picture.heightForWidth(width) for width in (700, 300))
    assert side_by_side < 160
    assert below > 7 * theme.metrics.em * 1.4


@pytest.mark.parametrize("band", list(Band))
def test_a_band_has_a_word_beside_its_shape(qtbot: QtBot, theme: Theme, band: Band) -> None:
    """The word is told and there is room for it."""
    mark = BandMark()
    mark.show_band(band)
    qtbot.addWidget(mark)
    assert mark.text
    assert mark.accessibleName() == mark.text
    assert mark.sizeHint().width() > mark.fontMetrics().horizontalAdvance(mark.text)


@pytest.fixture
def table(open_window: Callable[..., QWidget]) -> NumbersTable:
    table = NumbersTable("Scores", ["Theme", "Score"], numeric=[1])
    table.show_rows([["Power", "3.1"], ["Empathy", "2.4"]])
    open_window(table)
    table.setFocus()
    return table


def test_a_table_is_copied_for_a_spreadsheet(qtbot: QtBot, table: NumbersTable) -> None:
    """Ctrl+C copies everything with its headings."""
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Theme\tScore\nPower\t3.1\nEmpathy\t2.4"


def test_selected_cells_are_copied_alone(qtbot: QtBot, table: NumbersTable) -> None:
    """With a row selected by arrow keys and Shift, Ctrl+C copies that row."""
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(table, key)
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Empathy\t2.4"


def test_a_table_is_as_high_as_its_rows(table: NumbersTable) -> None:
    """The page scrolls, not the table."""
    bottom = table.visualRect(table.model().index(1, 0)).bottom()
    assert table.viewport().rect().contains(QPoint(0, bottom))
    assert table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [900, 420, 300])
def test_a_table_never_scrolls_up_and_down(open_window: Callable[..., QWidget], width: int) -> None:
    """Nor to the side: long headings take several lines first, then everything stands in lines."""
    table = NumbersTable(
        "Ratings",
        ["Source of power", "Sample Kitchen says", "Sample Partner Trust says", "Together"],
        numeric=(1, 2, 3),
    )
    table.show_rows([("Institutional knowledge", "+0.1", "−0.3", "−0.1")] * 3)
    open_window(table, width=width)
    assert table.verticalScrollBar().maximum() == 0
    assert table.horizontalScrollBar().maximum() == 0
    assert (table.model().columnCount() == 1) is (width < 400)
    assert "Sample Partner Trust says" in table.as_text().splitlines()[0]


def test_no_line_hides_a_number_of_the_shape(qtbot: QtBot, theme: Theme) -> None:
    """The numbers of the rings can be read wherever the line lies."""

    def inked(*scores: Fraction) -> int:
        shape = ShapeView()
        qtbot.addWidget(shape)
        keep_theme(shape, replace(theme, roles=replace(theme.roles, muted="#FF0000")))
        shape.show_shape(("A", "B", "C", "D", "E"), Occasion("now", scores))
        shape.resize(500, 420)
        image = shape.grab().toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        seen = (image.pixelColor(x, y) for x, y in places)
        return sum(colour.red() > colour.green() + 60 for colour in seen)

    apart = inked(*[Fraction(1)] * 5)
    assert apart > 20
    for third in range(9, 13):
        across = (Fraction(third, 3), *[Fraction(4)] * 4)
        assert inked(*across) == apart
