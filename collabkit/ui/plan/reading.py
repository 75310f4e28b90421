"""Which plans there are, and which one comes first."""

from collections.abc import Sequence

from collabkit.i18n import _
from collabkit.services.assessments import Summary
from collabkit.services.plans import PlanService
from collabkit.ui.plan.state import PlanName
from collabkit.ui.progress_words import occasion, subject


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
