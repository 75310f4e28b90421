"""Boxes to tick, with the number and the word that each stands for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import NOTHING, Columns, Picture, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import INK, MM, TextStyle
from collabkit.reports.pdf.text import Run, line_width, single_line
from collabkit.room.choices import RoomChoice

_SMALLEST = 6 * MM  # a box that is hit without aiming
_SHARE = 1.22  # of the type, for large print
_NUMBERS = 1.7  # the column of numbers, in sizes of the type
_NO_NUMBER = 0.5  # the space that stands for it where an answer has none
_MOST_LINES = 3  # of a name below its box

# Draws the box of one answer beside a text of a style; the element is the label of that answer.
Square: TypeAlias = Callable[[RoomChoice, Element, TextStyle], Block]


def box_side(style: TextStyle) -> float:
    """Return the side of a box beside text of a size, in points; never under 6 mm."""
    return max(_SMALLEST, _SHARE * style.size)


def box(element: Element, style: TextStyle) -> Picture:
    """Return an empty box, level with the first line of a text in ``style``."""
    side = box_side(style)

    def paint(paper: Paper, x: float, top: float, _width: float, height: float) -> None:
        draw_box(paper, x, top - (height + side) / 2, side)

    height = max(side, style.leading)
    return Picture(height, paint, element.add("Figure", alt=_("Tick box, empty")))


def _to_tick(_choice: RoomChoice, label: Element, style: TextStyle) -> Block:
    return box(label, style)


def draw_box(paper: Paper, x: float, bottom: float, side: float) -> None:
    """Draw an empty box with its lower left corner at ``x`` and ``bottom``."""
    paper.canvas.setStrokeColorRGB(*INK)
    paper.canvas.setLineWidth(1.2)
    paper.canvas.roundRect(x, bottom, side, side, 1.4)


def listed(
    choices: Sequence[RoomChoice], style: TextStyle, parent: Element, square: Square = _to_tick
) -> list[Block]:
    """Return the answers under each other: box, number, then name and description."""
    items = parent.add("L")
    return [_entry(choice, style, items, square) for choice in choices]


def in_a_row(
    choices: Sequence[RoomChoice],
    style: TextStyle,
    parent: Element,
    width: float,
    square: Square = _to_tick,
) -> Block | None:
    """Return the answers beside each other, each number and name below its box.

    ``None`` where they do not fit in ``width``, or only with names of many lines. Ways out stand
    apart at the right.
    """
    levels = sum(choice.step is not None for choice in choices)
    apart = style.size * 0.9 if 0 < levels < len(choices) else 0.0
    for lines in range(1, _MOST_LINES + 1):
        needed = [_least_width(choice.name, style, lines) for choice in choices]
        if sum(needed) + apart <= width:
            break
    else:
        return None
    widths = _evened(needed, width - apart)
    items = parent.add("L")
    cells: list[Block] = [_cell(choice, style, items, square) for choice in choices]
    if apart:
        cells.insert(levels, NOTHING)
        widths.insert(levels, apart)
    return Columns(cells, widths, whole=True)


def side_by_side(
    choices: Sequence[RoomChoice],
    style: TextStyle,
    parent: Element,
    width: float,
    square: Square = _to_tick,
) -> Block | None:
    """Return a few short answers on one line, box, number and name; ``None`` if they do not fit.

    Ways out stand apart at the right.
    """
    gap = style.size * 1.6
    levels = sum(choice.step is not None for choice in choices)
    apart = style.size * 1.6 if 0 < levels < len(choices) else 0.0
    needed = [
        _gutter(choice, style) + line_width(single_line(choice.name, style.face)) * style.size + 2
        for choice in choices
    ]
    if sum(needed) + gap * (len(choices) - 1) + apart > width:
        return None
    items = parent.add("L")
    cells: list[Block] = []
    widths: list[float | None] = []
    for place, (choice, need) in enumerate(zip(choices, needed, strict=True), start=1):
        cells.append(_entry(choice, style, items, square))
        widths.append(need + gap + (apart if place == levels else 0))
    widths[-1] = None
    return Columns(cells, widths, whole=True)


@lru_cache(maxsize=512)  # the same few names come with every statement
def _least_width(name: str, style: TextStyle, most: int) -> float:
    """Return the narrowest width in which ``name`` has at most ``most`` lines and no word broken.

    That includes a little space beside it.
    """
    words = name.split() or [""]
    longest = max(line_width(single_line(word)) for word in words) * style.size
    step = style.size / 4
    wide = max(longest, box_side(style) + style.size) + step
    while len(Text(name, style, Element("P")).lines(wide)) > most:
        wide += step
    return wide + style.size * 0.4


def _evened(needed: Sequence[float], width: float) -> list[float]:
    """Return widths as equal as can be, none smaller than what is needed, that fill ``width``."""
    share = width / len(needed)
    wide = [need for need in needed if need > share]
    while True:
        share = (width - sum(wide)) / max(1, len(needed) - len(wide))
        wider = [need for need in needed if need > share]
        if len(wider) == len(wide):
            return [max(need, share) for need in needed]
        wide = wider


def _gutter(choice: RoomChoice, style: TextStyle) -> float:
    return box_side(style) + style.size * (_NUMBERS if choice.mark else _NO_NUMBER)


def _entry(choice: RoomChoice, style: TextStyle, items: Element, draw: Square) -> Block:
    item = items.add("LI")
    label = item.add("Lbl")
    square = draw(choice, label, style)
    number = _number(choice, replace(style, face=Face.BOLD), label, align=0.5)
    runs = [Run(choice.name, Face.SEMIBOLD if choice.description else style.face)]
    if choice.description:
        runs = [Run(f"{choice.name}. ", Face.SEMIBOLD), Run(choice.description, style.face)]
    words = Text(runs, style, item.add("LBody").add("P"))
    return Columns(
        [square, _lowered(number, _lower(style)), _lowered(words, _lower(style))],
        [box_side(style), _gutter(choice, style) - box_side(style), None],
        whole=True,
        after=style.size * 0.22,
    )


def _cell(choice: RoomChoice, style: TextStyle, items: Element, draw: Square) -> Block:
    item = items.add("LI")
    label = item.add("Lbl")
    square = draw(choice, label, style)
    number = _number(choice, replace(style, face=Face.BOLD, after=0), label)
    mark = Columns(
        [NOTHING, square, _lowered(number, _lower(style)), NOTHING],
        (None, box_side(style), style.size if choice.mark else 0, None),
        gap=style.size * 0.3 if choice.mark else 0,
    )
    tight = replace(style, leading=style.size * 1.15, after=0)
    return Stack([mark, Text(choice.name, tight, item.add("LBody").add("P"), 0.5)])


def _number(choice: RoomChoice, style: TextStyle, label: Element, align: float = 0) -> Block:
    return Text(f"{choice.mark} ", style, label.add("P"), align) if choice.mark else NOTHING


def _lower(style: TextStyle) -> float:
    """Return how much lower a line begins than a box that is higher than it."""
    return max(0.0, (box_side(style) - style.leading) / 2)


def _lowered(block: Block, by: float) -> Block:
    return Stack([space(by), block]) if by else block
