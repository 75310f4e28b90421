"""Opening a written workbook or CSV file again, before anybody is told that it was exported."""

import csv
import io
import re
from codecs import BOM_UTF8
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.reports.tables.csv_file import FORMULA_SIGNS, heads

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def check_xlsx(path: Path) -> int:
    """Return the number of sheets of a workbook that was written by this program.

    Raises ``EnvironmentProblemError`` if it is damaged, or if anything in it calculates.
    """
    try:
        return _sheets_of(path)
    except Exception as error:  # whatever a library makes of damaged bytes
        raise _not_kept(_("workbook")) from error


def check_csv(path: Path) -> int:
    """Return the number of records of a CSV file that was written by this program.

    Raises ``EnvironmentProblemError`` if it is damaged, or if a program could calculate with it.
    """
    try:
        return _records_of(path.read_bytes())
    except (ValueError, csv.Error) as error:
        raise _not_kept(_("CSV file")) from error


def _sheets_of(path: Path) -> int:
    import openpyxl  # only when a workbook was written

    data = io.BytesIO(path.read_bytes())  # by its name, openpyxl would refuse another ending
    with ZipFile(data) as container:
        if damaged := container.testzip():
            raise BadZipFile(damaged)
    book = openpyxl.load_workbook(data)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type not in ("n", "s", "d"):
                    raise ValueError(f"{cell.coordinate} is neither a number nor a text nor a day")
    if not book.worksheets:
        raise ValueError("no sheets")
    return len(book.worksheets)


def _records_of(data: bytes) -> int:
    text = data.removeprefix(BOM_UTF8).decode()
    if not data.startswith(BOM_UTF8) or not text.endswith("\r\n") or "\0" in text:
        raise ValueError("not CSV from beginning to end")
    first, *records = csv.reader(text.splitlines(keepends=True), strict=True)
    if tuple(first) != heads():
        raise ValueError("other columns")
    for record in records:
        if len(record) != len(first):
            raise ValueError("too few or too many cells")
        for cell in record:
            if cell.lstrip().startswith(tuple(FORMULA_SIGNS)) and not _NUMBER.fullmatch(cell):
                raise ValueError("a cell that calculates")
    return len(records)


def _not_kept(what: str) -> EnvironmentProblemError:
    return EnvironmentProblemError(
        _(
            "The {what} did not reach the disk in one piece, so it was not kept. Your answers "
            "are safe, and an older file of that name is as it was. Please try again, or save it "
            "in another place."
        ).format(what=what)
    )
