"""A workbook as other programs find it: openpyxl, the standard library and LibreOffice."""

import io
import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
import table_examples as examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.reports.plain_text import plain_text
from collabkit.reports.tables.cell_text import LONGEST, units
from collabkit.reports.tables.checks import check_xlsx
from collabkit.reports.tables.workbook import Column, Kind, Workbook
from collabkit.reports.tables.xlsx import render_xlsx

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def opened(workbook: Workbook) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(workbook)))


def first_rows(workbook: Workbook) -> list[list[Any]]:
    """The cells below the head of the first sheet."""
    return [list(row) for row in opened(workbook).worksheets[0].iter_rows(min_row=2)]


def raw_cells(data: bytes) -> list[tuple[str, str]]:
    """Kind and text of every filled cell of the first sheet, without any spreadsheet library."""
    with ZipFile(io.BytesIO(data)) as container:
        sheet = ElementTree.fromstring(container.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{_MAIN}f"))
    return [
        (cell.get("t", "n"), _ESCAPED.sub(lambda m: chr(int(m[1], 16)), "".join(cell.itertext())))
        for cell in sheet.iter(f"{_MAIN}c")
        if "".join(cell.itertext())
    ]


def texts_after_a_round_trip(texts: list[str]) -> list[str]:
    workbook = examples.one_sheet(*((text,) for text in texts), columns=[Column("Head")])
    cells = raw_cells(render_xlsx(workbook))[1:]
    assert {kind for kind, _text in cells} <= {"inlineStr"}
    return [text for _kind, text in cells]


def test_numbers_are_numbers_with_all_of_their_decimals() -> None:
    row = (7, Decimal("3.6"), Decimal("2.50"), Fraction(4), Fraction(1, 4), 0)
    cells = first_rows(examples.one_sheet(row, columns=[Column(f"N{n}", Kind.NUMBER) for n in row]))
    assert [cell.value for cell in cells[0]] == [7, 3.6, 2.5, 4, 0.25, 0]
    assert [cell.number_format for cell in cells[0]] == ["0", "0.0", "0.00", "0", "0.00", "0"]


def test_differences_show_their_signs() -> None:
    cells = first_rows(
        examples.one_sheet((Decimal("-0.5"),), (2,), columns=[Column("D", Kind.SIGNED)])
    )
    assert [cell[0].value for cell in cells] == [-0.5, 2]
    assert [cell[0].number_format for cell in cells] == ['+0.0;"−"0.0;0.0', '+0;"−"0;0']


def test_days_are_days_that_people_can_read() -> None:
    cells = first_rows(examples.one_sheet((date(2026, 12, 24),), columns=[Column("D", Kind.DATE)]))
    assert cells[0][0].is_date
    assert cells[0][0].value == datetime(2026, 12, 24)
    assert cells[0][0].number_format == "d mmmm yyyy"


def test_a_day_before_spreadsheets_can_count_is_a_text() -> None:
    cells = first_rows(examples.one_sheet((date(1900, 2, 28),), columns=[Column("D", Kind.DATE)]))
    assert (cells[0][0].data_type, cells[0][0].value) == ("s", "28 February 1900")


def test_yes_and_no_are_words_and_nothing_is_nothing() -> None:
    cells = first_rows(examples.one_sheet((True, False, None, "")))
    assert [cell.value for cell in cells[0]] == ["Yes", "No", None, None]


@pytest.mark.parametrize("start", sorted({text[0] for text in examples.NASTY}))
def test_no_text_ever_calculates(start: str) -> None:
    """However it begins; and whoever presses Enter in the cell leaves it a text."""
    texts = [text for text in examples.NASTY if text[0] == start]
    cells = first_rows(examples.one_sheet(*((text,) for text in texts)))
    for text, (cell,) in zip(texts, cells, strict=True):
        assert (cell.data_type, cell.value) == ("s", plain_text(text))
        assert cell.number_format == "@"
        assert cell.quotePrefix == plain_text(text).startswith(tuple("=+-@'"))


def test_the_120_nasty_beginnings_are_read_as_they_were_typed() -> None:
    assert len(examples.NASTY) == 120
    assert texts_after_a_round_trip(list(examples.NASTY)) == [plain_text(t) for t in examples.NASTY]


@settings(max_examples=15)
@given(st.lists(st.text(min_size=1), min_size=1, max_size=40))
@example(["half of one: \ud83d", "\0\x01\x0b\x1f\x7f", "\ufffe\uffff", "one\rtwo\r\nthree"])
def test_peoples_texts_come_back_exactly(texts: list[str]) -> None:
    """But for what no file can hold, such as control characters and half characters."""
    wanted = [plain_text(text) for text in texts if plain_text(text)]
    assert texts_after_a_round_trip(texts) == wanted


_PIECES = ["_", "x", "0", "0", "5", "F", "_x000D_", "x005F_", "=", " ", "\n"]


@settings(max_examples=15)
@given(st.lists(st.lists(st.sampled_from(_PIECES)), min_size=1, max_size=40))
def test_what_looks_like_a_character_of_the_format_stays_as_typed(several: list[list[str]]) -> None:
    texts = ["".join(pieces) + "." for pieces in several]
    assert texts_after_a_round_trip(texts) == texts


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    for text in ("a" * 40_000, "🙂" * 20_000, "_x000D_" * 10_000):
        (cell,) = texts_after_a_round_trip([text])
        kept, remark = cell.rsplit("\n", 1)
        assert text.startswith(kept)
        assert len(kept) > 10_000
        assert remark == f"(Cut here: the whole text has {len(text):,} characters.)"
        assert units(cell) <= LONGEST
    longest = "a" * LONGEST
    assert texts_after_a_round_trip([longest]) == [longest]


def test_long_texts_are_not_shown_as_number_signs() -> None:
    """As some programs show more than 255 characters in a cell that is marked as text."""
    cells = first_rows(examples.one_sheet(("=" * 256,), ("=" * 255,)))
    assert [cell[0].number_format for cell in cells] == ["General", "@"]
    assert [cell[0].data_type for cell in cells] == ["s", "s"]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["Plan", "plan", "PLAN"], ["Plan", "plan (2)", "PLAN (3)"]),
        (["a/b\\c*d?e[f]g:h"], ["a b c d e f g h"]),
        (["", "'", "  ", "\n"], ["Sheet", "Sheet (2)", "Sheet (3)", "Sheet (4)"]),
        (["'quoted'", "It's"], ["quoted", "It's"]),
        (["History"], ["History (2)"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["🙂" * 20], ["🙂" * 15]),
    ],
)
def test_names_of_sheets_are_legal_and_differ(wanted: list[str], names: list[str]) -> None:
    workbook = examples.renamed(examples.one_sheet(("a",)), *wanted)
    assert opened(workbook).sheetnames == names


