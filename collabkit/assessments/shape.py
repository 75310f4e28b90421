"""The geometry of the shape (radar), worked out once and drawn on screen and on paper.

The outer ring is the unit circle around (0, 0); y points upwards, so a surface whose y points
downwards turns the sign. The first axis is at twelve o'clock and the others follow clockwise.
Level 1 lies a fifth of the way out and level 5 on the unit circle: nothing is drawn as a zero.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from collabkit.assessments.results import Results

LOWEST, HIGHEST = 1, 5
CORNERS = 3  # fewer make no shape
_LABEL_RADIUS = 1.14


class Point(NamedTuple):
    """A place, x to the right and y upwards."""

    x: float
    y: float


class Segment(NamedTuple):
    """A straight line between two places."""

    start: Point
    end: Point


class Anchor(StrEnum):
    """Which part of a text lies on its label point, so that the text stays outside the rings."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name of a section goes: beside the point to the left or right, above or below."""

    point: Point
    across: Anchor  # START: the text begins here and runs to the right
    upwards: Anchor  # START: the lower edge of the text is here, the text lies above


@dataclass(frozen=True, slots=True)
class Shape:
    """Everything to draw, in section order. ``points`` has ``None`` where there is no score."""

    axes: tuple[Segment, ...]  # from level 1 to level 5
    rings: tuple[tuple[Point, ...], ...]  # levels 1 to 5 as closed polygons, a corner an axis
    lines: tuple[Segment, ...]  # interrupted where a section has no score
    points: tuple[Point | None, ...]
    labels: tuple[Label, ...]


def has_shape(results: Results) -> bool:
    """Tell whether there is a shape to draw: three themes or more, and scores from 1 to 5.

    A section has a band only if it is on that scale.
    """
    scored = [section for section in results.sections if section.score is not None]
    on_scale = all(section.band is not None for section in scored)
    return bool(scored) and on_scale and len(results.sections) >= CORNERS


def draw_shape(scores: Sequence[Fraction | float | None]) -> Shape:
    """Return the shape for one score (1 to 5) a section; ``None`` is a gap and never a zero.

    Raises ``ValueError`` for a score outside the rings.
    """
    count = len(scores)
    points = tuple(
        None if score is None else _on_axis(axis, count, score) for axis, score in enumerate(scores)
    )
    corners = tuple(range(count))
    return Shape(
        axes=tuple(
            Segment(_on_axis(axis, count, LOWEST), _on_axis(axis, count, HIGHEST))
            for axis in corners
        ),
        rings=tuple(
            tuple(_on_axis(axis, count, level) for axis in corners)
            for level in range(LOWEST, HIGHEST + 1)
        ),
        lines=tuple(_lines(points)),
        points=points,
        labels=tuple(_label(axis, count) for axis in corners),
    )


def _on_axis(axis: int, count: int, level: Fraction | float) -> Point:
    if not LOWEST <= level <= HIGHEST:
        raise ValueError(f"{level} lies outside the rings")
    return _at(axis, count, float(level) / HIGHEST)


def _at(axis: int, count: int, radius: float) -> Point:
    angle = math.tau * axis / count
    return Point(radius * math.sin(angle), radius * math.cos(angle))


def _lines(points: Sequence[Point | None]) -> list[Segment]:
    """Join neighbours, the last with the first unless that would repeat the only line."""
    followers = [*points[1:], *points[:1]] if len(points) > 2 else points[1:]
    return [Segment(a, b) for a, b in zip(points, followers, strict=False) if a and b]


def _label(axis: int, count: int) -> Label:
    direction = _at(axis, count, 1)
    return Label(
        point=_at(axis, count, _LABEL_RADIUS),
        across=_anchor(direction.x),
        upwards=_anchor(direction.y),
    )


def _anchor(direction: float) -> Anchor:
    """Place a text away from the middle; near an axis of the page it is centred."""
    if abs(direction) < 0.2:
        return Anchor.MIDDLE
    return Anchor.START if direction > 0 else Anchor.END
