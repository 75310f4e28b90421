"""Read the cells of an .xlsx file, and nothing else of it.

openpyxl writes our workbooks, but strangers' files are read here: it would build every text, gap
and picture of a file before anything can be counted, and this needs only the values. Formulas are
never worked out; pictures, links, styles and other parts are never unpacked.
"""

import posixpath
import re
from collections.abc import Mapping
from fractions import Fraction

from collabkit.assessments.packs.faults import Faults
from collabkit.exchange.packs.cells import NotPlain, Sheet, Value
from collabkit.exchange.packs.container import Container, TooMuchError, too_many_cells
from collabkit.i18n import _

MOST_CELLS = 80_000  # a questionnaire with 1,000 statements has half of that
MOST_CHARACTERS = 5_000_000  # in all cells
MOST_SHEETS = 100
_LONGEST_CELL = 32_767  # characters, the limit of spreadsheet programs
_LONGEST_NUMBER = 20  # characters, as in TOML
_BOOK = "xl/workbook.xml"
# How LibreOffice saves true and false that it has read from a workbook: words, not sums.
_TRUTHS: Mapping[str, Value] = {"TRUE()": True, "FALSE()": False}
_LONGEST_TRUTH = 10
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_IN_A_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")


def read_workbook(data: bytes, faults: Faults) -> tuple[Sheet, ...]:
    """Return the sheets in the order of the workbook.

    Raises the error of ``faults`` for anything that is not a workbook or larger than any pack.
    """
    container = Container(data, faults)
    if _BOOK not in container.names:
        container.refuse(_("this is not a spreadsheet of the kind .xlsx."))
    outline = _Outline()
    container.parse(_BOOK, outline.start, _nothing, _nothing)
    links = _Links()
    relations = "xl/_rels/workbook.xml.rels"
    if relations in container.names:
        container.parse(relations, links.start, _nothing, _nothing)
    texts, styles = _Texts(), _Styles()
    for part, listener in ((links.part("sharedStrings"), texts), (links.part("styles"), styles)):
        if part in container.names:
            container.parse(part, listener.start, listener.end, listener.text)
    if len(outline.sheets) > MOST_SHEETS:
        container.refuse(_("the spreadsheet has far too many sheets."))
    limits = _Limits()
    for sheet, link in outline.sheets:
        part = links.targets.get(link, "")
        if part not in container.names:
            continue  # a sheet that is a chart, say
        reader = _Cells(sheet, texts.found, styles.dates, limits)
        container.parse(part, reader.start, reader.end, reader.text, sheet=sheet.name)
    return tuple(sheet for sheet, _link in outline.sheets)


