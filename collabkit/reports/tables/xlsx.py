"""Tables as an .xlsx file: to be read, sorted, filtered and printed.

People's texts stay texts, whatever they look like. Equal tables give equal bytes.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from collabkit.cells import lines_in, write_text
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.reports.plain_text import plain_line, plain_text
from collabkit.reports.tables.cell_text import fitting, yes_or_no
from collabkit.reports.tables.sheet_names import sheet_names
from collabkit.reports.tables.workbook import MEDIUM, Cell, Column, Kind, Sheet, Workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FONT, _LINE_HEIGHT, _MOST_LINES = "Calibri", 15, 27  # a row is at most 409 points high
_SHORT = 255  # characters; longer ones some programs show as ##### in a cell marked as text
_A_FORMULA_BEGINS = tuple("=+-@'")
_FIRST_DAY = date(1900, 3, 1)  # earlier days are told wrongly by spreadsheet programs
_DAY = "d mmmm yyyy"
_LANGUAGE = "en-GB"
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that the container can hold
_CORE = "docProps/core.xml"


def render_xlsx(workbook: Workbook) -> bytes:
    """Return the workbook as the bytes of an .xlsx file."""
    import openpyxl  # only when a workbook is written

    book = openpyxl.Workbook()
    book.remove(book.active)
    looks = _Looks()
    for sheet, name in zip(workbook.sheets, sheet_names(workbook), strict=True):
        page = book.create_sheet(name)
        _fill(page, sheet, looks)
        _set_up_printing(page, workbook)
    buffer = io.BytesIO()
    book.save(buffer)
    return _settled(buffer.getvalue(), _properties(workbook))


class _Looks:
    """How cells look; one object for a whole workbook, as each of its parts is written once."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self.bold = Font(name=_FONT, bold=True)
        self.shade = PatternFill("solid", fgColor="E6ECEF")
        self.line = Border(bottom=Side("thin", color="C5D0D5"))
        # The room at the left keeps words apart from a figure before them.
        self._left = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
        self._right = Alignment(horizontal="right", vertical="top", wrap_text=True)

    def alignment(self, kind: Kind) -> Any:
        """Return where values stand in a column of ``kind``."""
        return self._right if kind in (Kind.NUMBER, Kind.SIGNED, Kind.DATE) else self._left


def _fill(page: "Worksheet", sheet: Sheet, looks: _Looks) -> None:
    from openpyxl.utils import get_column_letter

    widths = [_width(column) for column in sheet.columns]
    heads = [plain_line(column.head) for column in sheet.columns]
    for place, (column, head, width) in enumerate(
        zip(sheet.columns, heads, widths, strict=True), start=1
    ):
        cell = page.cell(1, place)
        write_text(cell, fitting(head))
        cell.font, cell.fill, cell.border = looks.bold, looks.shade, looks.line
        cell.alignment = looks.alignment(column.kind)
        page.column_dimensions[get_column_letter(place)].width = width
    page.row_dimensions[1].height = _height(heads, widths)
    for number, row in enumerate(sheet.rows, start=2):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            cell = page.cell(number, place)
            if value is not None and value != "":
                _put(cell, column.kind, value)
            cell.alignment, cell.border = looks.alignment(column.kind), looks.line
        page.row_dimensions[number].height = _height(row, widths)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(sheet.rows) + 1}"


def _put(cell: Any, kind: Kind, value: Cell) -> None:
    """Write one value as what it is: a number, a day or a text."""
    match value:
        case bool():
            _put_text(cell, yes_or_no(value))
        case str():
            _put_text(cell, value)
        case date() if value >= _FIRST_DAY:
            cell.value, cell.number_format = value, _DAY
        case date():
            _put_text(cell, day(value))
        case int() | Decimal() | Fraction():
            cell.value, cell.number_format = _number(value, signed=kind is Kind.SIGNED)


def _put_text(cell: Any, text: str) -> None:
    text = fitting(plain_text(text))
    write_text(cell, text)
    if len(text) > _SHORT:
        cell.number_format = "General"
    # Whoever opens the cell and presses Enter leaves it a text.
    cell.quotePrefix = text.startswith(_A_FORMULA_BEGINS)


def _number(value: int | Decimal | Fraction, *, signed: bool) -> tuple[int | float, str]:
    """Return a number as a cell holds it, and the format in which all of its decimals show."""
    if isinstance(value, Decimal):
        places = max(0, -int(value.as_tuple().exponent))
    else:
        places = 0 if value.denominator == 1 else 2
    shown = "0." + "0" * places if places else "0"
    number = float(value) if places else int(value)
    return number, f'+{shown};"−"{shown};{shown}' if signed else shown


def _width(column: Column) -> int:
    """Return the width of a column, in which the longest word of its head has room beside a mark.

    The mark is the one that opens the filter.
    """
    longest = max(map(len, column.head.split()), default=0)
    return max(column.width, min(longest + 5, MEDIUM))


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height that a row needs; LibreOffice would show the first line only."""
    lines = (
        lines_in(value, width)
        for value, width in zip(row, widths, strict=True)
        if isinstance(value, str)
    )
    return min(max(lines, default=1), _MOST_LINES) * _LINE_HEIGHT


def _set_up_printing(page: "Worksheet", workbook: Workbook) -> None:
    """Make it fit to the width of paper that lies on its side, with its head on every page."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.page_margins.left = page.page_margins.right = 0.4  # inches
    for place, text in (
        (page.oddHeader.left, workbook.title),
        (page.oddHeader.right, workbook.label),
        (page.oddFooter.right, workbook.day),
    ):
        if text.strip():
            place.text = _in_margin(text)
    page.oddFooter.left.text = "&A"  # the name of the sheet
    page.oddFooter.center.text = _("Page {page} of {pages}").format(page="&P", pages="&N")


def _in_margin(text: str) -> str:
    """Return a text as the head and foot of a page hold it: short, and with ``&`` written twice."""
    line = plain_line(text)
    short = line if len(line) <= 80 else f"{line[:79]}…"
    return short.replace("&", "&&")


def _properties(workbook: Workbook) -> bytes:
    """Return what the file says about itself: its title, language and day, but nobody's name."""
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.xml.functions import tostring

    made = datetime.combine(workbook.made_on, time())
    properties = DocumentProperties(
        title=plain_line(workbook.title), language=_LANGUAGE, created=made, modified=made
    )
    properties.creator = None
    return bytes(tostring(properties.to_tree()))


def _settled(data: bytes, properties: bytes) -> bytes:
    """Return the file without the time of day that openpyxl writes into each of its parts."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as found, ZipFile(buffer, "w", ZIP_DEFLATED) as settled:
        for name in found.namelist():
            content = properties if name == _CORE else found.read(name)
            part = ZipInfo(name, _NO_TIME)
            part.create_system = 3  # the same on every system
            settled.writestr(part, content, ZIP_DEFLATED)
    return buffer.getvalue()
