"""Pieces of sentences that several outcomes are told with."""

from collections.abc import Sequence

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
