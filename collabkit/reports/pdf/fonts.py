"""The faces of Atkinson Hyperlegible Next, embedded in every file.

Only these are ever used: the fourteen standard PDF fonts are not embedded by ReportLab, so a text
in one of them would look different on every machine.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _


class Face(StrEnum):
    """A face; its value is the name under which ReportLab knows it."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    SEMIBOLD = "AtkinsonHyperlegibleNext-SemiBold"
    BOLD = "AtkinsonHyperlegibleNext-Bold"


# As shares of the size, from the font's own tables; the same in all faces.
ASCENT = 0.984
DESCENT = 0.316
CAP_HEIGHT = 0.668
_NOTDEF_WIDTH = 0.527


@cache
def advances(face: Face) -> Mapping[str, float]:
    """Return the width of every character that ``face`` has, as a share of the size.

    Loads the face on first use and makes it known to ReportLab, which looks fonts up by name in a
    register of its own. Raises ``EnvironmentProblemError`` if the fonts are not installed.
    """
    # Without asciiReadable only the letters that occur are embedded: a third of the size.
    try:
        font = TTFont(face, resource("fonts", f"{face}.ttf"), asciiReadable=False)
    except (TTFError, OSError) as error:
        raise EnvironmentProblemError(
            _("The fonts are missing or damaged. Please install collabkit again.")
        ) from error
    pdfmetrics.registerFont(font)
    return {chr(code): units / 1000 for code, units in font.face.charWidths.items()}


def load() -> None:
    """Make all faces known to ReportLab."""
    for face in Face:
        advances(face)


def width(text: str, face: Face, size: float) -> float:
    """Return the width of ``text`` in points; what the face lacks counts as the box it gets."""
    table = advances(face)
    return sum(table.get(char, _NOTDEF_WIDTH) for char in text) * size
