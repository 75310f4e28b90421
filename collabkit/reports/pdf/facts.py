"""A small label with what stands under it."""

from collabkit.reports.contents.parts import Fact
from collabkit.reports.pdf.blocks import Stack, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import LABEL, TextStyle


def labelled(fact: Fact, style: TextStyle, parent: Element, blank: Block | None = None) -> Stack:
    """Return a fact as one paragraph, with ``blank`` in the place of a value that is missing."""
    paragraph = parent.add("P")
    # The space keeps label and value apart for a screen reader, which sees no line between them.
    label = Text(f"{fact.label} ", LABEL, paragraph)
    if not fact.value and blank:
        return Stack([label, blank])
    return Stack([label, Text(fact.value, style, paragraph)])
