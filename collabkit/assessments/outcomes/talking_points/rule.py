"""From-to pairs beside the statements of each area, and which of them are talking points.

A pair has its own mean. It stands beside the score of its area and is never added to it; it is a
talking point whatever that score is. ``findings`` decides which pairs are, and in which order.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from collabkit.assessments.measure import pair_rule
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import Item
from collabkit.assessments.results import Band, FindingKind, Results
from collabkit.assessments.rounding import shown

_TO_GROW = (Band.ACT_FIRST, Band.BUILD)


@dataclass(frozen=True, slots=True)
class Area:
    """The statements and the pairs of one section that were asked, in pack order."""

    code: str
    statements: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkingPoints:
    """Everything about the pairs of one assessment.

    ``points`` are the talking points in talking order; a pair is one if its mean is below
    ``below``, as people see it, or if people are split on it. ``within_reach`` are statements that
    are possible with little power and in one of the two lower bands, lowest mean first.
    """

    below: Fraction
    points: tuple[str, ...]
    areas: tuple[Area, ...]
    within_reach: tuple[str, ...]

    @property
    def has_pairs(self) -> bool:
        """False if no pair was asked, as in the short version."""
        return any(area.pairs for area in self.areas)


def work_out(answered: Answered) -> TalkingPoints:
    """Return the talking points, and what stands beside them in each area."""
    pack, results = answered.pack, answered.results
    rule = pair_rule(pack)
    areas = []
    for section in pack.sections:
        asked = [item.id for item in section.items if results.item(item.id).asked]
        areas.append(
            Area(
                section.code,
                statements=tuple(item_id for item_id in asked if item_id not in rule.pairs),
                pairs=tuple(item_id for item_id in asked if item_id in rule.pairs),
            )
        )
    return TalkingPoints(
        below=rule.below,
        points=tuple(
            finding.item_id
            for finding in results.findings
            if finding.kind is FindingKind.TALKING_POINT
        ),
        areas=tuple(areas),
        within_reach=_within_reach(tuple(pack.items), results),
    )


def as_json(answered: Answered, outcome: TalkingPoints) -> dict[str, Any]:
    """Return the pairs of every area in pack order and the talking points in talking order."""
    results = answered.results
    return {
        "areas": [
            {"code": area.code, "pairs": [_pair(results, outcome, pair) for pair in area.pairs]}
            for area in outcome.areas
        ],
        "talking_points": list(outcome.points),
        "little_power": list(outcome.within_reach),
    }


def _pair(results: Results, outcome: TalkingPoints, item_id: str) -> dict[str, Any]:
    result = results.item(item_id)
    return {
        "item": item_id,
        "mean": None if result.mean is None else str(shown(result.mean)),
        "spread": result.spread.value,
        "talking_point": item_id in outcome.points,
    }


def _within_reach(items: tuple[Item, ...], results: Results) -> tuple[str, ...]:
    marked = [results.item(item.id) for item in items if item.marks.get("little_power")]
    found = [(result.mean, result.item_id) for result in marked if result.band in _TO_GROW]
    found.sort(key=lambda entry: entry[0] or 0)  # a band comes with a mean
    return tuple(item_id for _mean, item_id in found)
