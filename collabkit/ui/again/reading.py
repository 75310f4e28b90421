"""The last plan and what comes next, read from what is saved."""

from collections.abc import Collection
from datetime import date

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.i18n import _
from collabkit.plans.looking_back import LookedBack, has_passed
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services import Services
from collabkit.services.company import Company, company_of
from collabkit.ui.again.state import ActionGroup, Becoming, LastAction, NextThere
from collabkit.ui.again.wording import facts, group_words, notes


def usual_ticks(back: LookedBack) -> frozenset[str]:
    """Return the actions that go on unless somebody decides otherwise: those under way."""
    return frozenset(a.id for a in back.still_open if a.status is Status.UNDER_WAY)


def groups_of(
    back: LookedBack,
    ticks: Collection[str],
    after: Plan | None,
    name: str,
    today: date,
    *,
    may_go_on: bool,
) -> tuple[ActionGroup, ...]:
    """Return the actions of the last plan by what became of them.

    ``after`` is the plan of the next occasion, called ``name``, if there is one. ``may_go_on``
    tells whether open actions can go into a new plan now, on ``today``.
    """
    there = {action.carried_from for action in after.actions} if after else set()
    went_on = _("It is in the plan of {name}.").format(name=name)
    needs_day = _("Its day has passed. In the new plan it has none until you give it one.")
    found = (
        (Becoming.DONE, back.done),
        (Becoming.OPEN, back.still_open),
        (Becoming.PARKED, back.parked),
        (Becoming.DROPPED, back.dropped),
    )
    groups = []
    for becoming, actions in found:
        if not actions:
            continue
        heading, sentence = group_words(becoming)
        shown = []
        for action in actions:
            can_go_on = may_go_on and action.is_open and action.id not in there
            remark = needs_day if can_go_on and has_passed(action, today) else ""
            shown.append(
                _last_action(
                    action,
                    went_on=went_on if action.id in there else remark,
                    can_go_on=can_go_on,
                    goes_on=action.id in ticks,
                )
            )
        is_asked = becoming is not Becoming.OPEN or any(one.can_go_on for one in shown)
        groups.append(ActionGroup(heading, sentence if is_asked else "", tuple(shown)))
    return tuple(groups)


def company(services: Services, assessment: Assessment) -> Company:
    """Return in whose company the last occasion was answered."""
    pack = services.assessments.pack_of(assessment)
    people = len(services.assessments.participants(assessment.id))
    parties = services.assessments.parties(assessment.id)
    return company_of(pack, assessment, parties, people)


def next_there(services: Services, assessment_id: str) -> NextThere | None:
    """Return the occasion that repeats this one already, if there is one."""
    after = services.occasions.after(assessment_id)
    if after is None:
        return None
    session = services.workshops.of_assessment(after.id)
    if session is not None:
        is_over = after.finished is not None
        place, argument, argument_id = "console", "session_id", session.id
        if is_over:
            place, argument, argument_id = "results", "assessment_id", after.id
        return NextThere(after.id, after.title, place, argument, argument_id, is_over)
    if after.finished is not None:
        place = "results"
    else:
        people = len(services.assessments.participants(after.id))
        is_alone = people == 1 and after.minimum == OWN_ASSESSMENT
        place = "questionnaire" if is_alone else "sheets"
    return NextThere(after.id, after.title, place, "assessment_id", after.id, takes_actions=True)


def _last_action(action: PlanAction, *, went_on: str, can_go_on: bool, goes_on: bool) -> LastAction:
    return LastAction(
        action_id=action.id,
        text=action.text,
        facts=facts(action),
        notes=notes(action),
        learned=action.learned,
        asks_learned=action.slot is Slot.NOW
        or action.status is not Status.NOT_STARTED
        or bool(action.learned),
        can_go_on=can_go_on,
        went_on=went_on,
        goes_on=goes_on and can_go_on,
    )
