"""Opening a written DOCX again, before anybody is told that it was exported."""

import struct
import zipfile
import zlib
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

_FIRST, _LAST = b"PK\x03\x04", b"PK\x05\x06"
_END = 22  # bytes with which a zip file without a remark ends


def check_docx(path: Path) -> None:
    """Open a DOCX that was written by this program, and look at everything in it.

    Raises ``EnvironmentProblemError`` if anything is missing or damaged.
    """
    from docx.opc.exceptions import OpcError

    try:
        _look(path)
    except (
        zipfile.BadZipFile, zlib.error, struct.error, OpcError, SyntaxError, ValueError, KeyError,
        IndexError, AttributeError, EOFError, NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip
        raise EnvironmentProblemError(
            _(
                "The document did not reach the disk in one piece, so it was not kept. Your "
                "answers are safe, and an older file of that name is as it was. Please try again, "
                "or save it in another place."
            )
        ) from error


def _look(path: Path) -> None:
    data = path.read_bytes()
    if not data.startswith(_FIRST) or data[-_END:][: len(_LAST)] != _LAST:
        raise ValueError("no zip file from beginning to end")
    with zipfile.ZipFile(path) as package:
        if damaged := package.testzip():
            raise ValueError(f"{damaged} is damaged")
    _read(path)


def _read(path: Path) -> None:
    """Read the document as any other program would."""
    from docx import Document
    from docx.oxml.ns import qn

    from collabkit.reports.docx.looks import LANGUAGE

    document = Document(str(path))
    about = document.core_properties
    if not about.title or about.language != LANGUAGE or about.author:
        raise ValueError("no title, in no language, or somebody's name in it")
    if not document.paragraphs or not document.sections[0].footer.paragraphs[0].text:
        raise ValueError("no text, or no footer")
    styles = {style.style_id for style in document.styles}
    body = document.element.body
    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        used = {element.get(qn("w:val")) for element in body.iter(qn(tag))}
        if used - styles:
            raise ValueError(f"styles are missing: {used - styles}")
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    if links - marks:
        raise ValueError(f"links lead nowhere: {links - marks}")
