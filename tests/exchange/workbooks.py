"""Workbooks for tests: ours, changed by another program as a person would change them."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.checks import PackCheck
from collabkit.exchange.packs.files import check_pack_file, workbook_from

FIXTURES = Path(__file__).parents[1] / "fixtures" / "packs"
DESCRIBED = (FIXTURES / "described.toml").read_bytes()
Change = Callable[[Any], object]


def changed(change: Change, source: bytes = DESCRIBED) -> bytes:
    """Return the workbook of ``source`` after ``change`` was done to it in a spreadsheet."""
    book = openpyxl.load_workbook(io.BytesIO(_written(source)))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@cache
def _written(source: bytes) -> bytes:
    return workbook_from(source, "own.xlsx")


def check(tmp_path: Path, data: bytes, name: str = "own.xlsx") -> PackCheck:
    path = tmp_path / name
    path.write_bytes(data)
    return check_pack_file(path)


def pack_after(tmp_path: Path, change: Change, source: bytes = DESCRIBED) -> Pack:
    """Return the pack in the changed workbook, which has to be in order."""
    found = check(tmp_path, changed(change, source))
    assert found.faults == ()
    assert found.pack is not None
    return found.pack


def faults_after(tmp_path: Path, change: Change, source: bytes = DESCRIBED) -> tuple[str, ...]:
    """Return the faults of the changed workbook, of which there has to be one at least."""
    found = check(tmp_path, changed(change, source))
    assert found.pack is None
    assert all(fault.startswith("own.xlsx: ") and "\n" not in fault for fault in found.faults)
    return found.faults


def cell(book: Any, sheet: str, head: str, row: int) -> Any:
    """Return the cell of a sheet below ``head``."""
    heads = [found.value for found in book[sheet][1]]
    return book[sheet].cell(row, heads.index(head) + 1)


def value_of(book: Any, sheet: str, key: str) -> Any:
    """Return the cell beside ``key`` in a sheet with a key a row."""
    return next(row[1] for row in book[sheet].iter_rows() if row[0].value == key)


def in_part(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a workbook in which ``new`` stands instead of ``old`` in whatever part has it."""
    result, done = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            done |= old in part
            after.writestr(name, part.replace(old, new), zipfile.ZIP_DEFLATED)
    assert done
    return result.getvalue()
