"""Texts that look like formulas, in every place that people fill in: no program calculates them.

Read back by openpyxl, by the standard library with every separator that somebody's computer may
take for the usual one, and by LibreOffice.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import borrowed  # noqa: F401 - puts the folders of the makers on the path
import openpyxl
import pytest
import table_examples as examples
from read_by_libreoffice import read_by_libreoffice
from tiers import TIER

from collabkit.assessments.pack import ActionKind
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.text import parse_tables
from collabkit.assets import resource
from collabkit.exchange.packs.files import workbook_from
from collabkit.exchange.packs.toml_text import toml_of
from collabkit.plans.plan import PlanAction, Slot
from collabkit.reports.plain_text import plain_text
from collabkit.reports.tables.csv_file import FORMULA_SIGNS, render_csv
from collabkit.reports.tables.workbook import Workbook
from collabkit.reports.tables.xlsx import render_xlsx
from collabkit.services.packs import builtin_pack

ROW = "formulas in CSV and XLSX"
_OF_AN_ACTION = 5


def tables() -> Workbook:
    """One person's assessment and plan with all of the texts, each in a place of its own."""
    pack = builtin_pack("five-themes")
    asked = [item.id for item in pack.items]
    notes = dict(zip(asked, examples.NASTY, strict=False))
    rest = examples.NASTY[len(notes) :]
    actions = [
        PlanAction(
            str(at), text, ActionKind.QUICK_WIN, Slot.PARKED, why=why, owner=owner,
            first_step=first, how_we_will_know=known,
        )
        for at, (text, why, owner, first, known) in enumerate(
            zip(*(rest[at::_OF_AN_ACTION] for at in range(_OF_AN_ACTION)), strict=True)
        )
    ]  # fmt: skip
    found = examples.occasion(
        pack, [dict.fromkeys(asked, "3")], minimum=1, notes=[notes], actions=actions,
        charity=examples.NASTY[0],
    )  # fmt: skip
    return found.tables()


def lost(texts: Iterable[str]) -> int:
    """How many of the texts are not there; each must be, but for spaces at the ends of a note."""
    wanted = Counter(plain_text(text).strip() for text in examples.NASTY)
    return (wanted - Counter(text.strip() for text in texts)).total()


def test_nothing_in_a_workbook_is_a_formula_for_openpyxl(tally) -> None:
    """And every text is there as it was typed."""
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(tables())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type in ("f", "e", "b")] == []
    texts = [cell.value for cell in cells if cell.data_type == "s"]
    with tally(ROW) as count:
        count.tried(len(examples.NASTY))
        count.survived(len(examples.NASTY) - lost(texts))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quotes", [csv.QUOTE_MINIMAL, csv.QUOTE_NONE], ids=["quotes", "none"])
def test_no_cell_of_a_csv_file_begins_like_a_formula(separator: str, quotes: int) -> None:
    """Whatever a program on somebody's computer takes for the end of a cell."""
    text = render_csv(tables()).decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quotes)
    for record in reader:
        for cell in record:
            bare = cell.strip(' "')
            if not _is_number(bare):
                assert not bare.startswith(tuple(FORMULA_SIGNS)), cell


def test_nothing_in_the_workbook_of_a_questionnaire_is_a_formula() -> None:
    """Whoever writes one may begin a statement with a sign as well."""
    told = parse_tables(
        resource("templates", "partner-meetings.toml").read_bytes(), Faults("own.toml")
    )
    texts = [" ".join(text.split()) for text in examples.NASTY if text.strip()[0] not in "\"'"]
    for number, text in enumerate(texts):
        told["title"] = text
        section = told["section"][number % len(told["section"])]
        section["name"] = text
        section["item"][0]["statement"] = f"{text} {number}"
        book = openpyxl.load_workbook(io.BytesIO(workbook_from(toml_of(told).encode(), "own.toml")))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert [cell for cell in cells if cell.data_type in ("f", "e")] == []
        assert text in {cell.value for cell in cells}
        if TIER.name == "share" and number >= 10:
            break


@pytest.mark.skipif(TIER.name == "share", reason="LibreOffice takes its time to start")
def test_nothing_is_a_formula_for_libreoffice(tally, tmp_path: Path) -> None:
    """Neither in the workbook nor in the CSV file."""
    made = tables()
    files = {"workbook.xlsx": render_xlsx(made), "table.csv": render_csv(made)}
    found = read_by_libreoffice(files, tmp_path)
    assert [cell.text for cells in found.values() for cell in cells if cell.is_formula] == []
    texts = [cell.text for cell in found["workbook.xlsx"] if cell.kind == "string"]
    with tally(ROW) as count:
        count.tried(len(examples.NASTY))
        count.survived(len(examples.NASTY) - lost(texts))
        count.note("read by LibreOffice", len(examples.NASTY))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
