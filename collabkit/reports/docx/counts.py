"""How a group answered one statement: a dot a person, as a table that can be read and edited."""

from collections.abc import Sequence

from collabkit.reports.contents.counts import counts_in_words, full_name
from collabkit.reports.contents.parts import Column
from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import Look
from collabkit.reports.docx.tables import Cell, add_table

_DOT = "\N{BLACK CIRCLE}"
_MOST = 24  # dots in a cell; of a hall of people the number alone says more


def add_counts(draft: Draft, columns: Sequence[Column], apart: Sequence[Column]) -> None:
    """Add the counts of all answers, those that never count as low at the end."""
    every = (*columns, *apart)
    rows = [[Cell(str(column.count), Look.CELL_COUNT) for column in every]]
    if max(column.count for column in every) <= _MOST:
        rows.insert(0, [Cell(_DOT * column.count, Look.CELL_DOTS) for column in every])
    add_table(
        draft,
        [1] * len(every),
        rows,
        [Cell(full_name(column), Look.CELL_COUNT_HEAD) for column in every],
        in_words=counts_in_words(every),
    )
