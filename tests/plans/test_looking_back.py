"""The last plan comes back with what was done and what was not."""

from dataclasses import replace
from datetime import date
from itertools import count

from collabkit.assessments.pack import ActionKind
from collabkit.plans.looking_back import carry_over, look_back
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status

TODAY = date(2026, 11, 23)


def action(name: str, slot: Slot = Slot.NOW, status: Status = Status.NOT_STARTED) -> PlanAction:
    return PlanAction(name, f"Do {name}", ActionKind.QUICK_WIN, slot, status=status)


BEFORE = Plan(
    "before",
    (
        action("a"),
        action("b", status=Status.UNDER_WAY),
        action("c", status=Status.DONE),
        action("d", Slot.PARKED),
        action("e", Slot.PARKED, Status.UNDER_WAY),
        action("f", Slot.PARKED, Status.DROPPED),
    ),
)


def carried(before: Plan, after: Plan, *names: str) -> Plan:
    numbers = count(1)
    return carry_over(before, after, names, lambda: f"new {next(numbers)}", TODAY)


def test_every_action_is_looked_at_once() -> None:
    """What was under way counts as open, wherever it stood; what only waited is apart."""
    back = look_back(BEFORE)
    names = [[a.id for a in each] for each in (back.done, back.still_open, back.parked)]
    assert names == [["c"], ["a", "b", "e"], ["d"]]
    assert [a.id for a in back.dropped] == ["f"]


def test_an_action_goes_on_as_far_as_it_has_come() -> None:
    """With its people and days, without its notes; it says where it comes from."""
    old = replace(
        BEFORE.action("b"),
        owner="The chair",
        due=date(2026, 12, 1),
        review=TODAY,
        also=("POW-2",),
        progress=(ProgressNote(date(2026, 7, 1), "Begun"),),
        learned="It takes longer",
    )
    before = Plan("before", (old,))
    after = carried(before, Plan("after"), "b")
    assert after.actions == (replace(old, id="new 1", carried_from="b", progress=(), learned=""),)


def test_days_that_have_passed_stay_behind() -> None:
    """A new plan does not begin with what is overdue; a note says when it was due."""
    old = replace(BEFORE.action("b"), due=date(2026, 11, 22), review=date(2026, 1, 31))
    (copy,) = carried(Plan("before", (old,)), Plan("after"), "b").actions
    assert (copy.due, copy.review) == (None, None)
    assert copy.progress == (ProgressNote(TODAY, "Was due on 22 November 2026."),)


def test_only_what_is_open_and_chosen_goes_on() -> None:
    """In the order of the old plan; done and dropped actions stay there."""
    after = carried(BEFORE, Plan("after"), "f", "d", "c", "a")
    assert [a.carried_from for a in after.actions] == ["a", "d"]


def test_nothing_is_carried_over_twice() -> None:
    """Whoever chooses it once more has it once."""
    after = carried(BEFORE, carried(BEFORE, Plan("after"), "a"), "a", "b")
    assert [a.carried_from for a in after.actions] == ["a", "b"]


def test_there_are_never_more_than_three_now() -> None:
    """What finds no room waits among the parked ones."""
    full = Plan("after", tuple(action(name) for name in "xy"))
    after = carried(BEFORE, full, "a", "b")
    assert [(a.id, a.slot) for a in after.actions][2:] == [
        ("new 1", Slot.NOW),
        ("new 2", Slot.PARKED),
    ]
