"""The rules of a plan: at most three now, order, and changes that make a new plan."""

from dataclasses import fields, replace
from datetime import date

import pytest

from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Plan, PlanAction, PlanFullError, ProgressNote, Slot, Status

NO_WORDS = {"id", "idea_id", "item_id", "carried_from"}  # texts that nobody wrote


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


def wordy_action() -> PlanAction:
    """An action with another word in each of its texts."""
    texts = {f.name: f"({f.name})" for f in fields(PlanAction) if f.type in (str, "str")}
    notes = (ProgressNote(date(2026, 3, 1), "(one)"), ProgressNote(date(2026, 4, 1), "(two)"))
    return replace(action("a"), **texts, progress=notes)


def test_every_text_of_an_action_is_among_its_words() -> None:
    """A text that is forgotten there would be kept when a name is taken out of a plan."""
    texts = {f.name for f in fields(PlanAction) if "str" in str(f.type)} - {"also"}
    expected = {f"({name})" for name in texts - NO_WORDS} | {"(one)", "(two)"}
    assert set(wordy_action().words) == expected


def test_rewording_changes_every_word_and_nothing_else() -> None:
    before = wordy_action()
    after = before.reworded(lambda text: f"now {text}")
    assert after.words == tuple(f"now {text}" for text in before.words)
    assert after.reworded(lambda text: text.removeprefix("now ")) == before


def test_texts_of_one_line_can_be_reworded_by_a_rule_of_their_own() -> None:
    after = wordy_action().reworded(lambda text: text, str.upper)
    assert (after.owner, after.first_step) == ("(OWNER)", "(FIRST_STEP)")
    assert after.reworded(lambda text: text, str.lower) == wordy_action()
