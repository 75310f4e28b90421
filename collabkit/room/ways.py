"""The ways in which people can answer in the room."""

from enum import StrEnum


class Way(StrEnum):
    """How an answer came in. What came by private ways must never be told apart by subtraction."""

    HANDS = "hands"  # raised and counted: everybody sees them
    SLIPS = "slips"  # a number on a piece of paper, put into a box
    SHEETS = "sheets"  # whole ballots, keyed in before the first statement

    @property
    def is_private(self) -> bool:
        """Whether nobody sees who answers what."""
        return self is not Way.HANDS
