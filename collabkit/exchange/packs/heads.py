"""What stands above the columns of a sheet, and what is said of places in it."""

import difflib
import re
from collections.abc import Mapping

from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.keys import Kind
from collabkit.assessments.packs.values import quoted
from collabkit.exchange.packs.cells import Sheet, Value, letters
from collabkit.exchange.packs.sheets import KEY, VALUE, Column, SheetPlan
from collabkit.i18n import _

_NUMBERED = re.compile(r"(.+?)([1-9][0-9]?)", re.ASCII)
_LONGEST_NAME = 60
_FEWEST_HEADS = 2  # one alone may be the first word of a title by chance


def plain(name: str) -> str:
    """Return a name as it is compared: without capitals, spaces, hyphens and lines."""
    return re.sub(r"[\s_-]", "", name[:_LONGEST_NAME]).casefold()


def place_of_sheet(sheet: Sheet) -> str:
    """Return how faults call a sheet."""
    return _("sheet “{name}”").format(name=quoted(sheet.name)[1:-1])


def row_of(sheet: Sheet, number: int) -> str:
    """Return how faults call a row."""
    return _("{sheet}, row {row}").format(sheet=place_of_sheet(sheet), row=number)


def column_of(place: str, column: int) -> str:
    """Return how faults call a column, or the cell of a row in it."""
    return _("{place}, column {letters}").format(place=place, letters=letters(column))


def heads_of(cells: dict[int, Value]) -> dict[int, str]:
    """Return those cells of a row that may be heads."""
    return {column: value for column, value in cells.items() if isinstance(value, str)}


def has_title(
    plan: SheetPlan, sheet: Sheet, lines: list[tuple[int, dict[int, Value]]], faults: Faults
) -> bool:
    """Tell whether the heads stand one row too low, below a title; that is one fault."""
    names = {KEY, VALUE} if plan.is_upright else {column.head for column in plan.columns}
    known = _by_plain_name(plan) | {plain(name): None for name in (*names, plan.parent_head)}

    def count(cells: dict[int, Value]) -> int:
        return sum(_meant(plain(head), known) is not None for head in heads_of(cells).values())

    if len(lines) < _FEWEST_HEADS or count(lines[0][1]) or count(lines[1][1]) < _FEWEST_HEADS:
        return False
    faults.add(
        row_of(sheet, lines[0][0]),
        _(
            "this row must hold the heads of the columns, but they stand in row {row}. Please "
            "delete what is above them."
        ).format(row=lines[1][0]),
    )
    return True


def columns_of(
    plan: SheetPlan,
    sheet: Sheet,
    lines: list[tuple[int, dict[int, Value]]],
    heads: dict[int, str],
    faults: Faults,
) -> dict[int, tuple[Column | None, int]]:
    """Return what each column holds, with its number if it holds one entry of a list.

    ``None`` instead of a column is the one that names the row above. Empty if heads are missing.
    """
    known = _by_plain_name(plan)
    if plan.parent_head:
        known[plain(plan.parent_head)] = None
    filled = {column for _number, cells in lines[1:] for column in cells}
    columns: dict[int, tuple[Column | None, int]] = {}
    meanings = {index: _meant(plain(head), known) for index, head in heads.items()}
    there = {meant[0].path if meant[0] else () for meant in meanings.values() if meant}
    absent = {name: column for name, column in known.items() if column and column.path not in there}
    suggested: set[str] = set()
    for index in sorted(filled | set(heads)):
        head = heads.get(index, "")
        meant = meanings.get(index)
        place = column_of(place_of_sheet(sheet), index)
        if head.startswith("#") or (meant is None and index not in filled):
            continue
        if meant is None:
            near = "" if faults.is_full else nearest(head, absent)
            suggested.add(near)
            faults.add(place, _unknown(head, near))
        elif meant in columns.values():
            faults.add(place, _("the column {name} is there twice.").format(name=quoted(head)))
        else:
            columns[index] = meant
    missing = [c.head for c in plan.columns if c.key.required and c.path not in there]
    if plan.parent_head and () not in there:
        missing.insert(0, plan.parent_head)
    if len(lines) > 1:
        for name in missing:
            if name in suggested:
                continue  # the head with the slip has been told already
            faults.add(
                place_of_sheet(sheet),
                _('the column "{name}" is missing in row {row}, where the heads are.').format(
                    name=name, row=lines[0][0]
                ),
            )
    return {} if missing else columns


def _by_plain_name(plan: SheetPlan) -> dict[str, Column | None]:
    return {plain(column.head): column for column in plan.columns}


def _meant(head: str, known: dict[str, Column | None]) -> tuple[Column | None, int] | None:
    if head in known:
        column = known[head]
        return column, int(column is not None and column.is_numbered)
    if (parts := _NUMBERED.fullmatch(head)) and parts[1] in known:
        column = known[parts[1]]
        if column is not None and column.key.kind is Kind.TEXTS:
            return column, int(parts[2])
    return None


def nearest(head: str, absent: Mapping[str, Column]) -> str:
    """Return which of the columns or keys that are not there may be meant, if any."""
    near = difflib.get_close_matches(plain(head), absent, n=1)
    return absent[near[0]].head if near else ""


def _unknown(head: str, near: str) -> str:
    if not head:
        return _("this column has no head, so nobody can tell what it holds.")
    if near:
        return _("the column {name} is not known here. Did you mean {near}?").format(
            name=quoted(head), near=quoted(near)
        )
    return _("the column {name} is not known here. One for yourself can begin with #.").format(
        name=quoted(head)
    )
