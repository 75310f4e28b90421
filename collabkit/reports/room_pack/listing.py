"""Numbered steps, and words to be said aloud."""

from collections.abc import Sequence
from dataclasses import replace

from collabkit.reports.pdf.blocks import Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import list_item
from collabkit.reports.pdf.marks import rule_beside
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT, TextStyle

_COLUMN = 2.2  # of the numbers, in sizes of the type
_BULLETS = 1.2
_ALOUD = TextStyle(size=13, leading=18, after=3)


def numbered(points: Sequence[str], root: Element, style: TextStyle) -> list[Block]:
    """Return a list whose points have numbers."""
    items = root.add("L")
    tight = replace(style, after=0)
    number = replace(tight, face=Face.BOLD, colour=ACCENT)
    return [
        list_item(
            items,
            lambda label, place=place: Text(f"{place}. ", number, label),  # type: ignore[misc]
            lambda body, point=point: [Text(point, tight, body.add("P"))],  # type: ignore[misc]
            column=_COLUMN * style.size,
            after=style.size * 0.55,
        )
        for place, point in enumerate(points, start=1)
    ]


def bulleted(points: Sequence[str], root: Element, style: TextStyle) -> list[Block]:
    """Return a list with a bullet before each point."""
    items = root.add("L")
    tight = replace(style, after=0)
    return [
        list_item(
            items,
            lambda label: Text("• ", tight, label),
            lambda body, point=point: [Text(point, tight, body.add("P"))],  # type: ignore[misc]
            column=_BULLETS * style.size,
            after=style.after / 2,
        )
        for point in points
    ]


def aloud(sentences: Sequence[str], parent: Element, scale: float = 1) -> Block:
    """Return words to be said aloud, with a bar beside them."""
    style = replace(_ALOUD, size=_ALOUD.size * scale, leading=_ALOUD.leading * scale)
    return Stack(
        [Text(sentence, style, parent.add("P")) for sentence in sentences],
        padding=Padding(left=10),
        ground=rule_beside(ACCENT),
        before=2,
        after=5,
    )
