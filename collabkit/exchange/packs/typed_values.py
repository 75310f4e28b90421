"""From what stands in a cell to what a key of a pack holds.

What can only mean one thing is taken: a number typed where a text belongs, "yes" for true, "Quick
Win" for "quick win". Everything else is left as it is, so that the reader of packs says in its own
words what the key needs.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from collabkit.assessments.packs.keys import Key, Kind
from collabkit.exchange.packs.cells import Value

_TRUTHS = {
    **dict.fromkeys(("true", "yes", "y", "x", "1"), True),
    **dict.fromkeys(("false", "no", "n", "0"), False),
}
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)
_BETWEEN_NAMES = re.compile(r"[,;\n]")


def value_for(key: Key, cell: Value) -> Any:
    """Return what ``cell`` means for ``key``."""
    match key.kind:
        case Kind.TEXT | Kind.IDENT | Kind.NAME:
            return as_text(cell)
        case Kind.WORD:
            return _word(as_text(cell), key.words)
        case Kind.TEXTS | Kind.NAMES | Kind.WORDS:
            return _entries(key, as_text(cell))
        case Kind.TRUTH:
            return _TRUTHS.get(str(cell).casefold(), cell)
        case Kind.WHOLE | Kind.NUMBER:
            return _as_number(cell, whole=key.kind is Kind.WHOLE)
        case Kind.GROUP | Kind.GROUPS:
            raise ValueError(key.kind)  # tables have columns or sheets, never a cell


def as_text(cell: Value) -> Value:
    """Return a number as its digits: 2026 is typed where "2026" is meant."""
    if isinstance(cell, bool) or not isinstance(cell, int | Fraction):
        return cell
    return str(cell) if isinstance(cell, int) else f"{float(cell)!r}"


def _as_number(cell: Value, *, whole: bool) -> Value:
    if isinstance(cell, str) and _NUMBER.fullmatch(cell):
        cell = Fraction(cell)
    if isinstance(cell, Fraction) and cell.denominator == 1:
        return int(cell)
    return cell


def _entries(key: Key, cell: Value) -> Any:
    if not isinstance(cell, str):
        return cell
    if key.kind is Kind.TEXTS:
        return [line.strip() for line in cell.split("\n") if line.strip()]
    entries = [entry.strip() for entry in _BETWEEN_NAMES.split(cell) if entry.strip()]
    return [_word(entry, key.words) for entry in entries] if key.words else entries


def _word(cell: Value, words: Sequence[str]) -> Value:
    """Return the word that differs from ``cell`` in capitals or spaces alone."""
    if not isinstance(cell, str):
        return cell
    plain = " ".join(cell.split()).casefold()
    return next((str(word) for word in words if word.casefold() == plain), cell)
