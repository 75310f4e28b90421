"""The charities with their assessments, read from what is saved."""

from collections.abc import Collection
from datetime import date

from collabkit.assessments.charity import Charity
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.assessments import Summary
from collabkit.ui.assess.state import AssessState, Group, Row
from collabkit.ui.progress_words import has_sheets, in_the_room, progress, subject
from collabkit.ui.put_away import PutAway


def read_list(services: Services, most: int | None) -> AssessState:
    """Return every charity with its assessments; of these the latest ``most``, or all.

    The charity that was worked on last comes first, then those without any assessment by name;
    the sample comes last, and its assessments do not count towards ``most``.
    """
    invited = services.assessments.asked_by_others()
    of_charity: dict[str, list[Summary]] = {}
    for summary in services.assessments.summaries():
        of_charity.setdefault(summary.assessment.charity_id, []).append(summary)
    order = list(of_charity)  # the latest touched first
    charities = sorted(
        services.charities.all(),
        key=lambda c: (c.is_sample, order.index(c.id) if c.id in of_charity else len(order)),
    )
    repeatable = {one.assessment.id for one in services.occasions.repeatable()}
    room = most
    groups = []
    for charity in charities:
        summaries = of_charity.get(charity.id, [])
        shown = summaries if room is None or charity.is_sample else summaries[:room]
        if room is not None and not charity.is_sample:
            room -= len(shown)
        if shown or not summaries:
            groups.append(_group(charity, shown, len(summaries), invited, repeatable))
    total = sum(map(len, of_charity.values()))
    hidden = total - sum(len(group.rows) for group in groups)
    return AssessState(tuple(groups), hidden, _put_away(services))


def _group(
    charity: Charity,
    shown: list[Summary],
    total: int,
    invited: Collection[str],
    repeatable: Collection[str],
) -> Group:
    rows = tuple(
        Row(
            assessment_id=summary.assessment.id,
            title=summary.assessment.title,
            about=f"{summary.pack_title} · {_about(summary, is_invited=_is_in(summary, invited))}",
            is_finished=summary.assessment.finished is not None,
            has_sheets=has_sheets(summary),
            session_id=summary.session.session_id if summary.session else "",
            is_invited=_is_in(summary, invited),
            spoken=_spoken(summary, shown),
            can_repeat=summary.assessment.id in repeatable,
        )
        for summary in shown
    )
    return Group(charity.id, charity.name, charity.is_sample, rows, total)


def _put_away(services: Services) -> tuple[PutAway, ...]:
    found: list[tuple[date, PutAway]] = []
    for gone in services.charities.removed():
        charity = gone.record
        when = _when(gone.on)
        thing = PutAway(charity.id, charity.name, when, charity.is_sample, is_charity=True)
        found.append((gone.on, thing))
    there = {charity.id: charity for charity in services.charities.all()}
    for left in services.assessments.removed():
        charity = there[left.record.charity_id]
        name = f"{charity.name} · {left.record.title}"
        thing = PutAway(left.record.id, name, _when(left.on), charity.is_sample)
        found.append((left.on, thing))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(thing for _on, thing in found)


def _when(on: date) -> str:
    return _("put away on {day}").format(day=day(on))


def _is_in(summary: Summary, ids: Collection[str]) -> bool:
    return summary.assessment.id in ids


def _spoken(summary: Summary, shown: list[Summary]) -> str:
    """Return what tells an assessment from the others where only its name is heard."""
    title = summary.assessment.title
    same = sum(other.assessment.title == title for other in shown)
    return title if same == 1 else subject(summary.pack_title, title)


def _about(summary: Summary, *, is_invited: bool) -> str:
    assessment = summary.assessment
    if assessment.finished is not None:
        when = _("finished on {day}").format(day=day(assessment.finished))
    elif summary.session is not None:
        when = _("begun on {day}").format(day=day(assessment.started))
    else:
        when = _("started on {day}").format(day=day(assessment.started))
    told = f"{progress(summary)} · {when}"
    if is_invited:
        return "{} · {}".format(_("Your own answers, for somebody else"), told)
    return told if summary.session is None else f"{in_the_room()} · {told}"
