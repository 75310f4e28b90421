"""Ranked barriers, the needs that help with them, and steps (BAR): the rule and its JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import codes_of
from collabkit.assessments.outcomes.ranking.needs import OfferedNeed, offered_needs, steps_for
from collabkit.assessments.outcomes.ranking.order import (
    Ranked,
    Unit,
    first_places,
    propose,
    rank,
    rated_items,
    unit_of,
)
from collabkit.assessments.rounding import shown

# What people settle about the whole assessment.
CHOSEN, NEEDS, WHO, FIRST_STEP, BY_WHEN = "chosen", "needs", "who", "first_step", "by_when"


@dataclass(frozen=True, slots=True)
class Ranking:
    """What holds back most, and what follows from what people chose of it.

    ``first`` are the first places with everything level with the last, ``proposed`` what is ticked
    until people choose. ``chosen``, ``needs`` and ``ticked`` are ids in the order of the rule.
    ``none_held`` are statements that hold nobody back; ``open`` those without enough answers.
    """

    unit: Unit
    ranked: tuple[Ranked, ...]
    first: tuple[str, ...]
    proposed: tuple[str, ...]
    chosen: tuple[str, ...]
    needs: tuple[OfferedNeed, ...]
    ticked: tuple[str, ...]
    steps: tuple[Mapping[str, Any], ...]
    none_held: tuple[str, ...]
    open: tuple[str, ...]

    def entry(self, item_id: str) -> Ranked:
        """Return one ranked statement; raises ``KeyError`` if it is not ranked."""
        for entry in self.ranked:
            if entry.item_id == item_id:
                return entry
        raise KeyError(item_id)


def work_out(answered: Answered) -> Ranking:
    """Rank the barriers, offer needs for the chosen ones and steps for the ticked needs.

    Without a choice of their own people start from the proposal (B&NES CYPN 2018 names the
    barriers, needs and steps; that they are ranked and matched so is the pack's own rule).
    """
    settings = answered.pack.outcome.settings
    most: int = settings["most_chosen"]
    ranked = rank(answered)
    proposed = _ids(propose(ranked, most, settings.get("easiest_first", ())))
    own = set(codes_of(answered.settled.get(CHOSEN, "")))
    chosen = tuple(item_id for item_id in _ids(ranked) if item_id in own)[:most] or proposed
    needs = offered_needs(settings["need"], chosen)
    wanted = set(codes_of(answered.settled.get(NEEDS, "")))
    ticked = tuple(need.need_id for need in needs if need.need_id in wanted)
    rated = set(_ids(ranked))
    unranked = [item.id for item in rated_items(answered) if item.id not in rated]
    means = {item_id: answered.results.item(item_id).mean for item_id in unranked}
    return Ranking(
        unit=unit_of(answered),
        ranked=ranked,
        first=_ids(first_places(ranked, most)),
        proposed=proposed,
        chosen=chosen,
        needs=needs,
        ticked=ticked,
        steps=steps_for(settings["step"], ticked),
        none_held=tuple(item_id for item_id in unranked if means[item_id] is not None),
        open=tuple(item_id for item_id in unranked if means[item_id] is None),
    )


def as_json(answered: Answered, outcome: Ranking) -> dict[str, Any]:
    """Return the ranking as plain data; means as people see them."""
    return {
        "unit": outcome.unit.value,
        "ranked": [
            {
                "id": entry.item_id,
                "place": entry.place,
                "mean": str(shown(entry.mean)),
                "held_back": entry.held_back,
                "stopped": entry.stopped,
                "control": entry.control,
            }
            for entry in outcome.ranked
        ],
        "none_held": list(outcome.none_held),
        "not_enough_answers": list(outcome.open),
        "first": list(outcome.first),
        "proposed": list(outcome.proposed),
        "chosen": list(outcome.chosen),
        "needs": [
            {"id": need.need_id, "helps_with": list(need.helps_with)} for need in outcome.needs
        ],
        "ticked": list(outcome.ticked),
        "steps": [{"id": step["id"], "kind": step["kind"].value} for step in outcome.steps],
        WHO: answered.settled.get(WHO, ""),
        FIRST_STEP: answered.settled.get(FIRST_STEP, ""),
        BY_WHEN: answered.settled.get(BY_WHEN, ""),
    }


def _ids(entries: Sequence[Ranked]) -> tuple[str, ...]:
    return tuple(entry.item_id for entry in entries)
