"""What a plan asks for on which day: what is due, and what is looked at again."""

from collections.abc import Iterator
from datetime import date

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.charity import Charity
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction
from collabkit.reports.calendar import FollowUp


def follow_ups(plan: Plan, charity: Charity, assessment: Assessment) -> tuple[FollowUp, ...]:
    """Return the days of the actions that are still open, the next one first.

    Whatever is done or dropped asks for nothing any more, wherever it has dates.
    """
    source = _("From the plan “{title}” of {charity}.").format(
        title=assessment.title, charity=charity.name
    )
    if charity.is_sample:
        source = f"{source} {_('Sample: not a real charity')}"
    found = (
        _follow_up(plan, action, name, day, source)
        for action in plan.actions
        if action.is_open
        for name, day in _days(action)
    )
    return tuple(sorted(found, key=lambda entry: entry.day))


def _days(action: PlanAction) -> Iterator[tuple[str, date]]:
    if action.due:
        yield "due", action.due
    if action.review:
        yield "review", action.review


def _follow_up(plan: Plan, action: PlanAction, name: str, day: date, source: str) -> FollowUp:
    title = _("Due: {action}") if name == "due" else _("Look at this again: {action}")
    return FollowUp(
        # Of the same action in the same plan for ever, whatever is changed in it.
        uid=f"{plan.assessment_id}-{action.id}-{name}@collabkit",
        day=day,
        title=title.format(action=action.text),
        text="\n".join([*_lines(action), "", source]),
    )


def _lines(action: PlanAction) -> Iterator[str]:
    yield action.text
    for label, value in (
        (_("Who"), action.owner),
        (_("First step"), action.first_step),
        (_("How we will know"), action.how_we_will_know),
    ):
        if value.strip():
            yield _("{label}: {value}").format(label=label, value=value)
