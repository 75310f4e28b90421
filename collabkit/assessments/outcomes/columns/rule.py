"""Areas sorted into columns, or counted for a group (OPP): the rule and its JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.columns.counts import Counted, count_areas, percent
from collabkit.assessments.outcomes.columns.matching import (
    Matching,
    areas_of,
    match,
    organisations_of,
)
from collabkit.assessments.outcomes.columns.order import (
    COLUMNS,
    Advice,
    advise,
    areas_in,
    board_order,
    place_of,
)
from collabkit.assessments.pack import DONT_KNOW


@dataclass(frozen=True, slots=True)
class Columns:
    """One charity's board with advice, or a group's counts; areas are ids in their order.

    ``aside`` are areas answered with another way out, such as *does not apply*; ``open`` those
    without an answer, for a group those that too few have answered. For one charity ``counted`` is
    empty, for a group the columns and the advice are. ``matching`` is there where the sheets speak
    for organisations.
    """

    is_group: bool
    order: tuple[str, ...]
    soon: tuple[str, ...]
    later: tuple[str, ...]
    not_wanted: tuple[str, ...]
    done: tuple[str, ...]
    dont_know: tuple[str, ...]
    aside: tuple[str, ...]
    open: tuple[str, ...]
    advice: Advice
    counted: tuple[Counted, ...]
    matching: Matching


def work_out(answered: Answered) -> Columns:
    """Sort the areas of one charity, or count the answers of a group; there is no score."""
    settings = answered.pack.outcome.settings
    order = board_order(answered)
    is_group = answered.minimum != OWN_ASSESSMENT or len(answered.sheets) > 1
    answers = {} if is_group else _own_answers(answered)
    counted = count_areas(answered) if is_group else ()
    shown = {area.item_id for area in counted} if is_group else set(answers)

    sorted_by = {DONT_KNOW, *(settings[key] for key in COLUMNS)}

    def column(code: str) -> tuple[str, ...]:
        return tuple(area for area in order if answers.get(area) == code)

    return Columns(
        is_group=is_group,
        order=order,
        soon=column(settings["soon"]),
        later=column(settings["later"]),
        not_wanted=column(settings["not_wanted"]),
        done=column(settings["done"]),
        dont_know=column(DONT_KNOW),
        aside=tuple(area for area in order if area in answers and answers[area] not in sorted_by),
        open=tuple(area for area in order if area not in shown),
        advice=advise(
            order,
            answers,
            {item.id: place_of(answered.pack, item) for item in areas_in(answered)},
            soon=settings["soon"],
            later=settings["later"],
            done=settings["done"],
        ),
        counted=counted,
        matching=match(organisations_of(answered), areas_of(answered)),
    )


def as_json(answered: Answered, outcome: Columns) -> dict[str, Any]:
    """Return the board or the counts as plain data; shares in whole percent from 20 answers."""
    return {
        "group": outcome.is_group,
        "order": list(outcome.order),
        "soon": list(outcome.soon),
        "later": list(outcome.later),
        "not_wanted": list(outcome.not_wanted),
        "already": list(outcome.done),
        "dont_know": list(outcome.dont_know),
        "answered_otherwise": list(outcome.aside),
        "not_enough_answers": list(outcome.open),
        "advice": {"first": outcome.advice.first, "stretch": outcome.advice.stretch},
        "areas": [_counted_json(area) for area in outcome.counted],
        "matches": [asdict(found) for found in outcome.matching.matches],
        "unmatched": [asdict(left) for left in outcome.matching.unmatched],
    }


def _counted_json(area: Counted) -> dict[str, Any]:
    return {
        "id": area.item_id,
        "n": area.n,
        "soon": area.soon,
        "later": area.later,
        "not_wanted": area.not_wanted,
        "already": area.done,
        "dont_know": area.dont_know,
        "wanted": area.wanted,
        "percent_wanted": percent(area.wanted, area.n),
        "mark": area.mark.value if area.mark else None,
    }


def _own_answers(answered: Answered) -> dict[str, str]:
    return {
        item.id: sheet.answers[item.id]
        for sheet in answered.sheets[:1]
        for item in areas_in(answered)
        if item.id in sheet.answers
    }
