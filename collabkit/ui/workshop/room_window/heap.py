"""Dots for a number of people, as large as there is room for."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF

from collabkit.ui.workshop.room_window.blocks import EMPTY, Block
from collabkit.ui.workshop.room_window.sheet import BARE, Column, Dots, Piece

_STEPS = 5
_PITCH = 2.3  # from dot to dot, times the radius
_SMALLEST = 2.5  # pixels; below that a bar says it better


def step_at(place: int, columns: int) -> int:
    """Return the step of the palette for a place from low to high; ``BARE`` beyond the last."""
    if place >= columns:
        return BARE
    return round(place * (_STEPS - 1) / max(1, columns - 1))


def dot_radius(most: int, width: float, height: float, largest: float) -> float:
    """Return the radius with which ``most`` dots fit into ``width`` by ``height``, all alike."""
    radius = min(largest, width / _PITCH, height / _PITCH)
    while radius > _SMALLEST and _capacity(radius, width, height) < most:
        radius *= 0.96
    return radius


def stack(count: int, radius: float, height: float, step: int, line: float) -> Block:
    """Return dots stacked upwards: their foot in the middle is at 0, 0."""
    if not count:
        return EMPTY
    pitch = radius * _PITCH
    rows = max(1, floor(height / pitch + 1e-6))
    beside = ceil(count / rows)
    centres = []
    for number in range(count):
        row, along = divmod(number, beside)
        centres.append(QPointF((along - (beside - 1) / 2) * pitch, -pitch * (row + 0.5) - line))
    return Block((Dots(tuple(centres), radius, step, line),), beside * pitch, height)


def queue(count: int, radius: float, width: float, step: int, line: float) -> Block:
    """Return dots in lines from the left, the first line at 0."""
    if not count:
        return EMPTY
    pitch = radius * _PITCH
    lines = ceil(count / max(1, floor(width / pitch + 1e-6)))
    along = ceil(count / lines)
    centres = tuple(
        QPointF((number % along + 0.5) * pitch, (number // along + 0.5) * pitch)
        for number in range(count)
    )
    height = ceil(count / along) * pitch
    return Block((Dots(centres, radius, step, line),), min(count, along) * pitch, height)


def small_columns(counts: tuple[int, ...], width: float, height: float, line: float) -> Block:
    """Return a picture of a whole vote that is read at a glance, of dots or, for many, of bars."""
    each = width / len(counts)
    most = max(1, *counts)
    radius = dot_radius(most, each * 0.9, height, each * 0.42)
    pieces: list[Piece] = []
    for place, count in enumerate(counts):
        step, middle = step_at(place, len(counts)), each * (place + 0.5)
        if radius > each * 0.17:
            pieces += stack(count, radius, height, step, line).at(middle, height)
        elif count:
            tall = max(line * 2, height * count / most)
            area = QRectF(middle - each * 0.4, height - tall, each * 0.8, tall)
            pieces.append(Column(area, step, line))
    return Block(tuple(pieces), width, height)


def _capacity(radius: float, width: float, height: float) -> int:
    pitch = radius * _PITCH
    return max(1, floor(width / pitch)) * max(1, floor(height / pitch))
