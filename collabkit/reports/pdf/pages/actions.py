"""The plan: a page for the wall with what is done now, and the parked actions after it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from collabkit.reports.contents.parts import ActionEntry, Fact, PlanPart
from collabkit.reports.pdf.blocks import Columns, Padding, Stack, Text
from collabkit.reports.pdf.facts import labelled
from collabkit.reports.pdf.layout import Block, stack_height
from collabkit.reports.pdf.listing import list_item
from collabkit.reports.pdf.marks import frame, rule_above, tick_box, writing_line
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ACCENT,
    BODY,
    HEADING,
    LABEL,
    LINE,
    MM,
    STATEMENT,
    TICK_BOX,
    WALL_ACTION,
    WALL_VALUE,
    SheetSize,
    TextStyle,
)

_GAP = 7 * MM  # between facts that stand beside each other
_DATES, _STATUS = 43 * MM, 28 * MM
_SCALES = (
    (1, 15), (1, 12), (1, 9.5), (0.92, 9), (0.84, 9), (0.76, 9), (0.66, 8), (0.56, 7.5),
)  # fmt: skip
_LEAST = 0.75  # of the type of a value: never smaller than what is read elsewhere
_BOXES = TICK_BOX + 4 * MM  # the column of tick boxes


@dataclass(frozen=True, slots=True)
class _Size:
    """The type of an action: large for the wall, small for what is parked."""

    action: TextStyle
    value: TextStyle
    line: float  # height of a line to write on


_SMALL = _Size(replace(STATEMENT, after=4), replace(BODY, after=0), 7.5 * MM)


def now_page(part: PlanPart, key: str, root: Element, size: SheetSize) -> list[Block]:
    """Return the blocks of what is done now, on a page of its own."""
    blocks = opening(part.now_title, part.now_lead, key, root)
    return blocks + _cards(part.now, root, _largest(part.now, blocks, size))


def parked_pages(part: PlanPart, key: str, root: Element) -> list[Block]:
    """Return the blocks of what is parked; none if nothing is."""
    if not part.parked:
        return []
    blocks = opening(part.parked_title, part.parked_lead, key, root)
    for group in part.parked:
        blocks.append(Text(group.name, HEADING, root.add("H3")))
        items = root.add("L")
        blocks += [_parked(entry, items) for entry in group.actions]
    return blocks


def _largest(entries: Sequence[ActionEntry], above: Sequence[Block], sheet: SheetSize) -> _Size:
    """Return the largest type in which the actions fit below ``above``, or the smallest there is.

    With large type and room to spare the lines to write on stand further apart.
    """
    sizes = [
        _Size(_scaled(WALL_ACTION, scale), _scaled(WALL_VALUE, max(scale, _LEAST)), line * MM)
        for scale, line in _SCALES
    ]
    for size in sizes:
        page = [*above, *_cards(entries, Element("Document"), size)]
        if stack_height(page, sheet.content_width) <= sheet.content_height:
            return size
    return sizes[-1]


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def _cards(entries: Sequence[ActionEntry], root: Element, size: _Size) -> list[Block]:
    items = root.add("L")
    return [
        Stack(
            [_action(entry, items, size)],
            whole=True,
            padding=Padding(5 * MM, 6 * MM, 5 * MM, 6 * MM),
            ground=frame(ACCENT, 1.3),
            after=4 * MM,
        )
        for entry in entries
    ]


def _parked(entry: ActionEntry, items: Element) -> Block:
    return Stack(
        [_action(entry, items, _SMALL)],
        whole=True,
        padding=Padding(top=8, bottom=6),
        ground=rule_above(LINE),
    )


def _action(entry: ActionEntry, items: Element, size: _Size) -> Block:
    return list_item(
        items,
        lambda label: tick_box(label, is_ticked=entry.is_done, line=size.action),
        lambda body: _body(entry, body, size),
        column=_BOXES,
    )


def _body(entry: ActionEntry, body: Element, size: _Size) -> list[Block]:
    text: Block = (
        Text(entry.text, size.action, body.add("P")) if entry.text else writing_line(size.line)
    )
    blocks = [text]
    if entry.kind and size is not _SMALL:  # parked actions stand under their kind
        blocks.append(Text(entry.kind, LABEL, body.add("P")))
    blocks += [
        Text(f"{reason.label}: {reason.value}", replace(BODY, after=4), body.add("P"))
        for reason in entry.reasons
    ]
    right = _DATES + _GAP + _STATUS
    people = [_fact(fact, body, size) for fact in (entry.owner, entry.due, entry.status) if fact]
    steps = [_fact(fact, body, size) for fact in (entry.first_step, entry.sign)]
    widths = (None, _DATES, _STATUS) if entry.status else (None, right)
    blocks.append(Columns(people, widths, gap=_GAP, before=5))
    blocks.append(Columns(steps, (None, right), gap=_GAP, before=5))
    blocks += [_line(fact, body, before=5) for fact in entry.further]
    return blocks


def _line(fact: Fact, body: Element, *, before: float) -> Block:
    style = replace(BODY, before=before, after=0)
    return Text(f"{fact.label}: {fact.value}", style, body.add("P"))


def _fact(fact: Fact, body: Element, size: _Size) -> Stack:
    return labelled(fact, size.value, body, writing_line(size.line - LABEL.after))
