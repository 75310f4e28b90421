"""One questionnaire under one filter, as far as it may be shown.

A statement has a crowd of its own, of the groups that do not hide it, and what may be shown of it
is decided for that crowd: a filter that is fine for all groups could leave out one or two of those
that have answered.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from collabkit.assessments.assessment import Party
from collabkit.assessments.measure import band_limits, measure_item
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE, Item
from collabkit.assessments.results import ItemResult, Results
from collabkit.assessments.tally import Tally, without_levels
from collabkit.network.counting import Counted, Crowd
from collabkit.network.filters import ALL, Filter, number_in, offered
from collabkit.network.leaving import leaving_items
from collabkit.network.picture import PackPicture

_FAMILIES_KEPT = 5_000
# With a party in it an outcome knows that charities answer, and not people.
_MEMBERS = (Party(id="members", assessment_id="", name=""),)


class View:
    """What may be shown of one questionnaire; ``minimum`` counts groups."""

    def __init__(self, picture: PackPicture, minimum: int, chosen: Filter = ALL) -> None:
        self.picture, self.minimum, self.chosen = picture, minimum, chosen

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to see under this filter."""
        return self.chosen in self.picture.filters

    def number(self, cells: Sequence[int]) -> int | None:
        """Return how many groups of ``cells`` the filter shows; ``None`` if that is hidden."""
        if self.chosen not in _offered(tuple(cells), self.minimum, self.picture.filters):
            return None
        return number_in(cells, self.chosen)

    def all_of(self, cells: Sequence[int]) -> int:
        """Return how many groups of ``cells`` the filter shows, where that tells no answer."""
        return number_in(cells, self.chosen)

    def may_show(self, crowd: Crowd) -> bool:
        """Tell whether where the groups of a crowd stand may be shown."""
        return self.number(crowd.everybody) is not None

    def answered(self, counted: Counted) -> Answered:
        """Return one wording as if each group had filled in a sheet, for the rules of outcomes.

        What may not be shown under the filter is hidden in its results.
        """
        items = tuple(
            self._result(counted, item)
            for item in leaving_items(counted.pack)
            if item.id in counted.statements
        )
        return Answered(
            pack=counted.pack,
            asked=tuple(item.item_id for item in items),
            minimum=self.minimum,
            results=Results(
                pack_id=counted.pack.id,
                pack_version=counted.pack.version,
                minimum=self.minimum,
                respondents=self.number(counted.groups.everybody) or 0,
                items=items,
                sections=(),
                findings=(),
            ),
            today=date.min,
            sheets=(),
            parties=_MEMBERS,
        )

    def _result(self, counted: Counted, item: Item) -> ItemResult:
        """Return where groups stand as a tally of groups; also where the levels are hidden."""
        crowd, form = counted.statements[item.id], counted.pack.form_of(item)
        tally = Tally(item.id, {})
        if self.may_show(crowd):
            levels = [option.code for option in form.options]
            at_levels = crowd.cells_at(levels)
            counts = {code: crowd.at(code, self.chosen) for code in levels}
            tally = Tally(
                item.id,
                counts,
                dont_know=crowd.at(DONT_KNOW, self.chosen),
                not_applicable=crowd.at(NOT_APPLICABLE, self.chosen),
                further={o.code: crowd.at(o.code, self.chosen) for o in form.further_ways_out},
            )
            if self.number(at_levels) is None:
                tally = without_levels(tally)
        return measure_item(
            form, tally, asked=True, minimum=self.minimum, limits=band_limits(counted.pack)
        )


@lru_cache(maxsize=_FAMILIES_KEPT)
def _offered(cells: tuple[int, ...], minimum: int, among: tuple[Filter, ...]) -> frozenset[Filter]:
    return frozenset(offered(cells, minimum, among))
