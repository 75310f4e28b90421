"""The sizes of the room window, worked out from the height of the screen."""

from dataclasses import dataclass, replace
from math import ceil

SMALLEST = 4.0  # per cent of the height of the screen: no text is smaller (workshop rules)
STATEMENT = 6.0  # no statement is smaller
MOST_LINES = 4  # of a statement
_NARROWEST = 4 / 3  # width by height; on a narrower screen the width decides


@dataclass(frozen=True, slots=True)
class Canvas:
    """The room for a picture: ``width`` by ``height`` pixels on a screen ``screen`` high.

    On one that is tight there is less empty space: where otherwise words would be lost.
    """

    width: float
    height: float
    screen: float
    is_tight: bool = False

    def share(self, per_cent: float) -> int:
        """Return ``per_cent`` of the screen's height in whole pixels, never fewer."""
        return ceil(min(self.screen, self.width / _NARROWEST) * per_cent / 100)

    def shares(self, largest: float, smallest: float, step: float = 0.5) -> tuple[int, ...]:
        """Return sizes in pixels from ``largest`` to ``smallest`` per cent."""
        count = round((largest - smallest) / step)
        return tuple(self.share(largest - step * number) for number in range(count + 1))

    @property
    def tightened(self) -> "Canvas":
        """The same with less empty space."""
        return replace(self, is_tight=True)

    @property
    def top(self) -> float:
        """The empty edge above and below."""
        return self.share(1.8 if self.is_tight else 3.5)

    @property
    def margin(self) -> float:
        """The empty edge at the sides."""
        return max(self.share(4.5), self.width * 0.045)

    @property
    def gap(self) -> float:
        """The least space between what does not belong together."""
        return self.share(1.2 if self.is_tight else 2.5)

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def is_wide(self) -> bool:
        """Whether two columns have room beside each other."""
        return self.width >= 1.5 * self.screen
