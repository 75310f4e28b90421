"""One page for people in a hurry: the shape, what stands out most, and what is done now.

Everything comes from the description of the whole report, so that the page cannot say otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from collabkit.assessments.outcomes.blocks import (
    Block,
    Board,
    Entries,
    Entry,
    Fold,
    Outline,
    Paragraph,
    Part,
    Place,
    Shapes,
    Table,
    Tone,
)
from collabkit.i18n import _, ngettext
from collabkit.reports.contents.parts import ActionEntry, FindingsPart, PlanPart, ShapePart
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.plan_document import PlanDocument
from collabkit.room.naming import first_words


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much is told: findings or entries, rows of a table, characters of a text.

    ``of_an_action`` is how many of an action: what is to be done is the last that is shortened.
    """

    entries: int
    rows: int
    characters: int
    of_an_action: int = 600
    is_drawn: bool = True  # the shape as a picture beside its table
    points_on: bool = True  # a last sentence on how far to trust it and where to read on


# From more to less: the first that fits on a page is taken.
_SHORTER = (
    _Limits(6, 20, 600),
    _Limits(5, 12, 600),
    _Limits(4, 10, 600),
    _Limits(3, 8, 600),
    _Limits(3, 8, 120),
    _Limits(2, 6, 600),
    _Limits(2, 6, 120),
    _Limits(2, 6, 80),
    _Limits(1, 5, 600),
    _Limits(1, 5, 120),
    _Limits(1, 5, 80, 300),
    _Limits(1, 5, 80, 200),
    _Limits(1, 5, 80, 140),
    _Limits(1, 5, 80, 100),
    _Limits(1, 5, 60, 60),
    _Limits(3, 5, 80, 140, is_drawn=False),
    _Limits(2, 4, 60, 100, is_drawn=False),
    _Limits(1, 3, 50, 50, is_drawn=False),
    _Limits(1, 3, 50, 50, is_drawn=False, points_on=False),
)


def summaries(document: PlanDocument) -> Iterator[PartsDocument]:
    """Yield the page from the one that says most to the one that says least."""
    for limits in _SHORTER:
        yield PartsDocument(
            title=_("{title}: one page").format(title=document.cover.title),
            subject=document.charity,
            day=document.day,
            made_on=document.made_on,
            lead=document.cover.sample,
            facts=document.cover.facts[:3],
            parts=tuple(_parts(document, limits)),
            label=document.label,
        )


def _parts(document: PlanDocument, limits: _Limits) -> Iterator[Part]:
    told = list(_told(document, limits))
    if told and limits.points_on:  # without a heading of its own: that is room for a finding
        told[-1] = replace(told[-1], blocks=(*told[-1].blocks, _where_to_read_on()))
    yield from told


def _told(document: PlanDocument, limits: _Limits) -> Iterator[Part]:
    if document.shape:
        yield _shape(document.shape, limits)
    if document.findings:
        yield _findings(document.findings, limits)
    for part in document.outcome:
        if part.place is Place.FRONT and not document.shape:
            yield replace(part, blocks=tuple(_shortened(b, limits) for b in part.blocks))
    if document.plan:
        yield _plan(document.plan, limits)


def _where_to_read_on() -> Paragraph:
    told = _(
        "This is a start for a talk and not a verdict: the questions are new, and charities have "
        "not tested them yet. The full report says how everything was worked out."
    )
    return Paragraph(told, Tone.QUIET)


def _shape(shape: ShapePart, limits: _Limits) -> Part:
    table = Table(
        caption=shape.title,
        head=shape.head,
        rows=tuple((each.name, each.shown, each.band, each.answered) for each in shape.themes),
        numbers=(1,),
    )
    if not (shape.is_drawn and limits.is_drawn):
        return Part("shape", shape.title, (table,))
    outline = Outline(shape.title, tuple(each.score for each in shape.themes))
    corners = tuple(each.name for each in shape.themes)
    return Part("shape", shape.title, (Shapes(corners, (outline,), table, shape.in_words),))


def _findings(findings: FindingsPart, limits: _Limits) -> Part:
    entries = [
        Entry(
            _cut(entry.statement, limits.characters),
            _cut(entry.sentence, limits.characters),
            mark=group.name,
        )
        for group in findings.groups
        for entry in group.entries
    ]
    blocks: list[Block] = [Entries(tuple(entries[: limits.entries]))]
    if not entries:
        blocks = [Paragraph(findings.lead)]
    if more := max(0, len(entries) - limits.entries):
        blocks.append(_more(more))
    return Part("findings", findings.title, tuple(blocks))


def _plan(plan: PlanPart, limits: _Limits) -> Part:
    entries = [
        Entry(_cut(entry.text, limits.of_an_action), _who_when_and_how_far(entry))
        for entry in plan.now
        if entry.text
    ]
    if entries:
        return Part("now", plan.now_title, (Entries(tuple(entries), ticked=True),))
    return Part("now", plan.now_title, (Paragraph(plan.now_lead),))


def _who_when_and_how_far(entry: ActionEntry) -> str:
    facts = [fact for fact in (entry.owner, entry.due, entry.status) if fact and fact.value.strip()]
    return "; ".join(
        _("{label}: {value}").format(label=fact.label, value=fact.value) for fact in facts
    )


def _shortened(block: Block, limits: _Limits) -> Block:
    """Return ``block`` with no more in it than there is room for; it says how much is missing."""
    match block:
        case Entries():
            return replace(block, entries=_first(block.entries, limits))
        case Fold():
            return replace(block, entries=_first(block.entries, limits))
        case Board():
            columns = (
                replace(column, entries=_first(column.entries, limits)) for column in block.columns
            )
            return replace(block, columns=tuple(columns))
        case Table() if len(block.rows) > limits.rows:
            left_out = len(block.rows) - limits.rows
            blank = ("",) * (len(block.head) - 1)
            return replace(block, rows=(*block.rows[: limits.rows], (_and_more(left_out), *blank)))
        case _:
            return block


def _first(entries: Sequence[Entry], limits: _Limits) -> tuple[Entry, ...]:
    kept = tuple(
        replace(
            entry,
            title=_cut(entry.title, limits.characters),
            text=_cut(entry.text, limits.characters),
        )
        for entry in entries[: limits.entries]
    )
    more = len(entries) - len(kept)
    return (*kept, Entry(_and_more(more))) if more > 0 else kept


def _more(number: int) -> Paragraph:
    return Paragraph(_and_more(number), Tone.QUIET)


def _and_more(number: int) -> str:
    return ngettext(
        "{number} more is in the full report.", "{number} more are in the full report.", number
    ).format(number=number)


def _cut(text: str, most: int) -> str:
    return first_words(" ".join(text.split()), most)
