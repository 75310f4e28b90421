"""How every part begins: a bar, a heading that is a bookmark, and a sentence."""

from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.layout import Block, PageBreak
from collabkit.reports.pdf.marks import bar, space
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import LEAD, MM, PART

_SPACE = 12 * MM  # above a part that follows another on the same page


def opening(
    title: str, lead: str, key: str, root: Element, *, new_page: bool = True
) -> list[Block]:
    """Return the blocks that open a part, on a new page as a rule."""
    blocks: list[Block] = [
        PageBreak() if new_page else space(_SPACE),
        bar(after=8),
        Heading(title, PART, root.add("H2"), key),
    ]
    if lead:
        blocks.append(Text(lead, LEAD, root.add("P")))
    return blocks
