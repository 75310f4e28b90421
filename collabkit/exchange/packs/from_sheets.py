"""Put the tables of a pack together from the sheets of a workbook.

The tables know the cells from which they come, so that the same checks as for TOML name sheet, row
and column. Only what has no place in any table is a fault here.
"""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.places import Placed
from collabkit.assessments.packs.values import quoted
from collabkit.exchange.packs.cells import Sheet
from collabkit.exchange.packs.container import whole_file
from collabkit.exchange.packs.heads import place_of_sheet, plain
from collabkit.exchange.packs.rows import Row, rows_of
from collabkit.exchange.packs.sheets import Holds, SheetPlan, all_sheets, sheets_of
from collabkit.i18n import _

_NOT_OURS = ("readme", "notes", "#")  # how the names of sheets begin that are for people only


def tables_from(sheets: Sequence[Sheet], faults: Faults) -> dict[str, Any]:
    """Return the tables in ``sheets``, laid out as in a TOML file.

    Raises the error of ``faults`` if they cannot be put together.
    """
    found = used_sheets(sheets, faults)
    if "outcome" not in found and "outcome" in _guessed(sheets):
        faults.stop_if_any()  # its misspelt name has been told already
    kind = _kind(found, faults)
    plans = sheets_of(kind)
    for name in set(found) - {plan.name for plan in plans}:
        faults.add(
            place_of_sheet(found[name]),
            _('the outcome "{kind}" has no use for this sheet.').format(kind=kind),
        )
    builder = _Builder(plans, faults)
    guessed = _guessed(sheets)
    for plan in plans:
        if sheet := found.get(plan.name):
            builder.add(plan, sheet)
            continue
        builder.lose(plan)
        has_rows_below = any(
            below.belongs_to == plan.name for below in plans if below.name in found
        )
        if (plan.required or has_rows_below) and plan.name not in guessed:
            faults.add(whole_file(), _missing(plan.name))
    faults.stop_if_any()
    return builder.top


def used_sheets(sheets: Sequence[Sheet], faults: Faults) -> dict[str, Sheet]:
    """Return the sheets with rows below their heads, by the names we know them by."""
    known = {plain(name): name for name in all_sheets()}
    found: dict[str, Sheet] = {}
    for sheet in sheets:
        name = known.get(plain(sheet.name))
        if len(sheet.rows) < 2 or plain(sheet.name).startswith(_NOT_OURS):
            continue
        if name is None:
            faults.add(place_of_sheet(sheet), _unknown(sheet.name, known))
        elif name in found:
            faults.add(place_of_sheet(sheet), _("there are two sheets of this name."))
        else:
            found[name] = sheet
    return found


def _guessed(sheets: Sequence[Sheet]) -> set[str]:
    """Return the names that seem to be meant by sheets of an unknown name."""
    known = {plain(name): name for name in all_sheets()}
    unknown = (sheet.name for sheet in sheets if plain(sheet.name) not in known)
    return {_nearest(name, known) for name in unknown}


def _nearest(name: str, known: Mapping[str, str]) -> str:
    near = difflib.get_close_matches(plain(name), known, n=1)
    return known[near[0]] if near else ""


def _unknown(name: str, known: Mapping[str, str]) -> str:
    if near := _nearest(name, known):
        return _("a sheet of this name is not known. Did you mean “{near}”?").format(near=near)
    return _("a sheet of this name is not known. One for yourself can be called “notes”.")


def _missing(name: str) -> str:
    return _("the sheet “{name}” is missing or has nothing in it.").format(name=name)


def _kind(found: Mapping[str, Sheet], faults: Faults) -> OutcomeKind:
    """Return the outcome, without which nothing can be told about the other sheets."""
    sheet = found.get("outcome")
    if sheet is None:
        faults.refuse(whole_file(), _missing("outcome"))
    said = _said(sheet, "kind")
    by_name = {plain(kind): kind for kind in OutcomeKind}
    if plain(said) not in by_name:
        words = ", ".join(f'"{kind}"' for kind in OutcomeKind)
        problem = _('key "{key}" is {value}; it needs one of {words}.')
        if not said:
            problem = _('a row with the key "{key}" is missing; it needs one of {words}.')
        faults.refuse(
            place_of_sheet(sheet), problem.format(key="kind", value=quoted(said), words=words)
        )
    return by_name[plain(said)]


def _said(sheet: Sheet, key: str) -> str:
    """Return what stands beside ``key`` in an upright sheet, wherever its columns are."""
    for _number, row in sorted(sheet.rows.items()):
        cells = [str(value) for _column, value in sorted(row.items())]
        if len(cells) > 1 and plain(cells[0]) == key:
            return cells[1]
    return ""


