"""Workbooks and CSV files as LibreOffice reads them: a program that is not ours."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Cell:
    """One cell: its ``kind``, such as ``string`` (none if it is empty), and its ``text``."""

    def __init__(self, element: ElementTree.Element) -> None:
        self.kind = element.get(f"{_OFFICE}value-type")
        self.is_formula = element.get(f"{_TABLE}formula") is not None
        self.text = "\n".join(_line(line) for line in element.iter(f"{_TEXT}p"))


def read_by_libreoffice(files: dict[str, bytes], folder: Path) -> dict[str, list[Cell]]:
    """Return all cells of each of ``files``, by its name; skip the test without LibreOffice."""
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice is not installed on this machine")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "fods", "--outdir", folder]
    subprocess.run(
        [program, profile, *convert, *(folder / name for name in files)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {name: list(_cells(folder / name)) for name in files}


def _cells(file: Path) -> Iterator[Cell]:
    tree = ElementTree.parse(file.with_suffix(".fods"))
    return (Cell(element) for element in tree.iter(f"{_TABLE}table-cell"))


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
