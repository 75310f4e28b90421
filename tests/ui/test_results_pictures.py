"""The pictures of Results keep their words at every width and are measured afresh when needed."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.dot_strip import DotColumn, DotPicture
from collabkit.ui.widgets.shape_view import Occasion, ShapeView

NAMES = ("Power", "Empathy", "Honesty", "Communication", "Impact")


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("ems", [18, 21, 26, 44])
@pytest.mark.parametrize("last", [Fraction(4), None])
def test_no_word_of_the_shape_is_cut_off(qtbot: QtBot, ems: int, last: Fraction | None) -> None:
    """The rings give way to the names: nothing is drawn on the outermost pixels."""
    shape = ShapeView()
    qtbot.addWidget(shape)
    scores = (Fraction(2), Fraction(3), Fraction(5), Fraction(1), last)
    shape.show_shape(NAMES, Occasion("", scores))
    width = theme_of(shape).metrics.ems(ems)
    shape.resize(width, shape.heightForWidth(width))
    image = shape.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    border = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    border += [(x, y) for x in (0, right) for y in range(bottom + 1)]
    assert {image.pixel(x, y) for x, y in border} == {image.pixel(0, 0)}
    assert drawn(image) > 200


def drawn(image: QImage) -> int:
    """Return how many pixels differ from the background, looking at every third."""
    ground = image.pixel(0, 0)
    return sum(
        image.pixel(x, y) != ground
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


@pytest.mark.usefixtures("theme")
def test_dots_are_measured_afresh_for_more_people(qtbot: QtBot) -> None:
    """A picture that is used again grows with the group."""
    picture = DotPicture()
    qtbot.addWidget(picture)
    picture.show_columns((DotColumn("Not yet", 1), DotColumn("Starting", 1)), ())
    few = picture.heightForWidth(400)
    picture.show_columns((DotColumn("Not yet", 9), DotColumn("Starting", 1)), ())
    assert picture.heightForWidth(400) > few


def test_dots_are_measured_afresh_for_larger_text(
    qtbot: QtBot, wear: Callable[..., object]
) -> None:
    """Dots and names grow with the text."""
    wear("light", 100)
    picture = DotPicture()
    qtbot.addWidget(picture)
    picture.show_columns((DotColumn("Not yet", 3), DotColumn("Starting", 1)), ())
    small = picture.heightForWidth(400)
    wear("light", 200)
    assert picture.heightForWidth(400) > small * 1.5
