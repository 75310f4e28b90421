"""From the bytes of a CSV file to its records, each with the line where it begins.

Files come from strangers and from spreadsheets. Whatever the bytes are, reading ends with records
or with faults that say where.
"""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.i18n import _

MOST_BYTES = 10_000_000
MOST_LINES = 250_000  # over 5,000 people with all of 45 statements
LONGEST_LINE = 20_000  # bytes
LONGEST_CELL = 1_000  # characters
MOST_FAULTS = 1_000  # a file with more is not what it should be, and the rest is not read


@dataclass(frozen=True, slots=True)
class Record:
    """One record and the line where it begins; no cells if it could not be read."""

    line: int
    cells: tuple[str, ...] | None


class EnoughFaultsError(Exception):
    """There are so many faults that nobody would read more."""


class Faults:
    """The faults of one file, each with its line."""

    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, line: int, reason: str) -> None:
        """Note a fault; raises ``EnoughFaultsError`` when there are too many to go on."""
        self._found.append((line, reason))
        if len(self._found) == MOST_FAULTS:
            self._found.append((line, _("there are more faults; the rest was not read.")))
            raise EnoughFaultsError

    def lines(self, name: str) -> tuple[str, ...]:
        """Return a line of text for each fault of the file called ``name``, in its order."""
        return tuple(
            _("{file}, line {line}: {reason}").format(file=name, line=line, reason=reason)
            for line, reason in sorted(self._found, key=lambda fault: fault[0])
        )


def read_records(data: bytes, faults: Faults) -> Iterator[Record]:
    """Give the records that are not blank, cells stripped of the spaces around them.

    UTF-8 with or without a byte order mark, any line ending. What cannot be read is noted in
    ``faults``; its record, if it has one, comes without cells.
    """
    if reason := _no_table(data):
        faults.add(1, reason)
        return
    lines, unreadable = _decode(data.removeprefix(BOM_UTF8), faults)
    reader = csv.reader(lines, strict=True, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = tuple(cell.strip() for cell in next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            if "field limit" in str(error):
                faults.add(line, _too_long())
            else:
                faults.add(line, _("the quotation marks do not match; the rest was not read."))
            return
        if not unreadable.isdisjoint(range(line, reader.line_num + 1)):
            yield Record(line, None)
        elif any(len(cell) > LONGEST_CELL for cell in cells):
            faults.add(line, _too_long())
            yield Record(line, None)
        elif any(cells):
            yield Record(line, cells)


def _no_table(data: bytes) -> str | None:
    """Return why the file as a whole is not worth reading, if it is not."""
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        return _("the file is larger than {limit} megabytes.").format(limit=limit)
    if data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n") > MOST_LINES:
        return _("the file has more than {limit} lines.").format(limit=MOST_LINES)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _("the file is UTF-16. Please save it as “CSV UTF-8”.")
    return None


def _decode(data: bytes, faults: Faults) -> tuple[list[str], set[int]]:
    """Return the lines as text, and the numbers of those that are not text and must not be used.

    Marks stand for their bad bytes, so that quotation marks around several lines still match.
    """
    lines: list[str] = []
    unreadable = set()
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        if len(line) > LONGEST_LINE:
            faults.add(
                number,
                _("this line is longer than {limit} bytes; the rest was not read.").format(
                    limit=LONGEST_LINE
                ),
            )
            break
        reason = None
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            reason = _("this line is not UTF-8. Please save the file as “CSV UTF-8”.")
            lines.append(line.decode("utf-8", errors="replace"))
        if b"\0" in line:
            reason = _("this line holds a NUL byte, so it is not text.")
            lines[-1] = lines[-1].replace("\0", "\N{REPLACEMENT CHARACTER}")
        if reason:
            faults.add(number, reason)
            unreadable.add(number)
    return lines, unreadable


def _too_long() -> str:
    return _("a cell has more than {limit} characters. Is a quotation mark not closed?").format(
        limit=LONGEST_CELL
    )
