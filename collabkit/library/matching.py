"""When a word that somebody types is a word of a text.

Capitals and accents do not matter. A typed word finds every word that begins with it, and a plural
finds its singular and the other way round. Apostrophes inside words are passed over.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SHORTEST_WITH_PLURAL = 3
MOST_LETTERS = 1_000  # of what is typed; nobody looks for more

_ACCENTS = "\u0300-\u036f"
_WORD = re.compile(rf"[^\W_][\w{_ACCENTS}]*(?:['’][^\W_][\w{_ACCENTS}]*)*")
_DROPPED = re.compile(rf"[{_ACCENTS}'’]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WantedWord:
    """One word that is looked for: how it begins, or else exactly one of ``also``."""

    beginning: str
    also: frozenset[str]

    def is_met_by(self, word: str) -> bool:
        """Tell whether ``word``, which has to be folded, is meant."""
        return word.startswith(self.beginning) or word in self.also


def fold(text: str) -> str:
    """Return ``text`` without capitals, accents and apostrophes."""
    if text.isascii():
        return text.lower().replace("'", "")
    return _DROPPED.sub("", unicodedata.normalize("NFD", text.casefold()))


def words_of(text: str) -> set[str]:
    """Return the folded words of ``text``."""
    return {fold(word) for word in _WORD.findall(text)}


def wanted_words(typed: str) -> tuple[WantedWord, ...]:
    """Return the different words of what somebody typed, of which all have to be found."""
    words = dict.fromkeys(fold(word) for word in _WORD.findall(typed[:MOST_LETTERS]))
    return tuple(WantedWord(word, frozenset(_other_numbers(word))) for word in words)


def matches(text: str, wanted: tuple[WantedWord, ...]) -> Iterator[Span]:
    """Yield where words of ``text`` are wanted, whole words from left to right."""
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if any(one.is_met_by(word) for one in wanted):
            yield Span(match.start(), match.end())


def plural_of(word: str) -> str:
    """Return the simple plural: bids, bodies, processes."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def _other_numbers(word: str) -> Iterator[str]:
    """Yield what may be the singular or the plural of ``word``: simple forms only."""
    if len(word) < _SHORTEST_WITH_PLURAL:
        return
    yield plural_of(word)
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
