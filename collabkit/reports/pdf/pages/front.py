"""How a short report begins: its title, whose it is and when, in a few lines."""

from dataclasses import replace

from collabkit.i18n import _
from collabkit.reports.contents.parts import Cover
from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import bar, space
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import MM, SMALL, STATEMENT, TITLE
from collabkit.reports.pdf.text import Run

_NAME = replace(TITLE, size=26, leading=32, after=2, keep_next=True)
_WHOSE = replace(STATEMENT, size=13, leading=18, after=2, keep_next=True)
_FACTS = replace(SMALL, after=1, keep_next=True)


def front_opening(cover: Cover, root: Element) -> list[Block]:
    """Return the blocks that open a report without a cover."""
    blocks: list[Block] = []
    if cover.sample:
        blocks.append(Text(cover.sample, replace(SMALL, face=Face.SEMIBOLD), root.add("P")))
    return [
        *blocks,
        bar(after=8),
        Heading(cover.title, _NAME, root.add("H1"), "cover"),
        Text(cover.charity, _WHOSE, root.add("P")),
        *(
            Text(
                [Run(_("{label}: ").format(label=fact.label), Face.SEMIBOLD), Run(fact.value)],
                _FACTS,
                root.add("P"),
            )
            for fact in cover.facts
        ),
        space(7 * MM),
    ]
