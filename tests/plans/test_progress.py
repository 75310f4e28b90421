"""How far a plan is, and what became of an action."""

from dataclasses import replace
from datetime import date, timedelta

from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.plans.progress import is_to_look_at, standing_of, what_became_of

TODAY = date(2026, 11, 22)
EARLIER, LATER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ACTION = PlanAction("a", "Ring a partner", ActionKind.QUICK_WIN, Slot.NOW)


def test_ideas_that_wait_do_not_count() -> None:
    """Of the parked actions only those count that were begun."""
    plan = Plan(
        "p",
        (
            ACTION,
            replace(ACTION, id="b", status=Status.DONE),
            replace(ACTION, id="c", slot=Slot.PARKED),
            replace(ACTION, id="d", slot=Slot.PARKED, status=Status.UNDER_WAY),
            replace(ACTION, id="e", slot=Slot.PARKED, status=Status.DROPPED),
        ),
    )
    standing = standing_of(plan, TODAY)
    counts = (standing.total, standing.done, standing.under_way, standing.dropped)
    assert counts == (4, 1, 1, 1)
    assert standing.not_started == 1


def test_what_is_late_counts_wherever_it_stands() -> None:
    """A day that has passed is news for a parked action too, and none for one that is done."""
    late = replace(ACTION, slot=Slot.PARKED, due=EARLIER, review=TODAY)
    plan = Plan("p", (late, replace(late, id="b", status=Status.DONE)))
    standing = standing_of(plan, TODAY)
    assert (standing.overdue, standing.to_look_at) == (1, 1)


def test_an_action_is_looked_at_again_from_its_day_on() -> None:
    """On the day itself and after it, as long as it is open."""
    assert is_to_look_at(replace(ACTION, review=TODAY), TODAY)
    assert is_to_look_at(replace(ACTION, review=EARLIER), TODAY)
    assert not is_to_look_at(replace(ACTION, review=LATER), TODAY)
    assert not is_to_look_at(replace(ACTION, review=TODAY, status=Status.DROPPED), TODAY)
    assert not is_to_look_at(ACTION, TODAY)


def test_what_became_of_an_action_is_told_as_far_as_it_is_true() -> None:
    """A day to look again is none for what is over, a reason to drop none for what is open."""
    lived = replace(
        ACTION,
        review=LATER,
        progress=(ProgressNote(EARLIER, "Left a message"),),
        dropped_because="Too much",
        learned="Ring earlier",
    )
    note, learned = ("21 November 2026", "Left a message"), ("What we learned", "Ring earlier")
    assert list(what_became_of(lived)) == [
        ("We look at it again on", "23 November 2026"), note, learned,
    ]  # fmt: skip
    assert list(what_became_of(replace(lived, status=Status.DROPPED))) == [
        note, ("Why it was dropped", "Too much"), learned,
    ]  # fmt: skip
