"""At most three actions now, the rest parked; every step can be taken back."""

from datetime import timedelta

import pytest
from house import TODAY, House, focused, words
from plan_stage import Key, Modifier, Stage, action
from pytestqt.qtbot import QtBot

from collabkit.plans.plan import Slot, Status

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def stage(qtbot: QtBot, house: House) -> Stage:
    """A plan with three actions now and two parked."""
    return Stage(
        qtbot,
        house,
        action("Ring a partner"),
        action("Write a line"),
        action("Ask a funder"),
        action("Share a room", Slot.PARKED),
        action("Lend a van", Slot.PARKED),
    )


def test_the_plan_is_shown_in_its_order(stage: Stage) -> None:
    """What is done now comes first, and how many are chosen is said."""
    assert stage.now == ["Ring a partner", "Write a line", "Ask a funder"]
    assert stage.parked == ["Share a room", "Lend a van"]
    assert stage.page.lists.now.sentence.text() == "Three of three chosen."
    assert stage.page.head.lead.text() == "Sample Kitchen · The five themes · June 2026"


def test_a_fourth_action_for_now_is_not_taken(stage: Stage) -> None:
    """A sentence says why, and everything stays as it was."""
    before = stage.stored
    stage.press("Do now: Share a room")
    assert stage.notice.startswith("Three actions are already chosen for now.")
    stage.leave()
    assert stage.stored == before
    assert stage.parked == ["Share a room", "Lend a van"]


def test_parking_makes_room(stage: Stage) -> None:
    """An action that is parked goes below, and another can be done now."""
    stage.press("Park: Write a line")
    assert stage.notice == "Parked for later."
    assert stage.page.lists.now.sentence.text() == "Two of three chosen."
    stage.press("Do now: Lend a van")
    assert stage.now == ["Ring a partner", "Ask a funder", "Lend a van"]
    assert stage.parked == ["Write a line", "Share a room"]
    stage.leave()
    assert [a.text for a in stage.stored.now] == stage.now


def test_what_is_removed_comes_back_with_undo(stage: Stage) -> None:
    """At its old place, with everything that was known about it."""
    before = stage.stored
    stage.press("Remove: Write a line")
    assert stage.now == ["Ring a partner", "Ask a funder"]
    stage.take_offer("Undo")
    assert stage.now == ["Ring a partner", "Write a line", "Ask a funder"]
    stage.leave()
    assert stage.stored == before


def test_undo_can_be_taken_back_too(stage: Stage) -> None:
    """By key, as everywhere: Ctrl+Z and Ctrl+Shift+Z."""
    stage.press("Remove: Ask a funder")
    stage.press("Park: Ring a partner")
    stage.key(Key.Key_Z, Modifier.ControlModifier)
    stage.key(Key.Key_Z, Modifier.ControlModifier)
    assert stage.now == ["Ring a partner", "Write a line", "Ask a funder"]
    stage.key(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert stage.now == ["Ring a partner", "Write a line"]
    stage.key(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert stage.now == ["Write a line"]
    stage.leave()
    assert [a.text for a in stage.stored.now] == ["Write a line"]


def test_a_change_after_a_removal_withdraws_the_offer(stage: Stage) -> None:
    """Undo in the notice never takes back something else than the notice speaks of."""
    stage.press("Remove: Write a line")
    stage.press("Move down: Ring a partner")
    assert stage.notice == ""


def test_an_action_moves_with_the_keyboard_and_keeps_it(stage: Stage) -> None:
    """Alt+Down moves what has the keyboard, wherever inside the card that is."""
    stage.card("Ring a partner").acts.change_slot.setFocus()
    stage.key(Key.Key_Down, Modifier.AltModifier)
    stage.key(Key.Key_Down, Modifier.AltModifier)
    assert stage.now == ["Write a line", "Ask a funder", "Ring a partner"]
    assert focused() is stage.card("Ring a partner").acts.change_slot
    stage.key(Key.Key_Up, Modifier.AltModifier)
    assert stage.now == ["Write a line", "Ring a partner", "Ask a funder"]


def test_moving_to_the_end_leaves_the_keyboard_on_what_can_be_pressed(stage: Stage) -> None:
    """At the top the button up rests, and the one beside it has the keyboard."""
    stage.press("Move up: Write a line")
    card = stage.card("Write a line")
    assert not card.acts.up.isEnabled()
    assert focused() is card.acts.down


def test_the_keyboard_stays_near_what_was_removed(stage: Stage) -> None:
    """The next one in the list has it, or the last if there is no next."""
    stage.press("Remove: Lend a van")
    assert focused() is stage.card("Share a room").acts.remove
    stage.press("Remove: Share a room")
    assert focused() is stage.card("Ring a partner").acts.remove


def test_what_is_done_now_takes_the_keyboard_along(stage: Stage) -> None:
    """The same control of the same action, and where it stands now is told."""
    stage.press("Park: Write a line")
    stage.press("Do now: Lend a van")
    assert focused() is stage.card("Lend a van").acts.change_slot
    action_id = stage.card("Lend a van").action_id
    assert stage.page.lists.whereabouts_of(action_id) == "Now: 3 of 3"


def test_what_is_still_to_say_is_said(qtbot: QtBot, house: House) -> None:
    """An action for now asks for who, when and the first step until they are there."""
    stage = Stage(qtbot, house, action("Ring a partner", owner="The chair"))
    card = stage.card("Ring a partner")
    assert card.summary.missing.text() == "Still to say: by when and the first step."
    stage.write(stage.open("Ring a partner").first_step.line, "Find the number")
    stage.key(Key.Key_Tab)
    assert card.summary.missing.text() == "Still to say: by when."
    assert card.summary.first_step.text() == "First step: Find the number"


def test_overdue_is_said_in_words_until_it_is_done(qtbot: QtBot, house: House) -> None:
    """Not by colour alone; what is done is never overdue."""
    due = TODAY - timedelta(days=3)
    stage = Stage(qtbot, house, action("Ring a partner", due=due))
    assert "Overdue by three days." in words(stage.card("Ring a partner"))
    stage.mark_as("Ring a partner", Status.DONE)
    assert "Overdue" not in words(stage.card("Ring a partner"))
    assert stage.card("Ring a partner").summary.facts.text() == "Quick win · by 19 November 2026"


def test_what_is_behind_you_makes_room_by_being_parked(stage: Stage) -> None:
    """With three chosen and one of them done, the page says how to go on."""
    stage.mark_as("Ring a partner", Status.DONE)
    assert stage.page.lists.now.sentence.text() == (
        "Three of three chosen. Put aside what is behind you, and there is room for the next."
    )
    stage.press("Put aside: Ring a partner")
    assert stage.notice == "Put aside, further down."
    assert stage.behind == ["Ring a partner"]
    stage.press("Do now: Lend a van")
    assert stage.now == ["Write a line", "Ask a funder", "Lend a van"]


def test_a_kind_explains_itself_to_the_keyboard(stage: Stage) -> None:
    """The word for the kind can be reached by Tab and says what it means."""
    stage.tab_to("Quick win")
    facts = stage.card("Ring a partner").summary.facts
    stage.qtbot.waitUntil(
        lambda: facts.explanation == "Within about three months, with what you have."
    )
