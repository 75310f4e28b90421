"""The tally sheet: one large page to make strokes on while slips or hands are counted."""

from collections.abc import Sequence
from dataclasses import replace

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.layout import Block, set_on_pages, stack_height
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    CELL_BOLD,
    CELL_HEAD,
    LEAD,
    LETTER,
    MM,
    SHORT_PART,
    SheetSize,
)
from collabkit.reports.room_pack.grid import Grid
from collabkit.reports.room_pack.material import Asked, Material
from collabkit.reports.room_pack.printing import Side, Standing, footer, printed

A3_LANDSCAPE = SheetSize(420 * MM, 297 * MM)
TABLOID_LANDSCAPE = SheetSize(17 * 72, 11 * 72)  # what A3 is beside US Letter
_MARGIN = 14 * MM
_FOOT = 18 * MM
_STATEMENT, _WORD = 108 * MM, 30 * MM  # columns
_LOWEST, _TALLEST = 13 * MM, 42 * MM  # of a row
_STROKES = 25  # for which the lowest row has room in one cell
_TABLE_HEAD = 21 * MM
_MOST_SECOND_VOTES = 10
_TEXT = replace(CELL_BOLD, size=12, leading=15)
_HEAD = replace(CELL_HEAD, size=12, leading=15)
_LEAD = replace(LEAD, after=8)


def tally_sheet(material: Material, size: SheetSize) -> bytes:
    """Return the tally sheet as a tagged PDF: A3, or Tabloid where Letter is used."""
    large = TABLOID_LANDSCAPE if size == LETTER else A3_LANDSCAPE
    width, height = large.width - 2 * _MARGIN, large.height - _MARGIN - _FOOT
    root = Element("Document")
    foot = footer(material.line, margin=_MARGIN)
    sides = [
        Side(
            tuple(
                Standing(each.block, _MARGIN, large.height - _MARGIN - each.offset, width)
                for each in page.placed
            ),
            foot,
        )
        for part in (_votes(material, root, width, height), _again(material, root, width, height))
        for page in set_on_pages(part, width, height)
    ]
    title = _("Tally sheet: {title}").format(title=material.preparation.title)
    return printed(title, sides, large, root, material.made_on)


def _votes(material: Material, root: Element, width: float, height: float) -> list[Block]:
    lead = _(
        "One stroke for each person; every fifth stroke goes across the four before it. Make all "
        "strokes of a vote before anybody talks about it. “n” is how many people chose a number: 0 "
        "and N are left out."
    )
    rows = [_told(asked, len(material.by_form) == 1) for asked in material.statements]
    return _page(_("Tally sheet"), lead, "tally", rows, material, root, width, height)


def _again(material: Material, root: Element, width: float, height: float) -> list[Block]:
    lead = _("Write the number of the statement into the first column.")
    rows = [""] * min(_MOST_SECOND_VOTES, max(4, len(material.statements)))
    return _page(_("Second votes"), lead, "again", rows, material, root, width, height)


def _page(
    title: str,
    lead: str,
    key: str,
    rows: Sequence[str],
    material: Material,
    root: Element,
    width: float,
    height: float,
) -> list[Block]:
    heading: list[Block] = [
        Heading(title, SHORT_PART, root.add("H1" if key == "tally" else "H2"), key),
        Text(lead, _LEAD, root.add("P")),
    ]
    answers = _answers(material)
    head = [_("Statement"), *answers, _("n"), _("In a word")]
    widths = (_STATEMENT, *(None for _answer in answers), 14 * MM, _WORD)
    cells = [[row, *("" for _rest in head[1:])] for row in rows]
    room = height - stack_height(heading, width) - _TABLE_HEAD
    return [
        *heading,
        Grid(
            head,
            cells,
            widths,
            root,
            row_height=_row_height(material.preparation.people, room / len(rows)),
            style=_TEXT,
            head_style=_HEAD,
        ),
    ]


def _row_height(people: int, share: float) -> float:
    """Return the height of a row: room for many strokes, and if possible one page for all."""
    least = min(_TALLEST, _LOWEST * max(1.0, people / _STROKES))
    return max(least, min(share, 24 * MM))


def _told(asked: Asked, is_alike: bool) -> str:
    words = asked.item.title if asked.quotes_its_ends and asked.item.title else asked.item.statement
    told = _("{number}. {statement}").format(number=asked.number, statement=words)
    if is_alike or not asked.levels:
        return told
    first, last = asked.levels[0], asked.levels[-1]
    return _("{statement}\n{low} {lowest} … {high} {highest}").format(
        statement=told,
        low=first.mark,
        lowest=first.name,
        high=last.mark,
        highest=last.name,
    )


def _answers(material: Material) -> list[str]:
    """Return the answers as headings, with their names where all are answered alike."""
    forms = material.by_form
    levels = [choice for asked in forms for choice in asked.levels]
    ways_out = [choice for asked in forms for choice in asked.ways_out]
    if len(forms) == 1:
        return [f"{choice.mark} {choice.name}" for choice in levels + ways_out]
    marks = sorted({choice.mark for choice in levels}, key=int)
    names = {choice.mark: f"{choice.mark} {choice.name}" for choice in reversed(ways_out)}
    return [*marks, *dict(reversed(names.items())).values()]
