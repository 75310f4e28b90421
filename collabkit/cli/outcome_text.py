"""The parts of an outcome as plain text of eighty columns, from the same blocks as on screen."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes import blocks as told
from collabkit.cli.text_table import table_lines
from collabkit.i18n import _

WIDTH = 80
_STEP = "  "
_BLANK = "_" * 20  # to write on
_BOXES = {True: "[x]", False: "[ ]"}
_CIRCLES = {True: "(x)", False: "( )"}


def part_lines(parts: Iterable[told.Part], place: told.Place) -> Iterator[str]:
    """Yield the lines of the parts that stand at ``place``, each part after a blank line."""
    for part in parts:
        if part.place is place:
            yield ""
            yield part.title
            yield "-" * min(len(part.title), WIDTH)
            for number, block in enumerate(part.blocks):
                lines = list(_drawn(block))
                if number and lines:
                    yield ""
                yield from lines


def wrapped(text: str, indent: str = "", further: str = "") -> list[str]:
    """Return ``text`` as lines, the first after ``indent`` and the others after ``further``."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _drawn(block: told.Block) -> Iterator[str]:
    match block:
        case told.Paragraph():
            mark = "! " if block.tone is told.Tone.CARE else ""
            yield from wrapped(f"{mark}{block.text}", further=" " * len(mark))
        case told.Subheading():
            yield from wrapped(block.text)
        case told.Facts():
            for fact in block.entries:
                yield from wrapped(f"{fact.label}: {fact.value}", further=_STEP)
        case told.Bullets():
            for text in block.entries:
                yield from wrapped(text, "- ", _STEP)
        case told.Entries():
            yield from _entries(block.entries, numbered=block.numbered, ticked=block.ticked)
        case told.Fold():
            yield from wrapped(block.title)
            yield from _entries(block.entries)
        case told.Table():
            yield from wrapped(block.caption)
            yield from table_lines(block.head, block.rows, block.numbers, WIDTH)
        case told.Board():
            yield from _board(block)
        case told.Dots():
            yield from _dots(block)
        case told.Shapes():
            yield from _drawn(block.table)
        case told.Ideas():
            yield from _ideas(block)
        case told.Pick():
            yield from _pick(block)
        case told.Field():
            yield from wrapped(f"{block.label}: {block.shown or block.value or _BLANK}", "", _STEP)
        case _:
            assert_never(block)


def _entries(
    entries: Sequence[told.Entry], *, numbered: bool = False, ticked: bool = False
) -> Iterator[str]:
    for number, entry in enumerate(entries, start=1):
        label = _BOXES[False] if ticked else f"{number}." if numbered else "-"
        margin = " " * (len(label) + 1)
        title = _("{title} ({mark})") if entry.mark else "{title}"
        name = f"{entry.item_id}  " if entry.item_id else ""
        yield from wrapped(
            f"{label} {name}{title.format(title=entry.title, mark=entry.mark)}", further=margin
        )
        for text in (entry.text, entry.note):
            yield from wrapped(text, margin, margin)


def _board(block: told.Board) -> Iterator[str]:
    for number, column in enumerate(block.columns):
        if number:
            yield ""
        yield from wrapped(column.title)
        if column.entries:
            yield from _entries(column.entries)
        else:
            yield from wrapped(column.if_empty, _STEP, _STEP)


def _dots(block: told.Dots) -> Iterator[str]:
    yield from wrapped(f"{block.item_id}  {block.statement}", further=_STEP)
    counts = [f"{name}: {number}" for name, number in (*block.columns, *block.apart)]
    yield from wrapped("; ".join(counts), _STEP, _STEP)
    yield from wrapped(block.sentence, _STEP, _STEP)


def _ideas(block: told.Ideas) -> Iterator[str]:
    for idea in block.entries:
        tags = [kind_name(idea.kind), *([effort_name(idea.effort)] if idea.effort else [])]
        if idea.item_id and idea.idea_id.startswith(idea.item_id):
            tags.insert(0, idea.idea_id)
        yield from wrapped(f"{idea.text} ({'. '.join(tags)}.)", "- ", _STEP)


def _pick(block: told.Pick) -> Iterator[str]:
    yield from wrapped(block.prompt)
    signs = _CIRCLES if block.most == 1 else _BOXES
    for option in block.options:
        sign = signs[option.code in block.chosen]
        yield from wrapped(f"{sign} {option.name}", _STEP, _STEP + " " * 4)
        yield from wrapped(option.text, _STEP + " " * 4, _STEP + " " * 4)
