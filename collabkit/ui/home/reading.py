"""What there is to do next, read from what is saved."""

from collections.abc import Iterable
from datetime import date, timedelta

from collabkit.assessments.assessment import Assessment
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.assessments import Summary
from collabkit.services.plans import DueAction, is_overdue
from collabkit.ui.home.state import DueLine, DuePlan, HomeState, Sample, Work
from collabkit.ui.progress_words import has_sheets, occasion, progress, subject

AHEAD = timedelta(days=60)  # what is due later than this is not yet news
_LINES = 3  # actions of one plan: as many as can be done now


def read_home(services: Services, today: date) -> HomeState:
    """Return what Home shows on the day ``today``."""
    summaries = services.assessments.summaries()
    own = [summary for summary in summaries if not summary.is_sample]
    own_ids = {summary.assessment.id for summary in own}
    due = [d for d in services.plans.due(today + AHEAD) if d.assessment_id in own_ids]
    return HomeState(
        is_first_time=not own,
        to_go_on=tuple(_work(services, s) for s in own if s.assessment.finished is None),
        to_look_at=_to_look_at(own),
        due=_due_plans(due, today),
        sample=_sample(summaries),
    )


def _work(services: Services, summary: Summary) -> Work:
    assessment = summary.assessment
    place = _place(services, assessment) if assessment.place else ""
    return Work(
        assessment.id,
        summary.charity_name,
        subject(summary.pack_title, assessment.title),
        f"{progress(summary)}.",
        place,
        has_sheets(summary),
    )


def _place(services: Services, assessment: Assessment) -> str:
    pack = services.assessments.pack_of(assessment)
    item = pack.item(assessment.place or "")
    return _("You stopped at {section}, “{statement}”.").format(
        section=pack.section(item.section).name, statement=item.title or item.statement
    )


def _to_look_at(own: list[Summary]) -> Work | None:
    if not own or own[0].assessment.finished is None or own[0].actions:
        return None
    latest = own[0].assessment
    finished = _("Finished on {day}.").format(day=day(latest.finished or latest.started))
    title = subject(own[0].pack_title, latest.title)
    return Work(latest.id, own[0].charity_name, title, finished)


def _due_plans(due: Iterable[DueAction], today: date) -> tuple[DuePlan, ...]:
    plans: dict[str, list[DueAction]] = {}
    for action in due:
        plans.setdefault(action.assessment_id, []).append(action)
    return tuple(
        DuePlan(
            assessment_id=assessment_id,
            name=occasion(
                actions[0].charity_name,
                subject(actions[0].pack_title, actions[0].assessment_title),
            ),
            lines=tuple(_line(action, today) for action in actions[:_LINES]),
            more=max(0, len(actions) - _LINES),
        )
        for assessment_id, actions in plans.items()
    )


def _line(due: DueAction, today: date) -> DueLine:
    on = due.action.due or today
    if is_overdue(due.action, today):
        return DueLine(due.action.text, _("Overdue since {day}").format(day=day(on)), True)
    if on == today:
        return DueLine(due.action.text, _("Due today"), False)
    return DueLine(due.action.text, _("Due on {day}").format(day=day(on)), False)


def _sample(summaries: Iterable[Summary]) -> Sample | None:
    for summary in summaries:
        if summary.is_sample:
            return Sample(summary.assessment.charity_id, summary.assessment.id)
    return None
