"""What the console shows, as frozen data in which every text is ready to be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.room.choices import RoomChoice
from collabkit.room.meeting import Decision, Meeting, Phase


class Offer(Enum):
    """What can be done about a sentence at the top of the page."""

    NOTHING = auto()
    TRY_AGAIN = auto()
    CLOSE_NOW = auto()
    GO_ON = auto()
    CLOSE_WINDOW = auto()
    UNDO_END = auto()


@dataclass(frozen=True, slots=True)
class News:
    """A sentence at the top of the page."""

    sentence: str
    offer: Offer = Offer.NOTHING
    is_problem: bool = False
    is_for_all: bool = False  # said where everybody can read it as well


@dataclass(frozen=True, slots=True)
class Press:
    """The one big button: what it will do, and whether it can.

    ``is_waiting``: pressed now, it only says what is missing.
    """

    words: str
    is_possible: bool = True
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Eyes:
    """What is for the facilitator alone. Where the room can read along it is not there at all."""

    say: tuple[str, ...] = ()  # what to say now
    came: tuple[str, ...] = ()  # how many are in by each way
    slips: int = 0  # how many slips are in
    spread: str = ""
    prompts: tuple[str, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class VoteState:
    """An open vote. ``hands`` are the counts as they were typed, by answer code."""

    key: tuple[str, int]  # statement and round
    answered: int
    present: int
    choices: tuple[RoomChoice, ...]
    takes_hands: bool
    takes_slips: bool
    hands: Mapping[str, str]
    hands_fault: str
    slips_fault: str


@dataclass(frozen=True, slots=True)
class TalkState:
    """A statement whose answers the room has seen, or that nobody has voted on."""

    item_id: str
    read_aloud: str
    again: str  # the offer of another vote, if it is worth it
    can_vote_again: bool
    can_decide: bool
    decision: Decision | None
    actions: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class LobbyState:
    """Before the first statement."""

    promise: tuple[str, ...]
    sheets: str  # how many sheets are in
    takes_sheets: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """One statement in the list of all."""

    place: int
    name: str
    statement: str
    standing: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class EndingState:
    """What the end of the session is drawn from."""

    meeting: Meeting
    pack: Pack
    charity: Charity


@dataclass(frozen=True, slots=True)
class ConsoleState:
    """The whole page."""

    session_id: str
    title: str
    charity: str
    phase: Phase
    is_paused: bool
    heading: str  # "Statement 3 of 12 · Honesty"
    statement: str
    closed: str  # how many have answered, while the answers are not shown yet
    on_the_wall: str
    then: str  # what comes after
    big: Press
    back: str  # what Back does; nothing where there is no way back
    present: int
    is_shared: bool  # the room may be reading this screen
    eyes: Eyes | None
    advice: str = ""  # what to tell people before they vote
    vote: VoteState | None = None
    talk: TalkState | None = None
    lobby: LobbyState | None = None
    ending: EndingState | None = None
    stops: tuple[Stop, ...] = ()
    can_jump: bool = False
    can_pause: bool = False
    can_end: bool = False
    pretend: str = ""  # what pretend people can do now, as a button says it
