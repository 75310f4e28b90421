"""Reads days that people name by words, such as “end of March” or “in two weeks”."""

import re
from calendar import monthrange
from datetime import date, timedelta

from collabkit.dates import month_names

_NUMBERS = (
    "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_FROM_NOW = re.compile(r"in (\d{1,2}|[a-z]+) (day|week|month|year)s?(?:' time)?")
_PART = re.compile(
    r"(?:by )?(?:the )?(?:(end|middle|mid|beginning|start)(?: of)?[ -])?(?:the )?"
    r"(month|next month|year|next year|[^\W\d]{3,})\.?,?(?: (\d{4}))?"
)
_LAST_MONTH = 12
_MIDDLE = 15  # the day


def read_words(text: str, today: date) -> date:
    """Return the day that ``text``, in small letters, means on ``today``.

    Takes “today”, “tomorrow”, “in three weeks”, “end of March”, “mid April 2027”, “end of the
    month” and “March”, which is its last day: until then there is time. A month without a year is
    the next such month, which may be this one. Raises ``ValueError`` for anything else.
    """
    if text in ("today", "tomorrow"):
        return today + timedelta(days=text == "tomorrow")
    if match := _FROM_NOW.fullmatch(text):
        return _from_now(_number(match[1]), match[2], today)
    if match := _PART.fullmatch(text):
        return _part(match[1] or "end", match[2], match[3], today)
    raise ValueError(f"{text!r} is not a date")


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word not in _NUMBERS:
        raise ValueError(f"{word!r} is not a number")
    return max(1, _NUMBERS.index(word))


def _from_now(number: int, of_what: str, today: date) -> date:
    if of_what in ("day", "week"):
        return today + timedelta(days=number * (7 if of_what == "week" else 1))
    year, month = _later(today, number * (_LAST_MONTH if of_what == "year" else 1))
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _part(part: str, of_what: str, year: str | None, today: date) -> date:
    if of_what in ("month", "next month", "year", "next year"):
        if year is not None:
            raise ValueError("a year of a year")
        whole_year = of_what.endswith("year")
        ahead = of_what.startswith("next") * (_LAST_MONTH if whole_year else 1)
        y, month = _later(today, ahead)
        if whole_year:
            month = _LAST_MONTH if part == "end" else 1
            if part in ("mid", "middle"):
                month = _LAST_MONTH // 2
        return _day(part, y, month)
    month = month_of(of_what)
    if year is not None:
        return _day(part, int(year), month)
    found = _day(part, today.year, month)
    return found if found >= today else _day(part, today.year + 1, month)


def _day(part: str, year: int, month: int) -> date:
    last = monthrange(year, month)[1]
    day = {"end": last, "mid": _MIDDLE, "middle": _MIDDLE}.get(part, 1)
    return date(year, month, day)


def month_of(word: str) -> int:
    """Return the month, from 1, whose name begins with ``word``; raises ``ValueError``."""
    for number, name in enumerate(month_names(), 1):
        if name.lower().startswith(word):
            return number
    raise ValueError(f"{word!r} is not a month")


def _later(today: date, months: int) -> tuple[int, int]:
    count = today.year * _LAST_MONTH + today.month - 1 + months
    return count // _LAST_MONTH, count % _LAST_MONTH + 1
