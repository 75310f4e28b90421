"""Boxes that can be ticked: on paper with a pen, in Word and LibreOffice with a click."""

from typing import Any

from docx.oxml.parser import parse_xml

from collabkit.i18n import _
from collabkit.reports.docx.styles import NAMESPACE

EMPTY, TICKED = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH X}"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
# Arial has no boxes; these are the faces in which Word itself draws them.
_FACE = "MS Gothic"


def tick_box(number: int, *, is_ticked: bool) -> Any:
    """Return the XML of a box; ``number`` tells it from the others in the document.

    A screen reader says its name and whether it is ticked.
    """
    box = parse_xml(
        f'<w:sdt xmlns:w="{NAMESPACE}" xmlns:w14="{_WORD_2010}"><w:sdtPr>'
        f'<w:alias w:val=""/><w:id w:val="{number}"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(TICKED):04X}" w14:font="{_FACE}"/>'
        f'<w14:uncheckedState w14:val="{ord(EMPTY):04X}" w14:font="{_FACE}"/></w14:checkbox>'
        "</w:sdtPr><w:sdtContent><w:r><w:rPr>"
        f'<w:rFonts w:ascii="{_FACE}" w:eastAsia="{_FACE}" w:hAnsi="{_FACE}" w:hint="eastAsia"/>'
        f"</w:rPr><w:t>{TICKED if is_ticked else EMPTY}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    box[0][0].set(f"{{{NAMESPACE}}}val", _("Tick box"))
    return box
