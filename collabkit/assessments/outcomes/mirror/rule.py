"""How partners see a charity, laid beside how it sees itself (PEV).

The mirror is the own mean minus the partners' mean of the same statement. The two scales differ,
so it opens a conversation and proves nothing. What is compared and ordered is what people see,
rounded to one decimal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from collabkit.assessments.outcomes.answered import Answered, OwnView, Sheet
from collabkit.assessments.outcomes.mirror.comments import Comments, comments
from collabkit.assessments.outcomes.small_groups import people_needed
from collabkit.assessments.pack import AnswerForm, Item
from collabkit.assessments.rounding import shown
from collabkit.assessments.tally import tally_answers


class Look(StrEnum):
    """What the mirror shows of one statement."""

    BLIND_SPOT = "blind spot"  # we think better of ourselves than they do
    HIDDEN_STRENGTH = "hidden strength"  # they think better of us than we do
    MUCH_THE_SAME = "much the same"
    PARTNERS_ONLY = "partners only"  # there is no own mean


@dataclass(frozen=True, slots=True)
class Sides:
    """The partners' mean in two: the smaller side, and everybody else."""

    smaller: Fraction
    others: Fraction


@dataclass(frozen=True, slots=True)
class Reflection:
    """One statement that enough partners have answered; ``mirrors`` is the id of the own one.

    ``sides`` is only there if both of them may be shown.
    """

    item_id: str
    mirrors: str
    partners: Fraction
    own: Fraction | None
    look: Look
    sides: Sides | None

    @property
    def difference(self) -> Fraction | None:
        """The own mean minus the partners' mean."""
        return None if self.own is None else self.own - self.partners


@dataclass(frozen=True, slots=True)
class Mirror:
    """The whole mirror; ``reflections`` stand in talking order, ``hidden`` in pack order.

    ``hidden`` are statements with fewer than ``needed`` answers of partners.
    """

    people: int
    needed: int
    reflections: tuple[Reflection, ...]
    hidden: tuple[str, ...]
    comments: tuple[Comments, ...]
    has_own_view: bool
    own_finished: date | None  # also if nobody said when
    own_is_one_person: bool

    def looking(self, look: Look) -> tuple[Reflection, ...]:
        """Return the statements of which the mirror shows this, in their order."""
        return tuple(one for one in self.reflections if one.look is look)


def work_out(answered: Answered) -> Mirror:
    """Return what may be shown of partners' answers, beside the own means where there are any."""
    needed = people_needed(answered)
    sheets = [sheet for sheet in answered.sheets if sheet.answers or any(sheet.notes.values())]
    reflections, hidden = [], []
    for item in answered.pack.items:
        if "mirrors" not in item.marks or item.id not in answered.asked:
            continue
        result = answered.results.item(item.id)
        if result.mean is None or result.n < needed:
            hidden.append(item.id)
            continue
        own = _own_mean(answered, item)
        look = _look(answered, own, result.mean)
        sides = _sides(answered, item, sheets, needed)
        reflections.append(
            Reflection(item.id, item.marks["mirrors"], result.mean, own, look, sides)
        )
    own_view = answered.own_view
    return Mirror(
        people=len(sheets),
        needed=needed,
        reflections=_in_order(reflections),
        hidden=tuple(hidden),
        comments=comments(answered, sheets, needed),
        has_own_view=own_view is not None,
        own_finished=own_view.finished if own_view else None,
        own_is_one_person=own_view is not None and own_view.is_one_person,
    )


def as_json(_answered: Answered, outcome: Mirror) -> dict[str, Any]:
    """Return the mirror in talking order, and what is hidden."""
    return {
        "people": outcome.people,
        "people_needed": outcome.needed,
        "own_finished": outcome.own_finished.isoformat() if outcome.own_finished else None,
        "own_is_one_person": outcome.own_is_one_person,
        "mirror": [
            {
                "item": one.item_id,
                "mirrors": one.mirrors,
                "own": _decimal(one.own),
                "partners": _decimal(one.partners),
                "difference": _decimal(one.difference),
                "look": one.look.value,
                "smaller_side": _decimal(one.sides.smaller) if one.sides else None,
                "other_partners": _decimal(one.sides.others) if one.sides else None,
            }
            for one in outcome.reflections
        ],
        "hidden": list(outcome.hidden),
        "comments": [
            {"item": found.item_id, "texts": list(found.texts)} for found in outcome.comments
        ],
    }


def own_mean(own_view: OwnView | None, item_id: str) -> Fraction | None:
    """Return the charity's own mean of a statement; ``None`` if it was not asked or is hidden."""
    if own_view is None:
        return None
    return next((one.mean for one in own_view.results.items if one.item_id == item_id), None)


def _own_mean(answered: Answered, item: Item) -> Fraction | None:
    """Return the own mean, unless it lies on a scale between other numbers than the partners'."""
    mirrors, mirrored = item.marks["mirrors"], answered.mirrored
    items = [own for own in mirrored.items if own.id == mirrors] if mirrored else []
    reaches = {reach_of(mirrored.form_of(own)) for own in items} if mirrored else set()
    if reaches - {reach_of(answered.pack.form_of(item))}:
        return None
    return own_mean(answered.own_view, mirrors)


def reach_of(form: AnswerForm) -> tuple[Fraction, Fraction] | None:
    """Return the lowest and the highest number of a form; ``None`` if its answers have none."""
    values = [option.value for option in form.options if option.value is not None]
    return (min(values), max(values)) if values else None


def _look(answered: Answered, own: Fraction | None, partners: Fraction) -> Look:
    settings = answered.pack.outcome.settings
    if own is None:
        return Look.PARTNERS_ONLY
    difference = shown(own - partners)
    if difference >= settings["blind_spot_from"]:
        return Look.BLIND_SPOT
    if -difference >= settings["hidden_strength_from"]:
        return Look.HIDDEN_STRENGTH
    return Look.MUCH_THE_SAME


def _sides(answered: Answered, item: Item, sheets: Iterable[Sheet], needed: int) -> Sides | None:
    """Return the means of the smaller side and of all others if each has enough answers."""
    role = answered.pack.outcome.settings.get("role")
    if role is None or role["item"] not in answered.asked:
        return None
    form = answered.pack.form_of(item)
    codes: dict[bool, list[str]] = {True: [], False: []}
    for sheet in sheets:
        if code := sheet.answers.get(item.id):
            codes[sheet.answers.get(role["item"]) in role["smaller"]].append(code)
    smaller = tally_answers(item.id, form, codes[True])
    others = tally_answers(item.id, form, codes[False])
    means = smaller.mean(form), others.mean(form)
    if min(smaller.n, others.n) < needed or means[0] is None or means[1] is None:
        return None
    return Sides(means[0], means[1])


def _in_order(reflections: Iterable[Reflection]) -> tuple[Reflection, ...]:
    """Blind spots by the largest difference, then the partners' lowest means, then strengths.

    Of blind spots that are level the one with the partners' lowest mean comes first; hidden
    strengths go by the largest difference too. Other ties stay in pack order.
    """

    def key(one: Reflection) -> tuple[int, Fraction, Fraction]:
        partners = Fraction(shown(one.partners))
        apart = Fraction(shown(abs(one.difference or Fraction(0))))
        if one.look is Look.BLIND_SPOT:
            return 0, -apart, partners
        if one.look is Look.HIDDEN_STRENGTH:
            return 2, -apart, Fraction(0)
        return 1, partners, Fraction(0)

    return tuple(sorted(reflections, key=key))


def _decimal(number: Fraction | None) -> str | None:
    return None if number is None else str(shown(number))
