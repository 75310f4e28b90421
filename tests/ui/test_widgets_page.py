"""A page in its window: where it ends, and that it comes to rest at every size."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text

SENTENCE = "We talk with partners about the advantages that each side holds. "


def page_of(qtbot: QtBot, paragraphs: int, words: str = SENTENCE * 3) -> Page:
    page = Page("Sample page")
    page.add(*(Text(words) for _n in range(paragraphs)))
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    QApplication.processEvents()
    return page


def test_a_long_page_ends_where_its_words_end(qtbot: QtBot, theme: Theme) -> None:
    """No empty paper follows."""
    one_line = SENTENCE + "Yes, often."  # in a narrow window two
    page = page_of(qtbot, 60, one_line)
    last = page.findChildren(Text)[-1]
    column = page.scroller.widget()
    below = column.height() - last.geometry().bottom()
    assert page.scroller.verticalScrollBar().maximum() > 0
    assert below < 8 * theme.metrics.em


@pytest.mark.parametrize("width", [420, 640, 900])
def test_a_page_comes_to_rest_at_every_height(qtbot: QtBot, theme: Theme, width: int) -> None:
    """Also where it would fit with other lines only; the words never move aside for the bar."""
    page = page_of(qtbot, 4)
    words = page.findChildren(Text)[-4]
    places = set()
    for height in range(240, 760, 3):
        page.resize(width, height)
        QApplication.processEvents()
        places.add(words.width())
    assert len(places) == 1
