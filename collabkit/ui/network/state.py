"""What the pages of networks show."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from collabkit.assessments.outcomes.blocks import Part
from collabkit.network.filters import ALL, Filter
from collabkit.ui.put_away import PutAway


@dataclass(frozen=True, slots=True)
class Row:
    """One network in the list."""

    network_id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class NetworksState:
    """The list. ``file`` is the name of a file that looks for its network, if there is one.

    ``is_making`` tells that a new network is being named.
    """

    rows: tuple[Row, ...] = ()
    put_away: tuple[PutAway, ...] = ()
    file: str = ""
    is_making: bool = False


class View(StrEnum):
    """What there is to see of a network."""

    OVERVIEW = "overview"
    PACK = "pack"
    BARRIERS = "barriers"
    MATCHES = "matches"
    ITSELF = "itself"  # its name, and the groups that want to be named


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group that wants its name to be passed on."""

    key: str
    name: str
    details: str


Options = tuple[tuple[str, str], ...]


class Presence(Enum):
    """Whether a network is there to be looked at."""

    OPENING = auto()
    THERE = auto()
    FAILED = auto()  # it could not be read just now
    GONE = auto()


@dataclass(frozen=True, slots=True)
class LookState:
    """One network. ``counting`` says what is under way; until then there is nothing to see.

    ``is_shown`` tells whether there are enough groups to look at anything. ``packs``, ``sizes`` and
    ``run_bys`` are what can be chosen from, as codes and words. ``can_name`` tells whether there
    are names that could go into a file.
    """

    presence: Presence = Presence.OPENING
    network_id: str = ""
    name: str = ""
    lead: str = ""
    number: int = 0
    counting: str = ""
    is_shown: bool = False
    view: View = View.OVERVIEW
    packs: Options = ()
    pack_id: str = ""
    sizes: Options = ()
    run_bys: Options = ()
    chosen: Filter = ALL
    parts: tuple[Part, ...] = ()
    named: tuple[NamedGroup, ...] = ()
    can_name: bool = False
    name_fault: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, and the names of the files that it is about."""

    sentence: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilesState:
    """Files that were looked at. ``reading`` says what is under way, ``summary`` what was found.

    ``told`` says what was taken in last. ``new``, ``replacing`` and ``same`` are by what is said of
    them; ``to_take`` counts what one press takes in.
    """

    reading: str = ""
    summary: str = ""
    refused: tuple[Reason, ...] = ()
    new: tuple[Reason, ...] = ()
    replacing: tuple[Reason, ...] = ()
    same: tuple[Reason, ...] = ()
    to_take: int = 0
    told: str = ""
