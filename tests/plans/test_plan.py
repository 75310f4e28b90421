"""The rules of a plan: at most three now, order, and changes that make a new plan."""

import pytest

from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Plan, PlanAction, PlanFullError, Slot, Status


def action(name: str, slot: Slot = Slot.NOW) -> PlanAction:
    return PlanAction(name, f"Do {name}", ActionKind.QUICK_WIN, slot)


def plan(*actions: PlanAction) -> Plan:
    return Plan("assessment", actions)


def names(actions: tuple[PlanAction, ...]) -> list[str]:
    return [a.id for a in actions]


def test_a_fourth_action_for_now_is_refused_with_a_sentence() -> None:
    full = plan(action("a"), action("b"), action("c"))
    assert not full.has_room
    with pytest.raises(PlanFullError, match="Park one of them first"):
        full.with_action(action("d"))
    with pytest.raises(PlanFullError):
        full.with_action(action("d", Slot.PARKED)).changed("d", slot=Slot.NOW)


def test_where_one_is_behind_us_that_makes_room() -> None:
    """What is done or dropped is put aside; nothing open has to be parked for the next."""
    full = plan(action("a"), action("b"), action("c")).changed("b", status=Status.DONE)
    with pytest.raises(PlanFullError, match="Put aside what is behind you") as told:
        full.with_action(action("d", Slot.PARKED)).changed("d", slot=Slot.NOW)
    assert "Park one" not in str(told.value)


def test_parking_makes_room_again() -> None:
    full = plan(action("a"), action("b"), action("c")).changed("b", slot=Slot.PARKED)
    assert names(full.with_action(action("d")).now) == ["a", "c", "d"]
    assert names(full.parked) == ["b"]


def test_a_full_plan_can_still_be_edited() -> None:
    full = plan(action("a"), action("b"), action("c")).changed("a", owner="The chair")
    assert full.action("a").owner == "The chair"


def test_moving_stays_within_its_slot_and_stops_at_the_ends() -> None:
    mixed = plan(action("a"), action("x", Slot.PARKED), action("b"), action("y", Slot.PARKED))
    assert names(mixed.moved("b", -1).now) == ["b", "a"]
    assert names(mixed.moved("b", -1).parked) == ["x", "y"]
    assert mixed.moved("a", -5) == mixed
    assert names(mixed.moved("x", 9).parked) == ["y", "x"]


def test_an_unknown_action_is_a_key_error() -> None:
    for change in (lambda p: p.without("z"), lambda p: p.changed("z"), lambda p: p.moved("z", 1)):
        with pytest.raises(KeyError):
            change(plan(action("a")))
