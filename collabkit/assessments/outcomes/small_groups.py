"""How many people are needed before anything is shown about partners or their organisations."""

from collections.abc import Mapping

from collabkit.assessments.limits import SMALLEST_GROUP, USUAL_GROUP
from collabkit.assessments.outcomes.answered import Answered

IDENTIFIABLE = "identifiable"  # settled with AGREED if every partner agreed to it beforehand
AGREED = "yes"


def agreed_to_be_identifiable(answered: Answered) -> bool:
    """Tell whether every partner agreed beforehand that people may be recognised."""
    return answered.settled.get(IDENTIFIABLE) == AGREED


def people_needed(answered: Answered) -> int:
    """Return how many people must have answered: five, or what was agreed on beforehand.

    Three or four are enough only if every partner agreed beforehand to be identifiable and the
    minimum of the assessment says so; a higher minimum always holds.
    """
    return number_needed(answered.minimum, answered.settled)


def number_needed(minimum: int, settled: Mapping[str, str]) -> int:
    """Return how many are needed where ``minimum`` and what is settled say so."""
    if settled.get(IDENTIFIABLE) == AGREED and minimum >= SMALLEST_GROUP:
        return minimum
    return max(USUAL_GROUP, minimum)
