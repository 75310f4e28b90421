"""Kinds of keys, from which the vocabulary of marks and settings is put together.

A key knows how to read itself from a table, and whether it may be left out. References to other
parts of the pack are noted on the way and checked once all parts are known.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from collabkit.assessments.packs.table import LONGEST_LIST, Table
from collabkit.assessments.packs.values import quoted
from collabkit.i18n import _

_MOST_ENTRIES = 100


class Part(StrEnum):
    """What a key can point to."""

    ITEM = "item"
    SECTION = "section"
    FORM = "form"
    ANSWER = "answer"
    MODE = "mode"
    RECOMMENDATION = "recommendation"
    PLACE = "place"
    NEED = "need"


class Reference(NamedTuple):
    """A mention of a part of the pack, and where it stands."""

    table: Table
    key: str
    part: Part
    name: str


class Kind(StrEnum):
    """What stands behind a key."""

    TEXT = "text"
    IDENT = "ident"
    TRUTH = "truth"
    NUMBER = "number"
    WHOLE = "whole"
    TEXTS = "texts"
    WORD = "word"
    WORDS = "words"
    NAME = "name"
    NAMES = "names"
    GROUP = "group"
    GROUPS = "groups"


class Key(NamedTuple):
    """One word of a vocabulary: how it is read, and what other ways of writing need to know."""

    read: Callable[[Table, str, list[Reference]], Any]
    kind: Kind
    required: bool = True
    words: tuple[str, ...] = ()  # the closed vocabulary, for WORD and WORDS
    part: Part | None = None  # what is pointed to, for NAME and NAMES
    lowest: int = 0  # for WHOLE
    highest: int = 0
    inner: "Vocabulary" = MappingProxyType({})  # for GROUP and GROUPS
    named_by: str = ""
    most: int = 0  # how many entries are possible, for GROUPS and lists

    def or_without(self) -> "Key":
        """Return the same key, but one that may be left out."""
        return self._replace(required=False)


Vocabulary = Mapping[str, Key]


def read_keys(
    table: Table,
    vocabulary: Vocabulary,
    references: list[Reference],
) -> Mapping[str, Any]:
    """Return what ``table`` says in the words of ``vocabulary``; notes missing and unknown keys.

    A key that was asked for before is known too.

    The result is frozen, and has no entry for a key that the table leaves out.
    """
    found = {}
    for name, key in vocabulary.items():
        if name in table:
            found[name] = key.read(table, name, references)
        elif key.required:
            table.miss(name)
    table.refuse_unknown()
    return MappingProxyType(found)


text = Key(lambda table, key, _references: table.text(key), Kind.TEXT)
texts = Key(lambda table, key, _references: table.texts(key), Kind.TEXTS, most=LONGEST_LIST)
ident = Key(lambda table, key, _references: table.ident(key), Kind.IDENT)
truth = Key(lambda table, key, _references: table.truth(key), Kind.TRUTH)
number = Key(lambda table, key, _references: table.number(key), Kind.NUMBER)


def whole(lowest: int, highest: int) -> Key:
    """Return a key with a whole number."""
    return Key(
        lambda table, key, _references: table.whole(key, lowest, highest),
        Kind.WHOLE,
        lowest=lowest,
        highest=highest,
    )


count = whole(0, 1000)
from_one = whole(1, 1000)


def word(kinds: type[StrEnum]) -> Key:
    """Return a key with one of a few words."""
    return Key(
        lambda table, key, _references: table.choice(key, kinds), Kind.WORD, words=tuple(kinds)
    )


def words(kinds: type[StrEnum]) -> Key:
    """Return a key with a list of such words."""
    return Key(
        lambda table, key, _references: table.choices(key, kinds),
        Kind.WORDS,
        words=tuple(kinds),
        most=LONGEST_LIST,
    )


def name_of(part: Part) -> Key:
    """Return a key that points to one part of the pack."""

    def read(table: Table, key: str, references: list[Reference]) -> str:
        name = table.text(key)
        if name:
            references.append(Reference(table, key, part, name))
        return name

    return Key(read, Kind.NAME, part=part)


def names_of(part: Part) -> Key:
    """Return a key that points to several parts of the pack."""

    def read(table: Table, key: str, references: list[Reference]) -> tuple[str, ...]:
        names = table.texts(key, required=True)
        twice = {name for name in names if name and names.count(name) > 1}
        for name in sorted(twice):
            problem = _("{key} has {name} twice.")
            table.fault(problem.format(key=table.called(key), name=quoted(name)), key)
        references.extend(Reference(table, key, part, name) for name in names if name)
        return names

    return Key(read, Kind.NAMES, part=part, most=LONGEST_LIST)


def group(vocabulary: Vocabulary) -> Key:
    """Return a key with a table of its own."""

    def read(table: Table, key: str, references: list[Reference]) -> Any:
        inner = table.table(key)
        return None if inner is None else read_keys(inner, vocabulary, references)

    return Key(read, Kind.GROUP, inner=vocabulary)


def groups(vocabulary: Vocabulary, *, named_by: str = "", most: int = _MOST_ENTRIES) -> Key:
    """Return a key with a list of at most ``most`` tables.

    ``named_by`` is the key by which each is named in faults; no two may have the same name.
    """

    def read(table: Table, key: str, references: list[Reference]) -> tuple[Any, ...]:
        title = key + " {name}"
        inner = table.tables(key, named_by=named_by, title=title, most=most)
        found = []
        names = set()
        for entry in inner:
            keys = read_keys(entry, vocabulary, references)
            found.append(keys)
            name = keys.get(named_by)
            if name and name in names:
                problem = _("{key} has {name}, as another one does.")
                entry.fault(
                    problem.format(key=entry.called(named_by), name=quoted(str(name))), named_by
                )
            names.add(name)
        return tuple(found)

    return Key(read, Kind.GROUPS, inner=vocabulary, named_by=named_by, most=most)
