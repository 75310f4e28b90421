"""Places to fill in: boxes to tick and frames to write in, on a screen or with a pen."""

from collections.abc import Sequence

from collabkit.reports.form.fields import Field, Fields
from collabkit.reports.pdf.blocks import Picture
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import EDGE, MM, TextStyle
from collabkit.reports.room_pack.boxes import (
    Square,
    box_side,
    draw_box,
    in_a_row,
    listed,
    side_by_side,
)
from collabkit.room.choices import RoomChoice

_LOWEST = 8 * MM  # of a frame in which somebody writes by hand
_CORNER = 1.4
_BESIDE, _ABOVE = 3.0, 1.0  # points between a frame and the field in it
_APART = 0.35  # between the answers and the ways out below them, in sizes of the type


def square_of(field: Field, fields: Fields) -> Square:
    """Return what draws the box of an answer to ``field``, with a button over it."""

    def square(choice: RoomChoice, label: Element, style: TextStyle) -> Block:
        side = box_side(style)
        element = label.add("Form")

        def paint(paper: Paper, x: float, top: float, _width: float, height: float) -> None:
            bottom = top - (height + side) / 2
            draw_box(paper, x, bottom, side)
            name = f"{choice.mark} {choice.name}".strip()
            rect = (x, bottom, x + side, bottom + side)
            fields.button(paper, field, choice.code, name, element, rect)

        return Picture(max(side, style.leading), paint, None)

    return square


def boxes(
    choices: Sequence[RoomChoice], style: TextStyle, parent: Element, width: float, square: Square
) -> list[Block]:
    """Return the boxes of all answers: in a row where they fit in one, else under each other.

    Described answers are always under each other. Ways out stand apart from them.
    """
    levels = [choice for choice in choices if choice.step is not None]
    ways_out = [choice for choice in choices if choice.step is None]
    if any(level.description for level in levels):
        blocks = listed(levels, style, parent, square)
    elif row := _row(choices, style, parent, width, square):
        return [row]
    else:
        blocks = _row_or_list(levels, style, parent, width, square)
    if levels and ways_out:
        blocks.append(space(_APART * style.size))
    return blocks + _row_or_list(ways_out, style, parent, width, square)


def frame_height(style: TextStyle, lines: int = 1) -> float:
    """Return how high a frame for so many lines is, in points."""
    return max(_LOWEST, style.leading * 1.3) + (lines - 1) * style.leading


def frame(
    field: Field,
    fields: Fields,
    parent: Element,
    style: TextStyle,
    *,
    longest: int,
    lines: int = 1,
) -> Block:
    """Return a frame with a field for words in it, ``lines`` high; more can be typed into it."""
    element = parent.add("Form")

    def paint(paper: Paper, x: float, top: float, width: float, height: float) -> None:
        paper.canvas.setStrokeColorRGB(*EDGE)
        paper.canvas.setLineWidth(0.8)
        paper.canvas.roundRect(x, top - height, width, height, _CORNER)
        inside = (x + _BESIDE, top - height + _ABOVE, x + width - _BESIDE, top - _ABOVE)
        fields.text(paper, field, element, inside, longest=longest, has_lines=lines > 1)

    return Picture(frame_height(style, lines), paint, None)


def _row_or_list(
    choices: Sequence[RoomChoice], style: TextStyle, parent: Element, width: float, square: Square
) -> list[Block]:
    if not choices:
        return []
    row = _row(choices, style, parent, width, square)
    return [row] if row else listed(choices, style, parent, square)


def _row(
    choices: Sequence[RoomChoice], style: TextStyle, parent: Element, width: float, square: Square
) -> Block | None:
    """Return the answers on one line, or with their names below their boxes, if they fit."""
    return side_by_side(choices, style, parent, width, square) or in_a_row(
        choices, style, parent, width, square
    )
