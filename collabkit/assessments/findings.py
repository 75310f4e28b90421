"""What is worth talking about, in talking order; only what may be shown is ever found."""

from collections.abc import Sequence
from fractions import Fraction

from collabkit.assessments.results import Band, Finding, FindingKind, ItemResult, Spread


def find(items: Sequence[ItemResult], minimum: int) -> tuple[Finding, ...]:
    """Return the findings among ``items`` (in pack order, which settles ties).

    First what people see differently, lowest mean first; then what is low, agreed before spread
    and the lowest mean first; then what a third or more cannot see, largest share first; then
    strengths, highest mean first. A statement can be both not visible and low or split.
    """
    means = {item.item_id: item.mean for item in items if item.mean is not None}
    shares = {item.item_id: share for item in items if (share := _unseen(item, minimum))}

    split = [i for i in items if i.spread is Spread.SPLIT and i.item_id in means]
    split.sort(key=lambda item: means[item.item_id])
    low = [i for i in items if i.band is Band.ACT_FIRST]
    low.sort(key=lambda item: (item.spread is Spread.SPREAD, means[item.item_id]))
    unseen = [i for i in items if i.item_id in shares]
    unseen.sort(key=lambda item: -shares[item.item_id])
    strengths = [i for i in items if i.band is Band.SHARE_IT]
    strengths.sort(key=lambda item: -means[item.item_id])

    found = (
        (FindingKind.SPLIT, split),
        (FindingKind.LOW, low),
        (FindingKind.NOT_VISIBLE, unseen),
        (FindingKind.STRENGTH, strengths),
    )
    return tuple(Finding(kind, item.item_id) for kind, group in found for item in group)


def _unseen(item: ItemResult, minimum: int) -> Fraction | None:
    """Return the share of *don't know* if it is at least a third and the group may be shown."""
    if item.dont_know is None:
        return None
    asked = item.n + item.dont_know
    if asked < minimum or item.dont_know * 3 < asked:
        return None
    return Fraction(item.dont_know, asked)
