"""Whether what a group sends can be what a group may send.

A sound file says no more than results do: what fewer than the minimum have answered is hidden in
it. Somebody else's program may have written it, so it is not believed.
"""

from collections.abc import Sequence

from collabkit.assessments.limits import LARGEST_GROUP, OWN_ASSESSMENT, SMALLEST_GROUP
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.i18n import _
from collabkit.network.group import Answers, Head
from collabkit.network.leaving import codes_of, leaving_items, unit_of


def why_no_group(unit: Unit, minimum: int, people: int) -> str:
    """Return in a clause why so many people cannot be shown; empty if they can."""
    if minimum == OWN_ASSESSMENT:
        if unit is Unit.CHARITY and people == 1:
            return ""
        return _("it tells what a single person has answered")
    if not SMALLEST_GROUP <= minimum <= LARGEST_GROUP:
        return _("the smallest group in it has {minimum} people").format(minimum=minimum)
    if people < minimum:
        return _("it tells about fewer people than its smallest group has")
    return ""


def why_no_row(
    n: int,
    levels: Sequence[int] | None,
    ways_out: Sequence[int] | None,
    minimum: int,
    people: int,
) -> str:
    """Return in a clause what is wrong with the tally of one statement; empty if nothing is.

    ``n`` is how many chose a level; ``levels`` and ``ways_out`` are ``None`` where they are hidden.
    """
    everybody = n + sum(ways_out) if ways_out else n
    if levels is not None and sum(levels) != n:
        return _("a sum in it is wrong")
    if (levels is not None and n < minimum) or (ways_out and everybody < minimum):
        return _("it shows answers of too few people")
    if everybody > people:
        return _("it has more answers than people")
    return ""


class Fitting:
    """Tells whether tallies are of one pack, all of them of statements that may leave."""

    def __init__(self, pack: Pack) -> None:
        self._unit = unit_of(pack)
        self._codes = {item.id: codes_of(pack.form_of(item)) for item in leaving_items(pack)}
        self._ids = {item.id for item in pack.items}
        self._sections = {section.code for section in pack.sections}
        settings = pack.outcome.settings
        is_ranking = pack.outcome.kind is OutcomeKind.RANKING
        self._needs = {need["id"] for need in settings["need"]} if is_ranking else set()
        self._steps = {step["id"] for step in settings["step"]} if is_ranking else set()
        self._heads: dict[Head, bool] = {}

    def fits(self, answers: Answers) -> bool:
        """Tell it of what one group sent."""
        agreed = answers.agreed
        return (
            answers.unit is self._unit
            and all(self._knows(table.head) for table in answers.tables)
            and self._sections.issuperset(answers.themes)
            and self._ids.issuperset(answers.may_be_named)
            and (
                agreed is None
                or (self._needs.issuperset(agreed.needs) and self._steps.issuperset(agreed.steps))
            )
        )

    def _knows(self, head: Head) -> bool:
        if head not in self._heads:
            codes = head.levels, head.ways_out
            self._heads[head] = all(self._codes.get(one) == codes for one in head.statements)
        return self._heads[head]
