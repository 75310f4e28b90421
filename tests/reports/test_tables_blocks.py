"""Parts made of blocks as tables: nothing that is said is lost, and numbers are numbers."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import get_args

import pytest
import table_examples as examples

from collabkit.assessments.outcomes import blocks
from collabkit.assessments.pack import ActionKind, Effort
from collabkit.reports.contents.parts import Fact
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.tables.blocks import number_in, sheets_of_parts
from collabkit.reports.tables.parts_tables import parts_tables
from collabkit.reports.tables.workbook import Cell, Kind, Sheet, Workbook

ENTRY = blocks.Entry("Title", "Text", "Note", "Mark", "POW-1")
TABLE = blocks.Table("Caption", ("Row", "Number"), (("One", "1"), ("Two", "2.50")), (1,))
ALL = (
    blocks.Paragraph("A paragraph."),
    blocks.Facts((blocks.Fact("Label", "Value"),)),
    blocks.Subheading("Under this"),
    blocks.Bullets(("A bullet.",)),
    blocks.Entries((ENTRY,)),
    blocks.Fold("Folded away", (blocks.Entry("Folded title"),)),
    TABLE,
    blocks.Board(
        (
            blocks.Column("Column", (blocks.Entry("On the board"),)),
            blocks.Column("Empty column", (), "Nothing here."),
        )
    ),
    blocks.Dots("POW-2", "A statement", (("Yes", 4), ("No", 2)), (("Don't know", 1),), "Said."),
    blocks.Shapes(
        ("Power",),
        (blocks.Outline("November 2026", (Fraction(3),)),),
        blocks.Table("Two shapes", ("Theme", "Score"), (("Power", "3.0"),), (1,)),
        "A shape in words.",
    ),
    blocks.Ideas((blocks.Idea("I-1", "POW-3", "An idea.", ActionKind.INFLUENCE, Effort.LOW),)),
    blocks.Pick("key", "Which?", (blocks.PickOption("a", "One", "More of it"),), ("a",)),
    blocks.Field("when", "By when", "2026-12-24", "24 December 2026", blocks.FieldKind.DATE),
    blocks.Subheading("Nothing below"),
)
# What is said otherwise in a table: as a number, as a day, or in a word of ours.
OTHERWISE = {"2026-12-24", "24 December 2026", "2.50", "3.0", "1", "2", "key", "when", "a", "I-1"}

NO_NUMBERS = (
    "", "–", "7 of 9", "19 of 24 (79%)", "007", "1,000", "1e5", "+4/3", "3.", ".5", "7\n", " 7",
    "not ranked", "1234567890123456", "٣", "0x1", "NaN", "Infinity", "1_000", "--7", "+",
)  # fmt: skip


def part(*told: blocks.Block, place: blocks.Place = blocks.Place.FRONT) -> blocks.Part:
    return blocks.Part("key", "The part", told, place)


def document(*parts: blocks.Part) -> PartsDocument:
    return PartsDocument(
        title="Side by side",
        subject="Sample Network",
        day="22 November 2026",
        made_on=examples.TODAY,
        lead="Seven charities looked at themselves.",
        facts=(Fact("Charities", "seven"),),
        parts=parts,
        label="Practice",
    )


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def sheets(*told: blocks.Block) -> tuple[Sheet, ...]:
    return sheets_of_parts([part(*told)], "In words", with_counts=True)


def lines(*told: blocks.Block) -> list[tuple[Cell, ...]]:
    """The list without the name of the part."""
    return [row[1:] for row in sheets(*told)[0].rows]


def test_every_kind_of_block_is_tried() -> None:
    assert {type(block) for block in ALL} == set(get_args(blocks.Block))


def test_nothing_that_a_block_says_is_lost() -> None:
    cells = [str(c) for sheet in sheets(*ALL) for row in sheet.rows for c in row]
    heads = [column.head for sheet in sheets(*ALL) for column in sheet.columns]
    found = "\n".join([*cells, *heads])
    assert [text for text in texts_of(ALL) if text not in found and text not in OTHERWISE] == [
        "Power", "November 2026",
    ][1:]  # the picture of a shape is in its table  # fmt: skip


def test_the_list_keeps_the_order_in_which_it_is_read() -> None:
    assert [row[:5] for row in lines(*ALL)] == [
        ("", "", "", "A paragraph.", ""),
        ("", "Label", "", "Value", ""),
        ("Under this", "", "", "A bullet.", ""),
        ("Under this", "Title", "Mark", "Text", "Note"),
        ("Folded away", "Folded title", "", "", ""),
        ("Under this", "", "table", "Caption", ""),
        ("Column", "On the board", "", "", ""),
        ("Empty column", "", "", "Nothing here.", ""),
        ("Under this", "A statement", "", "Said.", ""),
        ("Under this", "", "", "A shape in words.", ""),
        ("Under this", "", "table", "Two shapes", ""),
        ("Under this", "An idea.", "Influence", "", "A few hours"),
        ("Which?", "One", "chosen", "More of it", ""),
        ("Under this", "By when", "", date(2026, 12, 24), ""),
        ("Nothing below", "", "", "", ""),
    ]


def test_a_table_is_a_sheet_with_numbers() -> None:
    table = sheets(TABLE)[1]
    assert (table.name, table.caption) == ("The part", "Caption")
    assert table.rows == (("One", 1), ("Two", Decimal("2.50")))
    assert [column.kind for column in table.columns] == [Kind.TEXT, Kind.NUMBER]


def test_differences_keep_their_signs_throughout() -> None:
    """Also in a column in which none happens to be positive."""
    rows = (("One", "+1.8", "−0.5"), ("Two", "0.0", "−1.0"))
    table = sheets(blocks.Table("Caption", ("Row", "A", "B"), rows, (1, 2)))[1]
    assert [column.kind for column in table.columns] == [Kind.TEXT, Kind.SIGNED, Kind.SIGNED]
    assert table.rows[0] == ("One", Decimal("1.8"), Decimal("-0.5"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("0", 0),
        ("-3", -3),
        ("−3", -3),
        ("+2", 2),
        ("3.60", Decimal("3.60")),
        ("−0.5", Decimal("-0.5")),
        ("999999999999999", 999999999999999),
    ],
)
def test_a_number_is_one_if_nothing_of_it_is_lost(text: str, value: Cell) -> None:
    assert number_in(text) == value
    assert type(number_in(text)) is type(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_whatever_else_stands_there_stays_a_text(text: str) -> None:
    assert number_in(text) == text


def test_counts_are_numbers_in_a_table_of_their_own() -> None:
    counts = sheets(ALL[8])[1]
    assert [row[1:4] for row in counts.rows] == [
        ("A statement", "Yes", 4),
        ("A statement", "No", 2),
        ("A statement", "Don't know", 1),
    ]
    without = sheets_of_parts([part(ALL[8])], "In words", with_counts=False)
    assert [sheet.name for sheet in without] == ["In words"]


def test_what_is_only_for_the_screen_is_left_out() -> None:
    screen = part(blocks.Paragraph("Tick here."), place=blocks.Place.SCREEN)
    assert sheets_of_parts([screen], "In words", with_counts=True) == ()


def test_while_nothing_is_chosen_everything_stands_there() -> None:
    options = (blocks.PickOption("a", "One"), blocks.PickOption("b", "Two"))
    assert [row[1:3] for row in lines(blocks.Pick("key", "Which?", options, ()))] == [
        ("One", ""),
        ("Two", ""),
    ]
    assert [row[1:3] for row in lines(blocks.Pick("key", "Which?", options, ("b",)))] == [
        ("Two", "chosen")
    ]


def test_a_day_that_is_none_stays_as_it_was_written() -> None:
    field = blocks.Field("when", "By when", "soon", kind=blocks.FieldKind.DATE)
    assert lines(field)[0][3] == "soon"


def test_a_document_of_parts_says_first_what_it_is() -> None:
    workbook: Workbook = parts_tables(document(part(*ALL)))
    assert [sheet.name for sheet in workbook.sheets] == [
        "Read me", "In words", "The part", "The part", "Counts: In words",
    ]  # fmt: skip
    told = [row[1:] for row in workbook.sheets[0].rows]
    for line in (
        ("What it is", "Side by side"),
        ("Whose it is", "Sample Network"),
        ("Please note", "Practice"),
        ("Charities", "seven"),
        ("", "Seven charities looked at themselves."),
        ("This copy", "Made on 22 November 2026"),
    ):
        assert line in told
    assert (workbook.title, workbook.charity) == ("Side by side", "Sample Network")
    assert (workbook.day, workbook.made_on) == ("22 November 2026", examples.TODAY)


def test_what_lies_beside_results_comes_last_with_its_counts() -> None:
    pack = examples.fixture_pack("described")
    group = examples.occasion(pack, [{item.id: "4" for item in pack.items}] * 5)
    names = [sheet.name for sheet in group.tables(beside=(part(*ALL),)).sheets]
    assert names[-4:] == [
        "Beside the results",
        "The part",
        "The part",
        "Counts: Beside the results",
    ]
