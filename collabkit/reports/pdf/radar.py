"""The shape on paper: axes from 1 to 5, a line from score to score, a gap where there is none.

Earlier occasions are dashed and dotted under the latest one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from collabkit.assessments.shape import Anchor, Point, Shape, draw_shape
from collabkit.i18n import _
from collabkit.reports.contents.parts import ThemeScore
from collabkit.reports.pdf.blocks import Picture
from collabkit.reports.pdf.fonts import CAP_HEIGHT, Face
from collabkit.reports.pdf.marks import label
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ACCENT,
    ACCENT_SOFT,
    EDGE,
    INK,
    MM,
    MUTED,
    WHITE,
    Colour,
    TextStyle,
)
from collabkit.reports.pdf.text import Run, break_lines, line_width, one_line

_NAME = TextStyle(size=12, leading=15, face=Face.SEMIBOLD)
_SCORE = TextStyle(size=12, leading=15, colour=ACCENT, face=Face.BOLD)
_NO_SCORE = TextStyle(size=10.5, leading=15, colour=MUTED)
_DASHES: tuple[list[object], ...] = ([], [[4, 4]], [[0.1, 4]])
_RING = TextStyle(size=8.5, leading=10, colour=MUTED)


@dataclass(frozen=True, slots=True)
class RadarSize:
    """How large a shape is drawn: its whole height, the radius of the rings, and the type.

    Around the rings there is room for names and scores of two lines each at the most.
    """

    height: float
    radius: float
    type: float


WHOLE_PAGE = RadarSize(height=116 * MM, radius=44 * MM, type=12)
AMONG_TEXT = RadarSize(height=84 * MM, radius=30 * MM, type=10.5)
BESIDE_TABLE = RadarSize(height=56 * MM, radius=18 * MM, type=9.5)


def radar(
    themes: Sequence[ThemeScore],
    figure: Element,
    *,
    earlier: Sequence[Sequence[Fraction | None]] = (),
    size: RadarSize = WHOLE_PAGE,
) -> Picture:
    """Return the shape of the themes; ``figure`` says in words what it shows.

    ``earlier`` are the scores of at most two occasions before, the latest of them first.
    """
    shape = draw_shape([theme.score for theme in themes])
    before = [draw_shape(scores) for scores in earlier]

    def paint(paper: Paper, x: float, top: float, room: float, height: float) -> None:
        # A pentagon that stands on a side reaches less far down than up.
        heights = [label.point.y for label in shape.labels]
        middle = top - height / 2 - (max(heights) + min(heights)) / 2 * size.radius
        _Drawing(paper, shape, (x, x + room), middle, size).draw(themes, before)

    return Picture(size.height, paint, figure, after=6)


def draw_line(
    paper: Paper, start: tuple[float, float], end: tuple[float, float], number: int
) -> None:
    """Draw a piece of a line: in full for the latest occasion, ``number`` 0, dashed, dotted."""
    canvas = paper.canvas
    canvas.setStrokeColorRGB(*(INK if number else ACCENT))
    canvas.setLineWidth(1.6 if number else 2.25)  # three pixels at 96 to the inch
    canvas.setLineCap(1)
    canvas.setDash(*_DASHES[number])
    canvas.line(*start, *end)
    canvas.setDash()
    canvas.setLineCap(0)


def draw_mark(paper: Paper, at: tuple[float, float], number: int) -> None:
    """Draw the mark of a score: a disc for the latest occasion, a square, a ring."""
    canvas = paper.canvas
    canvas.setFillColorRGB(*(ACCENT, INK, WHITE)[number])
    canvas.setStrokeColorRGB(*(WHITE, WHITE, INK)[number])
    canvas.setLineWidth(1.2)
    if number == 1:
        canvas.rect(at[0] - 3.3, at[1] - 3.3, 6.6, 6.6, fill=1)
    else:
        canvas.circle(*at, 4 - number / 2, fill=1)


class _Drawing:
    def __init__(
        self,
        paper: Paper,
        shape: Shape,
        sides: tuple[float, float],
        middle: float,
        size: RadarSize,
    ) -> None:
        self._paper = paper
        self._canvas = paper.canvas
        self._shape = shape
        self._left, self._right = sides
        self._middle = sum(sides) / 2, middle
        self._size = size

    def draw(self, themes: Sequence[ThemeScore], before: Sequence[Shape]) -> None:
        self._ground()
        self._web()
        for number, shape in reversed([*enumerate((self._shape, *before))]):
            for start, end in shape.lines:
                draw_line(self._paper, self._at(start), self._at(end), number)
            for point in shape.points:
                if point:
                    draw_mark(self._paper, self._at(point), number)
        for theme, place in zip(themes, self._shape.labels, strict=True):
            self._name(theme, self._at(place.point), place.across, place.upwards)

    def _at(self, point: Point) -> tuple[float, float]:
        radius = self._size.radius
        return self._middle[0] + radius * point.x, self._middle[1] + radius * point.y

    def _outline(self, points: Sequence[Point]) -> object:
        path = self._canvas.beginPath()
        path.moveTo(*self._at(points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(point))
        path.close()
        return path

    def _ground(self) -> None:
        corners = [point for point in self._shape.points if point]
        if len(corners) == len(self._shape.points):  # with a gap there is no inside
            self._canvas.setFillColorRGB(*ACCENT_SOFT)
            self._canvas.drawPath(self._outline(corners), stroke=0, fill=1)

    def _web(self) -> None:
        canvas = self._canvas
        canvas.setLineWidth(0.6)
        for number, ring in enumerate(self._shape.rings):
            outermost = number == len(self._shape.rings) - 1
            canvas.setStrokeColorRGB(*(EDGE if outermost else _grey(0.72)))
            canvas.drawPath(self._outline(ring))
        for (start, end), point in zip(self._shape.axes, self._shape.points, strict=True):
            canvas.setStrokeColorRGB(*_grey(0.72))
            canvas.setDash(*([] if point else [[2, 2]]))
            canvas.line(*self._at(start), *self._at(end))
        canvas.setDash()
        for number, ring in enumerate(self._shape.rings, start=1):
            x, y = self._at(ring[0])
            label(self._paper, str(number), x - 1.8 * MM, y + 1.5 * MM, _RING)

    def _name(
        self, theme: ThemeScore, place: tuple[float, float], across: Anchor, upwards: Anchor
    ) -> None:
        """Write name and score beside, above or below the place, on as many lines as needed."""
        x, y = place
        room = {
            Anchor.START: self._right - x,
            Anchor.MIDDLE: 2 * min(x - self._left, self._right - x),
            Anchor.END: x - self._left,
        }[across]
        size, leading = self._size.type, self._size.type * 1.25
        name, number = replace(_NAME, size=size), replace(_SCORE, size=size)
        score = (theme.shown, number) if theme.score is not None else (_("no score"), _NO_SCORE)
        lines = [
            (line, style)
            for text, style in ((theme.name, name), score)
            for line in break_lines([Run(one_line(text), style.face)], room, style.size)
        ]
        share = {Anchor.START: 1.0, Anchor.MIDDLE: 0.5, Anchor.END: 0.0}[upwards]
        middle = y + len(lines) * leading * share - leading / 2
        for place_of_line, (line, style) in enumerate(lines):
            wide = line_width(line) * style.size
            left = x - {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[across] * wide
            baseline = middle - place_of_line * leading - CAP_HEIGHT * style.size / 2
            self._paper.write(line, left, baseline, style)


def _grey(share: float) -> Colour:
    return share, share, share
