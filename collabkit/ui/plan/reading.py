"""Which plans there are, and which one comes first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.services import Services
from collabkit.services.assessments import AssessmentService, Summary
from collabkit.services.plans import PlanService
from collabkit.ui.plan.state import PlanName
from collabkit.ui.progress_words import occasion, subject


@dataclass(frozen=True, slots=True)
class Times:
    """How a plan stands to those of other occasions.

    ``carried`` says by action's id from which earlier plan it came. ``last_id`` is the occasion
    before, if there is one and something came from it, and ``can_repeat`` tells whether the next
    one can be started.
    """

    carried: Mapping[str, str]
    last_id: str = ""
    can_repeat: bool = False


def own_summaries(assessments: AssessmentService, also: str | None = None) -> tuple[Summary, ...]:
    """Return the assessments that plans are made for: those answered for others have none.

    ``also`` is the id of one that is wanted even if it was made by practising.
    """
    invited = assessments.asked_by_others()
    return tuple(s for s in assessments.summaries(also) if s.assessment.id not in invited)


def for_others(assessments: AssessmentService, assessment_id: str) -> Summary | None:
    """Return an assessment that is answered here for another charity; ``None`` for all others."""
    if assessment_id not in assessments.asked_by_others():
        return None
    return next((s for s in assessments.summaries() if s.assessment.id == assessment_id), None)


def asked_elsewhere(charity: str) -> str:
    """Return what is said where answers are somebody else's, and nothing else can be done."""
    return _(
        "These answers belong to {charity}, which asked you for them and decides what comes of "
        "them."
    ).format(charity=charity)


def plan_name(summary: Summary) -> str:
    """Return whose plan it is, and of which questionnaire and occasion."""
    return occasion(summary.charity_name, subject(summary.pack_title, summary.assessment.title))


def plan_names(summaries: Sequence[Summary]) -> tuple[PlanName, ...]:
    """Return a name for the plan of each assessment, the latest first and the sample last.

    The charity comes last: it is the same in most of them, and a long name is cut at its end.
    """
    ordered = sorted(summaries, key=lambda summary: summary.is_sample)
    return tuple(PlanName(s.assessment.id, _in_list(s), s.is_sample) for s in ordered)


def _in_list(summary: Summary) -> str:
    return _("{subject} · {charity}").format(
        subject=subject(summary.pack_title, summary.assessment.title), charity=summary.charity_name
    )


def latest(summaries: Sequence[Summary], plans: PlanService) -> Summary | None:
    """Return the assessment whose plan is wanted when nobody said which.

    That is the one of one's own that was worked on last and has answers or a plan, otherwise any
    of one's own, otherwise the sample.
    """
    own = [summary for summary in summaries if not summary.is_sample]
    for summary in own:
        voted = summary.session.voted if summary.session else 0
        if summary.answered or voted or plans.load(summary.assessment.id).actions:
            return summary
    return next(iter([*own, *summaries]), None)


def times_of(services: Services, plan: Plan) -> Times:
    """Return how ``plan`` stands to those of other occasions."""
    came = _carried(services, plan)
    before = services.occasions.before(plan.assessment_id) if came else None
    can_repeat = any(s.assessment.id == plan.assessment_id for s in services.occasions.repeatable())
    return Times(came, before.id if before is not None else "", can_repeat)


def _carried(services: Services, plan: Plan) -> dict[str, str]:
    """Return from which earlier plan actions come, by their ids, in words."""
    wanted = {action.carried_from: action.id for action in plan.actions if action.carried_from}
    found: dict[str, str] = {}
    if not wanted:
        return found
    for occasion_ in reversed(services.occasions.all(plan.assessment_id)):
        if wanted.keys() <= found.keys():
            break
        for action in services.plans.load(occasion_.id).actions:
            if action.id in wanted and occasion_.id != plan.assessment_id:
                found[action.id] = _("From last time: {title}").format(title=occasion_.title)
    return {
        action_id: found.get(before, _("From last time")) for before, action_id in wanted.items()
    }
