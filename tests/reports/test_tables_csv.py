"""A CSV file as other programs find it, with any separator they may believe in."""

import csv
import io
from codecs import BOM_UTF8
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import table_examples as examples
from hypothesis import example, given
from hypothesis import strategies as st

from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.reports.plain_text import plain_text
from collabkit.reports.tables.checks import check_csv
from collabkit.reports.tables.csv_file import FORMULA_SIGNS, render_csv
from collabkit.reports.tables.workbook import Column, Kind, Workbook

HEADS = ["Sheet", "Row", "Id", "Name", "What", "Value"]


def records(workbook: Workbook) -> list[list[str]]:
    """The records without the heads, as the standard library reads them."""
    text = render_csv(workbook).decode("utf-8-sig")
    heads, *found = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert heads == HEADS
    return found


def written(text: str) -> str:
    """One text as the value of the only record."""
    columns = [Column("Id"), Column("Text")]
    found = records(examples.one_sheet(("X", text), columns=columns))
    return found[0][5] if found else ""


def test_a_record_is_a_cell_with_what_it_is_about() -> None:
    tables = examples.one_sheet(
        ("POW-1", "We talk.", 7, Decimal("3.6")),
        columns=[Column("Id"), Column("Words"), Column("n", Kind.NUMBER), Column("Mean")],
    )
    sheet = tables.sheets[0]
    two_keys = type(sheet)("Statements", "", sheet.columns, sheet.rows, keys=(0, 1))
    assert records(type(tables)("T", "C", "D", examples.TODAY, (two_keys,))) == [
        ["Statements", "1", "POW-1", "We talk.", "n", "7"],
        ["Statements", "1", "POW-1", "We talk.", "Mean", "3.6"],
    ]


def test_a_hidden_number_is_there_without_a_value_and_empty_texts_are_left_out() -> None:
    columns = [Column("Id"), Column("Mean", Kind.NUMBER), Column("Band"), Column("Note")]
    found = records(examples.one_sheet(("POW-1", None, "", None), columns=columns))
    assert found == [["Sheet", "1", "POW-1", "", "Mean", ""]]


def test_a_table_of_names_alone_is_not_lost() -> None:
    found = records(examples.one_sheet(("Bath",), ("Wells",), columns=[Column("Where")]))
    assert [record[2:] for record in found] == [
        ["Bath", "", "Where", "Bath"],
        ["Wells", "", "Where", "Wells"],
    ]


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (Decimal("-0.5"), "-0.5"),
        (-2, "-2"),
        (Fraction(5), "5"),
        (Fraction(1, 3), "0.3"),
        (date(2026, 12, 24), "2026-12-24"),
        (True, "Yes"),
        ("-2", "'-2"),
    ],
)
def test_numbers_and_days_are_plain(value: object, field: str) -> None:
    """Only a number may begin with a minus sign."""
    columns = [Column("Id"), Column("Value", Kind.NUMBER)]
    found = records(examples.one_sheet(("X", value), columns=columns))  # type: ignore[arg-type]
    assert found[0][5] == field


def test_the_bytes_are_those_that_every_program_expects() -> None:
    """UTF-8 with its mark, CRLF, everything quoted, one line a record."""
    data = render_csv(
        examples.one_sheet(("X", 'é "日本"\nand 🙂'), columns=[Column("A"), Column("B")])
    )
    assert data.startswith(BOM_UTF8 + b'"Sheet","Row","Id","Name","What","Value"\r\n')
    assert data.decode("utf-8-sig").splitlines()[1:] == [
        '"Sheet","1","X","","B","é ""日本"" / and 🙂"'
    ]
    assert data.endswith(b'"\r\n')
    assert data.count(b"\n") == data.count(b"\r\n") == 2


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\t;" + FORMULA_SIGNS)))
@example("'=1+1")
@example('a "b", c')
def test_peoples_texts_come_back_exactly(text: str) -> None:
    """But for line ends, which become " / ", and for what no file can hold."""
    plain = plain_text(text)
    if "\n" not in plain:
        assert written(text) == plain


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-2", "@SUM", "＝1", " =1+1", '"=1+1"'])
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert written(text) == f"'{text}"


def test_a_semicolon_opens_no_way_for_a_formula() -> None:
    assert written("yes;=1+1") == "yes;'=1+1"
    assert written('yes;"=1+1"') == 'yes;\'"=1+1"'
    assert written("yes; and no") == "yes; and no"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quotes", [csv.QUOTE_MINIMAL, csv.QUOTE_NONE])
def test_no_cell_calculates_whatever_parts_the_cells(separator: str, quotes: int) -> None:
    """Where another separator is usual, programs cut our lines elsewhere."""
    texts = [*examples.NASTY, *(f"yes{text}" for text in examples.NASTY)]
    tables = examples.one_sheet(*((text, text) for text in texts))
    text = render_csv(tables).decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quotes)
    for record in reader:
        for cell in record:
            assert not cell.strip(' "').startswith(tuple(FORMULA_SIGNS)), cell


@given(st.text(), st.text())
def test_any_text_gives_a_file_that_passes_the_check(one: str, other: str) -> None:
    columns = [Column("Id"), Column("Text")]
    data = render_csv(examples.one_sheet((one, other), (other, one), columns=columns))
    path = FOLDER[0] / "any.csv"
    path.write_bytes(data)
    check_csv(path)


FOLDER: list[Path] = []


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    FOLDER.append(tmp_path_factory.mktemp("csv"))


def test_a_whole_assessment_passes_the_check_on_its_way_to_the_disk(tmp_path: Path) -> None:
    tables = examples.from_file("barriers", "barriers.csv", 5).tables()
    found: list[int] = []
    path = tmp_path / "results.csv"
    write_safely(path, render_csv(tables), lambda written: found.append(check_csv(written)))
    assert found == [len(records(tables))]
    rows = {(r[0], r[2], r[4]): r[5] for r in records(tables)}
    assert rows["Statements", "BAR-a", "Mean"] == "2.6"
    assert rows["All barriers", "Finding time to organise joint work", "Place"] == "1"
    assert rows["Plan", "1", "By when"] == "2026-12-20"


def test_counts_say_which_answer_of_which_statement() -> None:
    found = records(examples.from_file("five-themes", "seven-people.csv", 5).tables())
    counts = [r[2:] for r in found if r[0] == "Counts" and r[2] == "POW-1"]
    assert ["POW-1", "4 Regular practice", "Times given", "3"] in counts
    assert ["POW-1", "Don't know", "Times given", "0"] in counts
    assert {r[2] for r in counts} == {"Value", "Times given"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data[3:],
        lambda data: b"",
        lambda data: data[:40] + b"\0" * (len(data) - 42) + b"\r\n",
        lambda data: data.replace(b'"X"', b'"X","Y"'),
        lambda data: data.replace(b'"X"', b'"=X"'),
        lambda data: data.replace(b'"X"', b'"\xff"'),
        lambda data: data.replace(b'"Value"', b'"Values"'),
    ],
)
def test_a_file_that_was_cut_or_changed_is_refused(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    data = render_csv(examples.one_sheet(("X", "a"), ("X", "b")))
    path = tmp_path / "damaged.csv"
    path.write_bytes(damage(data))
    with pytest.raises(EnvironmentProblemError, match="was not kept"):
        check_csv(path)
