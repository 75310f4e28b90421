"""The parts of an outcome on paper, drawn from the same blocks as on screen.

What can be ticked or written on screen can be ticked or written on paper: what is chosen already
has its tick, what is written stands there, and everything else leaves room for a pen.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes import blocks as told
from collabkit.i18n import _
from collabkit.reports.contents.parts import Column, Fact
from collabkit.reports.pdf.blocks import Columns, Heading, Padding, Stack, Text
from collabkit.reports.pdf.dots import dot_strip
from collabkit.reports.pdf.facts import labelled
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import bullets, list_item
from collabkit.reports.pdf.marks import bar, frame, rule_above, space, tick_box, writing_line
from collabkit.reports.pdf.shapes import shapes_drawn
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ACCENT,
    BODY,
    CELL,
    CELL_HEAD,
    EDGE,
    LINE,
    MM,
    NUMBER,
    SHORT_PART,
    SMALL,
    STATEMENT,
    TICK_BOX,
    TextStyle,
)
from collabkit.reports.pdf.table import GAP, Table, wide
from collabkit.reports.pdf.text import Run

_BETWEEN = 5.5 * MM  # between two parts
_SUMMARY = TextStyle(size=13, leading=18, face=Face.SEMIBOLD, after=8)
_QUIET = replace(SMALL, after=6)
_SUBHEADING = replace(STATEMENT, before=8, after=4, keep_next=True)
_ENTRY_BODY = replace(BODY, after=2)
_BOXES = TICK_BOX + 4 * MM
_NUMBERS = 9 * MM
_WRITING = 8 * MM  # height of a line to write on
_LINES = 2  # to write on, where several are wanted
_ACROSS = 3  # columns of a board beside each other; more go below
_GUTTER = 5 * MM
_ROW_NAME = 34 * MM  # the least for the first column of a table of figures
_FIGURES = 24 * MM  # the most for a column of figures


def outcome_key(part: told.Part) -> str:
    """Return the bookmark of a part."""
    return f"outcome-{part.key}"


def outcome_pages(parts: Sequence[told.Part], root: Element, width: float) -> list[Block]:
    """Return the blocks of all parts, one after the other; ``width`` is between the margins."""
    blocks: list[Block] = []
    for part in parts:
        blocks.append(space(_BETWEEN) if blocks else bar(after=8))
        blocks.append(Heading(part.title, SHORT_PART, root.add("H2"), outcome_key(part)))
        for block in part.blocks:
            blocks += _drawn(block, root, width)
    return blocks


def _drawn(block: told.Block, root: Element, width: float) -> list[Block]:
    match block:
        case told.Paragraph():
            return [_paragraph(block, root)]
        case told.Subheading():
            return [Text(block.text, _SUBHEADING, root.add("H3"))]
        case told.Facts():
            pairs = [(fact.label, fact.value) for fact in block.entries]
            return [Table(pairs, (44 * MM, None), root, row_headings=True)]
        case told.Bullets():
            return [*bullets(block.entries, root), space(2 * MM)]
        case told.Entries():
            return _entries(block.entries, root, numbered=block.numbered, ticked=block.ticked)
        case told.Fold():
            title = Text(block.title, _SUBHEADING, root.add("H3"))
            return [title, *_entries(block.entries, root)]
        case told.Table():
            widths = _table_widths(block, width)
            return [Table(block.rows, widths, root, head=block.head, row_headings=True)]
        case told.Board():
            return _board(block, root, width)
        case told.Dots():
            return [_dots(block, root, width)]
        case told.Shapes():
            return shapes_drawn(block, root, width, _table_widths(block.table, width))
        case told.Ideas():
            return _ideas(block, root)
        case told.Pick():
            return _pick(block, root)
        case told.Field():
            return [_field(block, root)]
        case _:
            assert_never(block)


def _paragraph(block: told.Paragraph, root: Element) -> Block:
    match block.tone:
        case told.Tone.LEAD:
            return Text(block.text, _SUMMARY, root.add("P"))
        case told.Tone.QUIET:
            return Text(block.text, _QUIET, root.add("P"))
        case told.Tone.CARE:
            words = Text(block.text, replace(BODY, face=Face.SEMIBOLD, after=0), root.add("P"))
            return Stack(
                [words],
                whole=True,
                padding=Padding(7, 9, 7, 9),
                ground=frame(ACCENT, 1.2),
                before=4,
                after=8,
            )
        case _:
            return Text(block.text, BODY, root.add("P"))


def _entries(
    entries: Sequence[told.Entry], root: Element, *, numbered: bool = False, ticked: bool = False
) -> list[Block]:
    items = root.add("L")
    return [
        _entry(entry, items, number if numbered else None, ticked=ticked)
        for number, entry in enumerate(entries, 1)
    ]


def _entry(entry: told.Entry, items: Element, number: int | None, *, ticked: bool) -> Block:
    def label(element: Element) -> Block:
        if ticked:
            return tick_box(element, is_ticked=False, line=STATEMENT)
        if number is not None:
            return Text(str(number), replace(NUMBER, size=12, leading=15.5), element)
        return Text("•", STATEMENT, element)

    def body(element: Element) -> list[Block]:
        runs = [Run(entry.title, Face.SEMIBOLD if entry.text or entry.mark else Face.REGULAR)]
        if entry.mark:
            runs.append(Run(_("  ({mark})").format(mark=entry.mark)))
        style = replace(STATEMENT, face=Face.REGULAR, size=11, leading=15)
        blocks: list[Block] = [Text(runs, replace(style, after=1), element.add("P"))]
        if entry.text:
            blocks.append(Text(entry.text, _ENTRY_BODY, element.add("P")))
        if entry.note:
            blocks.append(Text(entry.note, SMALL, element.add("P")))
        return blocks

    column = _BOXES if ticked else _NUMBERS if number is not None else 5 * MM
    return list_item(items, label, body, column=column, after=5)


def _table_widths(block: told.Table, width: float) -> list[float | None]:
    """Give figures what they need, the first column more, and let the others share the rest."""
    others = max(1, len(block.head) - 1)
    most = min(_FIGURES, (width - _ROW_NAME) / others - GAP)
    columns = list(zip(block.head, *block.rows, strict=True))
    first = min(52 * MM, width * 0.4)
    rest: list[float | None] = [
        min(most, _needed(columns[number])) if number in block.numbers else None
        for number in range(1, len(block.head))
    ]
    return [None if None not in rest else first, *rest]


def _needed(column: Sequence[str]) -> float:
    """Return the width in which no figure is broken, and no word of the head."""
    head, *figures = column
    words = [wide(word, CELL_HEAD) for word in head.split()]
    return max((*words, *(wide(text, CELL) for text in figures)), default=0.0)


def _board(block: told.Board, root: Element, width: float) -> list[Block]:
    rows: list[Block] = []
    for start in range(0, len(block.columns), _ACROSS):
        columns = block.columns[start : start + _ACROSS]
        stacks = [Stack(_board_column(column, root)) for column in columns]
        # A board that is taken apart would lose its headings on the next page.
        rows.append(
            Columns(stacks, [None] * len(stacks), gap=_GUTTER, whole=True, before=4, after=8)
        )
    return rows


def _board_column(column: told.Column, root: Element) -> list[Block]:
    title = Stack(
        [Text(column.title, replace(STATEMENT, after=3), root.add("H3"))],
        padding=Padding(top=5),
        ground=rule_above(EDGE),
    )
    if not column.entries:
        return [title, Text(column.if_empty, _QUIET, root.add("P"))]
    return [title, *_entries(column.entries, root)]


def _dots(block: told.Dots, root: Element, width: float) -> Block:
    numbered = len(block.columns) == 5
    columns = [
        Column(str(number) if numbered else "", name, count)
        for number, (name, count) in enumerate(block.columns, 1)
    ]
    apart = [Column("", name, count) for name, count in block.apart]
    statement = Text(block.statement, STATEMENT, root.add("P"))
    strip = dot_strip(columns, apart, root.add("Figure"), width)
    sentence = Text(block.sentence, replace(BODY, after=4), root.add("P"))
    return Stack(
        [statement, strip, sentence],
        whole=True,
        padding=Padding(top=6, bottom=4),
        ground=rule_above(LINE),
    )


def _ideas(block: told.Ideas, root: Element) -> list[Block]:
    items = root.add("L")
    return [
        list_item(
            items,
            lambda label: tick_box(label, is_ticked=False, line=STATEMENT),
            lambda body, idea=idea: [  # type: ignore[misc]
                Text(idea.text, replace(BODY, after=1), body.add("P")),
                Text(_weight(idea), SMALL, body.add("P")),
            ],
            column=_BOXES,
            after=5,
        )
        for idea in block.entries
    ]


def _weight(idea: told.Idea) -> str:
    if idea.effort is None:
        return kind_name(idea.kind)
    return _("{kind} · {effort}").format(kind=kind_name(idea.kind), effort=effort_name(idea.effort))


def _pick(block: told.Pick, root: Element) -> list[Block]:
    prompt = Text(block.prompt, _SUBHEADING, root.add("P"))  # first, as tags are read in order
    items = root.add("L")
    return [
        prompt,
        *(
            list_item(
                items,
                lambda label, option=option: tick_box(  # type: ignore[misc]
                    label, is_ticked=option.code in block.chosen, line=STATEMENT
                ),
                lambda body, option=option: [  # type: ignore[misc]
                    Text(option.name, replace(BODY, after=1), body.add("P")),
                    *([Text(option.text, SMALL, body.add("P"))] if option.text else []),
                ],
                column=_BOXES,
                after=4,
            )
            for option in block.options
            # Once something is chosen, the rest is no news on paper.
            if not block.chosen or option.code in block.chosen
        ),
    ]


def _field(block: told.Field, root: Element) -> Block:
    lines = _LINES if block.kind is told.FieldKind.TEXT else 1
    blank = Stack([writing_line(_WRITING) for _line in range(lines)])
    fact = Fact(block.label, block.shown or block.value)
    style = replace(BODY, after=2)
    stack = labelled(fact, style, root, blank)
    return Stack([stack], whole=True, before=4, after=6)
