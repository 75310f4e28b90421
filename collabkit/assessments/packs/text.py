"""From the bytes of a pack file to plain TOML tables, within limits that no real pack reaches.

Packs come from strangers. Whatever the bytes are, reading ends soon, with tables or with faults.
"""

import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

from collabkit.assessments.packs.faults import Faults
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

MOST_BYTES = 2_000_000
# Dots outside texts join the parts of a key or header, and tomllib's time grows with the square of
# their number. A pack needs two in a header, and 1,000 statements with their actions 11,000.
_MOST_DOTS_IN_LINE = 8
_MOST_DOTS = 25_000
_LONGEST_NUMBER = 20

# Texts and remarks, so that what is left over is the skeleton of keys, brackets and numbers.
# Every branch also takes a text that never ends, which keeps the search linear.
_TEXTS_AND_REMARKS = re.compile(
    r'''
      """(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"{3,5}|\Z)
    | \'\'\'(?:[^']|'{1,2}(?!'))*+(?:'{3,5}|\Z)
    | "(?:[^"\\\n]|\\.)*+"?
    | '[^'\n]*+'?
    | \#[^\n]*+
    ''',
    re.VERBOSE | re.DOTALL,
)


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of the file at ``path``; of a longer one, one more than ``most``.

    Raises ``EnvironmentProblemError`` if it cannot be opened.
    """
    try:
        if path.is_dir():
            raise EnvironmentProblemError(
                _("“{name}” is a folder. Please choose a file in it.").format(name=path.name)
            )
        if not path.is_file():  # never wait for a device or a pipe
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise EnvironmentProblemError(
            _(
                "The file {name} could not be opened. Nothing was changed. "
                "Please check that it is there and that you may read it."
            ).format(name=path.name)
        ) from error


def parse_tables(data: bytes, faults: Faults) -> dict[str, Any]:
    """Return the tables in ``data``; decimal numbers come as exact fractions.

    Raises the error of ``faults`` for a file that is too large, not UTF-8 or not TOML.
    """
    text = _decode(data, faults)
    if not text.strip():
        faults.refuse(_whole_file(), _("the file is empty."))
    _refuse_long_keys(text, faults)
    try:
        return tomllib.loads(text, parse_float=_exact)
    except RecursionError:
        faults.refuse(_whole_file(), _("brackets are nested too deeply; four levels are enough."))
    except ValueError as error:  # TOMLDecodeError, and numbers beyond every limit
        faults.refuse(*_place_and_reason(str(error)))


def _decode(data: bytes, faults: Faults) -> str:
    if len(data) > MOST_BYTES:
        faults.refuse(
            _whole_file(),
            _("the file is larger than {limit} megabytes, which is more than it can need.").format(
                limit=MOST_BYTES // 1_000_000
            ),
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        faults.refuse(
            _line(line),
            _("this is not readable as text. Please save the file with the encoding UTF-8."),
        )


def _refuse_long_keys(text: str, faults: Faults) -> None:
    skeleton = _TEXTS_AND_REMARKS.sub(_keep_line_ends, text)
    so_far = 0
    for number, line in enumerate(skeleton.split("\n"), start=1):
        dots = line.count(".")
        so_far += dots
        if dots > _MOST_DOTS_IN_LINE or so_far > _MOST_DOTS:
            faults.refuse(_line(number), _("there are too many dots outside quotation marks."))


def _keep_line_ends(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _exact(number: str) -> Fraction | float:
    """Read a decimal number exactly; anything odd stays a float, which no key accepts."""
    if len(number) <= _LONGEST_NUMBER and not number.strip("+-0123456789._"):
        return Fraction(number)
    return float(number)


def _place_and_reason(message: str) -> tuple[str, str]:
    """Split tomllib's message, such as ``Invalid value (at line 3, column 7)``, into two parts."""
    reason, _at, place = message.rstrip(")").partition(" (at ")
    numbers = [int(word) for word in place.replace(",", "").split() if word.isdigit()]
    if len(numbers) == 2:
        where = _("line {line}, column {column}").format(line=numbers[0], column=numbers[1])
    else:
        where = _("the end of the file") if place else _whole_file()
    return where, _plain(reason)


def _plain(reason: str) -> str:
    hints = (
        ("Illegal character '\\n'", _("a text has no closing quotation mark.")),
        ("Unterminated string", _("a text has no closing quotation mark.")),
        ("Expected \"'''\"", _("a text has no closing quotation marks.")),
        ('Expected "\'"', _("a text has no closing quotation mark.")),
        ("Invalid value", _('a value is not written properly; texts need straight marks (").')),
        ("Invalid statement", _("a line has to begin with a key, a square bracket or a #.")),
        ("Invalid initial character", _("a key is missing, or a character is out of place.")),
        ("Expected '='", _("an equals sign is missing after a key.")),
        ("Cannot overwrite", _("a key or table is given twice.")),
        ("Cannot declare", _("a key or table is given twice.")),
        ("Duplicate inline table key", _("a key is given twice.")),
        ("Expected newline or end", _("something is left over at the end of the line.")),
        ("Unescaped '\\'", _("a backslash inside a text has to be written twice.")),
        ("Exceeds the limit", _("a number is far too long.")),
        ("Unclosed array", _("a list has no closing square bracket, or a comma is missing.")),
        ("Unclosed inline table", _("a curly bracket is not closed, or a comma is missing.")),
    )
    for start, hint in hints:
        if reason.startswith(start):
            return hint
    return _("this is not TOML ({reason}).").format(reason=reason)


def _whole_file() -> str:
    return _("the whole file")


def _line(number: int) -> str:
    return _("line {number}").format(number=number)
