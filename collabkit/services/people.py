"""Who takes part in an assessment: as they are named at the start, and how far they are."""

from dataclasses import dataclass
from typing import NamedTuple

from collabkit.assessments.assessment import Participant
from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.pack import Respondent


class NewPerson(NamedTuple):
    """Somebody who is to answer; ``party`` and ``about`` are places among the parties, from 0."""

    pseudonym: str
    role: Respondent
    party: int | None = None
    about: int | None = None


class NewParty(NamedTuple):
    """An organisation that is to take part."""

    name: str
    is_own: bool = False
    is_lead: bool = False
    size: IncomeBand | None = None


@dataclass(frozen=True, slots=True)
class SheetState:
    """One sheet and how far it is.

    ``party`` and ``about`` are the names of those for and about whom it speaks, or empty.
    ``answered`` and ``of`` count the statements that have to be answered on it.
    """

    participant: Participant
    party: str
    about: str
    answered: int
    of: int

    @property
    def is_complete(self) -> bool:
        """True if nothing is left to answer."""
        return self.answered >= self.of
