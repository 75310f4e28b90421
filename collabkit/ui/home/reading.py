"""What there is to do next, read from what is saved."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from collabkit.assessments.assessment import Assessment
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.plan import PlanAction
from collabkit.services import Services
from collabkit.services.assessments import SessionLine, Summary
from collabkit.services.plans import DueAction, is_overdue
from collabkit.ui.home.state import DueLine, DuePlan, EndedSession, HomeState, Sample, Work
from collabkit.ui.progress_words import has_sheets, in_the_room, occasion, progress, subject

AHEAD = timedelta(days=60)  # what is due later than this is not yet news
NEWS = timedelta(days=120)  # a session that ended: until it was looked at again in three months
_LINES = 3  # actions of one plan: as many as can be done now


def read_home(services: Services, today: date) -> HomeState:
    """Return what Home shows on the day ``today``."""
    summaries = services.assessments.summaries()
    own = [summary for summary in summaries if not summary.is_sample]
    waiting = [line for line in services.assessments.prepared() if not line.is_sample]
    own_ids = {summary.assessment.id for summary in own}
    held = _held(own, today)
    return HomeState(
        is_first_time=not own and not waiting,
        to_go_on=_to_go_on(services, own, waiting),
        to_look_at=_to_look_at(own, held),
        held=held,
        due=_due_plans(_due(services, own_ids, held, today), today),
        sample=_sample(summaries),
    )


def _to_go_on(
    services: Services, own: Iterable[Summary], waiting: Iterable[SessionLine]
) -> tuple[Work, ...]:
    works = [(s.seq, _work(services, s)) for s in own if s.assessment.finished is None]
    works += [(line.seq, _prepared(line)) for line in waiting]
    return tuple(work for _seq, work in sorted(works, key=lambda pair: pair[0], reverse=True))


def _prepared(line: SessionLine) -> Work:
    return Work(
        "",
        line.charity_name,
        subject(line.pack_title, line.title),
        _("{session}: prepared.").format(session=in_the_room()),
        session_id=line.id,
    )


def _work(services: Services, summary: Summary) -> Work:
    assessment = summary.assessment
    if summary.session is not None:
        return Work(
            assessment.id,
            summary.charity_name,
            subject(summary.pack_title, assessment.title),
            f"{in_the_room()}: {progress(summary)}.",
            session_id=summary.session.session_id,
        )
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


def _held(own: Iterable[Summary], today: date) -> EndedSession | None:
    """Return the session that ended last, if not too long ago."""
    for summary in own:
        ended = summary.assessment.finished
        if summary.session is None or ended is None or today - ended > NEWS:
            continue
        return EndedSession(
            session_id=summary.session.session_id,
            assessment_id=summary.assessment.id,
            charity=summary.charity_name,
            title=subject(summary.pack_title, summary.assessment.title),
            ended=_("Your session ended on {day}.").format(day=day(ended)),
            has_plan=bool(summary.actions),
        )
    return None


def _due(
    services: Services, own_ids: Collection[str], held: EndedSession | None, today: date
) -> list[DueAction]:
    """Return what is due soon, and of the session that ended last whatever has a day."""
    soon = today + AHEAD
    return [
        due
        for due in services.plans.due(soon if held is None else date.max)
        if due.assessment_id in own_ids
        and (
            _next_day(due.action) <= soon
            or (held is not None and due.assessment_id == held.assessment_id)
        )
    ]


def _to_look_at(own: list[Summary], held: EndedSession | None) -> Work | None:
    if not own or own[0].assessment.finished is None or own[0].actions:
        return None
    if held is not None and held.assessment_id == own[0].assessment.id:
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
    action, on = due.action, _next_day(due.action)
    if action.due is not None and is_overdue(action, today):
        return DueLine(action.text, _("Overdue since {day}").format(day=day(action.due)), True)
    if action.due is not None and on == action.due:
        if on == today:
            return DueLine(action.text, _("Due today"), False)
        return DueLine(action.text, _("Due on {day}").format(day=day(on)), False)
    if on <= today:
        return DueLine(action.text, _("Time to look at it again"), False)
    return DueLine(action.text, _("Look at it again on {day}").format(day=day(on)), False)


def _next_day(action: PlanAction) -> date:
    """Return the day on which an action comes up next: to be done, or to be looked at again."""
    return min(each for each in (action.due, action.review, date.max) if each is not None)


def _sample(summaries: Iterable[Summary]) -> Sample | None:
    for summary in summaries:
        if summary.is_sample and not summary.session:
            return Sample(summary.assessment.charity_id, summary.assessment.id)
    return None
