"""What is worth talking about, in talking order; only what may be shown is ever found."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from collabkit.assessments.results import Band, Finding, FindingKind, ItemResult, Spread
from collabkit.assessments.rounding import shown


@dataclass(frozen=True, slots=True)
class PairRule:
    """Which items are from-to pairs, and below which mean one of them is a talking point."""

    pairs: Collection[str]
    below: Fraction


NO_PAIRS = PairRule((), Fraction(0))


def find(
    items: Sequence[ItemResult], minimum: int, pair_rule: PairRule = NO_PAIRS
) -> tuple[Finding, ...]:
    """Return the findings among ``items`` (in pack order, which settles ties).

    First what people see differently, lowest mean first; then pairs that are talking points; then
    what is low, agreed before spread and the lowest mean first; then what a third or more cannot
    see, largest share first; then strengths, highest mean first. A statement can be both not
    visible and low or split. A pair is a talking point instead of split or low; the split ones
    come first, then the lowest mean.
    """
    means = {item.item_id: item.mean for item in items if item.mean is not None}
    shares = {item.item_id: share for item in items if (share := _unseen(item, minimum))}
    statements = [item for item in items if item.item_id not in pair_rule.pairs]

    split = [i for i in statements if i.spread is Spread.SPLIT and i.item_id in means]
    split.sort(key=lambda item: means[item.item_id])
    talking = [i for i in items if _is_talking_point(i, pair_rule)]
    talking.sort(key=lambda item: (item.spread is not Spread.SPLIT, means[item.item_id]))
    low = [i for i in statements if i.band is Band.ACT_FIRST]
    low.sort(key=lambda item: (item.spread is Spread.SPREAD, means[item.item_id]))
    unseen = [i for i in items if i.item_id in shares]
    unseen.sort(key=lambda item: -shares[item.item_id])
    strengths = [i for i in items if i.band is Band.SHARE_IT]
    strengths.sort(key=lambda item: -means[item.item_id])

    found = (
        (FindingKind.SPLIT, split),
        (FindingKind.TALKING_POINT, talking),
        (FindingKind.LOW, low),
        (FindingKind.NOT_VISIBLE, unseen),
        (FindingKind.STRENGTH, strengths),
    )
    return tuple(Finding(kind, item.item_id) for kind, group in found for item in group)


def _is_talking_point(item: ItemResult, rule: PairRule) -> bool:
    """Tell whether a pair is split or its mean, as people see it, is below the limit."""
    if item.item_id not in rule.pairs or item.mean is None:
        return False
    return item.spread is Spread.SPLIT or Fraction(shown(item.mean)) < rule.below


def _unseen(item: ItemResult, minimum: int) -> Fraction | None:
    """Return the share of *don't know* if it is at least a third and the group may be shown."""
    if item.dont_know is None:
        return None
    asked = item.n + item.dont_know
    if asked < minimum or item.dont_know * 3 < asked:
        return None
    return Fraction(item.dont_know, asked)
