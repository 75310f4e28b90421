"""Lay out the tables of a pack as sheets: heads and rows, without any spreadsheet library."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.packs.keys import Kind
from collabkit.exchange.packs.cells import Grid, Value
from collabkit.exchange.packs.meanings import meaning_of
from collabkit.exchange.packs.sheets import (
    KEY,
    REMARK,
    VALUE,
    Column,
    Holds,
    SheetPlan,
    sheets_of,
)

_USUAL_LEVELS = 5
_LONGEST_CELL = 30_000  # characters; spreadsheet programs take a little more
_SEPARATORS = {Kind.TEXTS: "\n", Kind.WORDS: ", ", Kind.NAMES: ", "}

Row = tuple[str, Mapping[str, Any]]  # the name of the row above, and a table


def grids_of(tables: Mapping[str, Any], *, whole: bool = False) -> tuple[Grid, ...]:
    """Return the sheets of a pack that was read without a fault.

    Columns and sheets that the pack does not use are left out, unless ``whole`` asks for all.
    """
    found: dict[str, list[Row]] = {}
    grids = []
    for plan in sheets_of(OutcomeKind(tables["outcome"]["kind"])):
        rows = list(_rows(plan, tables, found))
        found[plan.name] = rows
        if plan.is_upright:
            grids.append(_upright(plan, rows[0][1], whole=whole))
        elif rows or whole:
            grids.append(_lying(plan, rows, whole=whole))
    return tuple(grids)


def _rows(
    plan: SheetPlan, tables: Mapping[str, Any], found: Mapping[str, Sequence[Row]]
) -> Iterator[Row]:
    if plan.belongs_to:
        above = found[plan.belongs_to]
        parents = [(str(table[plan.parent_named_by]), table) for _name, table in above]
    else:
        table = tables
        for key in plan.path[:-1]:
            table = table.get(key, {})
        parents = [("", table)]
    for name, parent in parents:
        if not plan.path:
            yield name, parent
        elif plan.holds is Holds.LISTS:
            if plan.path[-1] in parent:
                yield name, parent
        else:
            inner = parent.get(plan.path[-1], [])
            for entry in inner if isinstance(inner, list) else [inner]:
                yield name, entry


def _upright(plan: SheetPlan, table: Mapping[str, Any], *, whole: bool) -> Grid:
    rows = []
    for column in plan.columns:
        value = _at(table, column)
        if value is not None or whole:
            cell = None if value is None else _cell(value, column)
            rows.append((column.head, cell, meaning_of(plan, column)))
    return Grid(plan.name, (KEY, VALUE, REMARK), tuple(rows))


def _lying(plan: SheetPlan, rows: Sequence[Row], *, whole: bool) -> Grid:
    heads: list[str] = [plan.parent_head] if plan.parent_head else []
    by_column: list[list[Value | None]] = [[name for name, _table in rows]] if heads else []
    for column in plan.columns:
        values = [_at(table, column) for _name, table in rows]
        if not whole and not column.key.required and all(value is None for value in values):
            continue
        if _needs_numbers(column, values):
            most = max((len(value) for value in values if value), default=_USUAL_LEVELS)
            for number in range(most):
                heads.append(f"{column.head} {number + 1}")
                by_column.append(
                    [v[number] if v is not None and number < len(v) else None for v in values]
                )
        else:
            heads.append(column.head)
            by_column.append([None if v is None else _cell(v, column) for v in values])
    return Grid(plan.name, tuple(heads), tuple(zip(*by_column, strict=True)))


def _at(table: Mapping[str, Any], column: Column) -> Any:
    value: Any = table
    for key in column.path:
        value = value.get(key)
        if value is None:
            return None
    return None if value == [] else value


def _needs_numbers(column: Column, values: Sequence[Any]) -> bool:
    """Tell whether each entry of a list needs a column, because lines of a cell lose something."""
    if column.key.kind is not Kind.TEXTS:
        return False
    return column.is_numbered or any(
        "\n" in "".join(value) or len("\n".join(value)) > _LONGEST_CELL
        for value in values
        if value is not None
    )


def _cell(value: Any, column: Column) -> Value:
    separator = _SEPARATORS.get(column.key.kind)
    joined: Value = separator.join(value) if separator is not None else value
    return joined
