"""Pieces of sentences that several outcomes are told with."""

from collections.abc import Sequence
from datetime import date

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


def day_read(kept: str) -> str:
    """Return a kept day (``YYYY-MM-DD``) as people read it; empty for anything else."""
    try:
        return day(date.fromisoformat(kept))
    except ValueError:
        return ""
