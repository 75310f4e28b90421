"""How many people are needed before anything is shown about partners or their organisations."""

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
    if agreed_to_be_identifiable(answered) and answered.minimum >= SMALLEST_GROUP:
        return answered.minimum
    return max(USUAL_GROUP, answered.minimum)
