"""The fields of a form (ISO 32000-1, 12.7), written beside what ReportLab draws.

ReportLab's own forms know neither a tree of names nor tags. Everything a field looks like before
it is filled in is drawn on the page, so that it is there on paper and in programs that know no
forms; the field itself only adds what people put in.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from collabkit.assessments.form_fields import Branch, button_name, field_name
from collabkit.reports.form.typeface import typing_font
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT_SOFT, INK
from collabkit.reports.pdf.text import one_line

_READ_ONLY, _MULTILINE, _RADIO = 1, 1 << 12, 1 << 15
_HIDDEN, _PRINTED = 2, 4
_FONT = "F0"
_TICK = "4"  # in Zapf Dingbats, for programs that draw a chosen button anew
_HAIR = 0.6  # points between a box and what marks it

Rect: TypeAlias = tuple[float, float, float, float]
_NOWHERE: Rect = (0, 0, 1, 1)  # some programs drop what has no size


@dataclass(frozen=True, slots=True)
class Field:
    """A field to be: its branch, the id of what it is about, and what it is for in a sentence."""

    branch: Branch
    about: str
    label: str


class Fields:
    """The fields of one file. They come to be in the order in which they are drawn."""

    def __init__(self, type_size: float) -> None:
        self._size = type_size
        self._fields: dict[tuple[Branch, str], PDFDictionary] = {}
        self._branches: dict[Branch, PDFDictionary] = {}
        self._tree: list[Any] = []
        self._looks: dict[object, Any] = {}
        self._planned: set[tuple[Branch, str]] = set()

    @property
    def number(self) -> int:
        """How many there are to fill in."""
        return len(self._planned)

    def plan(self, branch: Branch, about: str, label: str) -> Field:
        """Return a field that is going to be drawn."""
        self._planned.add((branch, about))
        return Field(branch, about, label)

    def hide(self, paper: Paper, branch: Branch, about: str, value: str) -> None:
        """Write something into the file that nobody sees or fills in."""
        canvas = paper.canvas
        entries = {
            **_widget(_NOWHERE, _HIDDEN),
            **self._text_entries(),
            "Type": PDFName("Annot"),
            "Ff": _READ_ONLY,
            "V": PDFString(value),
            "AP": PDFDictionary({"N": _empty(canvas, _NOWHERE)}),
        }
        widget = PDFDictionary(self._named(canvas, Field(branch, about, ""), entries))
        canvas._addAnnotation(widget, f"{branch}.{about}")

    def button(
        self, paper: Paper, field: Field, code: str, name: str, element: Element, rect: Rect
    ) -> None:
        """Lay a button for the answer ``code``, which is called ``name``, over a box.

        Of the buttons of one field, one at most can be chosen.
        """
        canvas, state = paper.canvas, button_name(code)
        looks = {
            state: self._look(canvas, rect, _mark(rect)),
            "Off": self._look(canvas, rect, ""),
        }
        entries = {
            **_widget(rect, _PRINTED),
            "Parent": canvas._doc.Reference(self._group(canvas, field)),
            "TU": PDFString(one_line(f"{field.label} – {name}")),
            "DA": PDFString(self._writing),
            "MK": PDFDictionary({"CA": PDFString(_TICK)}),
            "AS": PDFName("Off"),
            "AP": PDFDictionary({"N": PDFDictionary(looks)}),
        }
        self._group(canvas, field)["Kids"].sequence.append(
            self._laid(paper, element, entries, f"{field.branch}.{field.about}={code}")
        )

    def text(
        self,
        paper: Paper,
        field: Field,
        element: Element,
        rect: Rect,
        *,
        longest: int,
        has_lines: bool = False,
    ) -> None:
        """Lay a field for words over a frame; ``longest`` is how many characters it takes."""
        canvas = paper.canvas
        entries = {
            **_widget(rect, _PRINTED),
            **self._text_entries(),
            "TU": PDFString(one_line(field.label)),
            "Ff": _MULTILINE if has_lines else 0,
            "MaxLen": longest,
            "AP": PDFDictionary({"N": _empty(canvas, rect)}),
        }
        named = self._named(canvas, field, entries)
        self._laid(paper, element, named, f"{field.branch}.{field.about}")

    def _laid(self, paper: Paper, element: Element, entries: dict[str, Any], name: str) -> Any:
        paper.annotate(element, entries, name)
        return paper.canvas._doc.refAnnotation(name)

    def _text_entries(self) -> dict[str, Any]:
        return {"FT": PDFName("Tx"), "DA": PDFString(self._writing)}

    @property
    def _writing(self) -> str:
        """How what is typed is set; a size of its own, as few programs fit it well."""
        red, green, blue = INK
        return f"/{_FONT} {self._size:g} Tf {red:.3f} {green:.3f} {blue:.3f} rg"

    def _named(self, canvas: Canvas, field: Field, entries: dict[str, Any]) -> dict[str, Any]:
        """Give a field that is its own widget its place among the names."""
        branch = self._branch(canvas, field.branch)
        name = f"{field.branch}.{field.about}"
        branch["Kids"].sequence.append(canvas._doc.refAnnotation(name))
        return {
            **entries,
            "Parent": canvas._doc.Reference(branch),
            "T": PDFString(field_name(field.about)),
        }

    def _group(self, canvas: Canvas, field: Field) -> PDFDictionary:
        """Return the field that several buttons share."""
        key = field.branch, field.about
        if key not in self._fields:
            branch = self._branch(canvas, field.branch)
            group = PDFDictionary(
                {
                    "FT": PDFName("Btn"),
                    "Ff": _RADIO,
                    "T": PDFString(field_name(field.about)),
                    "TU": PDFString(one_line(field.label)),
                    "Parent": canvas._doc.Reference(branch),
                    "Kids": PDFArray([]),
                }
            )
            self._fields[key] = group
            branch["Kids"].sequence.append(canvas._doc.Reference(group))
        return self._fields[key]

    def _branch(self, canvas: Canvas, branch: Branch) -> PDFDictionary:
        if branch not in self._branches:
            if not self._branches:
                self._open(canvas)
            node = PDFDictionary({"T": PDFString(branch), "Kids": PDFArray([])})
            self._branches[branch] = node
            self._tree.append(canvas._doc.Reference(node))
        return self._branches[branch]

    def _open(self, canvas: Canvas) -> None:
        fonts = PDFDictionary({_FONT: typing_font(canvas)})
        tree = PDFArray([])
        tree.sequence = self._tree  # goes on growing until the file is written
        canvas._doc.Catalog.AcroForm = PDFDictionary(
            {
                "Fields": tree,
                "DA": PDFString(self._writing),
                "DR": PDFDictionary({"Font": fonts}),
            }
        )

    def _look(self, canvas: Canvas, rect: Rect, ink: str) -> Any:
        """Return the reference to a drawing as large as ``rect``; equal ones are written once."""
        key = round(rect[2] - rect[0], 2), ink
        if key not in self._looks:
            self._looks[key] = _drawing(canvas, rect, ink)
        return self._looks[key]


def _empty(canvas: Canvas, rect: Rect) -> Any:
    """Return what an empty text looks like: one drawing each, as programs write into it."""
    return _drawing(canvas, rect, "/Tx BMC EMC")


def _drawing(canvas: Canvas, rect: Rect, ink: str) -> Any:
    left, bottom, right, top = rect
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, round(right - left, 2), round(top - bottom, 2)]),
        "Resources": PDFDictionary(),
    }
    return canvas._doc.Reference(PDFStream(PDFDictionary(entries), ink, []))


def _widget(rect: Rect, flags: int) -> dict[str, Any]:
    return {
        "Subtype": PDFName("Widget"),
        "Rect": PDFArray([round(place, 2) for place in rect]),
        "F": flags,
    }


def _mark(rect: Rect) -> str:
    """Return the ink of a box that was chosen: filled softly, a thick edge and a tick."""
    side = rect[2] - rect[0]
    inner = side - 2 * _HAIR
    fill = "{:.3f} {:.3f} {:.3f} rg".format(*ACCENT_SOFT)
    stroke = "{:.3f} {:.3f} {:.3f} RG".format(*INK)
    corners = [
        f"{part * side:.2f} {height * side:.2f} {operator}"
        for part, height, operator in ((0.2, 0.5, "m"), (0.42, 0.24, "l"), (0.8, 0.78, "l"))
    ]
    return "\n".join(
        [
            "q",
            fill,
            stroke,
            "1.6 w",
            f"{_HAIR} {_HAIR} {inner:.2f} {inner:.2f} re B",
            f"{side * 0.13:.2f} w 1 J 1 j",
            *corners,
            "S",
            "Q",
        ]
    )
