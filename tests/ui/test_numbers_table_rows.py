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


@pytest.mark.usefixtures("theme")
def test_what_does_not_fit_side_by_side_stands_in_lines(open_window) -> None:
    """With the headings before the figures, and nothing to scroll; wider again, it is a table."""
    narrow = table()
    window = open_window(narrow, width=380)
    assert narrow.model().columnCount() == 1
    assert narrow.horizontalScrollBar().maximum() == 0
    lines = str(narrow.model().index(1, 0).data()).split("\n")
    assert [line.strip() for line in lines[:3]] == [
        "Short.",
        "Act first: 5 (23%)",
        "Build: 5 (23%)",
    ]
    assert narrow.rowHeight(1) >= 7 * narrow.fontMetrics().height()
    window.resize(1200, window.height())
    QApplication.processEvents()
    assert narrow.model().columnCount() == 7


@pytest.mark.usefixtures("theme")
def test_what_stands_in_lines_is_copied_as_a_table(open_window) -> None:
    """Everything with its headings, or whole rows: a spreadsheet knows nothing of lines."""
    narrow = table()
    open_window(narrow, width=380)
    whole = narrow.as_text().splitlines()
    assert whole[0] == "\t".join(HEADINGS)
    narrow.selectAll()
    assert narrow.as_text().splitlines() == whole[1:]


@pytest.mark.usefixtures("theme")
def test_new_rows_of_a_hidden_table_are_fitted_when_it_is_seen(open_window) -> None:
    """Also if it is as wide as before."""
    hidden = table()
    open_window(hidden, width=900)
    hidden.hide()
    hidden.show_rows([("Short.", *["5 (23%)"] * 6)] * 12)
    hidden.show()
    QApplication.processEvents()
    assert hidden.height() > 12 * hidden.rowHeight(0)
