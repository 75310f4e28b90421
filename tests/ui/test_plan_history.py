"""The steps of a plan, one by one, back and forth."""

from collabkit.plans.plan import Plan, Slot
from collabkit.services.plans import own_action
from collabkit.ui.plan.history import History

ACTION = own_action("Ring a partner", Slot.NOW)
EMPTY = Plan("a")
FULL = EMPTY.with_action(ACTION)


def owned(owner: str) -> Plan:
    return FULL.changed(ACTION.id, owner=owner)


def test_a_step_can_be_taken_back_and_again() -> None:
    """Undo and redo say which action they were about."""
    history = History(EMPTY)
    history.record(FULL, ACTION.id)
    assert history.undo() == ACTION.id
    assert history.plan == EMPTY
    assert history.redo() == ACTION.id
    assert history.plan == FULL


def test_before_the_first_step_there_is_nothing_to_take_back() -> None:
    """Undo and redo are quiet then."""
    history = History(EMPTY)
    assert not history.can_undo
    assert history.undo() is None
    assert history.redo() is None


def test_typing_in_one_field_is_one_step() -> None:
    """Undo takes back the whole name, not its last letters."""
    history = History(FULL)
    for owner in ("T", "The", "The chair"):
        history.record(owned(owner), ACTION.id, "owner")
    history.undo()
    assert history.plan == FULL
    assert not history.can_undo


def test_another_field_is_another_step() -> None:
    """Undo stops where the person went from one field to the next."""
    history = History(FULL)
    history.record(owned("The chair"), ACTION.id, "owner")
    history.record(owned("The chair").changed(ACTION.id, why="Because"), ACTION.id, "why")
    history.undo()
    assert history.plan == owned("The chair")


def test_after_a_pause_typing_is_a_new_step() -> None:
    """What was there before the pause stays."""
    history = History(FULL)
    history.record(owned("The"), ACTION.id, "owner")
    history.pause()
    history.record(owned("The chair"), ACTION.id, "owner")
    history.undo()
    assert history.plan == owned("The")


def test_typing_after_undo_does_not_reach_back_behind_it() -> None:
    """It is a step of its own even in the field of the step before."""
    history = History(EMPTY)
    history.record(FULL, ACTION.id)
    history.record(owned("The"), ACTION.id, "owner")
    history.record(FULL.changed(ACTION.id, slot=Slot.PARKED), ACTION.id)
    history.undo()
    history.record(owned("The chair"), ACTION.id, "owner")
    history.undo()
    assert history.plan == owned("The")


def test_a_new_step_ends_what_could_be_done_again() -> None:
    """There is one line of steps, without branches."""
    history = History(EMPTY)
    history.record(FULL, ACTION.id)
    history.undo()
    history.record(owned("Somebody"), ACTION.id)
    assert history.redo() is None


def test_memory_is_bounded_and_the_latest_steps_stay() -> None:
    """Of 250 steps the last 200 can be taken back."""
    history = History(FULL)
    for number in range(250):
        history.record(owned(str(number)), ACTION.id)
    steps = 0
    while history.undo() is not None:
        steps += 1
    assert steps == 200
    assert history.plan == owned("49")
