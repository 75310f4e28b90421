"""The ways in which people can answer in the room. What they are called is in ``way_words``."""

from collections.abc import Mapping
from enum import StrEnum


class Way(StrEnum):
    """How an answer came in. What came by private ways must never be told apart by subtraction."""

    HANDS = "hands"  # raised and counted: everybody sees them
    SLIPS = "slips"  # a number on a piece of paper, put into a box
    SHEETS = "sheets"  # whole ballots, keyed in as a batch, and sealed until each first vote

    @property
    def is_private(self) -> bool:
        """Whether nobody sees who answers what."""
        return self is not Way.HANDS

    @property
    def is_on_paper(self) -> bool:
        """Whether people write their answers down."""
        return self in (Way.SLIPS, Way.SHEETS)


def private_people(came: Mapping[Way, int]) -> int:
    """Return how many people have answered privately; ``came`` is how many have by each way."""
    return sum(people for way, people in came.items() if way.is_private)
