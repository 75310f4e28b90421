"""What is wrong with a file, as much of it as can be read before one sees to it. No Qt."""

from collections.abc import Sequence

from collabkit.assessments.sentences import in_words
from collabkit.i18n import ngettext

MOST_FAULTS = 10


def first_faults(faults: Sequence[str]) -> tuple[str, ...]:
    """Return the first faults and how many more there are, a line each."""
    more = len(faults) - MOST_FAULTS
    return (*faults[:MOST_FAULTS], more_faults(more)) if more > 0 else tuple(faults)


def more_faults(number: int) -> str:
    """Return how many faults are not shown, at least one."""
    return ngettext("And one more.", "And {number} more.", number).format(number=in_words(number))
