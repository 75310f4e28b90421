"""The same outcome without ways to change an answer: a group's answers are nobody's to change."""

from collections.abc import Iterable
from dataclasses import replace

from collabkit.assessments.outcomes.blocks import (
    Block,
    Board,
    Entries,
    Entry,
    Fold,
    Part,
)


def unlinked(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return ``parts`` whose entries lead nowhere."""
    return tuple(replace(part, blocks=tuple(map(_block, part.blocks))) for part in parts)


def _block(block: Block) -> Block:
    match block:
        case Entries() | Fold():
            return replace(block, entries=_entries(block.entries))
        case Board():
            columns = (replace(c, entries=_entries(c.entries)) for c in block.columns)
            return replace(block, columns=tuple(columns))
        case _:
            return block


def _entries(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(entry, item_id="") for entry in entries)
