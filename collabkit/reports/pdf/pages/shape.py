"""The shape: a picture, and the same numbers as a table."""

from collabkit.reports.contents.parts import ShapePart
from collabkit.reports.pdf.blocks import Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.radar import radar
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import MM, SMALL
from collabkit.reports.pdf.table import Table


def shape_page(part: ShapePart, key: str, root: Element) -> list[Block]:
    """Return the blocks of the shape."""
    blocks = opening(part.title, part.lead, key, root)
    if part.is_drawn:
        blocks.append(radar(part.themes, root.add("Figure", alt=part.in_words)))
    if part.caption:
        blocks.append(Text(part.caption, SMALL, root.add("P"), align=0.5))
    blocks.append(
        Table(
            [(theme.name, theme.shown, theme.band, theme.answered) for theme in part.themes],
            (None, 38 * MM, 40 * MM, 28 * MM),
            root,
            head=part.head,
            row_headings=True,
            before=12,
        )
    )
    return blocks
