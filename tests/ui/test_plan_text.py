"""The plan as text for an e-mail or the minutes."""

from dataclasses import replace
from datetime import date

from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.services.plans import own_action
from collabkit.ui.plan.as_text import plan_as_text

TODAY = date(2026, 11, 22)


def written(*actions: PlanAction) -> str:
    return plan_as_text(Plan("a", actions), "Sample Charity · June 2026", TODAY)


def test_everything_that_is_known_is_there() -> None:
    """One line a fact, in the order in which a meeting asks for it."""
    action = replace(
        own_action("Ring a partner", Slot.NOW),
        owner="The chair",
        due=date(2026, 12, 20),
        first_step="Find the number",
        how_we_will_know="They have rung back",
        why="We never ask",
        status=Status.UNDER_WAY,
    )
    parked = own_action("Lend a van", Slot.PARKED)
    assert written(action, parked) == (
        "Plan: Sample Charity · June 2026\n"
        "22 November 2026\n"
        "\n"
        "Now\n"
        "\n"
        "1. Ring a partner\n"
        "   Who: The chair\n"
        "   By when: 20 December 2026\n"
        "   First step: Find the number\n"
        "   How we will know: They have rung back\n"
        "   Status: Under way\n"
        "   Why: We never ask\n"
        "\n"
        "Parked for later\n"
        "\n"
        "- Lend a van\n"
    )


def test_what_became_of_an_action_is_told() -> None:
    """Notes with their days, the day to look again; what is over stands last."""
    lived = replace(
        own_action("Ring a partner", Slot.NOW),
        review=date(2027, 2, 22),
        progress=(ProgressNote(date(2026, 10, 1), "Left a\nmessage"),),
    )
    dropped = replace(
        own_action("A fair", Slot.PARKED),
        status=Status.DROPPED,
        dropped_because="Too much",
        learned="Ask first",
    )
    assert written(lived, dropped, own_action("Lend a van", Slot.PARKED)).endswith(
        "1. Ring a partner\n"
        "   We look at it again on: 22 February 2027\n"
        "   1 October 2026: Left a message\n"
        "\n"
        "Parked for later\n"
        "\n"
        "- Lend a van\n"
        "\n"
        "Done and dropped\n"
        "\n"
        "- A fair\n"
        "  Status: Dropped\n"
        "  Why it was dropped: Too much\n"
        "  What we learned: Ask first\n"
    )


def test_what_nobody_wrote_is_left_out() -> None:
    """No empty labels, and no heading without anything below it."""
    text = written(own_action("Ring a partner", Slot.NOW))
    assert text.endswith("Now\n\n1. Ring a partner\n")


def test_lines_in_a_text_do_not_break_the_list() -> None:
    """Each action stays one point, whatever was typed."""
    action = replace(own_action("Ring\n2. a partner", Slot.NOW), owner="  The\n chair ")
    assert "1. Ring 2. a partner\n   Who: The chair\n" in written(action)
