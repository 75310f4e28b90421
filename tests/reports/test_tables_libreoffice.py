"""A program that is not ours, and knows formulas, opens our files."""

import pytest
import table_examples as examples
from read_by_libreoffice import Cell, read_by_libreoffice

from collabkit.reports.plain_text import plain_text
from collabkit.reports.tables.csv_file import render_csv
from collabkit.reports.tables.xlsx import render_xlsx

TEXTS = (*examples.NASTY, "_x0041_", "a_x000D_b", "007", "1-2", "TRUE", "é 日本 🙂", "one\ntwo")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Cell]]:
    """The filled cells of a workbook and of a CSV file, as LibreOffice has read them."""
    tables = examples.one_sheet(*((text,) for text in TEXTS))
    files = {"workbook.xlsx": render_xlsx(tables), "table.csv": render_csv(tables)}
    found = read_by_libreoffice(files, tmp_path_factory.mktemp("libreoffice"))
    return {name: [cell for cell in cells if cell.kind] for name, cells in found.items()}


def test_every_text_of_a_workbook_is_read_as_it_was_typed(opened: dict[str, list[Cell]]) -> None:
    """And is a text: neither a formula nor a number, a day or a truth."""
    cells = opened["workbook.xlsx"]
    assert {cell.kind for cell in cells} == {"string"}
    assert not any(cell.is_formula for cell in cells)
    assert [cell.text for cell in cells] == ["C0", *map(plain_text, TEXTS)]


def test_nothing_in_a_csv_file_is_a_formula(opened: dict[str, list[Cell]]) -> None:
    cells = opened["table.csv"]
    assert not any(cell.is_formula for cell in cells)
    assert {"'=1+1", "'-SUM(A1:A9)"} <= {cell.text for cell in cells}
