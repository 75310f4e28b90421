"""Should we go for an opportunity? A recommendation by rules, and what is open beside it (BID).

The rule is the bid check's own, after the seven tests and four ways of making space for others of
RtR 2021, Strategy and decision making. Its limits are settings of the pack and untested.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.decision.rules import (
    AnswerReason,
    Reason,
    Rule,
    SectionPoints,
    deciding_rule,
    pointed_sections,
    section_points,
)
from collabkit.assessments.outcomes.decision.sheets import (
    Difference,
    Filled,
    counting_sheet,
    differences,
    fill,
    mode_of,
)
from collabkit.assessments.outcomes.decision.weak import Weak, weak_points
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.rounding import shown

DECISION, REASON, DECIDED_BY, DECIDED_ON = "decision", "reason", "decided_by", "decided_on"


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """What the check says. Without ``recommendation`` something is still missing.

    ``sheet`` is the one that counts; ``points`` are only there once it is complete.
    """

    needs_mode: bool
    sheet: Sheet | None
    filled: Filled
    points: tuple[SectionPoints, ...]
    rule: str | None
    recommendation: str | None
    reasons: tuple[Reason, ...]
    weak: Weak
    differences: tuple[Difference, ...]
    is_against_advice: bool

    @property
    def is_complete(self) -> bool:
        """True if every statement that is asked has an answer on the sheet that counts."""
        return self.sheet is not None and not self.needs_mode and not self.filled.left

    @property
    def deciding(self) -> frozenset[str]:
        """The statements whose answers made the rule apply."""
        return frozenset(
            item
            for reason in self.reasons
            if isinstance(reason, AnswerReason)
            for item in reason.items
        )


def work_out(answered: Answered) -> DecisionOutcome:
    """Return what follows from the answers on the sheet that counts."""
    sheet = counting_sheet(answered)
    filled = fill(answered, sheet)
    needs_mode = bool(answered.pack.outcome.settings.get("mode")) and mode_of(answered) is None
    points: tuple[SectionPoints, ...] = ()
    rule: Rule | None = None
    reasons: tuple[Reason, ...] = ()
    if sheet is not None and filled.asked and not needs_mode and not filled.left:
        points = tuple(section_points(filled, code) for code in pointed_sections(filled))
        rule, reasons = deciding_rule(filled) or (None, ())
    recommendation = rule["recommendation"] if rule else None
    return DecisionOutcome(
        needs_mode=needs_mode,
        sheet=sheet,
        filled=filled,
        points=points,
        rule=rule["id"] if rule else None,
        recommendation=recommendation,
        reasons=reasons,
        weak=weak_points(filled),
        differences=differences(answered),
        is_against_advice=_is_against(answered, recommendation),
    )


def as_json(answered: Answered, outcome: DecisionOutcome) -> dict[str, Any]:
    """Return the outcome as plain data: ids and codes, points as text."""
    settled = answered.settled
    return {
        "kind": OutcomeKind.DECISION.value,
        "mode": outcome.filled.mode,
        "sheet": outcome.sheet.name if outcome.sheet else None,
        "asked": [item.id for item in outcome.filled.asked],
        "left": list(outcome.filled.left),
        "points": [
            {"section": has.section, "points": amount(has.points), "of": amount(has.possible)}
            for has in outcome.points
        ],
        "rule": outcome.rule,
        "recommendation": outcome.recommendation,
        "reasons": [_reason_as_json(reason) for reason in outcome.reasons],
        "fix_first": list(outcome.weak.fix_first),
        "conditions": list(outcome.weak.conditions),
        "questions": list(outcome.weak.questions),
        "against": list(outcome.weak.against),
        "influence": list(outcome.weak.asks),
        "differences": [
            {
                "item": difference.item_id,
                "answers": [{"sheet": name, "answer": code} for name, code in difference.answers],
                "opposite": difference.is_opposite,
            }
            for difference in outcome.differences
        ],
        "decision": settled.get(DECISION),
        "reason": settled.get(REASON),
        "decided_by": settled.get(DECIDED_BY),
        "decided_on": settled.get(DECIDED_ON),
        "against_advice": outcome.is_against_advice,
    }


def amount(points: Fraction) -> str:
    """Return points as people see them: whole where they are, otherwise with one decimal."""
    return str(points.numerator) if points.denominator == 1 else str(shown(points))


def _reason_as_json(reason: Reason) -> dict[str, Any]:
    if isinstance(reason, AnswerReason):
        return {"answer": reason.answer, "items": list(reason.items)}
    return {
        "section": reason.section,
        "share": reason.share.value,
        "have": amount(reason.have),
        "of": amount(reason.of),
        "needed": amount(reason.needed),
    }


def _is_against(answered: Answered, recommendation: str | None) -> bool:
    """Tell whether what was decided differs from what was recommended."""
    decision = answered.settled.get(DECISION)
    if not decision or recommendation is None or decision == recommendation:
        return False
    choices = answered.pack.outcome.settings.get("choice", ())
    chosen: Any = next((choice for choice in choices if choice["code"] == decision), {})
    return recommendation not in chosen.get("in_line_with", ())
