"""How everything was worked out."""

from dataclasses import replace

from collabkit.reports.contents.parts import MethodPart
from collabkit.reports.pdf.blocks import Heading, Stack, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import bullets
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY, HEADING, SHORT_PART, STATEMENT, TextStyle

_SHORT_HEADING = replace(STATEMENT, before=6, after=2, keep_next=True)
_TOGETHER = 5  # points that stay on one page


def method_page(part: MethodPart, key: str, root: Element) -> list[Block]:
    """Return the blocks of the method."""
    return [*opening(part.title, part.lead, key, root), *_sections(part, root, HEADING)]


def short_method(part: MethodPart, key: str, root: Element) -> list[Block]:
    """Return them under a heading like those of the parts before it, close together."""
    return [
        Heading(part.title, SHORT_PART, root.add("H2"), key),
        *_sections(part, root, _SHORT_HEADING),
    ]


def _sections(part: MethodPart, root: Element, heading: TextStyle) -> list[Block]:
    blocks: list[Block] = []
    for section in part.sections:
        blocks.append(Text(section.title, heading, root.add("H3")))
        style = replace(BODY, keep_next=bool(section.points))
        blocks += [Text(sentence, style, root.add("P")) for sentence in section.sentences]
        if section.points:
            points = bullets(section.points, root)
            blocks += points if len(points) > _TOGETHER else [Stack(points, whole=True)]
    return blocks
