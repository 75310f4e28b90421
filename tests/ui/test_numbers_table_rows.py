"""Rows of a table are as high as their words need, in whatever it is shown."""

import pytest
from PySide6.QtWidgets import QApplication

from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.numbers_table import NumbersTable

STATEMENT = "A statement that takes two lines in a table with as many columns as this one has."
HEADINGS = ("Statement", "Act first", "Build", "Keep going", "Share it", "Talk first", "Groups")


def table() -> NumbersTable:
    made = NumbersTable("How many groups stand where", HEADINGS, range(1, 7))
    made.show_rows([(STATEMENT, *["5 (23%)"] * 6), ("Short.", *["5 (23%)"] * 6)])
    return made


@pytest.mark.usefixtures("theme")
def test_no_row_keeps_the_height_of_narrower_columns(open_window) -> None:
    """Qt gives columns their widths late; the rows must not be left as they were before."""
    plain, folded, fold, card = table(), table(), Fold("More"), Card()
    open_window(plain, fold, width=900)
    card.add(folded)
    fold.add(card)
    fold.set_open(True)
    QApplication.processEvents()
    for shown in (plain, folded):
        line = shown.rowHeight(1)
        assert shown.columnWidth(0) > shown.width() / 3
        assert line < shown.rowHeight(0) < 2 * line
