"""Reading a PDF the way a screen reader does: through the tree of tags, in its order."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Tag:
    """A structure element with the text of its own marks, in order, and what is inside."""

    name: str
    text: str = ""
    alt: str = ""
    scope: str = ""
    box: bool = False
    pages: list[int] = field(default_factory=list)
    links: int = 0
    inside: "list[Tag]" = field(default_factory=list)

    def walk(self) -> "Iterator[Tag]":
        yield self
        for tag in self.inside:
            yield from tag.walk()

    def named(self, *names: str) -> "list[Tag]":
        return [tag for tag in self.walk() if tag.name in names]

    def full_text(self) -> str:
        return " ".join(tag.text for tag in self.walk() if tag.text)


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tags_of(data: bytes) -> Tag:
    with open_pdf(data) as pdf:
        marks = [_texts_by_mark(page) for page in pdf.pages]
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return _tag(pdf.Root.StructTreeRoot.K, marks, numbers)


def marked_text(data: bytes) -> str:
    """All text that belongs to a tag, in the order of the pages, without what is decoration."""
    with open_pdf(data) as pdf:
        return "".join("".join(_texts_by_mark(page).values()) for page in pdf.pages)


def _tag(
    element: pikepdf.Object, marks: list[dict[int, str]], numbers: dict[tuple[int, int], int]
) -> Tag:
    attributes = element.get("/A", {})
    tag = Tag(
        name=str(element.S)[1:],
        alt=str(element.get("/Alt", "")),
        scope=str(attributes.get("/Scope", ""))[1:],
        box="/BBox" in attributes,
    )
    for kid in element.get("/K", []):
        kind = kid.get("/Type")
        if kind == "/MCR":
            page = numbers[kid.Pg.objgen]
            tag.text += marks[page][int(kid.MCID)]
            tag.pages.append(page)
        elif kind == "/OBJR":
            tag.links += 1
        else:
            tag.inside.append(_tag(kid, marks, numbers))
    return tag


def _texts_by_mark(page: pikepdf.Page) -> dict[int, str]:
    """The text of each mark of a page, the real characters where boxes are drawn."""
    fonts = {name: _characters(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    mcid: int | None = None
    depth = 0
    actual_from: int | None = None  # the depth at which a span says what its glyphs stand for
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                depth += 1
                properties = operands[1] if len(operands) > 1 else {}
                if "/MCID" in properties:
                    mcid = int(properties["/MCID"])
                    texts[mcid] = ""
                if "/ActualText" in properties and mcid is not None:
                    texts[mcid] += bytes(properties["/ActualText"])[2:].decode("utf-16-be")
                    actual_from = depth
            case "EMC":
                if actual_from == depth:
                    actual_from = None
                depth -= 1
                if depth == 0:
                    mcid = None
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" if mcid is not None and actual_from is None:
                texts[mcid] += "".join(font[code] for code in bytes(operands[0]))
    return texts


def _characters(font: pikepdf.Object) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): chr(int(char, 16))
        for code, char in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>", table)
    }
