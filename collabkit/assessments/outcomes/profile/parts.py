"""The words for what a profile has beyond means and findings."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.outcomes.profile.rule import Profile, load


def parts(answered: Answered, outcome: Profile) -> tuple[Part, ...]:
    """Return the parts of everything that the pack asks for; none if it asks for nothing."""
    return tuple(
        part
        for extra in outcome.extras
        for part in load(extra.room, "parts").parts(answered, extra.outcome)
    )
