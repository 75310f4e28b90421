"""Pieces of sentences that several outcomes are told with."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from collabkit.assessments.rounding import shown
from collabkit.dates import day
from collabkit.i18n import _


def listed(words: Sequence[str]) -> str:
    """Return at least one word or name as in “a, b and c”."""
    *others, last = words
    if not others:
        return last
    return _("{others} and {last}").format(others=", ".join(others), last=last)


def quoted(words: Sequence[str]) -> str:
    """Return at least one statement, each between quotation marks, as in “a” and “b”."""
    return listed([_("“{words}”").format(words=word) for word in words])


def is_as_seen(one: Fraction, other: Fraction) -> bool:
    """Tell whether the difference of two numbers is that of the two as people see them.

    Differences are rounded once, from the exact numbers, and what a difference means is decided by
    that. Beside 4.2 and 2.8 may stand 1.3, and whoever subtracts then gets 1.4.
    """
    return shown(abs(one - other)) == abs(shown(one) - shown(other))


def apart(told: str, one: Fraction, other: Fraction) -> str:
    """Return the difference of two numbers as it is ``told``, so that it agrees with both."""
    if is_as_seen(one, other):
        return told
    return _("{difference} before rounding").format(difference=told)


def day_read(kept: str) -> str:
    """Return a kept day (``YYYY-MM-DD``) as people read it; empty for anything else."""
    try:
        return day(date.fromisoformat(kept))
    except ValueError:
        return ""
