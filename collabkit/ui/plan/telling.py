"""Everything on the page Plan, worked out from a plan and the results behind it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from collabkit.plans.plan import Plan, PlanAction
from collabkit.services.assessments import Summary
from collabkit.services.results import Picture
from collabkit.ui.plan.living import how_far, standing_out
from collabkit.ui.plan.reading import Times, plan_name
from collabkit.ui.plan.state import ActionState, PlanName, PlanState, Situation
from collabkit.ui.plan.wording import action_states, idea_groups, left_sentence, now_sentence


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What belongs to a plan."""

    picture: Picture
    summary: Summary
    times: Times


def tell_plan(
    around: Surroundings,
    plan: Plan,
    behind: Collection[str],
    names: tuple[PlanName, ...],
    today: date,
    *,
    can_undo: bool,
) -> PlanState:
    """Return the page; ``behind`` are the parked actions that stand with what is behind people."""
    picture, summary = around.picture, around.summary
    to_answer = standing_out(picture, plan)

    def told(actions: Iterable[PlanAction]) -> tuple[ActionState, ...]:
        return action_states(tuple(actions), picture.pack, today, to_answer, around.times)

    return PlanState(
        _situation(plan, picture),
        assessment_id=plan.assessment_id,
        name=plan_name(summary),
        is_sample=summary.is_sample,
        names=names,
        how_far=how_far(plan, today),
        now=told(plan.now),
        now_sentence=now_sentence(plan),
        parked=told(a for a in plan.parked if a.id not in behind),
        behind=told(a for a in plan.parked if a.id in behind),
        groups=idea_groups(picture, plan),
        can_undo=can_undo,
        session_id=summary.session.session_id if summary.session else "",
        can_repeat=around.times.can_repeat,
        left_sentence=left_sentence(picture),
    )


def _situation(plan: Plan, picture: Picture) -> Situation:
    if plan.actions:
        return Situation.ACTIONS
    return Situation.NO_ACTIONS if picture.results.respondents else Situation.NO_ANSWERS
