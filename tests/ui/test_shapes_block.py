"""Shapes of several occasions on screen: drawn on each other, told in words, with their table."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.outcomes.blocks import Outline, Part, Shapes, Table
from collabkit.ui.results.outcome.outcome_view import OutcomeView
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.told.shapes_view import shapes_view
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.shape_lines import ShapeLegend
from collabkit.ui.widgets.shape_view import Occasion, ShapeView

NAMES = ("Power", "Empathy", "Honesty", "Communication", "Impact")
MEANING = "Not compared: fewer than four statements were asked in the same words"


def outline(label: str, *scores: str) -> Outline:
    return Outline(label, tuple(None if score == "-" else Fraction(score) for score in scores))


OUTLINES = (
    outline("November 2023", "1", "1", "1", "1", "1"),
    outline("November 2024", "2", "2.2", "-", "3", "4"),
    outline("November 2025", "2.5", "3", "2", "3", "4"),
    outline("November 2026", "3.1", "-", "2.4", "3", "4"),
)


def shapes(*outlines: Outline, words: str = "Clearly higher") -> Shapes:
    rows = tuple(
        (
            name,
            *("–" if o.scores[n] is None else str(float(o.scores[n] or 0)) for o in outlines),
            words,
        )
        for n, name in enumerate(NAMES)
    )
    head = ("Theme", *(o.label for o in outlines), "What it means")
    return Shapes(NAMES, outlines, Table("The scores", head, rows, (1, 2)), "Two shapes.")


def picture(view: QWidget) -> ShapeView:
    found: ShapeView = view.findChild(ShapeView)
    return found


def table(view: QWidget) -> NumbersTable:
    found: NumbersTable = view.findChild(NumbersTable)
    return found


@pytest.mark.usefixtures("theme")
def test_an_outcome_draws_its_shapes(qtbot: QtBot) -> None:
    """With the words for whoever cannot see them, and a table of the same numbers."""
    view = OutcomeView()
    qtbot.addWidget(view)
    view.show_parts([Part("beside", "Last time", (shapes(*OUTLINES[2:]),))], ())
    assert picture(view).accessibleDescription() == "Two shapes."
    rows = table(view).as_text().splitlines()
    assert rows[0] == "Theme\tNovember 2025\tNovember 2026\tWhat it means"
    assert rows[1] == "Power\t2.5\t3.1\tClearly higher"


@pytest.mark.usefixtures("theme")
def test_the_latest_is_told_at_the_corners_with_those_before(qtbot: QtBot) -> None:
    """Where it has no score, that is said; what is older than three is in the table alone."""
    view = shapes_view(shapes(*OUTLINES))
    qtbot.addWidget(view)
    assert picture(view).corner_words() == [
        ("Power", "3.1", "before: 2.5, 2.0"),
        ("Empathy", "", "no score"),
        ("Honesty", "2.4", "before: 2.0"),
        ("Communication", "3.0", "before: 3.0, 3.0"),
        ("Impact", "4.0", "before: 4.0, 4.0"),
    ]
    assert "November 2023" in table(view).as_text()


@pytest.mark.usefixtures("theme")
def test_a_single_shape_stands_beside_its_table(qtbot: QtBot) -> None:
    """Several need the whole width for theirs."""
    one, two = shapes_view(shapes(OUTLINES[0])), shapes_view(shapes(*OUTLINES[:2]))
    for view in (one, two):
        qtbot.addWidget(view)
    assert isinstance(one, Beside)
    assert not isinstance(two, Beside)
    assert picture(one).corner_words()[0] == ("Power", "1.0", "")


def test_each_line_is_drawn_in_its_own_way(qtbot: QtBot, theme: Theme) -> None:
    """The latest in the accent, the others in ink; without colour the pictures differ too."""

    def drawn(*occasions: Occasion) -> set[str]:
        view = ShapeView()
        qtbot.addWidget(view)
        view.show_shape(NAMES, *occasions)
        view.resize(600, 600)
        image = view.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(200, 400) for y in range(200, 400)}

    none = Occasion("before", (None,) * 5)
    latest, before = (Occasion("a", (Fraction(n),) * 5) for n in (4, 2))
    accent, ink = QColor(theme.roles.accent).name(), QColor(theme.roles.ink).name()
    assert accent in drawn(latest)
    assert ink not in drawn(latest)
    assert ink in drawn(latest, before)
    assert ink in drawn(latest, none, before)


@pytest.mark.usefixtures("theme")
def test_the_names_of_the_lines_take_as_many_rows_as_they_need(qtbot: QtBot) -> None:
    """No name is cut where there is little room, and a single line needs none."""
    view = ShapeView()
    qtbot.addWidget(view)
    theme = theme_of(view)
    names = [o.label for o in OUTLINES[:3]]
    wide, narrow = theme.metrics.ems(60), theme.metrics.ems(14)
    assert ShapeLegend(theme, names[:1], wide).height == 0
    row = ShapeLegend(theme, names[:2], wide).height
    assert ShapeLegend(theme, names, wide).height == row
    assert ShapeLegend(theme, names, narrow).height == 3 * row


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("ems", [26, 44])
def test_no_word_is_cut_off(qtbot: QtBot, wear: Callable[..., object], size: int, ems: int) -> None:
    """Neither at the corners nor below: nothing is drawn on the outermost pixels."""
    wear("light", size)
    view = ShapeView()
    qtbot.addWidget(view)
    view.show_shape(NAMES, *(Occasion(o.label, o.scores) for o in OUTLINES[1:]))
    width = theme_of(view).metrics.ems(ems)
    view.resize(width, view.heightForWidth(width))
    image = view.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    border = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    border += [(x, y) for x in (0, right) for y in range(bottom + 1)]
    assert {image.pixel(x, y) for x, y in border} == {image.pixel(0, 0)}


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("words", ["Clearly higher", MEANING])
def test_every_word_of_the_table_has_room(
    qtbot: QtBot, wear: Callable[..., object], size: int, words: str
) -> None:
    """In numbers and in sentences alike, however narrow the page, and nothing is at the side."""
    wear("light", size)
    view = shapes_view(shapes(*OUTLINES[1:], words=words))
    qtbot.addWidget(view)
    view.resize(700, 1500)
    view.show()
    shown = table(view)
    model, width_of = shown.model(), shown.fontMetrics().horizontalAdvance
    for column in range(model.columnCount()):
        cells = [str(model.index(row, column).data()) for row in range(model.rowCount())]
        longest = max(width_of(word) for cell in cells for word in cell.split())
        assert shown.columnWidth(column) > longest
    assert shown.horizontalScrollBar().maximum() == 0
