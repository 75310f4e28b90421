"""The last plan on the table: what was done and what was not, and what goes on from it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status


@dataclass(frozen=True, slots=True)
class LookedBack:
    """The actions of a plan by what became of them, each in the order of the plan."""

    done: tuple[PlanAction, ...]
    still_open: tuple[PlanAction, ...]  # not started or under way, meant to be done then
    parked: tuple[PlanAction, ...]  # not started, and kept for later from the beginning
    dropped: tuple[PlanAction, ...]


def look_back(plan: Plan) -> LookedBack:
    """Return what became of the actions of ``plan``."""
    actions = plan.actions
    waiting = tuple(a for a in actions if a.slot is Slot.PARKED and a.status is Status.NOT_STARTED)
    return LookedBack(
        done=tuple(a for a in actions if a.status is Status.DONE),
        still_open=tuple(a for a in actions if a.is_open and a not in waiting),
        parked=waiting,
        dropped=tuple(a for a in actions if a.status is Status.DROPPED),
    )


def carry_over(
    before: Plan, after: Plan, action_ids: Collection[str], new_id: Callable[[], str], today: date
) -> Plan:
    """Return ``after`` with copies of some actions of ``before``, in the order of ``before``.

    A copy keeps what is to be done, by whom and how far it is; its notes and its reason to be
    dropped stay where they were, and so do days that have passed on ``today``: a new plan does not
    begin with what is overdue, but a note says when it was due. It is to be done now as long as
    there is room. Of an action that was carried over already there is no second copy, and one that
    is done or dropped is not carried over.
    """
    there = {action.carried_from for action in after.actions}
    for action in before.actions:
        if action.id not in action_ids or action.id in there or not action.is_open:
            continue
        wants_now = action.slot is Slot.NOW and after.has_room
        after = after.with_action(
            replace(
                action,
                id=new_id(),
                slot=Slot.NOW if wants_now else Slot.PARKED,
                carried_from=action.id,
                due=_to_come(action.due, today),
                review=_to_come(action.review, today),
                progress=_was_due(action, today),
                dropped_because="",
                learned="",
            )
        )
    return after


def has_passed(action: PlanAction, today: date) -> bool:
    """Tell whether the day by which an action was to be done is over."""
    return action.due is not None and action.due < today


def _was_due(action: PlanAction, today: date) -> tuple[ProgressNote, ...]:
    if action.due is None or not has_passed(action, today):
        return ()
    return (ProgressNote(today, _("Was due on {day}.").format(day=day(action.due))),)


def _to_come(chosen: date | None, today: date) -> date | None:
    return chosen if chosen is not None and chosen >= today else None
