"""What happens on a pretend away-day, from the sheets to the fists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Vote:
    """What a room answers in one vote: slips by the mark on them, hands by answer code."""

    hands: Mapping[str, int]
    slips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordedAction:
    """An action as it is typed; ``fists`` has the fingers of each person.

    ``better`` is what the room makes of it if some show fewer than three.
    """

    text: str
    owner: str
    due: str
    first_step: str
    fists: tuple[int, ...]
    is_now: bool
    better: "Better | None" = None


@dataclass(frozen=True, slots=True)
class Better:
    """Other words for an action, and the fist of five that is shown for them."""

    text: str
    fists: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens on one statement; ``again`` is the second vote, if there is one."""

    vote: Vote
    again: Vote | None = None
    note: str = ""
    is_parked: bool = False
    action: WordedAction | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A session: the sheets with a mark for each statement, the turns, and how it ends.

    ``chosen`` are the ids of the statements to act on, ``actions`` what is worded at the end, by
    statement.
    """

    session_id: str
    sheets: tuple[tuple[str, ...], ...]
    turns: tuple[Turn, ...]
    chosen: tuple[str, ...]
    actions: Mapping[str, WordedAction]
    papers: Mapping[str, Path] = field(default_factory=dict)  # by kind: where to save them
