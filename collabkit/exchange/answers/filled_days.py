"""Days as people write them into a form."""

import re
from datetime import date

from collabkit.dates import month_names

_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s*(?:of\s+)?([^\W\d]+)\.?,?\s*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})")
_SHORTEST = 3  # letters of a month


def day_in(text: str) -> date | None:
    """Return the day that ``text`` names, the day before the month; ``None`` if it is not plain.

    A year of two figures is one of this century.
    """
    text = " ".join(text.casefold().split())
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    if found := _NUMBERS.fullmatch(text):
        return _date(found[3], int(found[2]), found[1])
    if found := _DAY_FIRST.fullmatch(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def _month(word: str) -> int:
    """Return which month a word begins to spell; 0 for none."""
    if len(word) < _SHORTEST:
        return 0
    names = (name.casefold() for name in month_names())
    return next((n for n, name in enumerate(names, start=1) if name.startswith(word)), 0)


def _date(year: str, month: int, day: str) -> date | None:
    number = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(number, month, int(day))
    except ValueError:
        return None
