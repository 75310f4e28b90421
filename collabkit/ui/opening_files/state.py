"""What the page shows of files that were sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Deed(Enum):
    """What a button does."""

    GO = auto()  # to another place
    ANSWER = auto()  # an invitation, from where one stopped
    ANSWER_ANEW = auto()  # a copy for everybody, as one more person at this computer
    TAKE_SESSION = auto()  # a session from another laptop


@dataclass(frozen=True, slots=True)
class Way:
    """One button; with ``Deed.GO`` it leads to ``place``."""

    words: str
    deed: Deed = Deed.GO
    place: str = ""
    arguments: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Told:
    """What a file is, or several that belong together, and what can be done with it.

    ``heading`` says it in one sentence. ``strong`` is what is asked and ``lines`` are what there is
    to know; ``promises`` say what happens with answers. ``hidden_faults`` counts those that are not
    among ``faults``. ``path`` is the file, the first of several.
    """

    path: Path
    file: str
    heading: str
    strong: str = ""
    lines: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    hidden_faults: int = 0
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenFileState:
    """The page; ``reading`` says what is being looked at just now."""

    told: tuple[Told, ...] = ()
    reading: str = ""
