"""What there is to do next, read from what is saved."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from collabkit.assessments.assessment import Assessment
from collabkit.dates import day, month
from collabkit.i18n import _
from collabkit.plans.plan import PlanAction
from collabkit.plans.progress import is_overdue
from collabkit.services import Services
from collabkit.services.assessments import SessionLine, Summary
from collabkit.services.plans import DueAction
from collabkit.ui.home.state import (
    DueLine,
    DuePlan,
    EndedSession,
    HomeState,
    KeptTooLong,
    Work,
)
from collabkit.ui.home.year_after import year_after
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
    invited = services.assessments.asked_by_others()
    held = _held(own, today)
    return HomeState(
        is_first_time=not own and not waiting,
        to_go_on=_to_go_on(services, own, waiting, invited),
        # What comes of answers for somebody else is told by them.
        to_look_at=_to_look_at([s for s in own if s.assessment.id not in invited], held),
        held=held,
        due=_due_plans(_due(services, own_ids, held, today), today),
        sample=_sample(summaries),
        kept_too_long=_kept_too_long(services, today),
        again=year_after([s for s in own if s.assessment.id not in invited], today),
    )


def _to_go_on(
    services: Services,
    own: Iterable[Summary],
    waiting: Iterable[SessionLine],
    invited: Collection[str],
) -> tuple[Work, ...]:
    works = [
        (s.seq, _invited(services, s) if s.assessment.id in invited else _work(services, s))
        for s in own
        if s.assessment.finished is None
    ]
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


def _invited(services: Services, summary: Summary) -> Work:
    """Return what somebody elsewhere has asked for."""
    work = replace(
        _work(services, summary), charity=_("For {charity}").format(charity=summary.charity_name)
    )
    if summary.answered < summary.total:
        return work
    return replace(work, place=_("Now give the answers back."), is_to_give_back=True)


def _kept_too_long(services: Services, today: date) -> tuple[KeptTooLong, ...]:
    again = services.retention.erased_again()
    here_again = [KeptTooLong("", _("What was erased before"), again)] if again else []
    return (*here_again, *_time_over(services, today))


def _time_over(services: Services, today: date) -> tuple[KeptTooLong, ...]:
    return tuple(
        KeptTooLong(
            each.assessment_id,
            occasion(each.charity_name, each.title),
            _(
                "It was to be kept until {month}. Erase it, or keep it longer? Nothing goes by "
                "itself."
            ).format(month=month(each.until)),
        )
        for each in services.retention.over(today)
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
    """Return what is due soon, and of the session that ended last whatever has a day.

    What is overdue comes first, then the earliest.
    """
    soon = today + AHEAD
    due = [
        due
        for due in services.plans.due(soon if held is None else date.max)
        if due.assessment_id in own_ids
        and (
            _next_day(due.action) <= soon
            or (held is not None and due.assessment_id == held.assessment_id)
        )
    ]
    return sorted(due, key=lambda due: not is_overdue(due.action, today))


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
    action = due.action
    when, look = _when_due(action, today), _when_to_look(action, today)
    both = _("{first} · {second}").format(first=when, second=look) if when and look else ""
    return DueLine(action.id, action.text, both or when or look, is_overdue(action, today))


def _when_due(action: PlanAction, today: date) -> str:
    """Return when an action is due; nothing if it has another look before that."""
    if action.due is None or (action.review is not None and today < action.review < action.due):
        return ""
    if action.due < today:
        return _("Overdue since {day}").format(day=day(action.due))
    if action.due == today:
        return _("Due today")
    return _("Due on {day}").format(day=day(action.due))


def _when_to_look(action: PlanAction, today: date) -> str:
    """Return when to look at an action again; nothing if it is due before that."""
    if action.review is None:
        return ""
    if action.review < today:
        return _("Time to look at it again")
    if action.review == today:
        return _("Look at it again today")
    if action.due is not None and action.due <= action.review:
        return ""
    return _("Look at it again on {day}").format(day=day(action.review))


def _next_day(action: PlanAction) -> date:
    """Return the day on which an action comes up next: to be done, or to be looked at again."""
    return min(each for each in (action.due, action.review, date.max) if each is not None)


def _sample(summaries: Iterable[Summary]) -> str | None:
    for summary in summaries:
        if summary.is_sample and not summary.session:
            return summary.assessment.charity_id
    return None
