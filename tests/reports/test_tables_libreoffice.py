"""A program that is not ours, and knows formulas, opens our files."""

import shutil
import subprocess
from xml.etree import ElementTree

import pytest
import table_examples as examples

from collabkit.reports.plain_text import plain_text
from collabkit.reports.tables.csv_file import render_csv
from collabkit.reports.tables.xlsx import render_xlsx

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TEXTS = (*examples.NASTY, "_x0041_", "a_x000D_b", "007", "1-2", "TRUE", "é 日本 🙂", "one\ntwo")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[ElementTree.Element]]:
    """The filled cells of a workbook and of a CSV file, as LibreOffice has read them."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice is not installed on this machine")
    folder = tmp_path_factory.mktemp("libreoffice")
    tables = examples.one_sheet(*((text,) for text in TEXTS))
    files = [folder / "workbook.xlsx", folder / "table.csv"]
    for file, data in zip(files, (render_xlsx(tables), render_csv(tables)), strict=True):
        file.write_bytes(data)
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "fods",
            "--outdir",
            folder,
            *files,
        ],
        check=True,
        capture_output=True,
    )
    return {
        file.stem: [
            cell
            for cell in ElementTree.parse(file.with_suffix(".fods")).iter(f"{_TABLE}table-cell")
            if cell.get(f"{_OFFICE}value-type")
        ]
        for file in files
    }


def test_every_text_of_a_workbook_is_read_as_it_was_typed(
    opened: dict[str, list[ElementTree.Element]],
) -> None:
    """And is a text: neither a formula nor a number, a day or a truth."""
    cells = opened["workbook"]
    assert {cell.get(f"{_OFFICE}value-type") for cell in cells} == {"string"}
    assert not [cell for cell in cells if cell.get(f"{_TABLE}formula")]
    found = ["\n".join(_line(line) for line in cell.iter(f"{_TEXT}p")) for cell in cells]
    assert found == ["C0", *map(plain_text, TEXTS)]


def test_nothing_in_a_csv_file_is_a_formula(opened: dict[str, list[ElementTree.Element]]) -> None:
    cells = opened["table"]
    assert not [cell for cell in cells if cell.get(f"{_TABLE}formula")]
    found = {"".join(_line(line) for line in cell.iter(f"{_TEXT}p")) for cell in cells}
    assert "'=1+1" in found
    assert "'-SUM(A1:A9)" in found


def _line(line: ElementTree.Element) -> str:
    """A line of OpenDocument, where spaces and tabs have elements of their own."""
    found = line.text or ""
    for element in line:
        if element.tag == f"{_TEXT}s":
            found += " " * int(element.get(f"{_TEXT}c", "1"))
        elif element.tag == f"{_TEXT}tab":
            found += "\t"
        else:
            found += "".join(element.itertext())
        found += element.tail or ""
    return found
