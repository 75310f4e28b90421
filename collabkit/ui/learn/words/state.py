"""What the page of words shows."""

from dataclasses import dataclass
from enum import StrEnum

from collabkit.library.glossary import TermSpan


class Origin(StrEnum):
    """Which words are shown."""

    ALL = "all"
    REPORTS = "reports"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word, what it means and where it comes from.

    ``letter`` is the one it stands under in an A to Z list; ``links`` are the other words of the
    glossary that ``meaning`` uses.
    """

    name: str
    meaning: str
    source: str
    letter: str
    links: tuple[TermSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsState:
    """Everything on the page.

    ``entries`` stand from A to Z, with their ``letters``, unless something is searched for; then
    the best match comes first and there are no letters. ``term`` is the word to open at.
    ``reports`` says what the short names of the reports stand for.
    """

    text: str
    origin: Origin
    entries: tuple[Entry, ...]
    letters: tuple[str, ...]
    count: str
    reports: str
    term: str = ""
