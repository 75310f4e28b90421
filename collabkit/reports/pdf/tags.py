"""Writing the tree of tags into a file (ISO 32000-1, 14.7)."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from collabkit.reports.pdf.structure import Annotation, Content, Element
from collabkit.reports.pdf.text import one_line


def write_tree(
    canvas: Canvas, root: Element, parents: Sequence[Sequence[Element] | Element]
) -> None:
    """Write ``root`` and all inside it, and the way back from the pages' marks to the tree.

    ``parents`` has, for each key of the parent tree, the elements of a page's marks in order or
    the element of one link. Every page must be finished.
    """
    _Writer(canvas).write(root, parents)


class _Writer:
    def __init__(self, canvas: Canvas) -> None:
        self._document = canvas._doc
        self._pages = [self._document.Reference(page) for page in self._document.Pages.pages]
        self._references: dict[Element, Any] = {}

    def write(self, root: Element, parents: Sequence[Sequence[Element] | Element]) -> None:
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(tree)
        tree["K"] = self._element(root, reference)
        numbers: list[Any] = []
        for key, parent in enumerate(parents):
            numbers += [key, self._parent(parent)]
        tree["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(parents)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = reference
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _parent(self, parent: Sequence[Element] | Element) -> Any:
        if isinstance(parent, Element):
            return self._references[parent]
        return self._document.Reference(PDFArray([self._references[e] for e in parent]))

    def _element(self, element: Element, parent: Any) -> Any:
        entries = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent}
        )
        reference = self._references[element] = self._document.Reference(entries)
        if element.alt:
            entries["Alt"] = PDFString(one_line(element.alt))
        if element.scope:
            entries["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
        if element.box:
            entries["A"] = PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray(element.box)})
        if element.kids:
            entries["K"] = PDFArray([self._kid(kid, reference) for kid in element.kids])
        return reference

    def _kid(self, kid: Element | Content | Annotation, parent: Any) -> Any:
        match kid:
            case Element():
                return self._element(kid, parent)
            case Content(page, mcid):
                return PDFDictionary(
                    {"Type": PDFName("MCR"), "Pg": self._pages[page - 1], "MCID": mcid}
                )
            case Annotation(page, name):
                return PDFDictionary(
                    {
                        "Type": PDFName("OBJR"),
                        "Pg": self._pages[page - 1],
                        "Obj": self._document.refAnnotation(name),
                    }
                )
