"""What a room left for another time, and what it thought of and did not adopt."""

from dataclasses import replace

from collabkit.reports.contents.session_parts import OtherAction, OtherActions, ParkedStatements
from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import bullets, list_item
from collabkit.reports.pdf.marks import bar
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import HEADING, MM, SHORT_PART, SMALL, STATEMENT, UNDER_HEADING

_BULLETS = 5 * MM


def other_actions_page(part: OtherActions, key: str, root: Element) -> list[Block]:
    """Return the blocks of the actions that were not adopted."""
    blocks: list[Block] = [
        bar(after=8),
        Heading(part.title, SHORT_PART, root.add("H2"), key),
        Text(part.lead, UNDER_HEADING, root.add("P")),
    ]
    items = root.add("L")
    return blocks + [_other(entry, items) for entry in part.entries]


def parked_statements_list(part: ParkedStatements, root: Element) -> list[Block]:
    """Return the blocks of the statements that were parked, to stand within a part."""
    return [
        Text(part.heading, HEADING, root.add("H3")),
        Text(part.lead, UNDER_HEADING, root.add("P")),
        *bullets(part.entries, root),
    ]


def _other(entry: OtherAction, items: Element) -> Block:
    return list_item(
        items,
        lambda label: Text("•", STATEMENT, label),
        lambda body: [
            Text(entry.text, replace(STATEMENT, after=1), body.add("P")),
            *(
                Text(f"{reason.label}: {reason.value}", SMALL, body.add("P"))
                for reason in entry.reasons
            ),
        ],
        column=_BULLETS,
        after=8,
    )
