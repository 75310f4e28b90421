"""How a group answered one statement: a dot a person, as a table that can be read and edited."""

from collections.abc import Sequence

from collabkit.i18n import _
from collabkit.reports.contents.parts import Column
from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import Look
from collabkit.reports.docx.tables import Cell, add_table

_DOT = "\N{BLACK CIRCLE}"
_MOST = 24  # dots in a cell; of a hall of people the number alone says more


def add_counts(draft: Draft, columns: Sequence[Column], apart: Sequence[Column]) -> None:
    """Add the counts of all answers, those that never count as low at the end."""
    every = (*columns, *apart)
    names = [f"{column.mark} {column.name}".strip() for column in every]
    rows = [[Cell(str(column.count), Look.CELL_COUNT) for column in every]]
    if max(column.count for column in every) <= _MOST:
        rows.insert(0, [Cell(_DOT * column.count, Look.CELL_DOTS) for column in every])
    counts = "; ".join(
        _("{answer} {count}").format(answer=name, count=column.count)
        for name, column in zip(names, every, strict=True)
    )
    add_table(
        draft,
        [1] * len(every),
        rows,
        [Cell(name, Look.CELL_COUNT_HEAD) for name in names],
        in_words=_("Dots: {counts}.").format(counts=counts),
    )
