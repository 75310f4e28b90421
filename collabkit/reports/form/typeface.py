"""The typeface in which a program that fills a form in writes what people type.

Such a program needs every letter, so the face is embedded whole, under one of the encodings that
all programs know. Four places that the encoding leaves empty hold the Welsh letters it lacks.
"""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from collabkit.assets import resource
from collabkit.reports.pdf.fonts import ASCENT, CAP_HEIGHT, DESCENT, Face, advances

_FACE = Face.REGULAR
_FIRST, _LAST = 32, 255
_WELSH = {129: "ŵ", 141: "Ŵ", 143: "ŷ", 144: "Ŷ"}
_GLYPHS = {"ŵ": "wcircumflex", "Ŵ": "Wcircumflex", "ŷ": "ycircumflex", "Ŷ": "Ycircumflex"}
_BOX = (-300, -400, 1500, 1100)  # thousandths; no letter reaches beyond it
_NONSYMBOLIC = 32


def typing_font(canvas: Canvas) -> Any:
    """Put the whole face into the file and return the reference to it."""
    document = canvas._doc
    widths = advances(_FACE)
    data = resource("fonts", f"{_FACE}.ttf").read_bytes()
    program = PDFStream(PDFDictionary({"Length1": len(data)}), data, [PDFZCompress])
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(_FACE),
            "Flags": _NONSYMBOLIC,
            "FontBBox": PDFArray(_BOX),
            "ItalicAngle": 0,
            "Ascent": round(ASCENT * 1000),
            "Descent": -round(DESCENT * 1000),
            "CapHeight": round(CAP_HEIGHT * 1000),
            "StemV": 80,
            "FontFile2": document.Reference(program),
        }
    )
    differences = [
        part for code, letter in _WELSH.items() for part in (code, PDFName(_GLYPHS[letter]))
    ]
    encoding = PDFDictionary(
        {
            "Type": PDFName("Encoding"),
            "BaseEncoding": PDFName("WinAnsiEncoding"),
            "Differences": PDFArray(differences),
        }
    )
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("TrueType"),
                "BaseFont": PDFName(_FACE),
                "FirstChar": _FIRST,
                "LastChar": _LAST,
                "Widths": PDFArray([_width(code, widths) for code in range(_FIRST, _LAST + 1)]),
                "FontDescriptor": document.Reference(descriptor),
                "Encoding": encoding,
            }
        )
    )


def _width(code: int, widths: Mapping[str, float]) -> int:
    letter = _WELSH.get(code) or bytes([code]).decode("cp1252", errors="replace")
    return round(widths.get(letter, 0) * 1000)
