"""The rules of a decision: the first that applies decides, and says why (BID).

Shares are compared exactly and told in points. A share without any counted answer skips its
condition. All limits are settings of the pack.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, lcm
from typing import Any, TypeAlias

from collabkit.assessments.outcomes.decision.sheets import Filled
from collabkit.assessments.pack import NOT_APPLICABLE

Rule: TypeAlias = Mapping[str, Any]


class Share(StrEnum):
    """What a section has too little of."""

    POINTS = "points"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class SectionPoints:
    """The points of one section, out of those possible for the statements that were counted."""

    section: str
    points: Fraction
    possible: Fraction


@dataclass(frozen=True, slots=True)
class AnswerReason:
    """These statements were all answered so, and that is enough for the rule."""

    answer: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShareReason:
    """A section has ``have`` of ``of``, and fewer than the ``needed``."""

    share: Share
    section: str
    have: Fraction
    of: Fraction
    needed: Fraction


Reason: TypeAlias = AnswerReason | ShareReason


def section_points(filled: Filled, code: str) -> SectionPoints:
    """Return the points of one section; don't know and does not apply are left out."""
    points = possible = Fraction(0)
    for item in filled.asked:
        option = filled.option(item)
        if item.section == code and option is not None and option.value is not None:
            points += option.value
            possible += max(o.value or 0 for o in filled.pack.form_of(item).options)
    return SectionPoints(code, points, possible)


def pointed_sections(filled: Filled) -> tuple[str, ...]:
    """Return the sections that were asked and whose points a rule looks at, in pack order."""
    named = {
        code
        for rule in filled.pack.outcome.settings["rule"]
        for condition in rule.get("any_of", ())
        if "points_below" in condition
        for code in condition["sections"]
    }
    asked = dict.fromkeys(item.section for item in filled.asked)
    return tuple(code for code in asked if code in named)


def deciding_rule(filled: Filled) -> tuple[Rule, tuple[Reason, ...]] | None:
    """Return the first rule that applies and all its reasons; ``None`` if none does.

    A rule without conditions always applies, without a reason.
    """
    for rule in filled.pack.outcome.settings["rule"]:
        if rule.get("mode", filled.mode) != filled.mode:
            continue
        reasons = tuple(
            reason for each in rule.get("any_of", ()) for reason in _reasons(filled, each)
        )
        if reasons or not rule.get("any_of"):
            return rule, reasons
    return None


def _reasons(filled: Filled, condition: Mapping[str, Any]) -> Iterator[Reason]:
    if "answer" in condition:
        named = condition.get("items")
        sections = condition.get("sections")
        found = tuple(
            item.id
            for item in filled.pack.items
            if (named is None or item.id in named)
            and (sections is None or item.section in sections)
            and filled.answers.get(item.id) == condition["answer"]
        )
        if found and len(found) >= condition.get("at_least", 1):
            yield AnswerReason(condition["answer"], found)
        return
    for code in condition["sections"]:  # one that was not asked has nothing to be below
        if "points_below" in condition:
            reason = _too_few_points(filled, code, condition["points_below"])
        else:
            reason = _too_few_answers(filled, code, condition["answered_below"])
        if reason is not None:
            yield reason


def _too_few_points(filled: Filled, code: str, limit: Fraction) -> ShareReason | None:
    has = section_points(filled, code)
    if has.points >= limit * has.possible:  # also when nothing was counted
        return None
    values = [o.value for form in filled.pack.forms for o in form.options if o.value is not None]
    step = Fraction(1, lcm(*(value.denominator for value in values)))
    needed = ceil(limit * has.possible / step) * step
    return ShareReason(Share.POINTS, code, has.points, has.possible, needed)


def _too_few_answers(filled: Filled, code: str, limit: Fraction) -> ShareReason | None:
    applicable = [
        item
        for item in filled.asked
        if item.section == code and filled.answers.get(item.id) != NOT_APPLICABLE
    ]
    have = sum(filled.option(item) is not None for item in applicable)
    of = len(applicable)
    if have >= limit * of:
        return None
    needed = Fraction(ceil(limit * of))
    return ShareReason(Share.ANSWERS, code, Fraction(have), Fraction(of), needed)
