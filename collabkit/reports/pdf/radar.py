"""The shape on paper: axes from 1 to 5, a line from score to score, a gap where there is none."""

from collections.abc import Sequence

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
    MARGIN,
    MM,
    MUTED,
    WHITE,
    Colour,
    TextStyle,
)
from collabkit.reports.pdf.text import Run, break_lines, line_width, one_line

_HEIGHT = 116 * MM
_RADIUS = 44 * MM
_NAME = TextStyle(size=12, leading=15, face=Face.SEMIBOLD)
_SCORE = TextStyle(size=12, leading=15, colour=ACCENT, face=Face.BOLD)
_NO_SCORE = TextStyle(size=10.5, leading=15, colour=MUTED)
_RING = TextStyle(size=8.5, leading=10, colour=MUTED)


def radar(themes: Sequence[ThemeScore], figure: Element) -> Picture:
    """Return the shape of the themes; ``figure`` says in words what it shows."""
    shape = draw_shape([theme.score for theme in themes])

    def paint(paper: Paper, x: float, top: float, room: float, height: float) -> None:
        # A pentagon that stands on a side reaches less far down than up.
        _Drawing(paper, shape, (x + room / 2, top - height * 0.52)).draw(themes)

    return Picture(_HEIGHT, paint, figure, after=6)


class _Drawing:
    def __init__(self, paper: Paper, shape: Shape, middle: tuple[float, float]) -> None:
        self._paper = paper
        self._canvas = paper.canvas
        self._shape = shape
        self._middle = middle

    def draw(self, themes: Sequence[ThemeScore]) -> None:
        self._ground()
        self._web()
        self._canvas.setStrokeColorRGB(*ACCENT)
        self._canvas.setLineWidth(2.25)  # three pixels at 96 to the inch
        self._canvas.setLineCap(1)
        for start, end in self._shape.lines:
            self._canvas.line(*self._at(start), *self._at(end))
        self._canvas.setLineCap(0)
        for point in self._shape.points:
            if point:
                self._dot(point)
        for theme, place in zip(themes, self._shape.labels, strict=True):
            self._name(theme, self._at(place.point), place.across, place.upwards)

    def _at(self, point: Point) -> tuple[float, float]:
        return self._middle[0] + _RADIUS * point.x, self._middle[1] + _RADIUS * point.y

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

    def _dot(self, point: Point) -> None:
        self._canvas.setFillColorRGB(*ACCENT)
        self._canvas.setStrokeColorRGB(*WHITE)
        self._canvas.setLineWidth(1.2)
        self._canvas.circle(*self._at(point), 4, fill=1)

    def _name(
        self, theme: ThemeScore, place: tuple[float, float], across: Anchor, upwards: Anchor
    ) -> None:
        """Write name and score beside, above or below the place, on as many lines as needed."""
        x, y = place
        right = self._paper.size.width - MARGIN
        room = {
            Anchor.START: right - x,
            Anchor.MIDDLE: 2 * min(x - MARGIN, right - x),
            Anchor.END: x - MARGIN,
        }[across]
        has_score = theme.score is not None
        score = (theme.shown, _SCORE) if has_score else (_("no score"), _NO_SCORE)
        lines = [
            (line, style)
            for text, style in ((theme.name, _NAME), score)
            for line in break_lines([Run(one_line(text), style.face)], room, style.size)
        ]
        share = {Anchor.START: 1.0, Anchor.MIDDLE: 0.5, Anchor.END: 0.0}[upwards]
        middle = y + len(lines) * _NAME.leading * share - _NAME.leading / 2
        for number, (line, style) in enumerate(lines):
            wide = line_width(line) * style.size
            left = x - {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[across] * wide
            baseline = middle - number * _NAME.leading - CAP_HEIGHT * style.size / 2
            self._paper.write(line, left, baseline, style)


def _grey(share: float) -> Colour:
    return share, share, share
