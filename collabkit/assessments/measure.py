"""From tallies to results: the one place where anything is worked out.

A group below its minimum stays hidden: two groups that differ only in hidden answers have equal
results, down to the last count.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction
from types import MappingProxyType

from collabkit.assessments.assessment import Selection
from collabkit.assessments.bands import BandLimits, band_of, has_bands
from collabkit.assessments.findings import NO_PAIRS, PairRule, find
from collabkit.assessments.limits import (
    LARGEST_GROUP,
    OWN_ASSESSMENT,
    SCORE_FROM,
    SMALLEST_GROUP,
)
from collabkit.assessments.pack import AnswerForm, FormKind, Item, Pack, Section
from collabkit.assessments.results import Band, ItemResult, Results, SectionResult, Spread
from collabkit.assessments.spread import is_ordered, spread_of
from collabkit.assessments.tally import Tally


def measure(
    pack: Pack,
    tallies: Mapping[str, Tally],
    *,
    asked: Collection[str],
    minimum: int,
    respondents: int,
    selection: Selection,
) -> Results:
    """Return the results of every statement and section of ``pack``, in pack order.

    ``tallies`` are by statement id; a statement without one has no answers, and answers to one
    that was not asked do not count. ``minimum`` is 1 for one person's own assessment, otherwise
    3 to 10; raises ``ValueError`` for another.
    """
    if minimum != OWN_ASSESSMENT and not SMALLEST_GROUP <= minimum <= LARGEST_GROUP:
        raise ValueError(f"answers of {minimum} people are never shown")
    limits = band_limits(pack)
    items = {}
    for item in pack.items:
        tally = tallies.get(item.id) if item.id in asked else None
        items[item.id] = measure_item(
            pack.form_of(item),
            tally or Tally(item.id, {}),
            asked=item.id in asked,
            minimum=minimum,
            limits=limits,
        )
    return Results(
        pack_id=pack.id,
        pack_version=pack.version,
        minimum=minimum,
        respondents=respondents,
        items=tuple(items.values()),
        sections=tuple(
            _measure_section(pack, section, items, selection, limits) for section in pack.sections
        ),
        findings=find(tuple(items.values()), minimum, pair_rule(pack)),
    )


def band_limits(pack: Pack) -> BandLimits:
    """Return the limits that the pack's outcome sets, otherwise the usual ones."""
    return BandLimits(**pack.outcome.settings.get("bands", {}))


def scored_items(pack: Pack, section: Section) -> tuple[Item, ...]:
    """Return the statements whose means make the section's score: those answered with numbers.

    A pack may name the forms that count; others, such as from-to pairs, are shown beside the
    score and never added to it.
    """
    named = pack.outcome.settings.get("scored_forms")
    forms = {form.id for form in pack.forms if is_ordered(form) and (not named or form.id in named)}
    return tuple(item for item in section.items if item.form in forms)


def pair_rule(pack: Pack) -> PairRule:
    """Return how from-to pairs become talking points; without a limit they are as statements."""
    below = pack.outcome.settings.get("talking_point_below")
    if below is None:
        return NO_PAIRS
    pairs = (item.id for item in pack.items if pack.form_of(item).kind is FormKind.FROM_TO)
    return PairRule(frozenset(pairs), Fraction(below))


def is_applicable(item: ItemResult) -> bool:
    """Tell whether a statement was asked and applies.

    It does not apply if everybody who answered it said so; who finds it too early to say has not
    said so. While those are too few to be shown it counts as applicable: the number of applicable
    statements would give them away.
    """
    only_not_applicable = (
        item.n == 0
        and item.dont_know == 0  # None where it is hidden
        and item.further is not None
        and not any(item.further.values())
    )
    return item.asked and not only_not_applicable


def measure_item(
    form: AnswerForm, tally: Tally, *, asked: bool, minimum: int, limits: BandLimits
) -> ItemResult:
    """Return the result of one statement; see ``measure``."""
    visible = tally.n >= minimum and not tally.hidden
    ways_out_visible = tally.people >= minimum
    counts = {option.code: tally.counts.get(option.code, 0) for option in form.options}
    further = {option.code: tally.further.get(option.code, 0) for option in form.further_ways_out}
    mean = tally.mean(form) if visible else None
    spread = spread_of(tally, form, minimum)
    band = band_of(mean, limits) if mean is not None and has_bands(form) else None
    return ItemResult(
        item_id=tally.item_id,
        asked=asked,
        n=tally.n,
        counts=MappingProxyType(counts) if visible else None,
        dont_know=tally.dont_know if ways_out_visible else None,
        not_applicable=tally.not_applicable if ways_out_visible else None,
        mean=mean,
        spread=spread,
        band=Band.TALK_FIRST if spread is Spread.SPLIT else band,
        further=MappingProxyType(further) if ways_out_visible or not further else None,
    )


def _measure_section(
    pack: Pack,
    section: Section,
    items: Mapping[str, ItemResult],
    selection: Selection,
    limits: BandLimits,
) -> SectionResult:
    scored = scored_items(pack, section)
    results = [items[item.id] for item in scored]
    applicable = [result for result in results if is_applicable(result)]
    answered = [result for result in applicable if result.counts is not None]
    means = [result.mean for result in answered if result.mean is not None]
    enough = len(answered) * 2 >= len(applicable) and (
        selection is not Selection.OWN_CHOICE or sum(r.asked for r in results) >= SCORE_FROM
    )
    score = sum(means, Fraction(0)) / len(means) if means and enough else None
    numbered = all(has_bands(pack.form_of(item)) for item in scored)
    return SectionResult(
        code=section.code,
        applicable=len(applicable),
        answered=len(answered),
        score=score,
        band=band_of(score, limits) if score is not None and numbered else None,
    )
