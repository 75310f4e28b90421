"""What the pages of questionnaires show."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from collabkit.assessments.pack import Pack


class Standing(Enum):
    """How a file that was checked stands to the questionnaires that are here."""

    FAULTY = auto()  # something needs to be put right first
    NEW = auto()  # none has its id
    NEWER = auto()  # one's own of the same id would be replaced
    SAME = auto()  # one's own of the same id has the same words
    TAKEN = auto()  # its id belongs to one that comes with collabkit
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, or one thing worth a thought: where it is and what it is."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in the file at ``path``; ``pack`` is there if it can be used.

    ``older`` is one's own questionnaire of the same id, if it can be read.
    """

    path: Path
    standing: Standing
    faults: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    pack: Pack | None = None
    older: Pack | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One questionnaire in the list."""

    pack_id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class PacksState:
    """The page of all questionnaires. ``reading`` is the name of the file that is being read."""

    own: tuple[Row, ...] = ()
    builtin: tuple[Row, ...] = ()
    reading: str = ""
    checked: Checked | None = None
    instead_of: str = ""  # the id of the one that the file was chosen to replace


class Presence(Enum):
    """Whether a questionnaire is there to be read."""

    THERE = auto()
    DAMAGED = auto()  # its file is there, but cannot be read
    GONE = auto()


@dataclass(frozen=True, slots=True)
class PackState:
    """The page of one questionnaire.

    ``copy_id`` and ``copy_title`` are proposed for a copy; ``can_try`` tells whether one person
    can answer it at once, without anything to settle first.
    """

    presence: Presence
    pack_id: str
    title: str = ""
    pack: Pack | None = None
    is_own: bool = False
    can_try: bool = False
    copy_id: str = ""
    copy_title: str = ""
    checked: Checked | None = None


class Act(Enum):
    """What a notice offers beside its sentence."""

    NOTHING = auto()
    UNDO = auto()
    SHOW_FOLDER = auto()


@dataclass(frozen=True, slots=True)
class News:
    """One sentence for the top of the page; ``written`` is the file it is about."""

    sentence: str
    act: Act = Act.NOTHING
    written: Path | None = None
    is_problem: bool = False
