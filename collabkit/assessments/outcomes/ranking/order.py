"""The order of what holds people back, and what is proposed to work on first.

People are ranked for by the mean that they see, so two means shown as 1.8 are level. In a network
it counts how many members are held back. What was counted elsewhere never comes in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.further import further_item, main_items
from collabkit.assessments.pack import AnswerForm, Item
from collabkit.assessments.results import ItemResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.spread import is_ordered


class Unit(StrEnum):
    """Who gives one answer: a person, or a charity in a network."""

    PERSON = "person"
    CHARITY = "charity"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement with its place from 1; those that are level have the same place.

    ``held_back`` and ``stopped`` are the numbers of members by which a network ranks, otherwise
    ``None``. ``control`` is the answer most often given to the question who can change it.
    """

    item_id: str
    place: int
    mean: Fraction
    held_back: int | None
    stopped: int | None
    control: str | None


def unit_of(answered: Answered) -> Unit:
    """Return who answers: with parties every sheet speaks for a charity."""
    return Unit.CHARITY if answered.parties else Unit.PERSON


def rated_items(answered: Answered) -> tuple[Item, ...]:
    """Return the statements that were asked and are answered with a rating, in pack order."""
    pack = answered.pack
    return tuple(item for item in main_items(answered) if is_ordered(pack.form_of(item)))


def rank(answered: Answered) -> tuple[Ranked, ...]:
    """Return every statement with a mean above 0.0 as people see it, the highest first.

    Pack order settles what is level; a statement whose answers are hidden has no mean.
    """
    network = answered.pack.outcome.settings.get("network")
    by_members = network is not None and unit_of(answered) is Unit.CHARITY
    found: list[tuple[tuple[Fraction, ...], Ranked]] = []
    for item in rated_items(answered):
        result = answered.results.item(item.id)
        mean = result.mean
        if mean is None or not shown(mean):
            continue
        held_back = stopped = None
        weight: tuple[Fraction, ...] = (Fraction(shown(mean)),)
        if by_members and network is not None:
            form = answered.pack.form_of(item)
            held_back = _at_least(result, form, network["holds_back_from"])
            stopped = _at_least(result, form, network["stops_from"])
            weight = (Fraction(held_back), Fraction(stopped))
        control = most_often_marked(answered, item.id)
        found.append((weight, Ranked(item.id, 0, mean, held_back, stopped, control)))
    found.sort(key=lambda entry: entry[0], reverse=True)  # stable: pack order where level
    weights = [weight for weight, _ranked in found]
    return tuple(replace(ranked, place=weights.index(weight) + 1) for weight, ranked in found)


def most_often_marked(answered: Answered, item_id: str) -> str | None:
    """Return who can most often change it; of answers given equally often, the easiest.

    ``None`` where nobody said, or too few to be shown.
    """
    easiest_first: Sequence[str] = answered.pack.outcome.settings.get("easiest_first", ())
    item = further_item(answered.pack, item_id, easiest_first) if easiest_first else None
    counts = answered.results.item(item.id).counts if item else None
    if not counts or not any(counts[code] for code in easiest_first):
        return None
    return max(easiest_first, key=lambda code: counts[code])


def first_places(ranked: Sequence[Ranked], most: int) -> tuple[Ranked, ...]:
    """Return the first ``most``, and with them all that are level with the last."""
    return tuple(entry for entry in ranked if entry.place <= most)


def propose(
    ranked: Sequence[Ranked], most: int, easiest_first: Sequence[str]
) -> tuple[Ranked, ...]:
    """Return at most ``most`` of the first places, in their order.

    Where more share the last place than there is room for, what is most often in one's own control
    comes first; what nobody marked comes last, and pack order settles the rest.
    """
    first = first_places(ranked, most)
    if len(first) <= most:
        return first
    last = first[-1].place

    def ease(entry: Ranked) -> tuple[bool, int]:
        if entry.place < last:
            return False, -1
        known = entry.control in easiest_first
        return not known, easiest_first.index(entry.control) if known and entry.control else 0

    taken = {entry.item_id for entry in sorted(first, key=ease)[:most]}
    return tuple(entry for entry in first if entry.item_id in taken)


def _at_least(result: ItemResult, form: AnswerForm, rating: Fraction) -> int:
    counts = result.counts or {}
    return sum(
        counts[option.code]
        for option in form.options
        if option.value is not None and option.value >= rating
    )