@settings(max_examples=25)
@given(st.lists(st.text(), min_size=1, max_size=3), st.text())
def test_any_name_and_any_title_make_a_sound_file(names: list[str], title: str) -> None:
    workbook = examples.renamed(examples.one_sheet(("a",)), *names)
    book = opened(replace(workbook, title=title, charity=title, label=title))
    assert len({name.casefold() for name in book.sheetnames}) == len(names)
    for name in book.sheetnames:
        assert 0 < units(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("' ") == name


def test_a_sheet_can_be_sorted_filtered_and_printed() -> None:
    sheet = opened(examples.one_sheet(("a", "b"), ("c", "d"))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.center.text == "Page &P of &N"
    assert sheet.oddHeader.left.text == "A title"
    cell = sheet["A2"]
    assert (cell.alignment.wrap_text, cell.alignment.vertical) == (True, "top")
    assert sheet["A1"].font.bold


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    sheet = opened(examples.one_sheet(("a",), ("word " * 30,), ("\n" * 90,))).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights == [15, 105, 405]


def test_the_title_may_hold_what_the_head_of_a_page_calculates_with() -> None:
    """&D would be the day of printing."""
    book = opened(replace(examples.one_sheet(("a",)), title="R&D & more"))
    assert book.worksheets[0].oddHeader.left.text == "R&&D && more"


def test_the_file_says_what_it_is_and_names_nobody() -> None:
    tables = examples.one_sheet(("a",))
    properties = opened(tables).properties
    assert (properties.title, properties.language) == ("A title", "en-GB")
    assert properties.created == properties.modified == datetime(2026, 11, 22)
    with ZipFile(io.BytesIO(render_xlsx(tables))) as container:
        written = container.read("docProps/core.xml")
    assert b"creator" not in written
    assert b"lastModifiedBy" not in written


def test_equal_tables_give_equal_bytes_at_any_time() -> None:
    tables = examples.one_sheet(("a", 1, date(2026, 1, 1)))
    data = render_xlsx(tables)
    assert data == render_xlsx(tables)
    with ZipFile(io.BytesIO(data)) as container:
        assert {info.date_time for info in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(container.read(name) for name in container.namelist())
    assert set(re.findall(rb"20\d\d-\d\d-\d\dT", everything)) == {b"2026-11-22T"}


def test_a_whole_assessment_passes_the_check_on_its_way_to_the_disk(tmp_path: Path) -> None:
    """Under whatever name: while it is checked, it has another ending."""
    tables = examples.from_file("barriers", "barriers.csv", 5).tables()
    path = tmp_path / "results.xlsx"
    found = []
    write_safely(path, render_xlsx(tables), lambda written: found.append(check_xlsx(written)))
    assert found == [len(tables.sheets)]


def test_a_file_that_was_cut_or_changed_is_refused(tmp_path: Path) -> None:
    data = render_xlsx(examples.one_sheet(("a", "b")))
    path = tmp_path / "damaged"
    cuts = [data[:length] for length in range(0, len(data), 97)]
    zeros = [data[:length].ljust(len(data), b"\0") for length in (100, len(data) // 2)]
    changed = bytearray(data)
    changed[len(data) // 3] ^= 0xFF
    for damaged in (*cuts, *zeros, bytes(changed), b"PK", b"no workbook"):
        path.write_bytes(damaged)
        with pytest.raises(EnvironmentProblemError, match="did not reach the disk"):
            check_xlsx(path)


@pytest.mark.parametrize("value", ["=1+1", "#N/A", True])
def test_a_workbook_in_which_something_calculates_is_refused(tmp_path: Path, value: object) -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = value
    path = tmp_path / "live.xlsx"
    book.save(path)
    with pytest.raises(EnvironmentProblemError, match="was not kept"):
        check_xlsx(path)
