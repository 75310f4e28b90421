"""How many people of each role are in a picture, told only where that gives nobody away."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from collabkit.assessments.pack import Respondent


def role_counts(
    role_of: Mapping[str, Respondent], batches: Iterable[Collection[str]], minimum: int
) -> Mapping[Respondent, int] | None:
    """Return how many of the people in ``role_of`` have each role; ``None`` if it is not told.

    ``role_of`` holds whoever is in the picture by id, and ``batches`` are those who came into it
    at the same time. Every picture could be seen, so the roles of each batch can be worked out by
    subtraction. They are told only if in each batch every role is nobody's or that of as many
    people as the smallest group has (measurement rules, *Small groups*). Whoever is in no batch
    counts as one more.
    """
    there = [frozenset(batch) & role_of.keys() for batch in batches]
    there.append(frozenset(role_of).difference(*there))
    found = [Counter(role_of[person] for person in batch) for batch in there]
    if any(number < minimum for counts in found for number in counts.values()):
        return None
    return sum(found, Counter())
