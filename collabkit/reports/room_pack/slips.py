"""Slips for one vote: each person writes one number on one of them and puts it into the box.

There is no code on them: codes let a phone vote once, and paper needs nothing of the kind. A slip
that is like every other cannot be traced.
"""

from collections.abc import Sequence

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Columns, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import space, writing_line
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import EDGE, MM, SheetSize, TextStyle
from collabkit.reports.pdf.text import Run, line_width, single_line
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.printing import Side, Standing, printed
from collabkit.room.choices import RoomChoice

SPARE = (3, 10)  # of those who are expected: somebody always spoils one
_ACROSS, _DOWN = 3, 6  # on a page
_INSET = 8 * MM  # from the cut to the words
_TOP = 10 * MM
_LINE_COLUMN = 23 * MM
_MARKS = 9.5 * MM  # the column of what can be written
_ASK = TextStyle(size=16, leading=22, face=Face.BOLD, after=0)
_LEGEND = TextStyle(size=11.5, leading=16.5, after=0)
_DASHES = (4, 3)


def slips_needed(people: int) -> int:
    """Return how many slips a vote of so many people needs: three in ten more, rounded up."""
    return people + -(-people * SPARE[0] // SPARE[1])


def slips(material: Material, size: SheetSize) -> bytes:
    """Return the slips for one vote as a tagged PDF; the last page is filled up."""
    root = Element("Document")
    sides = -(-slips_needed(material.preparation.people) // (_ACROSS * _DOWN))
    width, height = size.width / _ACROSS, size.height / _DOWN
    legend = legend_of(material, width - 2 * _INSET - _MARKS)
    places = [
        (column * width, size.height - row * height)
        for row in range(_DOWN)
        for column in range(_ACROSS)
    ]
    pages = [
        Side(
            tuple(
                Standing(_slip(legend, root), x + _INSET, top - _TOP, width - 2 * _INSET)
                for x, top in places
            ),
            _cuts,
        )
        for _side in range(sides)
    ]
    title = _("Slips: {title}").format(title=material.preparation.title)
    return printed(title, pages, size, root, material.made_on)


def legend_of(material: Material, room: float) -> tuple[tuple[str, str], ...]:
    """Return what can be written on a slip, each with its meaning.

    Where statements are answered in different ways, or where the names of the levels are wider than
    ``room`` points, the numbers are told without them.
    """
    forms = material.by_form
    lines = [_numbers([asked.levels for asked in forms], room)]
    for choice in (choice for asked in forms for choice in asked.ways_out):
        if choice.mark not in [mark for mark, _meaning in lines]:
            lines.append((choice.mark, choice.name))
    return tuple(lines)


def _numbers(scales: Sequence[Sequence[RoomChoice]], room: float) -> tuple[str, str]:
    """Return the numbers and what they mean: "1–5", "Not yet … How we work"."""
    longest = max(scales, key=len)
    marks = _("{first}–{last}").format(first=longest[0].mark, last=longest[-1].mark)
    if len(scales) == 1:
        names = _("{lowest} … {highest}").format(lowest=longest[0].name, highest=longest[-1].name)
        if line_width(single_line(names)) * _LEGEND.size <= room:
            return marks, names
    return marks, _("see the table card")


def _slip(legend: Sequence[tuple[str, str]], root: Element) -> Block:
    slip = root.add("Sect")
    ask = Text(_("My answer: "), _ASK, slip.add("P"))
    return Stack(
        [
            Columns([ask, writing_line(_ASK.leading - 2)], (None, _LINE_COLUMN)),
            space(4 * MM),
            *(
                Columns(
                    [
                        Text([Run(f"{mark} ", Face.BOLD)], _LEGEND, line),
                        Text(meaning, _LEGEND, line),
                    ],
                    (_MARKS, None),
                )
                for mark, meaning in legend
                for line in [slip.add("P")]
            ),
        ]
    )


def _cuts(paper: Paper) -> None:
    """Draw dashed lines to cut along, from edge to edge."""
    canvas = paper.canvas
    canvas.setStrokeColorRGB(*EDGE)
    canvas.setLineWidth(0.8)
    canvas.setDash(*_DASHES)
    width, height = paper.size.width, paper.size.height
    for column in range(1, _ACROSS):
        canvas.line(column * width / _ACROSS, 0, column * width / _ACROSS, height)
    for row in range(1, _DOWN):
        canvas.line(0, row * height / _DOWN, width, row * height / _DOWN)
    canvas.setDash()
