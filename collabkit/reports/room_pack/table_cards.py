"""Cards for the tables: what the numbers mean, one card for each way of answering.

A card is one page, folded in the middle to stand like a tent. The upper half stands on its head, so
that both sides of the table can read it.
"""

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Columns, Heading, Picture, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import label
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ACCENT,
    EDGE,
    INK,
    LEVELS,
    MM,
    SMALL,
    WHITE,
    SheetSize,
    TextStyle,
)
from collabkit.reports.pdf.text import shortened
from collabkit.reports.room_pack.material import Asked, Material
from collabkit.reports.room_pack.printing import Furniture, Side, Standing, printed
from collabkit.room.choices import RoomChoice

_INSET = 16 * MM
_SCALES = (1.25, 1.12, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
_STEPS = len(LEVELS)


def table_cards(material: Material, size: SheetSize) -> bytes:
    """Return a card for each answer form of the session as a tagged PDF."""
    root = Element("Document")
    middle = size.height / 2
    width, room = size.width - 2 * _INSET, middle - 2 * _INSET
    sides = []
    for number, asked in enumerate(material.by_form):
        scale = next(
            (s for s in _SCALES if _card(asked, s, Element("Sect"), number).height(width) <= room),
            _SCALES[-1],
        )
        card = _card(asked, scale, root.add("Sect"), number)
        air = max(0.0, (room - card.height(width)) / 2)
        lower = Standing(card, _INSET, middle - _INSET - air, width)
        upper = _card(asked, scale, Element("Sect"), number)
        sides.append(Side((lower,), _upper_half(upper, lower, material.line)))
    title = _("Table cards: {title}").format(title=material.preparation.title)
    return printed(title, sides, size, root, material.made_on)


def _card(asked: Asked, scale: float, parent: Element, number: int) -> Block:
    prompt = TextStyle(16 * scale, 21 * scale, Face.SEMIBOLD, ACCENT, after=10 * scale)
    name = TextStyle(23 * scale, 30 * scale, Face.SEMIBOLD, after=0)
    out = TextStyle(18 * scale, 30 * scale, after=0)
    title = parent.add("H1" if not number else "H2")
    items = parent.add("L")
    has_five = len(asked.levels) == _STEPS
    levels = [_entry(each, name, items, 30 * scale, has_five) for each in asked.levels]
    apart = [_entry(each, out, items, 30 * scale, False) for each in asked.ways_out]
    if apart:
        apart[0].before = 12 * scale
    return Stack([Heading(asked.form.prompt, prompt, title, f"card-{number}"), *levels, *apart])


def _entry(
    choice: RoomChoice, style: TextStyle, items: Element, disc: float, has_five: bool
) -> Block:
    item = items.add("LI")
    mark = _disc(
        choice.mark,
        choice.step if has_five else None,
        disc,
        item.add("Lbl").add("Figure", alt=choice.mark),
    )
    name = Text(choice.name, style, item.add("LBody").add("P"))
    return Columns([mark, name], (disc * 1.55, None), whole=True, after=disc * 0.16)


def _disc(mark: str, step: int | None, size: float, element: Element) -> Block:
    """Return the number in a disc of the colour of its step; the outline stays in greyscale."""
    fill, ink = (WHITE, INK) if step is None else LEVELS[step]

    def paint(paper: Paper, x: float, top: float, _width: float, _height: float) -> None:
        radius = size / 2
        paper.canvas.setFillColorRGB(*fill)
        paper.canvas.setStrokeColorRGB(*INK)
        paper.canvas.setLineWidth(1.1)
        paper.canvas.circle(x + radius, top - radius, radius, fill=1)
        style = TextStyle(size * 0.62, size, Face.BOLD, ink)
        label(paper, mark, x + radius, top - radius, style)

    return Picture(size, paint, element)


def _upper_half(card: Block, lower: Standing, line: str) -> Furniture:
    """Return what draws the other side of the card: the same, turned round by half a turn."""

    def draw(paper: Paper) -> None:
        canvas = paper.canvas
        width, height = paper.size.width, paper.size.height
        canvas.saveState()
        canvas.translate(width, height)
        canvas.rotate(180)
        card.draw(paper, lower.x, lower.top, lower.width)
        _name(paper, line)
        canvas.restoreState()
        _name(paper, line)
        canvas.setStrokeColorRGB(*EDGE)
        canvas.setLineWidth(0.8)
        canvas.setDash(2, 3)
        canvas.line(0, height / 2, width, height / 2)
        canvas.setDash()

    return draw


def _name(paper: Paper, line: str) -> None:
    paper.write(shortened(line, paper.size.width - 2 * _INSET, SMALL.size), _INSET, 11 * MM, SMALL)