class _Outline:
    """Which sheets there are."""

    def __init__(self) -> None:
        self.sheets: list[tuple[Sheet, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            link = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((Sheet(attributes.get("name", ""), hidden), link))


class _Links:
    """In which part each sheet lies."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}
        self._by_kind: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("xl", attributes.get("Target", "")))
            target = target.lstrip("/")
            self.targets[attributes.get("Id", "")] = target
            self._by_kind[attributes.get("Type", "").rpartition("/")[2]] = target

    def part(self, kind: str) -> str:
        return self._by_kind.get(kind, f"xl/{kind}.xml")


class _Texts:
    """The texts that cells share. How parts of a text look, and how it is spoken, is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._in_text = False
        self._in_speech = False

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._pieces, self._length = [], 0
        elif tag == "rPh":
            self._in_speech = True
        elif tag == "t":
            self._in_text = not self._in_speech

    def end(self, tag: str) -> None:
        if tag == "si":
            if len(self.found) >= MOST_CELLS:
                raise TooMuchError(too_many_cells(""))
            self.found.append(_unescaped("".join(self._pieces)))
        elif tag == "rPh":
            self._in_speech = False
        elif tag == "t":
            self._in_text = False

    def text(self, piece: str) -> None:
        if self._in_text:
            self._length += len(piece)
            if self._length > _LONGEST_CELL:
                raise TooMuchError(_("the spreadsheet has a cell that is far too long."))
            self._pieces.append(piece)


class _Styles:
    """Which styles show a number as a date."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._formats = set(_DATE_FORMATS)
        self._in_cells = False
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "numFmt":
            code = _NOT_IN_A_DATE.sub("", attributes.get("formatCode", "")[:255])
            number = _whole(attributes.get("numFmtId", ""))
            if number is not None and re.search("[dmyhs]", code, re.IGNORECASE):
                self._formats.add(number)
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            if _whole(attributes.get("numFmtId", "")) in self._formats:
                self.dates.add(self._count)
            self._count += 1

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cells = False

    def text(self, piece: str) -> None:
        """Styles have no text."""


class _Limits:
    """Counts the cells of all sheets and the characters in them."""

    def __init__(self) -> None:
        self._cells = 0
        self._characters = 0

    def count(self, value: Value, sheet: str) -> None:
        self._cells += 1
        self._characters += len(value) if isinstance(value, str) else 0
        if self._cells > MOST_CELLS or self._characters > MOST_CHARACTERS:
            raise TooMuchError(too_many_cells(sheet))


class _Cells:
    """The cells of one sheet."""

    def __init__(self, sheet: Sheet, texts: list[str], dates: set[int], limits: _Limits) -> None:
        self._sheet, self._texts, self._dates, self._limits = sheet, texts, dates, limits
        self._row = self._column = 0
        self._kind, self._style = "n", 0
        self._has_formula = self._in_formula = self._in_value = self._in_speech = False
        self._formula = ""
        self._pieces: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            self._begin(attributes)
        elif tag == "row":
            self._row = _whole(attributes.get("r", "")) or self._row + 1
            self._column = 0
        elif tag == "f":
            self._has_formula = self._in_formula = True
        elif tag == "rPh":
            self._in_speech = True
        elif tag in ("v", "t"):
            self._in_value = not self._in_speech

    def _begin(self, attributes: Mapping[str, str]) -> None:
        if place := _REFERENCE.fullmatch(attributes.get("r", "")):
            self._column, self._row = _column(place[1]), int(place[2])
        else:
            self._column += 1
        self._kind = attributes.get("t", "n")
        self._style = _whole(attributes.get("s", "")) or 0
        self._has_formula, self._formula, self._pieces, self._length = False, "", [], 0

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._in_value = False
        elif tag == "f":
            self._in_formula = False
        elif tag == "rPh":
            self._in_speech = False
        elif tag == "c":
            value = self._value("".join(self._pieces))
            if value is None:
                return
            self._limits.count(value, self._sheet.name)
            self._sheet.rows.setdefault(self._row, {})[self._column] = value

    def text(self, piece: str) -> None:
        if self._in_formula:
            self._formula = (self._formula + piece)[: _LONGEST_TRUTH + 1]
        elif self._in_value:
            self._length += len(piece)
            if self._length > _LONGEST_CELL:
                raise TooMuchError(_("the spreadsheet has a cell that is far too long."))
            self._pieces.append(piece)

    def _value(self, raw: str) -> Value | None:
        if self._has_formula:
            return _TRUTHS.get(self._formula.strip(), NotPlain.FORMULA)
        match self._kind:
            case "s":
                number = _whole(raw)
                return (self._texts[number] if number is not None else "") or None
            case "inlineStr" | "str":
                return _unescaped(raw) or None
            case "b":
                return raw.strip() == "1" if raw.strip() else None
            case "e":
                return NotPlain.ERROR
            case "d":
                return NotPlain.DATE if raw.strip() else None
            case _number:
                if not raw.strip():
                    return None
                return NotPlain.DATE if self._style in self._dates else _number_in(raw)


def _number_in(raw: str) -> int | float | Fraction:
    """Return a number as people typed it: 0.3 is kept in files as 0.29999999999999999."""
    number = float(raw)
    if number.is_integer() and abs(number) < 1e15:
        return int(number)
    shown = repr(number)
    if len(shown) > _LONGEST_NUMBER or shown.strip("-0123456789."):
        return number  # no key accepts it, and the fault says so
    return Fraction(shown)


def _column(name: str) -> int:
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _unescaped(text: str) -> str:
    """Undo the way in which workbooks write odd characters; no spaces around, one kind of line end.

    Half a character stays as it is written.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _nothing(*_ignored: object) -> None:
    """Listen to nothing."""
