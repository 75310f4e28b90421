"""Dots for a number of people, as large as there is room for.

All answers of one picture are drawn ``abreast`` alike: were five people a double column beside a
single column of four, the five would look like fewer.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from collabkit.ui.workshop.room_window.blocks import EMPTY, Block
from collabkit.ui.workshop.room_window.sheet import BARE, Column, Dots, Piece

_STEPS = 5
_PITCH = 2.3  # from dot to dot, times the radius
_BARELY = 4  # widths of its outline, for the radius of a dot: smaller ones become a bar
_ENOUGH = 0.7  # of the largest dots that there is room for: then rather fewer of them abreast


def step_at(place: int, columns: int) -> int:
    """Return the step of the palette for a place from low to high; ``BARE`` beyond the last."""
    if place >= columns:
        return BARE
    return round(place * (_STEPS - 1) / max(1, columns - 1))


def dots_abreast(most: int, across: float, along: float, largest: float) -> int:
    """Return how many dots of each answer stand abreast, from 1.

    ``most`` people gave the same answer. There is room ``across`` the line of dots and ``along``
    it; no radius is larger than ``largest``.
    """
    radii = [
        dot_radius(most, abreast, across, along, largest) for abreast in range(1, max(1, most) + 1)
    ]
    enough = max(radii) * _ENOUGH
    return next(number for number, radius in enumerate(radii, start=1) if radius >= enough)


def dot_radius(most: int, abreast: int, across: float, along: float, largest: float) -> float:
    """Return the radius with which ``most`` dots, ``abreast`` beside each other, have room."""
    lines = ceil(max(1, most) / abreast)
    return min(largest, across / (abreast * _PITCH), along / (lines * _PITCH))


def stack(count: int, abreast: int, radius: float, step: int, line: float) -> Block:
    """Return dots stacked upwards: their foot in the middle is at 0, 0."""
    if not count:
        return EMPTY
    pitch = radius * _PITCH
    centres = []
    for number in range(count):
        row, along = divmod(number, abreast)
        beside = min(abreast, count - row * abreast)
        centres.append(QPointF((along - (beside - 1) / 2) * pitch, -pitch * (row + 0.5) - line))
    dots = Dots(tuple(centres), radius, step, line)
    return Block((dots,), min(count, abreast) * pitch, ceil(count / abreast) * pitch)


def queue(count: int, abreast: int, radius: float, step: int, line: float) -> Block:
    """Return dots in a line from the left, ``abreast`` below each other."""
    if not count:
        return EMPTY
    pitch = radius * _PITCH
    centres = []
    for number in range(count):
        along, row = divmod(number, abreast)
        beside = min(abreast, count - along * abreast)
        down = (abreast - beside) / 2 + row + 0.5
        centres.append(QPointF((along + 0.5) * pitch, down * pitch))
    dots = Dots(tuple(centres), radius, step, line)
    return Block((dots,), ceil(count / abreast) * pitch, abreast * pitch)


def small_columns(
    counts: Sequence[int], most: int, width: float, height: float, line: float
) -> Block:
    """Return a picture of a whole vote that is read at a glance, of dots or, for many, of bars.

    ``most`` is the fullest column of all pictures that are seen together: they are drawn alike.
    """
    each = width / len(counts)
    across, largest = each * 0.9, each * 0.42
    abreast = dots_abreast(most, across, height - line, largest)
    radius = dot_radius(most, abreast, across, height - line, largest)
    pieces: list[Piece] = []
    for place, count in enumerate(counts):
        step, middle = step_at(place, len(counts)), each * (place + 0.5)
        if radius >= line * _BARELY:
            pieces += stack(count, abreast, radius, step, line).at(middle, height)
        elif count:
            tall = max(line * 2, (height - line) * count / most)
            area = QRectF(middle - each * 0.4, height - tall, each * 0.8, tall)
            pieces.append(Column(area, step, line))
    return Block(tuple(pieces), width, height)
