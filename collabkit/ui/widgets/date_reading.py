"""Reads dates as people in Britain write them."""

import re
from calendar import isleap
from datetime import date

from collabkit.ui.widgets.date_words import month_of, read_words

_NUMBERS = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([^\W\d]{3,})\.?(?:,? (\d{4}|\d{2}))?")


def read_date(text: str, today: date) -> date | None:
    """Return the date that ``text`` means on ``today``, ``None`` if it is blank.

    Takes “22 November 2026”, “22 Nov 26”, “22nd November, 2026”, “22/11/2026”, “22.11.26” and
    “2026-11-22”. Two figures for the year mean this century; “22 Nov” and “22/11” mean the next
    such day, which may be ``today``. What ``read_words`` understands is taken too. Raises
    ``ValueError`` for anything else and for days that do not exist.
    """
    text = " ".join(text.split()).lower()
    if not text:
        return None
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return date(year, month, day)
    if match := _NUMBERS.fullmatch(text):
        return _dated(int(match[1]), int(match[2]), match[3], today)
    if match := _WORDS.fullmatch(text):
        return _dated(int(match[1]), month_of(match[2]), match[3], today)
    return read_words(text, today)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(_whole_year(int(year)), month, day)
    next_year = today.year + ((month, day) < (today.month, today.day))
    while (month, day) == (2, 29) and not isleap(next_year):
        next_year += 1
    return date(next_year, month, day)


def _whole_year(year: int) -> int:
    return year + 2000 if year < 100 else year
