"""What the search shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from collabkit.library.excerpts import Excerpt
from collabkit.library.search import FoundKind


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines below it are."""

    words: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, with what was looked for marked, and where it is read."""

    kind: str
    title: Excerpt
    text: Excerpt
    where: str
    place: str
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)


@dataclass(frozen=True, slots=True)
class More:
    """The rest of a kind, on request."""

    kind: FoundKind
    words: str


Line = Heading | Hit | More


@dataclass(frozen=True, slots=True)
class SearchState:
    """The whole page. ``status`` counts what was found, or says why there is nothing."""

    text: str
    lines: tuple[Line, ...]
    status: str
