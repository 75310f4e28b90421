"""The shape as lines and points of a drawing, in units of its own; y points downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from collabkit.assessments.outcomes.blocks import Outline
from collabkit.assessments.rounding import shown
from collabkit.assessments.shape import Anchor, Label, Point, draw_shape
from collabkit.i18n import _
from collabkit.reports.contents.parts import ThemeScore
from collabkit.reports.html.labels import broken

WIDTH = 400
_MIDDLE = WIDTH / 2
_RADIUS = 100
_SIZE, _LEADING = 14, 18  # of names and scores
_LINES = 4  # of a name
_AIR = 8  # above and below everything
_CAPITAL = 0.34  # half the height of a capital, as a share of the size
_SHARE_ABOVE = {Anchor.START: 1.0, Anchor.MIDDLE: 0.5, Anchor.END: 0.0}

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """A line from the lowest level to the highest; dashed where there is no score."""

    start: Pair
    end: Pair
    is_dashed: bool


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at its place; ``kind`` is "name", "score" or "gap"."""

    text: str
    x: str
    y: str
    anchor: Anchor
    kind: str


@dataclass(frozen=True, slots=True)
class Radar:
    """Everything to draw, as numbers that are ready to be written."""

    view_box: str
    rings: tuple[str, ...]
    ground: str  # the filled inside; empty with a gap
    axes: tuple[Axis, ...]
    lines: tuple[tuple[Pair, Pair], ...]
    points: tuple[Pair, ...]
    numbers: tuple[tuple[str, Pair], ...]  # of the rings
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Corner:
    """A name with its score, as a figure and as it is read."""

    name: str
    score: Fraction | None
    shown: str


def corners_of_themes(themes: Sequence[ThemeScore]) -> tuple[Corner, ...]:
    """Return the corners of the shape of a plan."""
    return tuple(Corner(theme.name, theme.score, theme.shown) for theme in themes)


def corners_of_outline(names: Sequence[str], outline: Outline) -> tuple[Corner, ...]:
    """Return the corners of one of several shapes."""
    return tuple(
        Corner(name, score, "" if score is None else str(shown(score)))
        for name, score in zip(names, outline.scores, strict=True)
    )


def outline_in_words(names: Sequence[str], outline: Outline) -> str:
    """Return what one of several pictures shows."""
    return _("A chart with one axis from 1 to 5 for each score: {scores}.").format(
        scores="; ".join(
            _("{theme} has no score").format(theme=corner.name)
            if corner.score is None
            else _("{theme} {score}").format(theme=corner.name, score=corner.shown)
            for corner in corners_of_outline(names, outline)
        )
    )


def radar(corners: Sequence[Corner]) -> Radar:
    """Return the drawing of a shape with its names and scores."""
    shape = draw_shape([corner.score for corner in corners])
    placed = [_words(corner, label) for corner, label in zip(corners, shape.labels, strict=True)]
    tops = [-_RADIUS, *(y - _LEADING / 2 for _lines, ys in placed for y in ys)]
    feet = [_RADIUS, *(y + _LEADING / 2 for _lines, ys in placed for y in ys)]
    top, height = min(tops) - _AIR, max(feet) - min(tops) + 2 * _AIR
    inside = [point for point in shape.points if point]
    return Radar(
        view_box=f"0 {_number(top)} {WIDTH} {_number(height)}",
        rings=tuple(_polygon(ring) for ring in shape.rings),
        ground=_polygon(inside) if len(inside) == len(corners) else "",
        axes=tuple(
            Axis(_at(axis.start), _at(axis.end), is_dashed=point is None)
            for axis, point in zip(shape.axes, shape.points, strict=True)
        ),
        lines=tuple((_at(line.start), _at(line.end)) for line in shape.lines),
        points=tuple(_at(point) for point in inside),
        numbers=tuple(
            (str(number), _at(ring[0], across=-6, down=-3))
            for number, ring in enumerate(shape.rings, start=1)
        ),
        words=tuple(words for lines, _ys in placed for words in lines),
    )


def rings(corners: int) -> tuple[str, ...]:
    """Return the rings alone, around nought, as an ornament."""
    shape = draw_shape([None] * corners)
    return tuple(_polygon(ring, middle=0) for ring in shape.rings)


def _words(corner: Corner, label: Label) -> tuple[list[Words], list[float]]:
    """Return the lines of name and score, and the middle of each from top to bottom."""
    x = _MIDDLE + _RADIUS * label.point.x
    room = {
        Anchor.START: WIDTH - x,
        Anchor.MIDDLE: 2 * min(x, WIDTH - x),
        Anchor.END: x,
    }[label.across]
    score = (corner.shown, "score") if corner.score is not None else (_("no score"), "gap")
    lines = [(line, "name") for line in broken(corner.name, room, _SIZE, _LINES)] + [score]
    first = -_RADIUS * label.point.y - len(lines) * _LEADING * _SHARE_ABOVE[label.upwards]
    middles = [first + (number + 0.5) * _LEADING for number in range(len(lines))]
    return [
        Words(text, _number(x), _number(middle + _CAPITAL * _SIZE), label.across, kind)
        for (text, kind), middle in zip(lines, middles, strict=True)
    ], middles


def _polygon(points: Sequence[Point], middle: float = _MIDDLE) -> str:
    return " ".join(
        f"{_number(middle + _RADIUS * point.x)},{_number(-_RADIUS * point.y)}" for point in points
    )


def _at(point: Point, *, across: float = 0, down: float = 0) -> Pair:
    return (
        _number(_MIDDLE + _RADIUS * point.x + across),
        _number(-_RADIUS * point.y + down),
    )


def _number(value: float) -> str:
    """Return a length with one decimal at most; the same on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
