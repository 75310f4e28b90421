"""How far a plan is: what is counted, and what became of one action."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, Slot, Status

CLOSED = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of the actions that were taken up are how far.

    Taken up is what is to be done now, and of the parked actions whatever was begun.
    """

    total: int
    done: int
    under_way: int
    dropped: int
    overdue: int
    to_look_at: int  # open, and the day to look at them again has come

    @property
    def not_started(self) -> int:
        """How many nobody has begun with."""
        return self.total - self.done - self.under_way - self.dropped


def standing_of(plan: Plan, today: date) -> Standing:
    """Return how far ``plan`` is on the day ``today``."""
    taken_up = [
        action
        for action in plan.actions
        if action.slot is Slot.NOW or action.status is not Status.NOT_STARTED
    ]
    return Standing(
        total=len(taken_up),
        done=_count(taken_up, Status.DONE),
        under_way=_count(taken_up, Status.UNDER_WAY),
        dropped=_count(taken_up, Status.DROPPED),
        overdue=sum(is_overdue(action, today) for action in plan.actions),
        to_look_at=sum(is_to_look_at(action, today) for action in plan.actions),
    )


def is_overdue(action: PlanAction, today: date) -> bool:
    """Tell whether an action should have been done by now."""
    return action.due is not None and action.due < today and action.is_open


def is_to_look_at(action: PlanAction, today: date) -> bool:
    """Tell whether the day has come on which people look at an open action again."""
    return action.review is not None and action.review <= today and action.is_open


def what_became_of(action: PlanAction) -> Iterator[tuple[str, str]]:
    """Yield label and text of what was settled and noted about an action on its way."""
    if action.review is not None and action.is_open:
        yield _("We look at it again on"), day(action.review)
    for note in action.progress:
        yield day(note.day), note.text
    if action.status is Status.DROPPED and action.dropped_because.strip():
        yield _("Why it was dropped"), action.dropped_because
    if action.learned.strip():
        yield _("What we learned"), action.learned


def _count(actions: Iterable[PlanAction], status: Status) -> int:
    return sum(action.status is status for action in actions)
