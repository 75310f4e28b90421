"""What stands out: statements by kind, each with a sentence that can be read aloud."""

from collabkit.reports.contents.parts import FindingEntry, FindingsPart
from collabkit.reports.pdf.blocks import Columns, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import list_item
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    BODY,
    HEADING,
    MM,
    NUMBER,
    STATEMENT,
    UNDER_HEADING,
)
from collabkit.reports.pdf.text import Run

_NUMBERS = 10 * MM


def findings_page(part: FindingsPart, key: str, root: Element) -> list[Block]:
    """Return the blocks of the findings, numbered in talking order through all the kinds."""
    blocks = opening(part.title, part.lead, key, root)
    number = 0
    for group in part.groups:
        blocks.append(Text(group.name, HEADING, root.add("H3")))
        blocks.append(Text(group.meaning, UNDER_HEADING, root.add("P")))
        items = root.add("L")
        for entry in group.entries:
            number += 1
            blocks.append(_item(number, entry, items))
    return blocks


def _item(number: int, entry: FindingEntry, items: Element) -> Columns:
    return list_item(
        items,
        lambda label: Text(str(number), NUMBER, label),
        lambda body: [
            Text(entry.statement, STATEMENT, body.add("P")),
            Text(
                [Run(f"{entry.theme}. ", Face.SEMIBOLD), Run(entry.sentence)], BODY, body.add("P")
            ),
        ],
        column=_NUMBERS,
        after=8,
    )
