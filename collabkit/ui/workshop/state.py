"""What the list of sessions shows."""

from dataclasses import dataclass
from enum import Enum, auto

from collabkit.ui.put_away import PutAway


class Stage(Enum):
    """How far a session is, in the order of the page."""

    UNDER_WAY = auto()
    PREPARED = auto()
    HELD = auto()
    TEMPLATE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One session; ``about`` says for whom it is and how far, in words.

    ``assessment_id`` is empty as long as the session has not begun.
    """

    session_id: str
    title: str
    about: str
    stage: Stage
    is_practice: bool = False
    is_sample: bool = False
    assessment_id: str = ""


@dataclass(frozen=True, slots=True)
class WorkshopState:
    """Everything on the page. ``hidden`` counts the held sessions that are not shown yet."""

    rows: tuple[Row, ...]
    hidden: int = 0
    put_away: tuple[PutAway, ...] = ()

    def at(self, stage: Stage) -> tuple[Row, ...]:
        """Return the sessions that are so far, the latest touched first; none of practice."""
        return tuple(row for row in self.rows if row.stage is stage and not row.is_practice)

    @property
    def practice(self) -> tuple[Row, ...]:
        """What was made to practise with; it never stands before what is meant."""
        return tuple(row for row in self.rows if row.is_practice)

    @property
    def is_first_time(self) -> bool:
        """Whether there is nothing yet but what was practised with."""
        return all(row.is_practice for row in self.rows)
