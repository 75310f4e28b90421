"""The day on which people look at it again: a line to write on."""

from collabkit.reports.pdf.blocks import NOTHING, Columns, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import writing_line
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import MM, TextStyle
from collabkit.reports.pdf.text import line_width, single_line

_DAY = 62 * MM  # room for a day in somebody's hand
_LEAST = 6.5 * MM
_GAP = 2 * MM


def again_line(
    words: str, style: TextStyle, root: Element, *, before: float, after: float
) -> Block:
    """Return ``words`` with a line to write a day on beside them."""
    wide = line_width(single_line(words, style.face)) * style.size + 1
    low = max(0.0, _LEAST - style.leading)  # the words stand on the line
    return Columns(
        [Text(words, style, root.add("P")), writing_line(style.leading + low / 3), NOTHING],
        (wide, _DAY, None),
        gap=_GAP,
        before=before + low,
        after=after,
    )
