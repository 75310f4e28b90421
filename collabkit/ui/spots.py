"""Where somebody was on the pages that they left, so that Back leads to the very spot."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from collabkit.ui.navigation import Visit

_MOST = 50  # pages


@dataclass(frozen=True, slots=True)
class Spot:
    """How far down the page of ``visit`` was scrolled, and what had the keyboard."""

    visit: Visit
    scrolled: int
    focused: QWidget | None


class Spots:
    """The spots on the way that led here, of the last visits only."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []

    def remember(self, spot: Spot) -> None:
        """Keep ``spot``: its page is left on the way on."""
        self._spots = [*self._spots, spot][-_MOST:]

    def take(self, visit: Visit) -> Spot | None:
        """Return the spot of ``visit``, that very one, if it was left before; it is forgotten."""
        spot = next((spot for spot in self._spots if spot.visit is visit), None)
        if spot is not None:
            self._spots.remove(spot)
        return spot

    def clear(self) -> None:
        """Forget the way that led here."""
        self._spots = []
