"""How answers come in while a vote is open. What is here exists in memory only.

A channel is whatever can say how many people it stands for and how often each answer was given.
Whoever adds a way of voting writes one more of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

from collabkit.room.ways import Way


class Channel(Protocol):
    """One way in. ``counts`` are by answer code, ways out included."""

    @property
    def way(self) -> Way:
        """Which way it is."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each answer was given."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Raised hands, counted answer by answer."""

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def way(self) -> Way:
        """Hands."""
        return Way.HANDS


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips from the box, keyed in one after the other; the last can be taken back."""

    codes: tuple[str, ...] = ()

    @property
    def way(self) -> Way:
        """Slips."""
        return Way.SLIPS

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each answer was given."""
        return Counter(self.codes)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the sheets say about one statement, as the sealed tally has it."""

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def way(self) -> Way:
        """Sheets."""
        return Way.SHEETS


def people_in(channel: Channel) -> int:
    """Return for how many people a channel stands."""
    return sum(channel.counts.values())


@dataclass(frozen=True, slots=True)
class OpenVote:
    """A vote that is under way. It is never written down: a crash loses it, and it is run again."""

    hands: Hands = field(default_factory=Hands)
    slips: Slips = field(default_factory=Slips)
    sheets: Sheets = field(default_factory=Sheets)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Every way in."""
        return self.hands, self.slips, self.sheets

    @property
    def came(self) -> Mapping[Way, int]:
        """How many people have answered by each way that was used."""
        counts = {channel.way: people_in(channel) for channel in self.channels}
        return MappingProxyType({way: count for way, count in counts.items() if count})

    @property
    def people(self) -> int:
        """How many people have answered."""
        return sum(self.came.values())

    @property
    def private_people(self) -> int:
        """How many of them have answered by private ways."""
        return sum(count for way, count in self.came.items() if way.is_private)

    def answers(self, ways: Iterable[Way] = tuple(Way)) -> list[str]:
        """Return the answer codes that came by ``ways``, in no one's order."""
        wanted = frozenset(ways)
        total: Counter[str] = Counter()
        for channel in self.channels:
            if channel.way in wanted:
                total.update(channel.counts)
        return sorted(total.elements())

    def with_hands(self, counts: Mapping[str, int]) -> "OpenVote":
        """Return the vote with the hands counted anew; answers that nobody chose are left out."""
        kept = {code: count for code, count in counts.items() if count}
        return replace(self, hands=Hands(MappingProxyType(kept)))

    def with_slip(self, code: str) -> "OpenVote":
        """Return the vote with one more slip."""
        return replace(self, slips=Slips((*self.slips.codes, code)))

    def without_last_slip(self) -> "OpenVote":
        """Return the vote without the slip that was keyed in last; as it is without any."""
        return replace(self, slips=Slips(self.slips.codes[:-1]))
