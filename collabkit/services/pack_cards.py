"""What is said about a pack where one is chosen, read without reading its statements.

What is on a card stands before the first table of the file, so only these lines are parsed: a
screen with all packs is there at once.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.packs.text import MOST_BYTES, read_file
from collabkit.errors import CollabkitError

_TEXTS = ("id", "title", "question")
_LONGEST_LINE = 4_000  # bytes
_MOST_LINES = 400  # no real pack has more before its first table


@dataclass(frozen=True, slots=True)
class PackCard:
    """A pack in a few words."""

    id: str
    title: str
    question: str
    minutes_full: int
    minutes_short: int | None
    is_own: bool


def card_of(pack: Pack, *, is_own: bool) -> PackCard:
    """Return the card of a pack that has been read already."""
    return PackCard(
        id=pack.id,
        title=pack.title,
        question=pack.question,
        minutes_full=pack.minutes_full,
        minutes_short=pack.minutes_short,
        is_own=is_own,
    )


def read_card(path: Path, *, is_own: bool) -> PackCard | None:
    """Return the card of the pack in a file, or ``None`` if it is no pack of that name.

    A file that is written in an unusual order is read as a whole.
    """
    try:
        card = _from_head(path, is_own)
        if card is None:
            card = card_of(parse_pack(read_file(path), path.name), is_own=is_own)
    except CollabkitError:
        return None
    return card if card.id == path.stem else None


def _from_head(path: Path, is_own: bool) -> PackCard | None:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        data = tomllib.loads(_head(path))
    except (OSError, ValueError, RecursionError):
        return None
    minutes = data.get("minutes")
    if not isinstance(minutes, dict) or not all(isinstance(data.get(k), str) for k in _TEXTS):
        return None
    full, short = minutes.get("full"), minutes.get("short")
    if type(full) is not int or type(short) not in (int, type(None)):
        return None
    return PackCard(
        **{key: data[key].strip() for key in _TEXTS},
        minutes_full=full,
        minutes_short=short,
        is_own=is_own,
    )


def _head(path: Path) -> str:
    """Return the lines before the first table."""
    lines: list[str] = []
    with path.open("rb") as file:
        for _line in range(_MOST_LINES):
            line = file.readline(_LONGEST_LINE).decode("utf-8-sig" if not lines else "utf-8")
            if not line or line.startswith("["):
                break
            lines.append(line)
    return "".join(lines)
