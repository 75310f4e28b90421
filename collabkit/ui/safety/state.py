"""What the page of safety copies shows."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


class Act(Enum):
    """What a notice offers."""

    NOTHING = auto()
    GO_BACK = auto()  # to what was there before a copy was put back
    SHOW_FOLDER = auto()
    UNDO = auto()


@dataclass(frozen=True, slots=True)
class News:
    """A sentence at the top; ``path`` is the copy or the file that the act is about."""

    sentence: str
    act: Act = Act.NOTHING
    path: Path | None = None
    is_problem: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One copy in the list: when it was made, and what there is to know about it.

    ``is_going`` is one that is removed as soon as the page is left.
    """

    path: Path
    name: str
    about: str
    is_damaged: bool = False
    is_going: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The copy that is looked at.

    ``name`` is its heading. ``rows`` hold what there is, how much of it is here and how much is in
    the copy; without any, ``problem`` says why. ``warning`` is to be read before it is put back.
    ``is_elsewhere`` is a file that is not among the copies; ``is_locked`` one whose passphrase has
    to be asked for before anybody can look into it. ``why_it_stays`` is said where it cannot be
    removed.
    """

    path: Path
    name: str
    about: str
    rows: tuple[tuple[str, str, str], ...] = ()
    problem: str = ""
    warning: str = ""
    is_elsewhere: bool = False
    can_go: bool = False
    is_locked: bool = False
    why_it_stays: str = ""


@dataclass(frozen=True, slots=True)
class SafetyState:
    """The whole page. ``busy`` says what is under way."""

    standing: str = ""
    rows: tuple[Row, ...] = ()
    chosen: Chosen | None = None
    busy: str = ""
