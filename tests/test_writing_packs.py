"""The page “Writing packs” is enough: its example is a pack, and it explains every column."""

import re
from pathlib import Path

import pytest

from collabkit.assessments.pack import FormKind, OutcomeKind
from collabkit.assessments.packs.checks import MOST_MINUTES, MOST_WORDS, warnings_about
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.reader import pack_from, read_pack
from collabkit.assets import resource
from collabkit.cli.commands import build_parser
from collabkit.exchange.packs.cells import Sheet
from collabkit.exchange.packs.from_sheets import tables_from
from collabkit.exchange.packs.meanings import SHEETS, notes_on
from collabkit.exchange.packs.sheets import sheets_of

PAGE = Path(__file__).parents[1] / "docs" / "writing-packs.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def typed_sheets(page: str) -> list[Sheet]:
    """Return the tables of the worked example as somebody would type them into a spreadsheet."""
    example = page.partition("## The worked example")[2].partition("\n## ")[0]
    sheets = []
    for name, table in re.findall(r"Sheet `([^`]+)`:\n\n((?:\|.*\n)+)", example):
        sheet = Sheet(name)
        lines = [line for line in table.strip().split("\n") if not line.startswith("| ---")]
        for number, line in enumerate(lines, start=1):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            filled = {place: text for place, text in enumerate(cells, start=1) if text}
            sheet.rows[number] = dict(filled)
        sheets.append(sheet)
    return sheets


def test_the_worked_example_is_in_order_as_it_stands(page: str) -> None:
    """Typed from the page, it has no faults and no warnings, and it is the template."""
    faults = Faults("my-pack.xlsx")
    tables = tables_from(typed_sheets(page), faults)
    template = read_pack(resource("templates", "partner-meetings.toml"))
    pack = pack_from(tables, template.digest, faults)
    assert warnings_about(pack, faults) == ()
    assert len(list(pack.items)) == 10
    assert pack == template


@pytest.mark.parametrize("kind", OutcomeKind)
def test_every_sheet_and_column_is_explained(page: str, kind: OutcomeKind) -> None:
    """In the very words of the template."""
    notes = notes_on(kind)
    for plan in sheets_of(kind):
        assert f"`{plan.name}`" in page
        assert SHEETS[plan.name] in page or plan.name == "outcome"
        for column in plan.columns:
            head = f"| `{column.head} 1`, " if column.is_numbered else f"| `{column.head}` "
            meaning = notes[f"{plan.name}.{column.head}"]
            rows = [line for line in page.split("\n") if line.startswith(head)]
            assert any(meaning in row for row in rows), f"{plan.name}.{column.head}"


def test_every_form_and_outcome_is_explained(page: str) -> None:
    for word in (*FormKind, *OutcomeKind):
        assert f"| `{word}` | " in page


def test_every_command_on_the_page_exists(page: str) -> None:
    commands = re.findall(r"`collabkit (packs [^`]+)`", page)
    assert len(commands) >= 7
    for command in commands:
        words = command.split()
        if len(words) > 2 or words[-1] in ("list", "schema"):
            assert build_parser().parse_args(words).verb == words[1]


def test_the_limits_are_those_of_the_check(page: str) -> None:
    assert f"At most {MOST_WORDS} words" in page
    assert MOST_MINUTES == 20
    assert "Twenty minutes at most" in page