class _Builder:
    """Adds the rows of one sheet after the other to the tables above them."""

    def __init__(self, plans: Iterable[SheetPlan], faults: Faults) -> None:
        self.top: Placed = Placed("")
        self._faults = faults
        # The tables of every sheet to which other sheets refer, by their names.
        self._named: dict[str, dict[str, Placed]] = {plan.belongs_to: {} for plan in plans}

        self._names: dict[tuple[str, int, str], Placed] = {}
        self._lost: set[str] = set()

    def lose(self, plan: SheetPlan) -> None:
        """Do without a sheet; nobody can tell what the rows below belong to, which is no fault."""
        self._lost.add(plan.name)

    def add(self, plan: SheetPlan, sheet: Sheet) -> None:
        """Add all rows of ``sheet``."""
        rows = rows_of(plan, sheet, self._faults)
        if rows is None:
            self.lose(plan)
            return
        for row in rows:
            table = _table(plan, row)
            if not plan.path:
                self.top = table
                continue
            above = self._above(plan, row)
            if above is not None:
                self._attach(plan, above, table, row, place_of_sheet(sheet))
            name = table.get(plan.named_by)
            if isinstance(name, str):
                self._name(plan, name, table, above)

    def _name(self, plan: SheetPlan, name: str, table: Placed, above: Placed | None) -> None:
        """Keep a row by its name, so that others can refer to it.

        A name that is used twice is told here: otherwise nobody could tell which is meant.
        """
        is_referred_to = plan.name in self._named
        scope = 0 if is_referred_to else id(above)
        first = self._names.setdefault((plan.name, scope, name), table)
        if is_referred_to:
            self._named[plan.name][name] = first
        if first is not table:
            self._faults.add(
                table.place_of(plan.named_by),
                _("{column} has {name}, as {other} has it already.").format(
                    column=table.called(plan.named_by),
                    name=quoted(name),
                    other=first.place_of(plan.named_by),
                ),
            )

    def _above(self, plan: SheetPlan, row: Row) -> Placed | None:
        """Return the table to which a row belongs; a fault if there is none."""
        if not plan.belongs_to:
            table: Placed | None = self.top
            for key in plan.path[:-1]:
                table = table.get(key) if table is not None else None
            return table
        if plan.belongs_to in self._lost:
            return None
        if row.above is None:
            self._faults.add(
                row.place,
                _(
                    'the column "{name}" is blank; it says to what this row belongs. Merged cells '
                    "count for their first row only."
                ).format(name=plan.parent_head),
            )
            return None
        name = str(row.above)
        table_above = self._named[plan.belongs_to].get(name)
        if table_above is None:
            self._faults.add(
                row.above_place,
                _('the {part} {name} is not in the sheet "{sheet}".').format(
                    part=plan.parent_head, name=quoted(name), sheet=plan.belongs_to
                ),
            )
        return table_above

    def _attach(
        self, plan: SheetPlan, above: Placed, table: Placed, row: Row, sheet_place: str
    ) -> None:
        key = plan.path[-1]
        if plan.holds is Holds.ENTRIES:
            if key not in above:
                above.put(key, [], sheet_place)
            above[key].append(table)
        elif key in above:
            self._faults.add(row.place, _("there is another row for the same name."))
        elif plan.holds is Holds.GROUP:
            above.put(key, table, row.place)
        else:
            for inner in table:
                above.take(inner, table)


def _table(plan: SheetPlan, row: Row) -> Placed:
    """Return the table in ``row``, with the tables inside it that are needed or have a value."""
    table = Placed(row.place, is_upright=plan.is_upright)
    for column in plan.columns:
        if column.key.required:
            _inside(table, column.path, row.place)
    for found in row.found:
        inner, key = _inside(table, found.path, row.place), found.path[-1]
        if key in inner:  # a list in one column and in numbered ones
            inner[key] = [*inner[key], *found.value]
        else:
            inner.put(key, found.value, found.place, found.entries)
    for path, place in row.blank:
        holder: Placed | None = table
        for key in path[:-1]:
            holder = holder.get(key) if holder is not None else None
        if holder is not None and path[-1] not in holder:
            holder.leave_blank(path[-1], place)
    return table


def _inside(table: Placed, path: tuple[str, ...], place: str) -> Placed:
    """Return the table in which the last key of ``path`` stands; make those on the way."""
    for key in path[:-1]:
        if key not in table:
            table.put(key, table.inside(key), place)
        table = table[key]
    return table
