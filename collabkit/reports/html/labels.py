"""Text inside drawings, where a browser does not break lines by itself."""

import unicodedata
from collections.abc import Sequence

from collabkit.reports.plain_text import plain_line

# Widths as a share of the size, rounded up from the common faces without serifs: which of them a
# reader has is not known here.
_NARROW, _LETTER, _CAPITAL, _BROAD, _FULL = 0.31, 0.56, 0.7, 0.86, 1.0
_NARROW_ONES = frozenset("iljtfrI.,:;'’|!()[]/- ")
_BROAD_ONES = frozenset("mwMW%&@")


def broken(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Return text as at most ``most`` lines that fit into ``room``, both in units of the drawing.

    A word that is too wide is broken, and what is left over at the end becomes an ellipsis: whoever
    draws says the whole text beside the drawing.
    """
    lines: list[str] = []
    line = ""
    for word in plain_line(text).split():
        for piece in _pieces(word, room, size):
            if line and _width(f"{line} {piece}", size) > room:
                lines.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    lines.append(line)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], lines[most - 1].rstrip() + "…")


def largest(texts: Sequence[str], room: float, sizes: Sequence[int]) -> int:
    """Return the first of ``sizes`` at which no word is wider than ``room``, else the last."""
    words = [word for text in texts for word in plain_line(text).split()]
    for size in sizes:
        if all(_width(word, size) <= room for word in words):
            return size
    return sizes[-1]


def _pieces(word: str, room: float, size: float) -> list[str]:
    pieces = [""]
    for char in word:
        # Never between a letter and its marks or joiners.
        if _share(char) and pieces[-1] and _width(pieces[-1] + char, size) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _width(text: str, size: float) -> float:
    return sum(map(_share, text)) * size


def _share(char: str) -> float:
    if char in _NARROW_ONES:
        return _NARROW
    if char in _BROAD_ONES:
        return _BROAD
    if char.isascii():
        return _CAPITAL if char.isupper() else _LETTER
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _FULL
    return _CAPITAL if char.isupper() else _LETTER
