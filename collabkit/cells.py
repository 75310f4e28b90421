"""Texts in the cells of spreadsheets: they stay texts, whatever they look like."""

import re
from typing import Any

# What a program would read as a character that XML cannot hold.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def as_written(text: str) -> str:
    """Return ``text`` as it stands in the file of a workbook, where ``_x000D_`` is a line end."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def write_text(cell: Any, text: str) -> None:
    """Put ``text`` into a cell of openpyxl so that it never becomes a formula, number or date.

    It must hold nothing that XML cannot, and be no longer than a cell (32,767 characters).
    """
    cell.value = as_written(text)
    cell.data_type = "s"  # also if it begins with an equals sign
    cell.number_format = "@"  # also when somebody types over it


def lines_in(text: str, width: int) -> int:
    """Return about how many lines ``text`` needs in a column of ``width`` characters."""
    return sum(1 + len(line) // (width - 2) for line in text.split("\n"))
