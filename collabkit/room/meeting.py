"""What has happened in the room so far. Everything but an open vote is kept on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from collabkit.assessments.pack import ActionKind
from collabkit.assessments.tally import Tally
from collabkit.room.channels import OpenVote
from collabkit.room.preparation import Preparation
from collabkit.room.ways import Way, private_people

MOST_ROUNDS = 9  # votes on one statement


class Phase(StrEnum):
    """Where the session stands."""

    LOBBY = "lobby"  # before the first statement
    READ = "read"  # the statement alone, in silence
    VOTE = "vote"  # answers come in; nobody sees them
    CLOSED = "closed"  # counted, kept, not shown yet
    REVEAL = "reveal"  # the room sees the spread
    TALK = "talk"  # in pairs, then all together
    DECIDE = "decide"  # move on, park, or make an action
    MAP = "map"  # all statements together
    CHOOSE = "choose"  # three to five to act on
    ADOPT = "adopt"  # each action by fist of five
    END = "end"

    @property
    def is_statement(self) -> bool:
        """Whether one statement is before the room, from reading it to deciding on it."""
        return self is not Phase.LOBBY and not self.is_ending

    @property
    def is_voting(self) -> bool:
        """Whether there are answers, or can be, which the room has not seen yet."""
        return self in (Phase.VOTE, Phase.CLOSED)

    @property
    def is_between_votes(self) -> bool:
        """Whether a statement is before the room and can be left, voted on and decided on."""
        return self.is_statement and not self.is_voting

    @property
    def is_seen(self) -> bool:
        """Whether the room has its answers to the statement before it."""
        return self in (Phase.REVEAL, Phase.TALK, Phase.DECIDE)

    @property
    def is_ending(self) -> bool:
        """Whether the statements lie behind the room, from the map on."""
        return self is Phase.MAP or self.is_past_map

    @property
    def is_past_map(self) -> bool:
        """Whether nothing can be voted on any more, unless the room goes back to the map."""
        return self in (Phase.CHOOSE, Phase.ADOPT, Phase.END)


class Decision(StrEnum):
    """What the room makes of a statement."""

    MOVE_ON = "move on"
    PARK = "park"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Vote:
    """One closed round. Counts by level and way are not kept, only how many came by each way."""

    tally: Tally
    came: Mapping[Way, int]
    is_revealed: bool = False

    @property
    def people(self) -> int:
        """How many people have answered."""
        return sum(self.came.values())

    @property
    def private_people(self) -> int:
        """How many of them have answered by private ways."""
        return private_people(self.came)

    @property
    def is_public(self) -> bool:
        """Whether everybody saw at least some of the answers being given."""
        return self.private_people < self.people


@dataclass(frozen=True, slots=True)
class Turn:
    """One statement in the room: its votes in order, what was said, what became of it."""

    item_id: str
    votes: tuple[Vote, ...] = ()
    note: str = ""
    decision: Decision | None = None

    @property
    def shown_votes(self) -> tuple[Vote, ...]:
        """The votes that the room has seen."""
        return tuple(vote for vote in self.votes if vote.is_revealed)

    @property
    def latest(self) -> Vote | None:
        """The last vote that the room has seen: what results are drawn from."""
        shown = self.shown_votes
        return shown[-1] if shown else None


@dataclass(frozen=True, slots=True)
class DraftAction:
    """An action as the room words it.

    ``fists`` are the last fist of five: how many people showed 0 to 5 fingers. ``None`` as long as
    the room has not been asked in these words.
    """

    id: str
    item_id: str | None
    text: str
    owner: str = ""
    first_step: str = ""
    due: date | None = None
    kind: ActionKind = ActionKind.QUICK_WIN
    idea_id: str | None = None
    fists: tuple[int, ...] | None = None
    is_adopted: bool = False
    is_now: bool = False  # at most three; only what is adopted


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session from the lobby to the end.

    ``sealed`` is what whole sheets said about statements that are still to come; it is taken out
    when the vote on a statement is closed. ``open_vote`` is never written down.
    """

    preparation: Preparation
    turns: tuple[Turn, ...]
    phase: Phase = Phase.LOBBY
    place: int = 0  # of the current turn
    present: int = 0  # people in the room who answer
    sealed: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    sheets: int = 0  # how many were keyed in
    is_paused: bool = False
    chosen: tuple[str, ...] = ()  # statements to act on
    actions: tuple[DraftAction, ...] = ()
    held_on: date | None = None  # the day it began
    open_vote: OpenVote | None = None

    @property
    def turn(self) -> Turn:
        """The current statement."""
        return self.turns[self.place]

    @property
    def is_over(self) -> bool:
        """Whether the session has come to its end."""
        return self.phase is Phase.END

    @property
    def has_begun(self) -> bool:
        """Whether the first statement has been shown."""
        return self.held_on is not None

    def turn_of(self, item_id: str) -> Turn:
        """Return the turn of a statement; raises ``KeyError`` for one that is not in it."""
        for turn in self.turns:
            if turn.item_id == item_id:
                return turn
        raise KeyError(item_id)

    def action(self, action_id: str) -> DraftAction:
        """Return one action; raises ``KeyError`` for an unknown id."""
        for action in self.actions:
            if action.id == action_id:
                return action
        raise KeyError(action_id)


def convene(preparation: Preparation) -> Meeting:
    """Return a session in the lobby."""
    turns = tuple(Turn(item_id) for item_id in preparation.statements)
    return Meeting(preparation, turns, present=preparation.people)
