"""Open the container of a workbook that may come from a stranger: a zip of XML parts.

Only the parts that are asked for are unpacked, and every byte and element of them is counted. A
part that declares its own kinds of entity is refused, so nothing can be made to grow.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from collabkit.assessments.packs.faults import Faults, shortened
from collabkit.exchange.unpacking import BROKEN, TooLargeError, chunks_of
from collabkit.i18n import _

MOST_BYTES = 5_000_000  # packed; a questionnaire of the largest size needs less than one
MOST_UNPACKED = 20_000_000
MOST_PARTS = 1_000
MOST_ELEMENTS = 400_000
_MOST_DEPTH = 40
_LONGEST_ELEMENT = 500_000  # bytes of one start tag
_TROUBLE = (*BROKEN, expat.ExpatError)

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class TooMuchError(Exception):
    """The text of the error says what there is too much of."""


def too_many_cells(sheet: str) -> str:
    """Return that there are too many cells, with the sheet in which counting had to end."""
    if not sheet:
        return _("the spreadsheet has far too many cells.")
    return _(
        "the spreadsheet has far too many cells, up to the sheet “{sheet}”. Please delete rows and "
        "columns there that hold nothing."
    ).format(sheet=shortened(sheet, 40))


def whole_file() -> str:
    """Return how faults call the file as a whole."""
    return _("the whole file")


class Container:
    """The parts of one workbook."""

    def __init__(self, data: bytes, faults: Faults) -> None:
        """Look into the directory of ``data``; raises the error of ``faults`` if there is none."""
        self._faults = faults
        self._left = MOST_UNPACKED
        self._elements = 0
        if len(data) > MOST_BYTES:
            too_large = _(
                "the file is larger than {limit} megabytes, which is more than it can need."
            )
            self.refuse(too_large.format(limit=MOST_BYTES // 1_000_000))
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            self.refuse(
                _(
                    "the spreadsheet is protected with a password or has an old format. Please "
                    "save it as .xlsx without a password."
                )
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except BROKEN:
            self.refuse(
                _("this is not a spreadsheet of the kind .xlsx, or it was not saved completely.")
            )
        self._check_directory()

    def refuse(self, reason: str) -> NoReturn:
        """Raise the error for the file as a whole."""
        self._faults.refuse(whole_file(), reason)

    def _check_directory(self) -> None:
        if len(self._zip.infolist()) > MOST_PARTS:
            self.refuse(_("the spreadsheet has far too many parts inside."))
        if any(name.casefold().endswith("vbaproject.bin") for name in self.names):
            self.refuse(_("the spreadsheet holds macros. Please save it as .xlsx, which has none."))
        if "mimetype" in self.names and "[Content_Types].xml" not in self.names:
            self.refuse(_("this is a spreadsheet of another kind. Please save it as .xlsx."))

    def parse(self, name: str, start: Start, end: End, text: Text, *, sheet: str = "") -> None:
        """Hand every element and text of one part to the functions, named without namespaces.

        ``sheet`` is the name of the sheet that is in the part, if it is one.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        depth = 0

        def on_start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._elements += 1
            if depth > _MOST_DEPTH or self._elements > MOST_ELEMENTS:
                raise TooMuchError(too_many_cells(sheet))
            start(_local(tag), attributes)

        def on_end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(_local(tag))

        def on_doctype(*_declared: object) -> None:
            raise TooMuchError(_("the spreadsheet declares a document type, which none needs."))

        parser.StartElementHandler = on_start
        parser.EndElementHandler = on_end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = on_doctype
        try:
            self._feed(name, parser)
        except TooMuchError as error:
            self.refuse(str(error))
        except _TROUBLE:
            self.refuse(_("the spreadsheet is damaged. Please open it and save it again as .xlsx."))

    def _feed(self, name: str, parser: expat.XMLParserType) -> None:
        fed = 0
        try:
            for chunk in chunks_of(self._zip, self._zip.getinfo(name), self._left):
                self._left -= len(chunk)
                parser.Parse(chunk)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > _LONGEST_ELEMENT:
                    raise TooMuchError(_("the spreadsheet has a cell that is far too long."))
        except TooLargeError as error:
            raise TooMuchError(_too_large()) from error
        parser.Parse(b"", True)


def _too_large() -> str:
    return _("unpacked, the spreadsheet is larger than {limit} megabytes.").format(
        limit=MOST_UNPACKED // 1_000_000
    )


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]
