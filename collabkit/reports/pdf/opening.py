"""How every part begins: a bar, a heading that is a bookmark, and a sentence."""

from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import bar
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import LEAD, PART


def opening(title: str, lead: str, key: str, root: Element) -> list[Block]:
    """Return the blocks that open a part."""
    blocks: list[Block] = [
        bar(after=8),
        Heading(title, PART, root.add("H2"), key),
    ]
    if lead:
        blocks.append(Text(lead, LEAD, root.add("P")))
    return blocks
