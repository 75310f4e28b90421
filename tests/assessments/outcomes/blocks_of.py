"""Find one's way among the parts of an outcome."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeVar

from collabkit.assessments.outcomes.blocks import Part

Kind = TypeVar("Kind")


def part(parts: Iterable[Part], key: str) -> Part:
    """Return the part with ``key``."""
    return next(part for part in parts if part.key == key)


def blocks(parts: Iterable[Part], kind: type[Kind]) -> list[Kind]:
    """Return all blocks of one kind in their order."""
    return [block for part in parts for block in part.blocks if isinstance(block, kind)]


def words(thing: object) -> Iterator[str]:
    """Yield every text in blocks and parts, however deep."""
    if isinstance(thing, Enum):
        return
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from words(getattr(thing, field.name))
    elif isinstance(thing, Iterable):
        for inner in thing:
            yield from words(inner)


def text_of(thing: object) -> str:
    """Return all these texts, a line each."""
    return "\n".join(words(thing))
