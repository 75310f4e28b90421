"""A draft becomes a file: header and footer, properties, and the same bytes every time."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _BaseHeaderFooter

from collabkit.i18n import _
from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import LANGUAGE
from collabkit.reports.docx.words import write
from collabkit.reports.plain_text import plain_line

_YEARS = 1980, 2107  # before and after them a zip file knows no date
_LONGEST_TITLE = 255  # characters, says the format
_PAGE, _PAGES = "\x00", "\x01"  # stand for fields, and in no text
_FIELDS = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Running:
    """What comes again on every page: at the foot ``left`` and ``day``, at the head ``label``.

    A cover has no footer.
    """

    left: str
    day: str
    label: str = ""
    has_cover: bool = False


def bind(draft: Draft, running: Running, title: str, made_on: date) -> bytes:
    """Return the file; ``title`` and ``made_on`` are its properties, and nobody is its author."""
    draft.end()
    section = draft.document.sections[0]
    _footer(section.footer, running)
    if running.has_cover:
        section.different_first_page_header_footer = True
        _own(section.first_page_footer)
    if running.label:
        _header(section.header, running.label)
        if running.has_cover:
            _header(section.first_page_header, running.label)
    about = draft.document.core_properties
    about.title = _short(plain_line(title))
    about.language = LANGUAGE
    about.created = about.modified = datetime.combine(made_on, time(), UTC)
    file = io.BytesIO()
    draft.document.save(file)
    return _with_date(file, made_on)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"


def _footer(footer: _BaseHeaderFooter, running: Running) -> None:
    words = _("{day}   Page {page} of {pages}").format(
        day=plain_line(running.day), page=_PAGE, pages=_PAGES
    )
    (paragraph,) = _own(footer).paragraphs
    write(paragraph, f"{plain_line(running.left)}\t")
    for part in re.split(f"([{_PAGE}{_PAGES}])", words):
        if part in _FIELDS:
            field = OxmlElement("w:fldSimple", {qn("w:instr"): _FIELDS[part]})
            field.append(paragraph.add_run("1")._r)
            paragraph._p.append(field)
        else:
            write(paragraph, part)


def _header(header: _BaseHeaderFooter, label: str) -> None:
    (paragraph,) = _own(header).paragraphs
    write(paragraph, plain_line(label))


def _own(place: _BaseHeaderFooter) -> _BaseHeaderFooter:
    place.is_linked_to_previous = False
    return place


def _with_date(file: io.BytesIO, made_on: date) -> bytes:
    """Return the same package, each member of which is as old as the document says it is."""
    first, last = _YEARS
    day = (min(max(made_on.year, first), last), made_on.month, made_on.day, 0, 0, 0)
    bound = io.BytesIO()
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(bound, "w") as dated:
        for name in package.namelist():
            member = zipfile.ZipInfo(name, day)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # otherwise the system it was made on
            dated.writestr(member, package.read(name))
    return bound.getvalue()
