"""Which days of a plan go into a calendar."""

from dataclasses import replace
from datetime import date

import plan_examples
import pytest

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.reports.calendar import FollowUp
from collabkit.reports.contents.follow_ups import follow_ups

DUE, REVIEW = date(2026, 12, 20), date(2026, 12, 6)
ACTION = PlanAction(
    "b1", "Ask two partners, and one past partner", ActionKind.QUICK_WIN, Slot.NOW,
    owner="The chair", first_step="Put it on the agenda.", due=DUE, review=REVIEW,
    how_we_will_know="We have heard from all three.",
)  # fmt: skip
CHARITY = Charity("c1", "Sample Charity")


def days_of(*actions: PlanAction, charity: Charity = CHARITY) -> tuple[FollowUp, ...]:
    return follow_ups(Plan("a1", actions), charity, plan_examples.assessment_of(["POW-1"]))


def test_an_open_action_is_due_and_looked_at_again() -> None:
    """Two entries, the next one first."""
    review, due = days_of(ACTION)
    assert (review.day, due.day) == (REVIEW, DUE)
    assert due.title == "Due: Ask two partners, and one past partner"
    assert review.title == "Look at this again: Ask two partners, and one past partner"


def test_the_text_says_who_and_what_comes_first() -> None:
    """With the plan it comes from; nothing of the statement or the answers."""
    (entry,) = days_of(replace(ACTION, review=None))
    assert entry.text.splitlines() == [
        "Ask two partners, and one past partner",
        "Who: The chair",
        "First step: Put it on the agenda.",
        "How we will know: We have heard from all three.",
        "",
        "From the plan “Away-day, June 2026” of Sample Charity.",
    ]


def test_what_nobody_has_said_has_no_line() -> None:
    """An empty label would look like something lost."""
    bare = PlanAction("b1", "Go on", ActionKind.QUICK_WIN, due=DUE, owner=" ")
    (entry,) = days_of(bare)
    assert entry.text.splitlines()[:2] == ["Go on", ""]


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_what_is_done_or_dropped_asks_for_nothing(status: Status) -> None:
    """Its dates stay in the plan."""
    assert days_of(replace(ACTION, status=status)) == ()


@pytest.mark.parametrize("status", [Status.NOT_STARTED, Status.UNDER_WAY])
@pytest.mark.parametrize("slot", Slot)
def test_everything_open_counts_parked_or_not(status: Status, slot: Slot) -> None:
    """Somebody who sets a date for a parked action means it."""
    assert len(days_of(replace(ACTION, status=status, slot=slot))) == 2


def test_an_action_without_a_day_has_no_place_in_a_calendar() -> None:
    """It stays in the plan."""
    assert days_of(replace(ACTION, due=None, review=None)) == ()


def test_a_changed_action_is_the_same_entry() -> None:
    """So that a calendar that has it changes it; other actions are other entries."""
    before = {entry.uid for entry in days_of(ACTION)}
    changed = replace(ACTION, text="Other words", due=date(2027, 1, 1), slot=Slot.PARKED)
    assert {entry.uid for entry in days_of(changed)} == before
    assert len({entry.uid for entry in days_of(ACTION, replace(ACTION, id="b2"))}) == 4


def test_a_sample_says_that_it_is_one() -> None:
    """Also in somebody's own calendar."""
    entries = days_of(ACTION, charity=Charity("c1", "Sample Charity", is_sample=True))
    assert all("Sample: not a real charity" in entry.text for entry in entries)
