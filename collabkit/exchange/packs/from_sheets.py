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
from collabkit.assessments.packs.table import quoted
from collabkit.exchange.packs.cells import Sheet
from collabkit.exchange.packs.container import whole_file
from collabkit.exchange.packs.rows import Row, place_of_sheet, plain, rows_of
from collabkit.exchange.packs.sheets import Holds, SheetPlan, all_sheets, sheets_of
from collabkit.i18n import _

_NOT_OURS = ("readme", "notes", "#")  # how the names of sheets begin that are for people only


def tables_from(sheets: Sequence[Sheet], faults: Faults) -> dict[str, Any]:
    """Return the tables in ``sheets``, laid out as in a TOML file.

    Raises the error of ``faults`` if they cannot be put together.
    """
    found = used_sheets(sheets, faults)
    kind = _kind(found, faults)
    plans = sheets_of(kind)
    for name in set(found) - {plan.name for plan in plans}:
        faults.add(
            place_of_sheet(found[name]),
            _('the outcome "{kind}" has no use for this sheet.').format(kind=kind),
        )
    builder = _Builder(plans, faults)
    for plan in plans:
        if sheet := found.get(plan.name):
            builder.add(plan, sheet)
        elif plan.is_upright:
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


def _unknown(name: str, known: Mapping[str, str]) -> str:
    near = difflib.get_close_matches(plain(name), known, n=1)
    if near:
        return _("a sheet of this name is not known. Did you mean “{near}”?").format(
            near=known[near[0]]
        )
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
        self.top: Placed = Placed("", {}, {})
        self._faults = faults
        # The tables of every sheet to which other sheets refer, by their names.
        self._named: dict[str, dict[str, Placed]] = {plan.belongs_to: {} for plan in plans}

    def add(self, plan: SheetPlan, sheet: Sheet) -> None:
        """Add all rows of ``sheet``."""
        for row in rows_of(plan, sheet, self._faults):
            table = Placed(row.place, {}, {})
            for found in row.found:
                _put(table, found.path, found.value, found.place, row.place)
            if not plan.path:
                self.top = table
                continue
            above = self._above(plan, row)
            if above is not None:
                self._attach(plan, above, table, row, place_of_sheet(sheet))
            name = table.get(plan.named_by)
            if not isinstance(name, str) or plan.name not in self._named:
                continue
            if self._named[plan.name].setdefault(name, table) is not table:
                # Said here, because otherwise nobody could tell which rows belong to which.
                self._faults.add(row.place, _("the same name is used twice."))

    def _above(self, plan: SheetPlan, row: Row) -> Placed | None:
        """Return the table to which a row belongs; a fault if there is none."""
        if not plan.belongs_to:
            table = self.top
            for key in plan.path[:-1]:
                table = table[key]
            return table
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
            for inner, value in table.items():
                above.put(inner, value, table.place_of(inner))


def _put(table: Placed, path: tuple[str, ...], value: Any, place: str, row_place: str) -> None:
    """Put a value under its keys, and make the tables on the way."""
    for key in path[:-1]:
        if key not in table:
            table.put(key, Placed(row_place, {}, {}), row_place)
        table = table[key]
    if path[-1] in table:  # a list in one column and in numbered ones
        table[path[-1]] = [*table[path[-1]], *value]
    else:
        table.put(path[-1], value, place)
