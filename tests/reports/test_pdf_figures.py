"""Tables of figures on paper: the words have the room."""

from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.outcomes.blocks import Table as TableBlock
from collabkit.reports.pdf.layout import set_on_pages
from collabkit.reports.pdf.pages.outcome import outcome_pages
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, CELL

STATEMENT = "We make the main decisions about joint work together with our partners."


def height_of(*figures: str) -> float:
    """The height of a table of one statement with six columns of figures."""
    head = ("Statement", "Act first", "Build", "Keep going", "Share it", "Talk first", "Groups")
    table = TableBlock("Where", head, ((STATEMENT, *figures),), numbers=tuple(range(1, 7)))
    width = A4.content_width
    blocks = outcome_pages([Part("p", "P", (table,))], Element("Document"), width)
    (page,) = set_on_pages(blocks, width, A4.content_height)
    return page.placed[-1].block.height(width)


def test_columns_of_figures_take_what_they_need() -> None:
    """Beside six of them a statement of ordinary length has room in two lines."""
    two_lines = 2 * CELL.leading
    assert height_of("0", "1", "2", "0", "5", "8 of 8") < 2 * 13 + two_lines + 4 * 5 + 1


def test_long_figures_are_not_broken() -> None:
    """Shares beside the numbers make a column wider, and the row no higher than the statement."""
    broken = height_of("12", "1", "2", "0", "5", "24 of 24")
    assert height_of("12 (50%)", "1", "2", "0", "5", "24 of 24") <= broken + CELL.leading
