"""Parts made of blocks, which screen, paper and command line tell alike."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes import blocks as told
from collabkit.i18n import _
from collabkit.reports.contents.parts import Column
from collabkit.reports.docx.counts import add_counts
from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import Look
from collabkit.reports.docx.shape_picture import shapes_picture
from collabkit.reports.docx.tables import add_facts, add_text_table
from collabkit.reports.docx.words import Words, strong

_TONES = {
    told.Tone.PLAIN: Look.NORMAL,
    told.Tone.LEAD: Look.BIG,
    told.Tone.QUIET: Look.QUIET,
    told.Tone.CARE: Look.CARE,
}
_BETWEEN_COLUMNS, _WIDE = 3, 44  # in characters, by which room is given to columns
_LINES = 2  # to write on, where several are wanted


def tell(draft: Draft, parts: Iterable[tuple[str, told.Part]]) -> None:
    """Add parts, each under its heading with a key by which a link finds it."""
    for key, part in parts:
        draft.heading(part.title, key=key)
        for number, block in enumerate(part.blocks, start=1):
            # An introduction stays on the page of what it introduces.
            introduces = any(not isinstance(b, told.Paragraph) for b in part.blocks[number:][:1])
            _tell(draft, block, keep_next=introduces)


def _tell(draft: Draft, block: told.Block, *, keep_next: bool) -> None:
    match block:
        case told.Paragraph():
            draft.say(block.text, _TONES[block.tone], keep_next=keep_next)
        case told.Subheading():
            draft.heading(block.text, 2)
        case told.Facts():
            add_facts(draft, [(fact.label, fact.value) for fact in block.entries])
        case told.Bullets():
            draft.bullets(block.entries)
        case told.Entries():
            _entries(draft, block.entries, numbered=block.numbered, ticked=block.ticked)
        case told.Fold():
            draft.heading(block.title, 2)
            _entries(draft, block.entries)
        case told.Table():
            _table(draft, block)
        case told.Board():
            for column in block.columns:
                _column(draft, column)
        case told.Dots():
            _dots(draft, block)
        case told.Shapes():
            draft.picture(*shapes_picture(block.corners, block.outlines), block.in_words)
            _table(draft, block.table)
        case told.Ideas():
            for idea in block.entries:
                draft.tick_box(idea.text, keep_next=True)
                draft.say(_weight(idea), Look.TICK_QUIET)
        case told.Pick():
            _pick(draft, block)
        case told.Field():
            lines = _LINES if block.kind is told.FieldKind.TEXT else 1
            draft.fact(block.label, block.shown or block.value, lines=lines)
        case _:
            assert_never(block)


def _entries(
    draft: Draft, entries: Sequence[told.Entry], *, numbered: bool = False, ticked: bool = False
) -> None:
    numbers = draft.new_numbers() if numbered and not ticked else 0
    for entry in entries:
        has_more = bool(entry.text or entry.note)
        words = _title(entry)
        if ticked:
            draft.tick_box(words, keep_next=has_more)
        elif numbered:
            draft.numbered(words, numbers, keep_next=has_more)
        else:
            draft.say(words, Look.BULLET, keep_next=has_more)
        plain, quiet = (
            (Look.TICK_CONTINUE, Look.TICK_QUIET)
            if ticked
            else (Look.CONTINUE, Look.QUIET_CONTINUE)
        )
        if entry.text:
            draft.say(entry.text, plain, keep_next=bool(entry.note))
        if entry.note:
            draft.say(entry.note, quiet)


def _title(entry: told.Entry) -> Words:
    title = strong(entry.title) if entry.text or entry.mark else entry.title
    return [title, _("  ({mark})").format(mark=entry.mark)] if entry.mark else [title]


def _table(draft: Draft, block: told.Table) -> None:
    columns = zip(block.head, *block.rows, strict=True)
    shares = [
        _longest_word(texts) if number in block.numbers else max(map(len, texts))
        for number, texts in enumerate(columns)
    ]
    add_text_table(
        draft,
        [min(_WIDE, share) + _BETWEEN_COLUMNS for share in shares],
        block.rows,
        block.head,
        numbers=block.numbers,
        name=block.caption,
    )


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _column(draft: Draft, column: told.Column) -> None:
    draft.heading(column.title, 2)
    if column.entries:
        _entries(draft, column.entries)
    elif column.if_empty:
        draft.say(column.if_empty, Look.QUIET)


def _dots(draft: Draft, block: told.Dots) -> None:
    is_numbered = len(block.columns) == 5  # as on the other papers: levels have numbers
    columns = [
        Column(str(number) if is_numbered else "", name, count)
        for number, (name, count) in enumerate(block.columns, start=1)
    ]
    draft.say(block.statement, Look.STATEMENT)
    draft.say(block.sentence, keep_next=True)
    add_counts(draft, columns, [Column("", name, count) for name, count in block.apart])


def _weight(idea: told.Idea) -> str:
    if idea.effort is None:
        return kind_name(idea.kind)
    return _("{kind} · {effort}").format(kind=kind_name(idea.kind), effort=effort_name(idea.effort))


def _pick(draft: Draft, block: told.Pick) -> None:
    draft.say(block.prompt, Look.STATEMENT)
    for option in block.options:
        is_chosen = option.code in block.chosen
        if block.chosen and not is_chosen:
            continue  # once something is chosen, the rest is no news on paper
        words: Words = [option.name, _("  ({mark})").format(mark=_("chosen"))]
        draft.tick_box(
            words if is_chosen else option.name, is_ticked=is_chosen, keep_next=bool(option.text)
        )
        if option.text:
            draft.say(option.text, Look.TICK_QUIET)
