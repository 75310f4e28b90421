"""Write sheets as an .xlsx file that is pleasant to fill in.

All texts are plain text: nothing becomes a formula, a link or a date when it is written, opened or
typed over. Words of a closed vocabulary can be chosen from a list.
"""

import io
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from collabkit.assessments.packs.keys import Key, Kind, Part
from collabkit.cells import lines_in, write_text
from collabkit.exchange.packs.cells import Grid, Value, letters
from collabkit.exchange.packs.sheets import REMARK, VALUE, SheetPlan
from collabkit.i18n import _

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NARROW, _MEDIUM, _WIDE = 14, 28, 60  # widths of columns, in characters
_FONT, _LINE_HEIGHT, _MOST_LINES = "Calibri", 15, 12
_LAST_ROW = 2_000  # as far as lists to choose from reach
_LONGEST_LIST = 250  # characters of a list of words, a limit of the file format


def workbook_of(
    grids: Sequence[Grid], plans: Mapping[str, SheetPlan], notes: Mapping[str, str]
) -> bytes:
    """Return the workbook with a sheet for each of ``grids``.

    ``plans`` say what the columns of a sheet hold; a sheet without one is for reading only.
    ``notes`` are shown at the heads of columns, by sheet and head: ``items.statement``.
    """
    import openpyxl  # only when a workbook is written

    book: Workbook = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "collabkit"
    lists = _names_to_choose(grids, plans)
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        _write_cells(sheet, grid)
        plan = plans.get(grid.name)
        if plan is None:
            continue
        if plan.is_upright:
            _help_with_values(sheet, grid, plan)
        else:
            _help_with_columns(sheet, grid, plan, lists, notes)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_cells(sheet: "Worksheet", grid: Grid) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    top = Alignment(horizontal="left", vertical="top", wrap_text=True)
    bold, quiet = Font(name=_FONT, bold=True), Font(name=_FONT, color="555555")
    shade = PatternFill("solid", fgColor="E6ECEF")
    widths = [_width([row[place] for row in grid.rows]) for place in range(len(grid.heads))]
    for column, head in enumerate(grid.heads, start=1):
        cell = _put(sheet, 1, column, head)
        cell.font, cell.fill, cell.alignment = bold, shade, top
        sheet.column_dimensions[letters(column)].width = max(widths[column - 1], len(head) + 2)
    for number, row in enumerate(grid.rows, start=2):
        for column, value in enumerate(row, start=1):
            if value is not None:
                cell = _put(sheet, number, column, value)
                cell.alignment = top
                if grid.heads[column - 1] == REMARK:
                    cell.font = quiet
        # LibreOffice would show the first line only.
        lines = max(map(_lines, row, widths), default=1)
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines, _MOST_LINES) * _LINE_HEIGHT
    sheet.freeze_panes = "A2"


def _put(sheet: "Worksheet", row: int, column: int, value: Value) -> Any:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        write_text(cell, value)
    else:
        cell.value = float(value) if isinstance(value, Fraction) else value
    return cell


def _width(values: Sequence[Value | None]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return _NARROW if longest <= _NARROW else _MEDIUM if longest <= _MEDIUM else _WIDE


def _lines(value: Value | None, width: int) -> int:
    """Return about how many lines a value needs in a column of ``width`` characters."""
    return lines_in(value, width) if isinstance(value, str) else 1


def _names_to_choose(grids: Sequence[Grid], plans: Mapping[str, SheetPlan]) -> Mapping[str, str]:
    """Return where the names of the rows of each sheet stand, by the name of the sheet."""
    found = {}
    for grid in grids:
        plan = plans.get(grid.name)
        if plan and plan.named_by in grid.heads:
            column = letters(grid.heads.index(plan.named_by) + 1)
            found[grid.name] = f"'{grid.name}'!${column}$2:${column}${_LAST_ROW}"
    return found


def _help_with_values(sheet: "Worksheet", grid: Grid, plan: SheetPlan) -> None:
    columns = {column.head: column for column in plan.columns}
    value = letters(grid.heads.index(VALUE) + 1)
    sheet.column_dimensions[value].width = _WIDE
    for number, row in enumerate(grid.rows, start=2):
        key = columns[str(row[0])].key
        cell = sheet[f"{value}{number}"]
        if key.kind not in (Kind.NUMBER, Kind.WHOLE, Kind.TRUTH):
            cell.number_format = "@"
        if choices := _choices(key):
            _offer(sheet, cell.coordinate, choices)


def _help_with_columns(
    sheet: "Worksheet",
    grid: Grid,
    plan: SheetPlan,
    lists: Mapping[str, str],
    notes: Mapping[str, str],
) -> None:
    from openpyxl.comments import Comment

    keys = {column.head: column.key for column in plan.columns}
    for number, head in enumerate(grid.heads, start=1):
        name = letters(number)
        base = head if head in keys or head == plan.parent_head else head.rpartition(" ")[0]
        if note := notes.get(f"{plan.name}.{base}"):
            sheet[f"{name}1"].comment = Comment(note, "collabkit", width=300, height=100)
        key = keys.get(base)
        if key is None or key.kind not in (Kind.NUMBER, Kind.WHOLE, Kind.TRUTH):
            sheet.column_dimensions[name].number_format = "@"  # so that 1-2 stays no date
        choices = lists.get(plan.belongs_to, "") if key is None else _choices(key)
        if key is not None and key.kind is Kind.NAME and key.part is Part.FORM:
            choices = lists.get("forms", "")
        if choices:
            _offer(sheet, f"{name}2:{name}{_LAST_ROW}", choices)


def _choices(key: Key) -> str:
    """Return the words of a closed vocabulary as the file format lists them."""
    words = key.words if key.kind is Kind.WORD else ()
    if key.kind is Kind.TRUTH:
        words = ("TRUE", "FALSE")
    listed = ",".join(words)
    return f'"{listed}"' if listed and len(listed) <= _LONGEST_LIST else ""


def _offer(sheet: "Worksheet", cells: str, choices: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    offer = DataValidation(type="list", formula1=choices, allow_blank=True)
    offer.error = _("Please choose one of the words from the list.")
    offer.showErrorMessage = True
    offer.add(cells)
    sheet.add_data_validation(offer)
