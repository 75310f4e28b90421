"""From the cells of one sheet to rows in which every value has its key and its place.

Columns may be in any order, and heads may be written with other capitals, spaces or lines. Columns
whose head begins with # are for people only.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.keys import Kind
from collabkit.assessments.packs.table import quoted
from collabkit.exchange.packs.cells import NotPlain, Sheet, Value, letters
from collabkit.exchange.packs.sheets import KEY, VALUE, Column, SheetPlan
from collabkit.exchange.packs.typed_values import as_text, value_for
from collabkit.i18n import _

_NUMBERED = re.compile(r"(.+?)([1-9][0-9]?)", re.ASCII)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One value of a row: the keys on the way to it, and the cell it stands in."""

    path: tuple[str, ...]
    value: Any
    place: str


@dataclass(slots=True)
class Row:
    """One row, or all of an upright sheet. ``above`` names the row it belongs to."""

    place: str
    above: Value | None = None
    above_place: str = ""
    found: list[Found] = field(default_factory=list)


def plain(name: str) -> str:
    """Return a name as it is compared: without capitals, spaces, hyphens and lines."""
    return re.sub(r"[\s_-]", "", name[:_LONGEST_NAME]).casefold()


def place_of_sheet(sheet: Sheet) -> str:
    """Return how faults call a sheet."""
    return _("sheet “{name}”").format(name=_shown(sheet.name))


def _column_of(place: str, column: int) -> str:
    return _("{place}, column {letters}").format(place=place, letters=letters(column))


def rows_of(plan: SheetPlan, sheet: Sheet, faults: Faults) -> Iterator[Row]:
    """Yield the rows that have something in them; what belongs nowhere is noted in ``faults``."""
    lines = [(number, cells) for number, cells in sorted(sheet.rows.items()) if cells]
    if not lines:
        return
    heads = {column: value for column, value in lines[0][1].items() if isinstance(value, str)}
    if plan.is_upright:
        yield from _upright(plan, sheet, lines[1:], heads, faults)
    elif columns := _columns(plan, sheet, lines, heads, faults):
        for number, cells in lines[1:]:
            place = _("{sheet}, row {row}").format(sheet=place_of_sheet(sheet), row=number)
            row = Row(place)
            known = {column: value for column, value in cells.items() if column in columns}
            if known:
                _fill(row, known, columns, faults)
                yield row


def _fill(
    row: Row,
    cells: dict[int, Value],
    columns: dict[int, tuple[Column | None, int]],
    faults: Faults,
) -> None:
    lists: dict[tuple[str, ...], dict[int, Value]] = {}
    for index, value in sorted(cells.items()):
        column, number = columns[index]
        place = _column_of(row.place, index)
        if _is_unusable(value, place, faults):
            continue
        if column is None:
            row.above, row.above_place = value, place
        elif not number:
            row.found.append(Found(column.path, value_for(column.key, value), place))
        else:
            if column.path not in lists:
                lists[column.path] = {}
                row.found.append(Found(column.path, lists[column.path], place))
            lists[column.path][number] = value
    row.found = [
        Found(found.path, _in_order(found.value), found.place)
        if isinstance(found.value, dict)
        else found
        for found in row.found
    ]


def _in_order(entries: dict[int, Value]) -> list[Value]:
    """Return the entries of numbered columns; a gap before the last one stays, and is a fault."""
    return [as_text(entries.get(number, "")) for number in range(1, max(entries) + 1)]


