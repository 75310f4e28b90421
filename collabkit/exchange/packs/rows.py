"""From the cells of one sheet to rows in which every value has its key and its place.

Columns may be in any order, and heads may be written with other capitals, spaces or lines. Columns
whose head begins with # are for people only.
"""

from dataclasses import dataclass, field
from typing import Any

from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.values import quoted
from collabkit.exchange.packs.cells import NotPlain, Sheet, Value
from collabkit.exchange.packs.heads import (
    column_of,
    columns_of,
    has_title,
    heads_of,
    nearest,
    place_of_sheet,
    plain,
    row_of,
)
from collabkit.exchange.packs.sheets import KEY, VALUE, Column, SheetPlan
from collabkit.exchange.packs.typed_values import as_text, value_for
from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class Found:
    """One value of a row: the keys on the way to it, and the cell it stands in."""

    path: tuple[str, ...]
    value: Any
    place: str
    entries: tuple[str, ...] = ()  # the places of its entries, if each has a column


@dataclass(slots=True)
class Row:
    """One row, or all of an upright sheet. ``above`` names the row it belongs to.

    ``blank`` are the keys whose cells are there, with nothing in them, and their places.
    """

    place: str
    above: Value | None = None
    above_place: str = ""
    found: list[Found] = field(default_factory=list)
    blank: list[tuple[tuple[str, ...], str]] = field(default_factory=list)


def rows_of(plan: SheetPlan, sheet: Sheet, faults: Faults) -> list[Row] | None:
    """Return the rows that have something in them, or ``None`` if the heads say too little.

    What belongs nowhere is noted in ``faults``.
    """
    lines = [(number, cells) for number, cells in sorted(sheet.rows.items()) if cells]
    if has_title(plan, sheet, lines, faults):
        return None
    heads = heads_of(lines[0][1])
    if plan.is_upright:
        row = _upright(plan, sheet, lines[1:], heads, faults)
        return None if row is None else [row]
    columns = columns_of(plan, sheet, lines, heads, faults)
    if not columns:
        return None
    rows = []
    for number, cells in lines[1:]:
        known = {column: value for column, value in cells.items() if column in columns}
        if known:
            row = Row(row_of(sheet, number))
            _fill(row, known, columns, faults)
            rows.append(row)
    return rows


def _fill(
    row: Row,
    cells: dict[int, Value],
    columns: dict[int, tuple[Column | None, int]],
    faults: Faults,
) -> None:
    lists: dict[tuple[str, ...], dict[int, Value]] = {}
    places: dict[tuple[str, ...], dict[int, str]] = {}
    for index, (column, number) in columns.items():
        if column is not None:
            place = column_of(row.place, index)
            places.setdefault(column.path, {})[number] = place
            if index not in cells and not number:
                row.blank.append((column.path, place))
    for index, value in sorted(cells.items()):
        column, number = columns[index]
        place = column_of(row.place, index)
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
        Found(
            found.path,
            _in_order(found.value),
            found.place,
            tuple(places[found.path].get(n, row.place) for n in range(1, max(found.value) + 1)),
        )
        if isinstance(found.value, dict)
        else found
        for found in row.found
    ]


def _in_order(entries: dict[int, Value]) -> list[Value]:
    """Return the entries of numbered columns; a gap before the last one stays, and is a fault."""
    return [as_text(entries.get(number, "")) for number in range(1, max(entries) + 1)]


def _upright(
    plan: SheetPlan,
    sheet: Sheet,
    lines: list[tuple[int, dict[int, Value]]],
    heads: dict[int, str],
    faults: Faults,
) -> Row | None:
    sheet_place = place_of_sheet(sheet)
    columns = {plain(head): index for index, head in heads.items()}
    if KEY not in columns or VALUE not in columns:
        faults.add(
            sheet_place,
            _('the first row needs the heads "{key}" and "{value}".').format(key=KEY, value=VALUE),
        )
        return None
    known = {plain(column.head): column for column in plan.columns}
    names = {plain(str(cells.get(columns[KEY]))) for _number, cells in lines}
    absent = {name: column for name, column in known.items() if name not in names}
    row, seen = Row(sheet_place), set()
    for number, cells in lines:
        name, value = cells.get(columns[KEY]), cells.get(columns[VALUE])
        place = row_of(sheet, number)
        head = plain(name) if isinstance(name, str) else ""
        if value is None or str(name).startswith("#"):
            if value is None and head in known:
                row.blank.append((known[head].path, column_of(place, columns[VALUE])))
            continue
        if head not in known:
            near = "" if faults.is_full else nearest(head, absent)
            faults.add(place, _unknown_key(str(name or ""), near))
        elif head in seen:
            faults.add(place, _("the key {name} is there twice.").format(name=quoted(str(name))))
        else:
            place = column_of(place, columns[VALUE])
            if not _is_unusable(value, place, faults):
                column = known[head]
                row.found.append(Found(column.path, value_for(column.key, value), place))
        seen.add(head)
    return row


def _unknown_key(name: str, near: str) -> str:
    if near:
        return _("key {key} is not known here. Did you mean {near}?").format(
            key=quoted(name), near=quoted(near)
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
