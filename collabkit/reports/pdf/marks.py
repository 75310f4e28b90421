"""Small drawings: tick boxes, level discs, lines to write on, rules.

Drawn as shapes, because the font has neither a tick nor an arrow.
"""

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Painter, Picture
from collabkit.reports.pdf.fonts import CAP_HEIGHT, Face
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ACCENT,
    EDGE,
    INK,
    LEVELS,
    MM,
    TICK_BOX,
    WHITE,
    Colour,
    TextStyle,
)
from collabkit.reports.pdf.text import line_width, single_line

DISC = 8.5 * MM


def tick_box(label: Element, *, is_ticked: bool, line: TextStyle) -> Picture:
    """Return a box to tick, level with the first line of a text in the style ``line``."""
    words = _("Tick box, ticked") if is_ticked else _("Tick box, empty")

    def paint(paper: Paper, x: float, top: float, _width: float, _height: float) -> None:
        canvas = paper.canvas
        bottom = top - (line.leading + TICK_BOX) / 2
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(1.1)
        canvas.roundRect(x, bottom, TICK_BOX, TICK_BOX, 1.2)
        if is_ticked:
            tick = canvas.beginPath()
            tick.moveTo(x + 0.2 * TICK_BOX, bottom + 0.5 * TICK_BOX)
            tick.lineTo(x + 0.42 * TICK_BOX, bottom + 0.24 * TICK_BOX)
            tick.lineTo(x + 0.82 * TICK_BOX, bottom + 0.8 * TICK_BOX)
            canvas.setLineWidth(2)
            canvas.setLineCap(1)
            canvas.drawPath(tick)
            canvas.setLineCap(0)

    return Picture(max(TICK_BOX, line.leading), paint, label.add("Figure", alt=words))


def level_disc(code: str, step: int | None) -> Picture:
    """Return the number of a level in a disc; an open disc where there is no level.

    Decoration: the text beside it says the number and the name.
    """

    def paint(paper: Paper, x: float, top: float, _width: float, _height: float) -> None:
        canvas = paper.canvas
        radius = DISC / 2
        fill, ink = (WHITE, INK) if step is None else LEVELS[step]
        canvas.setFillColorRGB(*fill)
        canvas.setStrokeColorRGB(*(EDGE if step is None else INK))
        canvas.setLineWidth(0.9)
        canvas.circle(x + radius, top - radius, radius, fill=1)
        if code:
            label(paper, code, x + radius, top - radius, TextStyle(13, 13, Face.BOLD, ink))

    return Picture(DISC, paint, None)


def label(paper: Paper, text: str, x: float, y: float, style: TextStyle) -> None:
    """Write a short text with its middle at ``x`` and ``y``."""
    line = single_line(text, style.face)
    left = x - line_width(line) * style.size / 2
    paper.write(line, left, y - CAP_HEIGHT * style.size / 2, style)


def writing_line(height: float) -> Picture:
    """Return room to write by hand, with a line at its foot."""

    def paint(paper: Paper, x: float, top: float, width: float, height: float) -> None:
        paper.canvas.setStrokeColorRGB(*EDGE)
        paper.canvas.setLineWidth(0.6)
        paper.canvas.line(x, top - height, x + width, top - height)

    return Picture(height, paint, None)


def bar(after: float) -> Picture:
    """Return the short bar above the heading of a part."""

    def paint(paper: Paper, x: float, top: float, _width: float, height: float) -> None:
        paper.canvas.setFillColorRGB(*ACCENT)
        paper.canvas.rect(x, top - height, 14 * MM, height, stroke=0, fill=1)

    picture = Picture(1.2 * MM, paint, None, after)
    picture.keep_next = True
    return picture


def space(height: float) -> Picture:
    """Return empty space that stays at the top of a page too."""
    return Picture(height, lambda *_place: None, None)


def frame(colour: Colour, thickness: float) -> Painter:
    """Return a painter of a rounded frame."""

    def paint(paper: Paper, x: float, top: float, width: float, height: float) -> None:
        paper.canvas.setStrokeColorRGB(*colour)
        paper.canvas.setLineWidth(thickness)
        paper.canvas.roundRect(x, top - height, width, height, 2.5 * MM)

    return paint


def rule_above(colour: Colour) -> Painter:
    """Return a painter of a rule along the upper edge."""

    def paint(paper: Paper, x: float, top: float, width: float, _height: float) -> None:
        paper.canvas.setStrokeColorRGB(*colour)
        paper.canvas.setLineWidth(0.7)
        paper.canvas.line(x, top, x + width, top)

    return paint


def rule_beside(colour: Colour) -> Painter:
    """Return a painter of a rule along the left edge."""

    def paint(paper: Paper, x: float, top: float, _width: float, height: float) -> None:
        paper.canvas.setStrokeColorRGB(*colour)
        paper.canvas.setLineWidth(1.5)
        paper.canvas.line(x + 1, top - 2, x + 1, top - height + 2)

    return paint
