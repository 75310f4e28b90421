"""How was this worked out? Every label and score in sentences, with the actual numbers.

These are read and not spoken, so counts are figures. What is hidden stays hidden here too.
"""

from collections.abc import Mapping
from fractions import Fraction

from collabkit.assessments.bands import BandLimits
from collabkit.assessments.gaps import explain_gap
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.meanings import band_reach
from collabkit.assessments.measure import band_limits, is_applicable, scored_items
from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.pack import AnswerForm, Pack, Section
from collabkit.assessments.results import Band, ItemResult, Results, Spread
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import read_aloud, why_hidden
from collabkit.assessments.spread import is_ordered, low_and_high, neighbouring, split_size
from collabkit.i18n import _, ngettext


def explain_item(pack: Pack, item: ItemResult, minimum: int) -> tuple[str, ...]:
    """Return how the mean, spread and band of one statement were worked out, a sentence each."""
    form = pack.form_of(pack.item(item.item_id))
    if not item.asked:
        return (read_aloud(item, form, minimum),)
    sentences = []
    if item.mean is not None and item.counts is not None:
        sentences.append(_explain_mean(item.mean, item.counts, form))
    sentences.append(explain_spread(item, form, minimum))
    if item.band is not None and item.mean is not None:
        sentences.append(explain_band(item.mean, item.band, band_limits(pack)))
    if item.dont_know or item.not_applicable:
        sentences.append(
            _(
                "“Don't know” ({dont_know}) and “does not apply” ({not_applicable}) never count "
                "as low and are not part of the mean."
            ).format(dont_know=item.dont_know, not_applicable=item.not_applicable)
        )
    sentences += [
        _("“{answer}” ({number}) never counts as low and is not part of the mean either.").format(
            answer=option.name, number=item.further[option.code]
        )
        for option in form.further_ways_out
        if item.further and item.further[option.code]
    ]
    if not is_applicable(item):
        sentences.append(
            _("Everybody who answered said that it does not apply, so the score does without it.")
        )
    return tuple(sentences)


def explain_section(pack: Pack, section: Section, results: Results) -> tuple[str, ...]:
    """Return how the score and band of one section were worked out, or why there is none."""
    result = results.section(section.code)
    scored = [results.item(item.id) for item in scored_items(pack, section)]
    if result.score is None:
        return (explain_gap(pack, section, results),)
    means = [item.mean for item in scored if item.mean is not None and is_applicable(item)]
    template = (
        ngettext(
            "Score: the mean of {number} answered statement ({means}) = {score}.",
            "Score: the mean of {number} answered statements ({means}) = {score}.",
            len(means),
        )
        if results.minimum == OWN_ASSESSMENT
        else ngettext(
            "Score: the mean of {number} answered statement ({means}) = {score}.",
            "Score: mean of the means of {number} answered statements ({means}) = {score}.",
            len(means),
        )
    )
    sentences = [
        template.format(
            number=len(means),
            means=", ".join(str(shown(mean)) for mean in means),
            score=shown(result.score),
        ),
        _("It is worked out from the exact means and rounded once, at the end."),
    ]
    if result.band is not None:
        sentences.append(explain_band(result.score, result.band, band_limits(pack)))
    return tuple(sentences)


def explain_spread(item: ItemResult, form: AnswerForm, minimum: int) -> str:
    """Return why one statement has its spread label."""
    counts, n = item.counts, item.n
    if not n:
        return _("Nobody chose an answer, so there is no mean and no spread.")
    if item.spread is Spread.SINGLE:
        return _("One person's answer: nothing is said about spread.")
    if counts is None:
        return why_hidden(item, minimum)
    near = neighbouring(counts, form)
    if not is_ordered(form):
        return ngettext(
            "{label}: at most {near} person of {n} gave the same answer.",
            "{label}: at most {near} people of {n} gave the same answer.",
            near,
        ).format(label=spread_name(item.spread), near=near, n=n)
    if item.spread is Spread.TOGETHER:
        return _("Together: all {n} answers are on the same or two neighbouring levels.").format(
            n=n
        )
    if item.spread is Spread.MOSTLY_TOGETHER:
        return _(
            "Mostly together: {near} of {n} answers are on two neighbouring levels, and four "
            "fifths or more are enough for that."
        ).format(near=near, n=n)
    size = split_size(n)
    if item.spread is Spread.SPLIT:
        low, high = low_and_high(counts, form)
        return _(
            "Split: {low} of {n} answers are at the low end and {high} at the high end. {size} at "
            "each end are enough (a fifth of the answers, and never fewer than 2)."
        ).format(low=low, high=high, n=n, size=size)
    return _(
        "Spread: at most {near} of {n} answers are on two neighbouring levels, fewer than four "
        "fifths, and one end or the other has fewer than {size}."
    ).format(near=near, n=n, size=size)


def explain_band(mean: Fraction, band: Band, limits: BandLimits) -> str:
    """Return why an exact mean has its band, and how far to trust the limits."""
    if band is Band.TALK_FIRST:
        return _("People are split, so talk first: the mean of {mean} hides two views.").format(
            mean=shown(mean)
        )
    return _(
        "{band}: {mean} is in the band {reach}. These limits are a rule of thumb and have not "
        "been tested."
    ).format(band=band_name(band), mean=shown(mean), reach=band_reach(band, limits))


def _explain_mean(mean: Fraction, counts: Mapping[str, int], form: AnswerForm) -> str:
    steps = [
        (counts[option.code], option.value)
        for option in form.options
        if option.value is not None and counts[option.code]
    ]
    n = sum(count for count, _value in steps)
    if mean * n != sum(count * value for count, value in steps):  # organisations weigh the same
        return _(
            "Mean: {mean}, the mean of the organisations' means, so that a large partner cannot "
            "outvote a small one."
        ).format(mean=shown(mean))
    return ngettext(
        "Mean: the one answer, {mean}.",
        "Mean: {steps} = {total}; {total} / {n} = {mean}.",
        n,
    ).format(
        n=n,
        mean=shown(mean),
        steps=" + ".join(f"{count} × {_exact(value)}" for count, value in steps),
        total=_exact(mean * n),
    )


def _exact(number: Fraction) -> str:
    """Return a level's value or a sum of them without rounding: 3, 2.5 or 1/3."""
    return str(shown(number)) if number.denominator in (2, 5, 10) else str(number)
