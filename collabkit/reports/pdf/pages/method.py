"""How everything was worked out."""

from dataclasses import replace

from collabkit.reports.contents.parts import MethodPart
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import bullets
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY, HEADING


def method_page(part: MethodPart, key: str, root: Element) -> list[Block]:
    """Return the blocks of the method."""
    blocks = opening(part.title, part.lead, key, root)
    for section in part.sections:
        blocks.append(Text(section.title, HEADING, root.add("H3")))
        style = replace(BODY, keep_next=bool(section.points))
        blocks += [Text(sentence, style, root.add("P")) for sentence in section.sentences]
        if section.points:
            blocks += bullets(section.points, root)
    return blocks
