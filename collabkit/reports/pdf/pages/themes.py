"""A part for each theme: its question, its score, and every statement that was asked."""

from collabkit.assessments.levels import Level
from collabkit.reports.contents.parts import Fact, StatementEntry, ThemePart
from collabkit.reports.pdf.blocks import Columns, Padding, Stack, Text
from collabkit.reports.pdf.dots import dot_strip
from collabkit.reports.pdf.facts import labelled
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import DISC, level_disc, rule_above, rule_beside
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ANSWER,
    BODY,
    EDGE,
    FIGURE,
    LINE,
    MM,
    NEXT_LEVEL,
    STATEMENT,
    STATEMENT_TITLE,
)
from collabkit.reports.pdf.text import Run

_GUTTER = DISC + 5 * MM  # the column of level discs
_BETWEEN = 12 * MM  # above a theme that does not begin a page
_SHORT = 500  # characters of remarks with which a statement still stays on one page


def theme_pages(theme: ThemePart, key: str, root: Element, width: float) -> list[Block]:
    """Return the blocks of one theme; ``width`` is that between the margins."""
    blocks = opening(theme.name, theme.question, key, root)
    facts = Columns(
        [labelled(fact, FIGURE, root) for fact in theme.facts], [None] * len(theme.facts)
    )
    facts.after = 3.5 * MM
    blocks[0].before = _BETWEEN
    blocks.append(facts)
    for block in blocks:
        block.keep_next = True  # a theme that follows another never begins without a statement
    return [*blocks, *(_statement(entry, root, width) for entry in theme.statements)]


def _statement(entry: StatementEntry, root: Element, width: float) -> Block:
    blocks: list[Block] = []
    if entry.title:
        blocks.append(Text(entry.title, STATEMENT_TITLE, root.add("H3")))
    blocks.append(Text(entry.statement, STATEMENT, root.add("P")))
    blocks += _result(entry, root, width)
    if entry.next_level:
        runs = [
            Run(f"{entry.next_label}: {_full_name(entry.next_level)}. ", Face.SEMIBOLD),
            Run(entry.next_level.description),
        ]
        blocks.append(Text(runs, NEXT_LEVEL, root.add("P")))
    remarks = [_remark(remark, root) for remark in entry.remarks]
    is_short = sum(len(remark.value) for remark in entry.remarks) < _SHORT
    body: Block = Stack([*blocks, *remarks] if is_short else [Stack(blocks, whole=True), *remarks])
    if entry.is_own:
        body = Columns([_disc(entry), body], (_GUTTER, None))
    # Dots need height, a person's own answer has air to spare.
    padding = Padding(top=11, bottom=8) if entry.is_own else Padding(top=8, bottom=5)
    return Stack([body], whole=is_short, padding=padding, ground=rule_above(LINE))


def _disc(entry: StatementEntry) -> Block:
    if entry.chosen is None:
        return level_disc(entry.sign, None)
    return level_disc(entry.chosen.mark, entry.chosen.step if entry.has_five_steps else None)


def _result(entry: StatementEntry, root: Element, width: float) -> list[Block]:
    if entry.chosen:
        runs = [Run(f"{_full_name(entry.chosen)}. ", Face.SEMIBOLD), Run(entry.chosen.description)]
        return [Text(runs, ANSWER, root.add("P"))]
    blocks: list[Block] = []
    if entry.columns:
        figure = root.add("Figure")
        blocks.append(dot_strip(entry.columns, entry.apart, figure, width))
    runs = [Run(entry.sentence)]
    if entry.band:
        runs += [Run(" "), Run(f"{entry.band}.", Face.SEMIBOLD)]
    blocks.append(Text(runs, ANSWER, root.add("P")))
    return blocks


def _remark(remark: Fact, root: Element) -> Stack:
    runs = [Run(f"{remark.label}: ", Face.SEMIBOLD), Run(remark.value)]
    return Stack(
        [Text(runs, BODY, root.add("P"))],
        padding=Padding(left=9),
        ground=rule_beside(EDGE),
        before=2,
        after=6,
    )


def _full_name(level: Level) -> str:
    return f"{level.mark} {level.name}".strip()
