"""How each statement is seen by the organisations of a partnership, and on which list it stands.

Means are kept exact. Lists are made and ordered by what people see, rounded to one decimal, so
that a shown difference of 1.5 is never treated as less.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.means import mean_of
from collabkit.assessments.outcomes.partnership.organisations import Organisations
from collabkit.assessments.results import FindingKind, ItemResult
from collabkit.assessments.rounding import shown

_SIZES = tuple(IncomeBand)


class Listed(StrEnum):
    """The list on which a statement stands."""

    ASK = "ask"
    FIX = "fix"
    KEEP = "keep"
    NOT_ANSWERED = "not answered"
    TOO_FEW = "too few"  # answers, but not enough to show


@dataclass(frozen=True, slots=True)
class Seen:
    """How one statement is seen.

    ``means`` are those of the organisations by party id, empty where they may not be shown;
    ``mean`` is then that of all persons, otherwise the mean of the organisations' means, so that a
    large partner cannot outvote a small one. ``gap`` is the highest minus the lowest of them.
    ``is_unseen`` if at least a third do not know. ``first`` is the party that speaks first.
    """

    item_id: str
    listed: Listed
    mean: Fraction | None
    means: Mapping[str, Fraction]
    gap: Fraction | None
    is_unseen: bool
    first: Party | None


def see(answered: Answered, organisations: Organisations) -> tuple[Seen, ...]:
    """Return every statement that was asked, in pack order."""
    unseen = {
        finding.item_id
        for finding in answered.results.findings
        if finding.kind is FindingKind.NOT_VISIBLE
    }
    return tuple(
        _see(answered, organisations, result, is_unseen=result.item_id in unseen)
        for result in answered.results.items
        if result.asked
    )


def in_order(seen: Iterable[Seen], listed: Listed) -> tuple[Seen, ...]:
    """Return the statements on one list, in talking order; ties stay in pack order.

    Ask: the largest gap, then the lowest mean. Fix: the lowest mean. Keep: the highest.
    """
    found = [one for one in seen if one.listed is listed]
    if listed is Listed.ASK:
        found.sort(key=lambda one: (-_rounded(one.gap, -1), _rounded(one.mean, 99)))
    elif listed is Listed.FIX:
        found.sort(key=lambda one: _rounded(one.mean, 99))
    elif listed is Listed.KEEP:
        found.sort(key=lambda one: -_rounded(one.mean, 0))
    return tuple(found)


def _see(
    answered: Answered, organisations: Organisations, result: ItemResult, *, is_unseen: bool
) -> Seen:
    limits = answered.pack.outcome.settings["organisations"]
    parties: dict[Party, Fraction] = {}
    if result.item_id in organisations.comparable:
        for one in organisations.shown:
            mean = one.results.item(result.item_id).mean
            if mean is not None:
                parties[one.party] = mean
    means = tuple(parties.values())
    mean = mean_of(means) if means else result.mean
    gap = max(means) - min(means) if len(means) > 1 else None
    if is_unseen or (gap is not None and shown(gap) >= limits["ask_gap_from"]):
        listed = Listed.ASK
    elif mean is not None:
        listed = Listed.FIX if shown(mean) < limits["fix_below"] else Listed.KEEP
    else:
        listed = Listed.TOO_FEW if result.n else Listed.NOT_ANSWERED
    return Seen(
        item_id=result.item_id,
        listed=listed,
        mean=mean,
        means={party.id: mean for party, mean in parties.items()},
        gap=gap,
        is_unseen=is_unseen,
        first=_first(parties) if listed is Listed.ASK and gap is not None else None,
    )


def _first(means: Mapping[Party, Fraction]) -> Party:
    """Return who speaks first: the lowest mean, then the smaller one, then by alphabet.

    Nobody is taken to be larger than an organisation of which the size is not known.
    """
    lowest = min(shown(mean) for mean in means.values())
    level = [party for party, mean in means.items() if shown(mean) == lowest]
    sizes = [_SIZES.index(party.size) for party in level if party.size is not None]
    smallest = [
        party for party in level if party.size is None or _SIZES.index(party.size) == min(sizes)
    ]
    return min(smallest, key=lambda party: (party.name.casefold(), party.name))


def _rounded(number: Fraction | None, otherwise: int) -> Fraction:
    return Fraction(otherwise) if number is None else Fraction(shown(number))
