"""An hour for a board: what is lowest, what divides people most, and the minutes for each.

What divides people is talked about first, because people should hear each other before they judge.
How long the hour is and how many statements it may hold are settings of the pack.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.results import Band, ItemResult, Spread
from collabkit.assessments.rounding import shown

_LOW = (Band.ACT_FIRST, Band.BUILD)
_DIVIDED = (Spread.SPLIT, Spread.SPREAD)  # in this order


@dataclass(frozen=True, slots=True)
class Divided:
    """A statement on which people differ, by ``difference`` levels between two on average."""

    item_id: str
    difference: Fraction


@dataclass(frozen=True, slots=True)
class Agenda:
    """The hour in minutes. ``lowest`` and ``divided`` are on it; ``waiting`` stands out too.

    All are in the order of their rule; among those that wait, the divided ones come first.
    """

    minutes: int
    welcome: int
    each: int
    lowest: tuple[str, ...]
    divided: tuple[Divided, ...]
    waiting: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The statements in the order in which they are talked about."""
        return (*(entry.item_id for entry in self.divided), *self.lowest)

    @property
    def decision(self) -> int:
        """The minutes left for one decision, who does it and when."""
        return self.minutes - self.welcome - self.each * len(self.items)


def work_out(answered: Answered) -> Agenda:
    """Choose what the hour is for.

    If the settings leave too little time for a decision, the last statements of the agenda wait.
    """
    settings = answered.pack.outcome.settings["agenda"]
    results = answered.results.items  # in pack order, which settles ties
    low = _low(results, settings.get("first", ()))
    lowest = low[: settings["most_low"]]
    divided = _divided(answered, lowest)
    on_agenda = divided[: settings["most_divided"]]

    time = settings["minutes"] - settings["welcome"] - settings["decide_at_least"]
    most = max(0, time // settings["each"]) if settings["each"] else len(results)
    on_agenda = on_agenda[:most]
    lowest = lowest[: most - len(on_agenda)]

    chosen = {*lowest, *(entry.item_id for entry in on_agenda)}
    stands_out = dict.fromkeys((*(entry.item_id for entry in divided), *low))
    return Agenda(
        minutes=settings["minutes"],
        welcome=settings["welcome"],
        each=settings["each"],
        lowest=lowest,
        divided=on_agenda,
        waiting=tuple(item_id for item_id in stands_out if item_id not in chosen),
    )


def as_json(_answered: Answered, outcome: Agenda) -> dict[str, Any]:
    """Return what was chosen and the agenda in its order; times are minutes."""
    return {
        "lowest": list(outcome.lowest),
        "most_divided": [
            {"item": entry.item_id, "average_difference": str(shown(entry.difference))}
            for entry in outcome.divided
        ],
        "waiting": list(outcome.waiting),
        "agenda": {
            "minutes": outcome.minutes,
            "welcome": outcome.welcome,
            "items": [{"item": item_id, "minutes": outcome.each} for item_id in outcome.items],
            "decision": outcome.decision,
        },
    }


def average_difference(counts: Mapping[str, int], form: AnswerForm) -> Fraction:
    """Return how many levels two people differ by, as the mean over all pairs of answers.

    Nought without two answers. It is about all people at once and never about one of them.
    """
    steps = [
        (counts[option.code], option.value) for option in form.options if option.value is not None
    ]
    n = sum(count for count, _value in steps)
    if n < 2:
        return Fraction(0)
    total = sum(
        (one * other * abs(value - another))
        for (one, value), (other, another) in combinations(steps, 2)
    )
    return Fraction(total) / math.comb(n, 2)


def is_divided(result: ItemResult) -> bool:
    """Tell whether people see a statement so differently that it is worth a talk."""
    return result.spread in _DIVIDED


def _low(results: tuple[ItemResult, ...], first: tuple[str, ...]) -> tuple[str, ...]:
    """Return all that is low and not split, the named ones first where they are in *act first*."""
    low = [item for item in results if item.band in _LOW]

    def order(item: ItemResult) -> tuple[bool, Fraction]:
        goes_first = item.item_id in first and item.band is Band.ACT_FIRST
        return not goes_first, item.mean or Fraction(0)  # a band comes with a mean

    return tuple(item.item_id for item in sorted(low, key=order))


def _divided(answered: Answered, chosen: tuple[str, ...]) -> tuple[Divided, ...]:
    """Return all on which people are split or spread: split first, then most different."""
    found = []
    for item in answered.results.items:
        if item.item_id in chosen or item.counts is None or not is_divided(item):
            continue
        form = answered.pack.form_of(answered.pack.item(item.item_id))
        divided = Divided(item.item_id, average_difference(item.counts, form))
        label = _DIVIDED.index(item.spread)
        found.append((label, -divided.difference, item.mean or Fraction(0), divided))
    found.sort(key=lambda entry: entry[:3])
    return tuple(divided for *_order, divided in found)
