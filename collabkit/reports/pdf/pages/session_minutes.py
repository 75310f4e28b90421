"""The one page for the minutes."""

from collections.abc import Sequence
from dataclasses import replace

from collabkit.i18n import _
from collabkit.reports.contents.parts import Fact
from collabkit.reports.contents.session_minutes import MinutesAction, MinutesPart
from collabkit.reports.pdf.blocks import Columns, Heading, Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.listing import list_item
from collabkit.reports.pdf.marks import bar, rule_above, space
from collabkit.reports.pdf.pages.session_again import again_line
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    BODY,
    HEADING,
    LINE,
    MM,
    NUMBER,
    SMALL,
    STATEMENT,
    TITLE,
)
from collabkit.reports.pdf.text import Run

_TITLE = replace(TITLE, size=22, leading=27, after=2)
_WHOSE = replace(STATEMENT, size=13, leading=18, after=4)
_HEADING = replace(HEADING, size=14, leading=18, before=10, after=4)
_ACTION = replace(STATEMENT, size=12, leading=16, after=1)
_AGAIN = replace(BODY, size=11, leading=14.5, face=Face.SEMIBOLD, after=0)
_TIGHT = replace(BODY, leading=14, after=1)
_NUMBERS = 8 * MM
_BULLETS = 5 * MM
_STANDING = 32 * MM


def minutes_page(part: MinutesPart, root: Element, *, notice: str) -> list[Block]:
    """Return the blocks of the page; ``notice`` is a last sentence, if there is one."""
    blocks: list[Block] = [bar(after=6), Heading(part.title, _TITLE, root.add("H1"), "minutes")]
    blocks.append(Text(part.charity, _WHOSE, root.add("P")))
    if part.sample:
        blocks.append(Text(part.sample, replace(SMALL, face=Face.SEMIBOLD), root.add("P")))
    blocks += [Text(_fact(fact), _TIGHT, root.add("P")) for fact in part.facts]
    blocks += _now(part, root)
    blocks.append(again_line(part.look_again, _AGAIN, root, before=0, after=0))
    blocks += _parked(part, root)
    blocks += _statements(part, root)
    blocks += _seen(part, root)
    blocks.append(space(2 * MM))
    pointer = [Text(part.pointer, replace(SMALL, after=0), root.add("P"))]
    blocks.append(Stack(pointer, padding=Padding(top=5), ground=rule_above(LINE)))
    return [*blocks, *([Text(notice, SMALL, root.add("P"))] if notice else [])]


def _now(part: MinutesPart, root: Element) -> list[Block]:
    title = Text(part.now_title, _HEADING, root.add("H2"))
    if not part.now:
        return [title, Text(part.nothing_now, BODY, root.add("P"))]
    items = root.add("L")
    return [title, *(_action(number, each, items) for number, each in enumerate(part.now, 1))]


def _action(number: int, action: MinutesAction, items: Element) -> Block:
    return list_item(
        items,
        lambda label: Text(str(number), replace(NUMBER, size=14, leading=16), label),
        lambda body: [
            Text(action.text, _ACTION, body.add("P")),
            *(Text(_fact(fact), _TIGHT, body.add("P")) for fact in action.facts),
        ],
        column=_NUMBERS,
        after=8,
    )


def _parked(part: MinutesPart, root: Element) -> list[Block]:
    blocks: list[Block] = []
    if part.parked:
        blocks.append(Text(part.parked_title, _HEADING, root.add("H2")))
        items = root.add("L")
        blocks += [_line(action, items) for action in part.parked]
    more = [text for text in (part.more_parked, part.not_adopted) if text]
    return blocks + [Text(text, _TIGHT, root.add("P")) for text in more]


def _statements(part: MinutesPart, root: Element) -> list[Block]:
    if not part.statements:
        return []
    blocks: list[Block] = [Text(part.statements_title, _HEADING, root.add("H2"))]
    items = root.add("L")
    blocks += [_line(MinutesAction(statement, ()), items) for statement in part.statements]
    more = part.more_statements
    return blocks + ([Text(more, _TIGHT, root.add("P"))] if more else [])


def _line(action: MinutesAction, items: Element) -> Block:
    facts = "; ".join(
        _("{label}: {value}").format(label=fact.label, value=fact.value) for fact in action.facts
    )
    runs = [Run(action.text), *([Run(_("  ({facts})").format(facts=facts))] if facts else [])]
    return list_item(
        items,
        lambda label: Text("•", _TIGHT, label),
        lambda body: [Text(runs, _TIGHT, body.add("P"))],
        column=_BULLETS,
        after=2,
    )


def _seen(part: MinutesPart, root: Element) -> list[Block]:
    if not part.seen:
        return []
    blocks: list[Block] = [Text(part.seen_title, _HEADING, root.add("H2"))]
    blocks += [_standing(fact, root) for fact in part.seen]
    return blocks + ([Text(part.more_seen, _TIGHT, root.add("P"))] if part.more_seen else [])


def _standing(fact: Fact, root: Element) -> Block:
    paragraph = root.add("P")
    # The space keeps them apart for a screen reader, which sees no columns.
    label = Text(f"{fact.label} ", replace(_TIGHT, face=Face.SEMIBOLD), paragraph)
    return Columns([label, Text(fact.value, _TIGHT, paragraph)], (_STANDING, None), after=1.5)


def _fact(fact: Fact) -> Sequence[Run]:
    label = _("{label}: ").format(label=fact.label)
    return [Run(label, Face.SEMIBOLD), Run(fact.value)]
