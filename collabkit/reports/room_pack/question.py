"""One statement of a ballot with its boxes."""

from dataclasses import replace

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Columns, Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import rule_above
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT, EDGE, TextStyle
from collabkit.reports.pdf.text import Run
from collabkit.reports.room_pack.boxes import in_a_row, listed, side_by_side
from collabkit.reports.room_pack.material import Asked


class BallotType:
    """The type of a ballot: all of it in one size, in points, but for what is larger."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.gutter = size * 1.9  # the column of the numbers of statements
        self.between = size * 0.5  # above and below the rule between two statements
        self.body = TextStyle(size=size, leading=size * 1.25, after=size * 0.4)
        self.prompt = replace(self.body, colour=ACCENT, face=Face.SEMIBOLD, after=size * 0.6)
        self.statement = TextStyle(size * 1.08, size * 1.32, Face.BOLD, after=size * 0.4)
        title = max(size * 1.2, 20)
        self.title = TextStyle(title, title * 1.2, Face.BOLD, ACCENT, after=2)


def question(
    asked: Asked, root: Element, kind: BallotType, width: float, *, is_first: bool
) -> Block:
    """Return one statement; the first one below a prompt has no rule above it."""
    parent = root.add("Sect")
    heading = parent.add("H2")
    number = Text(f"{asked.number}. ", kind.statement, heading)
    inner = width - kind.gutter
    body = Stack([*words_of(asked, parent, heading, kind), *_answers(asked, parent, kind, inner)])
    return Stack(
        [Columns([number, body], (kind.gutter, None))],
        whole=True,
        padding=Padding(top=0 if is_first else kind.between, bottom=kind.between),
        ground=None if is_first else rule_above(EDGE),
    )


def words_of(asked: Asked, parent: Element, heading: Element, kind: BallotType) -> list[Block]:
    """Return the statement and, where it has two ends, both of them beside each other."""
    ends = asked.item.ends
    is_titled = asked.quotes_its_ends and bool(asked.item.title)
    words = asked.item.title if is_titled else asked.item.statement
    blocks: list[Block] = [Text(words, kind.statement, heading)]
    if ends and (is_titled or not asked.quotes_its_ends):
        sides = [
            Text([Run(f"{name} ", Face.SEMIBOLD), Run(end)], kind.body, parent.add("P"))
            for name, end in zip((_("From:"), _("To:")), ends, strict=True)
        ]
        blocks.append(Columns(sides, (None, None), gap=kind.size * 1.5, after=kind.size * 0.6))
    return blocks


def _answers(asked: Asked, parent: Element, kind: BallotType, width: float) -> list[Block]:
    """Return the boxes: in a row where short names fit in one, otherwise under each other."""
    row = None if asked.is_described else in_a_row(asked.choices, kind.body, parent, width)
    if row:
        return [row]
    levels = listed(asked.levels, kind.body, parent)
    apart = side_by_side(asked.ways_out, kind.body, parent, width)
    return [*levels, *([apart] if apart else listed(asked.ways_out, kind.body, parent))]
