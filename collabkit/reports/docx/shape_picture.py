"""The shape as a picture: axes from 1 to 5, a line from score to score, earlier ones broken.

It is a PNG: the languages in which Word and LibreOffice keep drawings made of lines are not the
same, and each draws the other's a little wrong. Pillow, which ReportLab brings along, draws it.
The numbers stand in the table below it.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PIL import ImageFont

from collabkit.assessments.outcomes.blocks import Outline
from collabkit.assessments.rounding import shown
from collabkit.assessments.shape import Anchor, Label, Point, Shape, draw_shape
from collabkit.i18n import _
from collabkit.reports.docx.drawing import MM, PT, Drawing, Place, broken, fitting, typeface
from collabkit.reports.docx.looks import ACCENT, ACCENT_SOFT, EDGE, INK, MUTED
from collabkit.reports.plain_text import plain_line

_WIDTH = 150 * MM
_RADIUS = 42 * MM
_MARGIN = 2 * MM
_WEB, _THIN = "B8B8B8", 0.6 * PT
_TYPE, _LEADING = 12.0, 15 * PT
_MOST = 3  # outlines that can be told apart
_BROKEN = {1: (5 * PT, 4 * PT), 2: (1.6 * PT, 3.6 * PT)}  # dashes and gaps of earlier ones
_SAMPLE, _GAP, _BETWEEN = 11 * MM, 2.5 * MM, 8 * MM  # of a line, to its name, to the next
_LEGEND = 11 * MM
_SHARES = {Anchor.START: 1.0, Anchor.MIDDLE: 0.5, Anchor.END: 0.0}
_SIDES = {Anchor.START: "lm", Anchor.MIDDLE: "mm", Anchor.END: "rm"}


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    font: ImageFont.FreeTypeFont
    colour: str


def shapes_picture(corners: Sequence[str], outlines: Sequence[Outline]) -> tuple[io.BytesIO, float]:
    """Return a PNG of the latest outline, and its width in points.

    The two outlines before it, if there are any, are dashed and dotted; the last of ``outlines``
    is the latest. ``corners`` are the names of the axes. Raises
    ``EnvironmentProblemError`` if the fonts are not installed.
    """
    latest, *earlier = list(reversed(outlines))[:_MOST]
    shapes = [draw_shape(outline.scores) for outline in (latest, *earlier)]
    names = [
        (label, tuple(_lines(name, score, label)))
        for name, score, label in zip(corners, latest.scores, shapes[0].labels, strict=True)
    ]
    tops = [_top(label, len(lines)) for label, lines in names]
    below = max(top + _LEADING * len(lines) for top, (_l, lines) in zip(tops, names, strict=True))
    high = below - min(tops) + 2 * _MARGIN
    drawing = Drawing(_WIDTH, high + (_LEGEND if earlier else 0))
    middle = _WIDTH / 2, _MARGIN - min(tops)
    _web(drawing, shapes[0], middle)
    for number, shape in reversed([*enumerate(shapes)]):
        for piece in shape.lines:
            _draw_line(drawing, _at(middle, piece.start), _at(middle, piece.end), number)
        for point in filter(None, shape.points):
            _draw_mark(drawing, _at(middle, point), number)
    for top, (label, lines) in zip(tops, names, strict=True):
        x = _at(middle, label.point)[0]
        for number, line in enumerate(lines):
            place = x, middle[1] + top + (number + 0.5) * _LEADING
            drawing.write(place, line.text, line.font, line.colour, _SIDES[label.across])
    if earlier:
        _legend(drawing, [outline.label for outline in (latest, *earlier)], high + _LEGEND / 2)
    return drawing.png(), _WIDTH / PT


def _at(middle: Place, point: Point) -> Place:
    return middle[0] + _RADIUS * point.x, middle[1] - _RADIUS * point.y


def _top(label: Label, lines: int) -> float:
    """Return where the first line of a name begins, counted downwards from the middle."""
    return -label.point.y * _RADIUS - _SHARES[label.upwards] * _LEADING * lines


def _lines(name: str, score: Fraction | None, label: Label) -> Iterator[_Line]:
    beside = _WIDTH / 2 - abs(label.point.x) * _RADIUS
    room = (_WIDTH if label.across is Anchor.MIDDLE else beside) - _MARGIN
    font = fitting(plain_line(name), "SemiBold", _TYPE, room)
    for line in broken(plain_line(name), font, room):
        yield _Line(line, font, INK)
    if score is None:
        yield _Line(_("no score"), typeface("Regular", 0.9 * _TYPE), MUTED)
    else:
        yield _Line(str(shown(score)), typeface("Bold", _TYPE), ACCENT)


def _web(drawing: Drawing, shape: Shape, middle: Place) -> None:
    corners = [point for point in shape.points if point]
    if len(corners) == len(shape.points):  # with a gap there is no inside
        drawing.area([_at(middle, point) for point in corners], ACCENT_SOFT)
    font = typeface("Regular", 8.5)
    for number, ring in enumerate(shape.rings, start=1):
        colour = EDGE if number == len(shape.rings) else _WEB
        drawing.line([_at(middle, point) for point in (*ring, ring[0])], colour, _THIN)
        x, y = _at(middle, ring[0])
        drawing.write((x - 1.3 * MM, y - 0.5 * MM), str(number), font, MUTED, "rs")
    for axis, point in zip(shape.axes, shape.points, strict=True):
        start, end = _at(middle, axis.start), _at(middle, axis.end)
        if point:
            drawing.line([start, end], _WEB, _THIN)
        else:
            drawing.dashes(start, end, _WEB, _THIN, 2 * PT, 2 * PT)


def _draw_line(drawing: Drawing, start: Place, end: Place, number: int) -> None:
    """Draw a piece of an outline: in full for the latest, ``number`` 0, dashed, dotted."""
    if number:
        drawing.dashes(start, end, INK, 1.6 * PT, *_BROKEN[number])
    else:
        drawing.line([start, end], ACCENT, 2.25 * PT)


def _draw_mark(drawing: Drawing, at: Place, number: int) -> None:
    """Draw the mark of a score: a disc for the latest, a square, a ring."""
    if number == 1:
        drawing.square(at, 4.2 * PT, "FFFFFF")
        drawing.square(at, 3.2 * PT, INK)
        return
    drawing.disc(at, 4.8 * PT if number == 0 else 3.6 * PT, "FFFFFF" if number == 0 else INK)
    drawing.disc(at, 4 * PT if number == 0 else 2.4 * PT, ACCENT if number == 0 else "FFFFFF")


def _legend(drawing: Drawing, labels: Sequence[str], middle: float) -> None:
    """Write below the picture which line is which."""
    font = typeface("Regular", 10)
    words = [plain_line(label) for label in labels]
    wide = [_SAMPLE + _GAP + font.getlength(word) for word in words]
    left = (_WIDTH - sum(wide) - _BETWEEN * (len(words) - 1)) / 2
    for number, (word, width) in enumerate(zip(words, wide, strict=True)):
        _draw_line(drawing, (left, middle), (left + _SAMPLE, middle), number)
        _draw_mark(drawing, (left + _SAMPLE / 2, middle), number)
        drawing.write((left + _SAMPLE + _GAP, middle), word, font, INK, "lm")
        left += width + _BETWEEN
