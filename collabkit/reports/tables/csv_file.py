"""Tables as one CSV file, for other programs.

Sheets differ in their columns, and a CSV file has one table only. So it is a long one: a record for
each cell, with the sheet, the row, what the row is about, the head of the column, and the value.
Any program filters or pivots that, however many sheets there are, and it stays the same when a
later version adds a column. A number that is hidden is there without a value; texts that are empty
are left out. A record is always one line: line ends in texts become " / ".
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from collabkit.assessments.rounding import shown
from collabkit.i18n import _
from collabkit.reports.plain_text import plain_text
from collabkit.reports.tables.cell_text import yes_or_no
from collabkit.reports.tables.sheet_names import sheet_names
from collabkit.reports.tables.workbook import Cell, Kind, Sheet, Workbook

# What a spreadsheet program takes for the beginning of a formula, some of them also in full width.
FORMULA_SIGNS = "=+@＝＋－＠-"
# Where semicolons part the cells, as in much of Europe, one within a text begins a new cell.
_BEGINS_FORMULA = re.compile(rf"(^|;)(?=[\s\"]*[{FORMULA_SIGNS}])")
_LINE_END = re.compile(r"[\t ]*\n[\s]*")


def render_csv(workbook: Workbook) -> bytes:
    """Return the workbook as the bytes of a CSV file: UTF-8 with a mark, CRLF, all quoted."""
    lines = [_line(heads())]
    for sheet, name in zip(workbook.sheets, sheet_names(workbook), strict=True):
        lines += map(_line, _records(sheet, name))
    return BOM_UTF8 + "".join(lines).encode()


def heads() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return _("Sheet"), _("Row"), _("Id"), _("Name"), _("What"), _("Value")


def _records(sheet: Sheet, name: str) -> Iterator[tuple[str, ...]]:
    # A table may be nothing but names.
    told = [place for place in range(len(sheet.columns)) if place not in sheet.keys] or sheet.keys
    for number, row in enumerate(sheet.rows, start=1):
        about = [*(as_field(row[place]) for place in sheet.keys), ""]
        named = (safe(name), str(number), about[0], about[1])
        for place in told:
            column, value = sheet.columns[place], row[place]
            is_empty = value is None or value == ""
            if not (is_empty and column.kind is Kind.TEXT):
                yield *named, safe(column.head), as_field(value)


def as_field(value: Cell) -> str:
    """Return one value: numbers with a point, days as YYYY-MM-DD, texts that cannot calculate."""
    match value:
        case None:
            return ""
        case bool():
            return safe(yes_or_no(value))
        case str():
            return safe(value)
        case date():
            return value.isoformat()
        case Fraction() if value.denominator != 1:
            return str(shown(value))
        case int() | Decimal() | Fraction():
            return str(value)


def safe(text: str) -> str:
    """Return a text on one line that no spreadsheet program takes for a formula.

    A sign that begins a formula gets an apostrophe before it, at the beginning of the text and
    after a semicolon.
    """
    line = _LINE_END.sub(" / ", plain_text(text).strip("\n")).replace("\t", " ")
    return _BEGINS_FORMULA.sub(r"\1'", line)


def _line(fields: Iterable[str]) -> str:
    quoted = ('"' + field.replace('"', '""') + '"' for field in fields)
    return ",".join(quoted) + "\r\n"
