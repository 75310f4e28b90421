"""What of several occasions is alike: means of the same statement, and scores over the same ones.

A statement is alike if it was asked in the same words, and if on every occasion enough people
chose a level: as many as the largest minimum among them, so that each minimum holds. Everything is
worked out from means that are shown anyway, so nothing new is uncovered.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from collabkit.assessments.assessment import Selection
from collabkit.assessments.bands import has_bands
from collabkit.assessments.beside.occasion import Occasion
from collabkit.assessments.limits import SCORE_FROM
from collabkit.assessments.measure import is_applicable, scored_items
from collabkit.assessments.pack import AnswerForm, Section
from collabkit.assessments.results import ItemResult


class NoScore(StrEnum):
    """Why a theme has no scores that are alike."""

    NONE_OF_ITS_OWN = "no score of its own"  # on one of the occasions
    NO_STATEMENTS = "no statements alike"
    FEW_STATEMENTS = "few statements alike"
    FEW_ANSWERS = "few answers"


@dataclass(frozen=True, slots=True)
class Scores:
    """A theme's exact score on each occasion, over ``statements`` alone.

    ``is_narrower`` if on one of the occasions its own score rests on others too.
    """

    values: tuple[Fraction, ...]
    statements: tuple[str, ...]
    is_narrower: bool


def asked_on(occasion: Occasion) -> dict[str, ItemResult]:
    """Return the results of the statements that were asked on ``occasion``, in pack order."""
    return {item.item_id: item for item in occasion.results.items if item.asked}


def means_of(occasions: Sequence[Occasion], item_id: str) -> tuple[Fraction, ...] | None:
    """Return the mean of one statement on each occasion; ``None`` if one of them has none.

    On each of them as many people have to stand behind it as the largest minimum says.
    """
    least = max(occasion.results.minimum for occasion in occasions)
    found = [asked_on(occasion).get(item_id) for occasion in occasions]
    means = [i.mean for i in found if i is not None and i.n >= least and i.mean is not None]
    return tuple(means) if len(means) == len(occasions) else None


def has_whole_steps(form: AnswerForm) -> bool:
    """Tell whether one answer is always 1 away from the next, so that 1.0 is a step."""
    values = [option.value for option in form.options if option.value is not None]
    steps = {abs(b - a) for a, b in pairwise(values)}
    return len(values) == len(form.options) and steps == {1}


def themes_of(occasion: Occasion) -> tuple[Section, ...]:
    """Return the sections that were asked and whose scores lie on the scale from 1 to 5."""
    pack = occasion.pack
    return tuple(
        section
        for section in pack.sections
        if _scored(occasion, section.code)
        and all(has_bands(pack.form_of(item)) for item in scored_items(pack, section))
    )


def own_score(occasion: Occasion, code: str) -> Fraction | None:
    """Return the score that a section has in the results of ``occasion``, if it has one."""
    return next((s.score for s in occasion.results.sections if s.code == code), None)


def scores_alike(
    occasions: Sequence[Occasion], code: str, same: Collection[str]
) -> Scores | NoScore:
    """Return a theme's scores over the statements that were asked on each of the occasions.

    ``same`` are the statements with the same words on all of them. The rules are those of every
    score: at least half of the statements that apply have enough answers; and where what was asked
    everywhere is not what the pack asks, but a choice of it, it is four statements or more.
    """
    if any(own_score(occasion, code) is None for occasion in occasions):
        return NoScore.NONE_OF_ITS_OWN
    asked = [_scored(occasion, code) for occasion in occasions]
    base = [i for i in asked[-1] if i in same and all(i in others for others in asked)]
    if not base:
        return NoScore.NO_STATEMENTS
    is_choice = not any(
        len(base) == len(whole) and occasion.selection is not Selection.OWN_CHOICE
        for occasion, whole in zip(occasions, asked, strict=True)
    )
    if is_choice and len(base) < SCORE_FROM:
        return NoScore.FEW_STATEMENTS
    applicable = [i for i in base if all(is_applicable(o.results.item(i)) for o in occasions)]
    shown = {i: means for i in applicable if (means := means_of(occasions, i)) is not None}
    if not shown or len(shown) * 2 < len(applicable):
        return NoScore.FEW_ANSWERS
    return Scores(
        values=tuple(
            sum(column, Fraction(0)) / len(column) for column in zip(*shown.values(), strict=True)
        ),
        statements=tuple(shown),
        is_narrower=any(
            _counting(occasion, whole) != set(shown)
            for occasion, whole in zip(occasions, asked, strict=True)
        ),
    )


def _scored(occasion: Occasion, code: str) -> tuple[str, ...]:
    """Return the statements that were asked and make up the section's score."""
    return tuple(
        item.id
        for section in occasion.pack.sections
        if section.code == code
        for item in scored_items(occasion.pack, section)
        if occasion.results.item(item.id).asked
    )


def _counting(occasion: Occasion, statements: Sequence[str]) -> set[str]:
    """Return which of ``statements`` have a mean, so that the section's own score rests on them."""
    return {i for i in statements if occasion.results.item(i).mean is not None}
