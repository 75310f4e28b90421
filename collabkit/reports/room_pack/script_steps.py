"""A step of the script: its name and minutes at the left, what to say and do beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Columns, Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import rule_above
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY, LINE, MM, MUTED, TextStyle
from collabkit.reports.room_pack.listing import aloud, bulleted

_NAMES, _GAP = 32 * MM, 2 * MM  # the column of the names
_NAME = TextStyle(size=12.5, leading=17, face=Face.BOLD, after=0)
_MINUTES = TextStyle(size=10.5, leading=14, colour=MUTED, after=0)
_PRESS = replace(_MINUTES, size=9.5, leading=13)
_DO = replace(BODY, size=11, leading=15.2, after=3)


class Kind(Enum):
    """What a line of the script is for."""

    SAY = auto()  # aloud
    DO = auto()  # for the facilitator
    POINT = auto()  # one of several, for the facilitator to choose from


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the script."""

    kind: Kind
    text: str


def say(text: str) -> Line:
    """Return words to be said aloud."""
    return Line(Kind.SAY, text)


def do(text: str) -> Line:
    """Return what the facilitator does or should know."""
    return Line(Kind.DO, text)


def point(text: str) -> Line:
    """Return one of several things to choose from."""
    return Line(Kind.POINT, text)


def step(
    name: str,
    minutes: str,
    lines: Sequence[Line],
    parent: Element,
    scale: float = 1,
    *,
    press: str = "",
) -> Block:
    """Return a step; ``minutes`` is how long it takes, in words, or empty.

    ``press`` is the button of the console that begins it, if one does. ``scale`` makes all of it
    smaller.
    """
    todo = replace(_DO, size=_DO.size * scale, leading=_DO.leading * scale)
    label = parent.add("H3")
    names: list[Block] = [Text(f"{name} ", _NAME, label)]
    if minutes:
        names.append(Text(minutes, _MINUTES, parent.add("P")))
    if press:
        names.append(Text(_("“{button}”").format(button=press), _PRESS, parent.add("P")))
    body: list[Block] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        texts = [line.text for line in group]
        match kind:
            case Kind.SAY:
                body.append(aloud(texts, parent, scale))
            case Kind.DO:
                body += [Text(text, todo, parent.add("P")) for text in texts]
            case Kind.POINT:
                body += bulleted(texts, parent, todo)
    return Stack(
        [Columns([Stack(names), Stack(body)], (_NAMES, None), gap=_GAP)],
        whole=True,
        padding=Padding(top=6 * scale, bottom=4 * scale),
        ground=rule_above(LINE),
    )
