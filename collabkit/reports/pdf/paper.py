"""The sheets that everything is drawn on, with the marks that tie ink to the tree of tags.

ReportLab's canvas knows nothing of tags. Marks are operators in the page's code, which the canvas
keeps in ``_code``; and a page's dictionary needs two entries that ReportLab does not write by
itself (see ``_close_page``). Shapes are drawn on ``canvas`` directly.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from collabkit.reports.pdf import fonts, metadata, tags
from collabkit.reports.pdf.structure import Annotation, Content, Element
from collabkit.reports.pdf.style import SheetSize, TextStyle
from collabkit.reports.pdf.text import Line, one_line


class Paper:
    """A file in the making. Lengths in points; the origin is the lower left corner of a page."""

    def __init__(self, size: SheetSize, starts: Mapping[str, int], pages: int) -> None:
        """``starts`` says on which page (from 1) each chapter begins."""
        self.size = size
        fonts.load()
        self.starts = starts
        self.pages = pages
        self._file = io.BytesIO()
        self.canvas = Canvas(
            self._file,
            pagesize=(size.width, size.height),
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.Face.REGULAR,
            pdfVersion=(1, 7),
            lang="en-GB",
        )
        # By key of the parent tree: what the marks of a page, or one link, belong to.
        self._parents: list[list[Element] | Element] = []
        self._is_marking = False
        self._open_page()

    @property
    def page(self) -> int:
        """The page being drawn, from 1."""
        return int(self.canvas.getPageNumber())

    @contextmanager
    def mark(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to ``element``; inside another mark nothing changes."""
        if self._is_marking:
            yield
            return
        element.kids.append(Content(self.page, len(self._marked)))
        with self._marks(f"/{element.tag} <</MCID {len(self._marked)}>> BDC"):
            self._marked.append(element)
            yield

    @contextmanager
    def artifact(self, *, footer: bool = False) -> Iterator[None]:
        """What is drawn inside is decoration, which a screen reader passes over."""
        if self._is_marking:
            yield
            return
        kind = "<</Type /Pagination /Subtype /Footer>>" if footer else "<</Type /Layout>>"
        with self._marks(f"/Artifact {kind} BDC"):
            yield

    def write(self, line: Line, x: float, baseline: float, style: TextStyle) -> None:
        """Draw one line of text from ``x`` on."""
        text = self.canvas.beginText(x, baseline)
        text.setFillColorRGB(*style.colour)
        for piece in line:
            text.setFont(piece.face, style.size)
            if piece.actual is None:
                text.textOut(piece.shown)
            else:
                utf16 = piece.actual.encode("utf-16-be").hex().upper()
                text._code.append(f"/Span <</ActualText <FEFF{utf16}>>> BDC")
                text.textOut(piece.shown)
                text._code.append("EMC")
        self.canvas.drawText(text)

    def bookmark(self, title: str, key: str, top: float) -> None:
        """Add an entry to the outline that leads to ``top`` on this page."""
        self.canvas.bookmarkHorizontalAbsolute(key, top)
        self.canvas.addOutlineEntry(title, key)

    def link(
        self, element: Element, words: str, key: str, rect: tuple[float, float, float, float]
    ) -> None:
        """Lay a link to the chapter ``key`` over a rectangle; ``element`` is its Link."""
        self.annotate(
            element,
            {
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(rect),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(one_line(words)),
                "Dest": self.canvas._bookmarkReference(key),
                "F": 4,  # printed with the page
            },
            f"link-{key}",
        )

    def annotate(self, element: Element, entries: Mapping[str, object], name: str) -> None:
        """Add an annotation, ``name`` in the file, to this page; ``element`` is its tag."""
        self._parents.append(element)
        annotation = PDFDictionary(
            {"Type": PDFName("Annot"), **entries, "StructParent": len(self._parents) - 1}
        )
        self.canvas._addAnnotation(annotation, name)
        element.kids.append(Annotation(self.page, name))

    def next_page(self) -> None:
        """Finish this page and start another."""
        self._close_page()
        self._open_page()

    def finish(self, root: Element, title: str, made_on: date) -> bytes:
        """Finish the last page and return the file: tags, language, title and date included."""
        self._close_page()
        tags.write_tree(self.canvas, root, self._parents)
        metadata.write(self.canvas, title, made_on)
        self.canvas.save()
        return self._file.getvalue()

    @contextmanager
    def _marks(self, begin: str) -> Iterator[None]:
        self._is_marking = True
        self.canvas._code.append(begin)
        yield
        self.canvas._code.append("EMC")
        self._is_marking = False

    def _open_page(self) -> None:
        self._marked: list[Element] = []
        self._page_key = len(self._parents)
        self._parents.append(self._marked)

    def _close_page(self) -> None:
        # The file's identity comes from what it holds, as the clock has no part in it.
        self.canvas._doc.updateSignature("\n".join(self.canvas._code))
        self.canvas.showPage()
        page = self.canvas._doc.Pages.pages[-1]
        # ReportLab writes only the entries that are listed here; so this page lists two more.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page_key
        page.Trans = None  # otherwise an empty entry
        # ReportLab would spell the packed page out in letters, a quarter longer.
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        page.Tabs = PDFName("S")
