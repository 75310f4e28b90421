"""Which suggested actions suit a charity, the easiest first."""

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import ActionIdea, ActionKind, Effort, Item, Suits

_SIZES = tuple(IncomeBand)
_FROM_SIZE = {
    Suits.SMALL_UP: IncomeBand.SMALL,
    Suits.MEDIUM_UP: IncomeBand.MEDIUM,
    Suits.LARGE_UP: IncomeBand.LARGE,
}
_EFFORTS = tuple(Effort)
_KINDS = tuple(ActionKind)


def suggested_actions(
    item: Item, *, income_band: IncomeBand | None, run_by: RunBy | None
) -> tuple[ActionIdea, ...]:
    """Return the actions for one statement that suit a charity.

    Low effort comes first, then quick wins, then the order of the pack. ``None`` means that the
    charity would rather not say, and nothing is left out on that account.
    """
    fitting = [idea for idea in item.actions if _suits(idea, income_band, run_by)]
    fitting.sort(key=lambda idea: (_EFFORTS.index(idea.effort), _KINDS.index(idea.kind)))
    return tuple(fitting)


def _suits(idea: ActionIdea, income_band: IncomeBand | None, run_by: RunBy | None) -> bool:
    if idea.suits is Suits.VOLUNTEER_RUN:
        return run_by is not RunBy.STAFF
    smallest = _FROM_SIZE.get(idea.suits)
    if smallest is None or income_band is None:
        return True
    return _SIZES.index(income_band) >= _SIZES.index(smallest)
