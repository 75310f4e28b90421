"""Every statement with the description of each of its levels."""

from dataclasses import replace

from collabkit.reports.contents.session_parts import StatementWording, WordingPart
from collabkit.reports.pdf.blocks import Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import rule_above
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import INK, LINE, SMALL, STATEMENT, STATEMENT_TITLE
from collabkit.reports.pdf.text import Run

_LEVEL = replace(SMALL, colour=INK, after=1.5)


def wording_pages(part: WordingPart, key: str, root: Element) -> list[Block]:
    """Return the blocks of all statements in full."""
    blocks = opening(part.title, part.lead, key, root)
    return blocks + [_statement(entry, root) for entry in part.statements]


def _statement(entry: StatementWording, root: Element) -> Block:
    return Stack(
        [
            Text(entry.heading, STATEMENT_TITLE, root.add("H3")),
            Text(entry.statement, replace(STATEMENT, size=10.5, leading=14.5), root.add("P")),
            *(
                Text(
                    [Run(f"{level.label}: ", Face.SEMIBOLD), Run(level.value)],
                    _LEVEL,
                    root.add("P"),
                )
                for level in entry.levels
            ),
        ],
        whole=True,
        padding=Padding(top=7, bottom=5),
        ground=rule_above(LINE),
    )