def _columns(
    plan: SheetPlan,
    sheet: Sheet,
    lines: list[tuple[int, dict[int, Value]]],
    heads: dict[int, str],
    faults: Faults,
) -> dict[int, tuple[Column | None, int]]:
    """Return what each column holds, with its number if it holds one entry of a list.

    ``None`` instead of a column is the one that names the row above. Empty if heads are missing.
    """
    known: dict[str, Column | None] = {plain(column.head): column for column in plan.columns}
    if plan.parent_head:
        known[plain(plan.parent_head)] = None
    filled = {column for _number, cells in lines[1:] for column in cells}
    columns: dict[int, tuple[Column | None, int]] = {}
    for index in sorted(filled | set(heads)):
        head = heads.get(index, "")
        meant = _meant(plain(head), known)
        place = _column_of(place_of_sheet(sheet), index)
        if head.startswith("#") or (meant is None and index not in filled):
            continue
        if meant is None:
            faults.add(place, "" if faults.is_full else _unknown(head, known))
        elif meant in columns.values():
            faults.add(place, _("the column {name} is there twice.").format(name=quoted(head)))
        else:
            columns[index] = meant
    there = {column.path if column else () for column, _number in columns.values()}
    missing = [c.head for c in plan.columns if c.key.required and c.path not in there]
    if plan.parent_head and () not in there:
        missing.insert(0, plan.parent_head)
    if len(lines) > 1:
        for name in missing:
            faults.add(
                place_of_sheet(sheet),
                _('the column "{name}" is missing in row {row}, where the heads are.').format(
                    name=name, row=lines[0][0]
                ),
            )
    return {} if missing else columns


def _meant(head: str, known: dict[str, Column | None]) -> tuple[Column | None, int] | None:
    if head in known:
        column = known[head]
        return column, int(column is not None and column.is_numbered)
    if (parts := _NUMBERED.fullmatch(head)) and parts[1] in known:
        column = known[parts[1]]
        if column is not None and column.key.kind is Kind.TEXTS:
            return column, int(parts[2])
    return None


def _unknown(head: str, known: dict[str, Column | None]) -> str:
    if not head:
        return _("this column has no head, so nobody can tell what it holds.")
    names = {name: column.head for name, column in known.items() if column is not None}
    near = difflib.get_close_matches(plain(head), names, n=1)
    if near:
        return _("the column {name} is not known here. Did you mean “{near}”?").format(
            name=quoted(head), near=names[near[0]]
        )
    return _("the column {name} is not known here. One for yourself can begin with #.").format(
        name=quoted(head)
    )


def _upright(
    plan: SheetPlan,
    sheet: Sheet,
    lines: list[tuple[int, dict[int, Value]]],
    heads: dict[int, str],
    faults: Faults,
) -> Iterator[Row]:
    sheet_place = place_of_sheet(sheet)
    columns = {plain(head): index for index, head in heads.items()}
    if KEY not in columns or VALUE not in columns:
        faults.add(
            sheet_place,
            _('the first row needs the heads "{key}" and "{value}".').format(key=KEY, value=VALUE),
        )
        return
    known = {plain(column.head): column for column in plan.columns}
    row, seen = Row(sheet_place), set()
    for number, cells in lines:
        name, value = cells.get(columns[KEY]), cells.get(columns[VALUE])
        place = _("{sheet}, row {row}").format(sheet=sheet_place, row=number)
        if value is None or str(name).startswith("#"):
            continue
        head = plain(name) if isinstance(name, str) else ""
        if head not in known:
            faults.add(place, "" if faults.is_full else _unknown_key(str(name or ""), known))
        elif head in seen:
            faults.add(place, _("the key {name} is there twice.").format(name=quoted(str(name))))
        else:
            place = _column_of(place, columns[VALUE])
            if not _is_unusable(value, place, faults):
                column = known[head]
                row.found.append(Found(column.path, value_for(column.key, value), place))
        seen.add(head)
    yield row


def _unknown_key(name: str, known: dict[str, Column]) -> str:
    near = difflib.get_close_matches(plain(name), known, n=1)
    if near:
        return _('key {key} is not known here. Did you mean "{near}"?').format(
            key=quoted(name), near=known[near[0]].head
        )
    return _("key {key} is not known here.").format(key=quoted(name))


def _is_unusable(value: Value, place: str, faults: Faults) -> bool:
    if value is NotPlain.FORMULA:
        faults.add(
            place,
            _("there is a formula. Please put in its result instead, as plain text or a number."),
        )
        return True
    if value is NotPlain.ERROR:
        faults.add(place, _("there is an error value of the spreadsheet."))
        return True
    return False


def _shown(name: str) -> str:
    return quoted(name)[1:-1]
