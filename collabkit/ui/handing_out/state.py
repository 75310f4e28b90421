"""What the page for asking people elsewhere shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

Options = tuple[tuple[str, str], ...]


class Kind(StrEnum):
    """The kinds of sheet that somebody elsewhere can be given."""

    FILE = "file"  # another collabkit opens it
    FORM = "form"  # a PDF, for a screen or paper
    LARGE = "large"  # the same in large print
    SHARED = "shared"  # a PDF without a code, of which everybody gets the same copy


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written, and what it is."""

    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A ready text for those who get files of one kind."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was written into ``folder``; ``problem`` says why it is not all that was wanted.

    ``wanted`` is how many files there would be if nobody had stopped. ``whose`` says for and about
    which organisation they are, and ``following`` is the organisation that comes next with its
    name; both are empty where no organisation was chosen.
    """

    folder: Path
    files: tuple[WrittenFile, ...]
    letters: tuple[Letter, ...]
    wanted: int
    problem: str = ""
    whose: str = ""
    following: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Busy:
    """Sheets are being written: ``done`` of ``all`` so far."""

    all: int
    done: int = 0
    is_stopping: bool = False


@dataclass(frozen=True, slots=True)
class AskingState:
    """The whole page. ``why_not`` says why nobody can be asked elsewhere, if that is so.

    ``parties`` and ``abouts`` are there where a sheet is for or about an organisation; ``role``
    says in which role they answer where it is settled. ``can_share`` tells that everybody may get
    the same copy. ``promise`` is what happens with answers. ``faults`` are by kind, "party" or
    "about". ``busy`` is there while sheets are being written.
    """

    whose: str = ""
    why_not: str = ""
    parties: Options = ()
    abouts: Options = ()
    party: str | None = None
    about: str | None = None
    role: str = ""
    can_share: bool = False
    promise: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)
    busy: Busy | None = None
    written: Written | None = None
