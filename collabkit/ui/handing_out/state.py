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
    """What was written into ``folder``; ``problem`` says why it is not all that was wanted."""

    folder: Path
    files: tuple[WrittenFile, ...]
    letters: tuple[Letter, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AskingState:
    """The whole page. ``why_not`` says why nobody can be asked elsewhere, if that is so.

    ``parties`` and ``abouts`` are there where a sheet is for or about an organisation; ``role``
    says in which role they answer where it is settled. ``promise`` is what happens with answers.
    ``faults`` are by kind, "party" or "about". ``writing`` says what is being written.
    """

    whose: str = ""
    why_not: str = ""
    parties: Options = ()
    abouts: Options = ()
    party: str | None = None
    about: str | None = None
    role: str = ""
    promise: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)
    writing: str = ""
    written: Written | None = None
