"""One search over everything there is to find: statements, actions, stories, words, assessments.

Each word of the vocabulary knows the entries in which it occurs as the bits of one whole number,
so that a search is a few operations on numbers, however many entries there are.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from collabkit.library.matching import MOST_LETTERS, WantedWord, fold, wanted_words, words_of

_LAST_LETTER = "\U0010ffff"


class FoundKind(StrEnum):
    """What can be found."""

    STATEMENT = "statement"
    ACTION = "action"
    CASE = "case"
    EXAMPLE = "example"
    TERM = "term"
    GUIDANCE = "guidance"
    FACT = "fact"
    OWN_ASSESSMENT = "own assessment"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that can be found.

    ``key`` names it among its kind; ``title`` and ``text`` are read and searched, ``where`` says in
    a few words what it belongs to. ``place`` and ``arguments`` are where it is shown.
    """

    kind: FoundKind
    key: str
    title: str
    text: str
    where: str
    place: str
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The best of what was found of one kind; ``total`` is how much there is."""

    kind: FoundKind
    found: tuple[Found, ...]
    total: int


class SearchIndex:
    """An index over entries. It is built at the first search, or by ``build``.

    Once built it never changes and may be read from any thread.
    """

    def __init__(self, entries: Iterable[Found]) -> None:
        self._entries = tuple(entries)
        self._index: _Index | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def build(self) -> None:
        """Build the index now, which may be done on a worker thread; a second time does nothing."""
        self._built()

    def find(self, text: str, limit: int = 30) -> tuple[Found, ...]:
        """Return at most ``limit`` entries in which every word of ``text`` occurs, the best first.

        First comes what is called so or begins so, then titles with every word, then the rest; in
        both, whole words come before words that only begin so. Whatever is level keeps the order
        of the entries. An empty text finds nothing.
        """
        found: list[Found] = []
        for entry in self._ranked(text):
            if len(found) >= limit:
                break
            found.append(entry)
        return tuple(found)

    def find_groups(self, text: str, each: int = 5) -> tuple[FoundGroup, ...]:
        """Return what is found by kind, with at most ``each`` entries of a kind.

        The kind with the best entry comes first.
        """
        groups: dict[FoundKind, list[Found]] = {}
        for entry in self._ranked(text):
            groups.setdefault(entry.kind, []).append(entry)
        return tuple(
            FoundGroup(kind, tuple(found[:each]), len(found)) for kind, found in groups.items()
        )

    def _ranked(self, text: str) -> Iterator[Found]:
        wanted = wanted_words(text)
        if not wanted:
            return
        index = self._built()
        anywhere = index.with_every(wanted, index.anywhere)
        in_title = anywhere and index.with_every(wanted, index.in_title)
        called = index.called(in_title, fold(text[:MOST_LETTERS].strip()))
        shown = 0
        for entries in (
            called,
            in_title and index.with_every(wanted, index.in_title, whole=True),
            in_title,
            anywhere and index.with_every(wanted, index.anywhere, whole=True),
            anywhere,
        ):
            for number in _bits(entries & ~shown):
                yield self._entries[number]
            shown |= entries

    def _built(self) -> "_Index":
        if self._index is None:
            self._index = _Index(self._entries)
        return self._index


class _Index:
    """Which words occur in which entries."""

    __slots__ = ("_names", "anywhere", "in_title", "vocabulary")

    def __init__(self, entries: tuple[Found, ...]) -> None:
        self.in_title: dict[str, int] = {}
        self.anywhere: dict[str, int] = {}
        self._names = tuple((fold(entry.key), fold(entry.title)) for entry in entries)
        for number, entry in enumerate(entries):
            bit = 1 << number
            titled = words_of(f"{entry.key} {entry.title}")
            for word in titled:
                self.in_title[word] = self.in_title.get(word, 0) | bit
            for word in titled | words_of(entry.text):
                self.anywhere[word] = self.anywhere.get(word, 0) | bit
        self.vocabulary = sorted(self.anywhere)

    def with_every(
        self, wanted: tuple[WantedWord, ...], where: Mapping[str, int], *, whole: bool = False
    ) -> int:
        """Return the entries, as bits, in which every wanted word occurs; ``whole`` or begun."""
        entries = -1
        for word in wanted:
            entries &= self._with_one(word, where, whole=whole)
            if not entries:
                return 0
        return entries

    def called(self, entries: int, beginning: str) -> int:
        """Return those of ``entries`` that have this key, or a title that begins so."""
        called = 0
        for number in _bits(entries):
            key, title = self._names[number]
            if key == beginning or title.startswith(beginning):
                called |= 1 << number
        return called

    def _with_one(self, wanted: WantedWord, where: Mapping[str, int], *, whole: bool) -> int:
        start = bisect_left(self.vocabulary, wanted.beginning)
        end = start + 1 if whole else bisect_left(self.vocabulary, wanted.beginning + _LAST_LETTER)
        words = self.vocabulary[start:end]
        if whole and words != [wanted.beginning]:
            words = []
        entries = 0
        for word in (*words, *wanted.also):
            entries |= where.get(word, 0)
        return entries


def _bits(number: int) -> Iterator[int]:
    """Yield the places of the ones in ``number``, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
