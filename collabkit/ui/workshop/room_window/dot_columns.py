"""One vote as columns of dots on a base line, with counts and names below it."""

from PySide6.QtCore import QRectF

from collabkit.room.showing import DotColumn, Round
from collabkit.ui.workshop.room_window.blocks import REGULAR, Block, label, text
from collabkit.ui.workshop.room_window.canvas import SMALLEST, Canvas
from collabkit.ui.workshop.room_window.heap import (
    dot_radius,
    dots_abreast,
    stack,
    step_at,
)
from collabkit.ui.workshop.room_window.sheet import CENTRE, Area, Piece
from collabkit.ui.workshop.room_window.typesetting import longest_word

_COUNT = 5.5  # per cent of the height of the screen, as all others
_LARGEST = 2.6  # radius of a dot
_LEAST = 9.0  # height of the dots: with less they are no picture any more
_MOST = 40.0
_NAME_LINES = 2


def called(column: DotColumn) -> str:
    """Return an answer with the number that stands for it."""
    return f"{column.mark} {column.name}".strip()


def dot_columns(shown: Round, canvas: Canvas, room: float) -> Block | None:
    """Return a column for each answer, what is no level apart at the right.

    ``None`` if the names are too long to stand beside each other, or ``room`` is too little.
    """
    size, count_size = canvas.share(SMALLEST), canvas.share(_COUNT)
    everything = (*shown.columns, *shown.apart)
    apart = size * 1.2 if shown.apart else 0.0
    each = (canvas.inner - apart) / len(everything)
    width = each - size * 0.4
    if any(longest_word(called(column), size, REGULAR) > width for column in everything):
        return None
    names = [text(called(c), size, width, align=CENTRE, leading=1.12) for c in everything]
    if max(len(name.words[0].lines) for name in names) > _NAME_LINES:
        return None
    counts = [label(str(column.count), count_size) for column in everything]
    gap = size * 0.15
    below = gap + counts[0].height + max(name.height for name in names)
    high = min(room - below, canvas.share(_MOST))
    if high < canvas.share(_LEAST):
        return None
    line = max(2.0, canvas.share(0.25))
    most = max(column.count for column in everything)
    largest = canvas.share(_LARGEST)
    abreast = dots_abreast(most, width, high - line, largest)
    radius = dot_radius(most, abreast, width, high - line, largest)
    pieces: list[Piece] = []
    for place, (column, name) in enumerate(zip(everything, names, strict=True)):
        left = place * each + (apart if place >= len(shown.columns) else 0.0)
        step = step_at(place, len(shown.columns))
        dots = stack(column.count, abreast, radius, step, line)
        pieces += dots.at(left + each / 2, high)
        count = counts[place]
        pieces += name.at(left + (each - width) / 2, high + gap + count.height)
        pieces += count.at(left + (each - count.width) / 2, high + gap)
    end = len(shown.columns) * each
    pieces.append(Area(QRectF(0, high, end, line), "ink"))
    if shown.apart:
        pieces.append(Area(QRectF(end + apart, high, canvas.inner - end - apart, line), "ink"))
    return Block(tuple(pieces), canvas.inner, high + below)
