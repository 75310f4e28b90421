"""Opening a written PDF again, before anybody is told that it was exported.

This is no general reader. It knows the plain form in which our files are written (one table of
offsets, no object streams) and proves that all of it is on the disk: every object stands where the
table says, every stream has its length and unpacks, the pages are all there, tagged and in
a language, and every font is inside. A library that reads any PDF would be one more thing to
install, and the one that is there anyway belongs to the window.
"""

import re
import zlib
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

_OBJECT = re.compile(rb"(\d+) 0 obj\s")
_STREAM = re.compile(rb"/Length (\d+).*?>>\s*stream\r?\n", re.DOTALL)
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")


def check_pdf(path: Path) -> int:
    """Return the number of pages of a PDF that was written by this program.

    Raises ``EnvironmentProblemError`` if anything is missing or damaged.
    """
    try:
        return _Reader(path.read_bytes()).pages()
    except (ValueError, KeyError, IndexError, zlib.error) as error:
        raise EnvironmentProblemError(
            _(
                "The PDF did not reach the disk in one piece, so it was not kept. Your answers "
                "are safe, and an older file of that name is as it was. Please try again, or "
                "save it in another place."
            )
        ) from error


class _Reader:
    """The objects of a file by number, each as the bytes between ``obj`` and ``endobj``."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(b"%PDF-1.") or not data.rstrip().endswith(b"%%EOF"):
            raise ValueError("no PDF from beginning to end")
        start = int(data[data.rindex(b"startxref") :].split()[1])
        table, _trailer, self._trailer = data[start:].partition(b"trailer")
        if not table.startswith(b"xref"):
            raise ValueError("no table of offsets")
        offsets = [int(e[1]) for e in _ENTRY.finditer(table) if e[3] == b"n"]
        ends = [*offsets[1:], start]
        self._objects: dict[int, bytes] = {}
        for offset, end in zip(offsets, ends, strict=True):
            head = _OBJECT.match(data, offset)
            if not head or not data[:end].rstrip().endswith(b"endobj"):
                raise ValueError(f"no object at {offset}")
            self._objects[int(head[1])] = data[head.end() : end]
        if len(self._objects) + 1 != int(_entry(self._trailer, "Size")):
            raise ValueError("objects are missing")

    def pages(self) -> int:
        """Return the number of pages after looking at everything."""
        catalog = self._follow(self._trailer, "Root")
        if b"/Marked true" not in self._follow(catalog, "MarkInfo") or b"/Lang (" not in catalog:
            raise ValueError("not tagged, or in no language")
        if b"/ParentTree " not in self._follow(catalog, "StructTreeRoot"):
            raise ValueError("no way from the pages to the tags")
        for body in self._objects.values():
            _unpack(body)
            if b"/Type /FontDescriptor" in body:
                self._follow(body, "FontFile2")
            elif b"/Type /Font" in body:
                self._follow(body, "FontDescriptor")
        kids = re.findall(rb"(\d+) 0 R", _between(self._follow(catalog, "Pages"), b"/Kids [", b"]"))
        for kid in kids:
            page = self._objects[int(kid)]
            if b"/Type /Page" not in page or b"/StructParents " not in page:
                raise ValueError("a page is missing or not tagged")
            self._follow(page, "Contents")
        if not kids:
            raise ValueError("no pages")
        return len(kids)

    def _follow(self, body: bytes, name: str) -> bytes:
        return self._objects[int(_entry(body, name))]


def _entry(body: bytes, name: str) -> bytes:
    """Return the number after a name: a value, or the object it refers to."""
    found = re.search(rb"/%s (\d+)" % name.encode(), body)
    if not found:
        raise ValueError(f"no {name}")
    return found[1]


def _between(body: bytes, start: bytes, end: bytes) -> bytes:
    first = body.index(start) + len(start)
    return body[first : body.index(end, first)]


def _unpack(body: bytes) -> None:
    """Unpack a stream, whose checksum tells of any damage; raise ``ValueError`` if it is short."""
    head = _STREAM.search(body)
    if not head:
        return
    stream = body[head.end() : head.end() + int(head[1])]
    if not body[head.end() + int(head[1]) :].lstrip().startswith(b"endstream"):
        raise ValueError("a stream is too short or too long")
    if b"/FlateDecode" in body[: head.end()]:
        zlib.decompress(stream)
