"""How answers come in while a vote is open. What is here exists in memory only.

A channel is whatever can say which way it is and how often each answer was given. Whoever adds a
way of voting writes one more of them, beside the way itself and its words; ``votes.take_in`` lets
it in, and nothing else has to know of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol, TypeVar

from collabkit.room.ways import Way, private_people


class Channel(Protocol):
    """One way in. ``counts`` are by answer code, ways out included."""

    @property
    def way(self) -> Way:
        """Which way it is."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each answer was given."""

    @property
    def is_kept(self) -> bool:
        """Whether its answers are on the disk anyway, so that none is lost with an open vote."""


_ChannelT = TypeVar("_ChannelT", bound=Channel)


@dataclass(frozen=True, slots=True)
class Hands:
    """Raised hands, counted answer by answer."""

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def way(self) -> Way:
        """Hands."""
        return Way.HANDS

    @property
    def is_kept(self) -> bool:
        """Nowhere."""
        return False


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

    @property
    def is_kept(self) -> bool:
        """Nowhere."""
        return False

    def with_one(self, code: str) -> "Slips":
        """Return the slips with one more."""
        return Slips((*self.codes, code))

    def without_last(self) -> "Slips":
        """Return the slips without the one that was keyed in last; as they are without any."""
        return Slips(self.codes[:-1])


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the sheets say about one statement, as the sealed tally has it."""

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def way(self) -> Way:
        """Sheets."""
        return Way.SHEETS

    @property
    def is_kept(self) -> bool:
        """Sealed in the meeting until the vote is closed."""
        return True


def people_in(channel: Channel) -> int:
    """Return for how many people a channel stands."""
    return sum(channel.counts.values())


@dataclass(frozen=True, slots=True)
class OpenVote:
    """A vote that is under way. It is never written down: a crash loses it, and it is run again.

    ``channels`` are those by which something may have come, one a way.
    """

    channels: Mapping[Way, Channel] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def came(self) -> Mapping[Way, int]:
        """How many people have answered by each way that was used."""
        counts = {way: people_in(channel) for way, channel in self.channels.items()}
        return MappingProxyType({way: count for way, count in counts.items() if count})

    @property
    def people(self) -> int:
        """How many people have answered."""
        return sum(self.came.values())

    @property
    def private_people(self) -> int:
        """How many of them have answered by private ways."""
        return private_people(self.came)

    @property
    def unkept_people(self) -> int:
        """How many of them would have to answer again if this vote were lost."""
        return sum(people_in(each) for each in self.channels.values() if not each.is_kept)

    @property
    def hands(self) -> Hands:
        """The raised hands, even if there are none."""
        return self._channel(Way.HANDS, Hands())

    @property
    def slips(self) -> Slips:
        """The slips, even if there are none."""
        return self._channel(Way.SLIPS, Slips())

    @property
    def sheets(self) -> Sheets:
        """The sheets, even if there are none."""
        return self._channel(Way.SHEETS, Sheets())

    def answers(self, ways: Iterable[Way] | None = None) -> list[str]:
        """Return the answer codes that came by ``ways``, or by all, in no one's order."""
        wanted = self.channels.keys() if ways is None else frozenset(ways)
        total: Counter[str] = Counter()
        for way, channel in self.channels.items():
            if way in wanted:
                total.update(channel.counts)
        return sorted(total.elements())

    def with_channel(self, channel: Channel) -> "OpenVote":
        """Return the vote with what came by one way, in place of what had come by it before."""
        channels = {**self.channels, channel.way: channel}
        return replace(self, channels=MappingProxyType(channels))

    def _channel(self, way: Way, empty: _ChannelT) -> _ChannelT:
        found = self.channels.get(way)
        return found if isinstance(found, type(empty)) else empty
