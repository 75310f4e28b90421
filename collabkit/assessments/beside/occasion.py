"""One occasion on which a pack was answered, as it is laid beside others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collabkit.assessments.assessment import Selection
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.topics import OTHER_PEOPLE, SAME_PEOPLE
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results
from collabkit.dates import day, month
from collabkit.i18n import _


class Likeness(StrEnum):
    """Whether at least two thirds of the people are the same as on the occasion before.

    It cannot be worked out from pseudonyms or votes, so somebody has to say it; the values are
    those that are settled under the topic ``PEOPLE``.
    """

    SAME = SAME_PEOPLE
    CHANGED = OTHER_PEOPLE
    NOT_SAID = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One assessment with its results.

    ``label`` is what it is called beside others ("November 2026"). ``pack`` is in the words in
    which it was asked. ``results`` hide what its minimum hides. ``people`` compares its people with
    those of the occasion before it; it does not matter for the first.
    """

    label: str
    day: date
    pack: Pack
    results: Results
    selection: Selection
    people: Likeness = Likeness.NOT_SAID

    @property
    def is_own(self) -> bool:
        """Whether it is one person's own assessment."""
        return self.results.minimum == OWN_ASSESSMENT

    @property
    def is_hidden(self) -> bool:
        """Whether there is nothing to see of it, because too few have answered."""
        return all(item.counts is None for item in self.results.items)


def occasion_labels(days: Sequence[date]) -> tuple[str, ...]:
    """Return a label for each of several days, in their order, no two the same.

    That is the month, or the day where two are in the same month, with a number where they are on
    the same day.
    """
    months, whole = Counter(map(month, days)), Counter(days)
    labels = []
    seen: Counter[date] = Counter()
    for each in days:
        seen[each] += 1
        if months[month(each)] == 1:
            labels.append(month(each))
        elif whole[each] == 1:
            labels.append(day(each))
        else:
            labels.append(_("{day} ({number})").format(day=day(each), number=seen[each]))
    return tuple(labels)
