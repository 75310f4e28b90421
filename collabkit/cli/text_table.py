"""A table in plain text whose cells run over several lines where there is little room."""

import textwrap
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

_GAP = "  "
_NARROWEST = 8  # columns of a terminal


def table_lines(
    head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Collection[int], width: int
) -> Iterator[str]:
    """Yield the lines of a table not wider than ``width``.

    ``numbers`` are the columns, from 0, that are set to the right.
    """
    widths = _widths([head, *rows], width - len(_GAP) * (len(head) - 1))
    yield from _row(head, widths, numbers)
    yield _GAP.join("-" * each for each in widths)
    for row in rows:
        yield from _row(row, widths, numbers)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the width of each column: as wide as wanted, the widest ones narrowed until all fit.

    No column is made narrower than its longest word, as far as there is room at all.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    least = [
        max((len(word) for cell in column for word in cell.split()), default=1)
        for column in columns
    ]
    while sum(widths) > room:
        spare = [place for place, each in enumerate(widths) if each > least[place]]
        if not spare:
            spare = [place for place, each in enumerate(widths) if each > _NARROWEST]
        if not spare:
            break
        widths[max(spare, key=lambda place: widths[place])] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], numbers: Collection[int]) -> Iterator[str]:
    columns = [
        textwrap.wrap(cell, each, break_on_hyphens=False) or [""]
        for cell, each in zip(cells, widths, strict=True)
    ]
    for line in zip_longest(*columns, fillvalue=""):
        aligned = [
            text.rjust(each) if place in numbers else text.ljust(each)
            for place, (text, each) in enumerate(zip(line, widths, strict=True))
        ]
        yield _GAP.join(aligned).rstrip()
