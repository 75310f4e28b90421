"""Plans: kept as a whole, undone by keeping the one before."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.plans.plan import ProgressNote, Slot, Status
from collabkit.plans.progress import is_overdue
from collabkit.services import Services
from collabkit.services.plans import LONGEST_TEXT, MOST_NOTES, own_action
from collabkit.services.sample import ensure_sample

TODAY = date(2026, 11, 22)


def test_a_plan_comes_back_as_it_was_kept(services: Services) -> None:
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    changed = plan.changed(plan.now[0].id, owner="Someone else", status=Status.DONE)
    services.plans.keep(changed)
    assert services.plans.load(assessment_id) == changed
    services.plans.keep(plan)
    assert services.plans.load(assessment_id) == plan


def test_an_action_without_words_is_refused_and_nothing_changes(services: Services) -> None:
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    with pytest.raises(InvalidInputError, match="what you will do"):
        services.plans.keep(plan.changed(plan.now[0].id, text="  "))
    assert services.plans.load(assessment_id) == plan


def test_due_actions_come_earliest_first_and_done_ones_not_at_all(services: Services) -> None:
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    services.plans.keep(plan.changed(plan.now[0].id, status=Status.DONE))
    due = services.plans.due(TODAY + timedelta(days=365))
    assert [row.action.due for row in due] == sorted(
        action.due for action in plan.now[1:] if action.due
    )
    assert {row.charity_name for row in due} == {"Sample Charity"}


def test_overdue_means_open_and_before_today() -> None:
    yesterday = TODAY - timedelta(days=1)
    action = replace(own_action("Ring a neighbour", Slot.NOW), due=yesterday)
    assert is_overdue(action, TODAY)
    assert not is_overdue(action, yesterday)
    assert not is_overdue(replace(action, status=Status.DONE), TODAY)
    assert not is_overdue(replace(action, due=None), TODAY)


def test_a_plan_can_be_kept_without_waiting_and_in_order(services: Services) -> None:
    """The last one handed in is the one on disk, and each tells when it is there."""
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    told: list[object] = []
    for owner in ("First", "Second", "Third"):
        services.plans.keep_later(plan.changed(plan.now[0].id, owner=owner), told.append)
    services.responses.flush()
    assert told == [None, None, None]
    assert services.plans.load(assessment_id).now[0].owner == "Third"


def test_keeping_without_waiting_refuses_what_keeping_refuses(services: Services) -> None:
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    with pytest.raises(InvalidInputError, match="what you will do"):
        services.plans.keep_later(plan.changed(plan.now[0].id, text=""), lambda _problem: None)


def test_keeping_without_waiting_tells_what_went_wrong(services: Services, tmp_path: Path) -> None:
    """A sentence for people; afterwards the same plan can be kept again."""
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    changed = plan.changed(plan.now[0].id, owner="Someone else")
    told: list[CollabkitError | None] = []
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    services.plans.keep_later(changed, told.append)
    services.responses.flush()
    (tmp_path / "elsewhere").rename(tmp_path / "data")
    assert isinstance(told[0], EnvironmentProblemError)
    services.plans.keep_later(changed, told.append)
    services.responses.flush()
    assert told[1] is None
    assert services.plans.load(assessment_id) == changed


def test_control_characters_do_not_come_into_a_plan(services: Services) -> None:
    """Neither into a plan kept at once nor into one kept later; lines stay where there are some."""
    assessment_id = ensure_sample(services, TODAY)
    plan = services.plans.load(assessment_id)
    fields = ("text", "why", "owner", "first_step", "how_we_will_know")
    dirty = plan.changed(plan.now[0].id, **dict.fromkeys(fields, "a\x00b\nc\x1b"))
    line, text = "ab c", "ab\nc"
    services.plans.keep(dirty)
    kept = services.plans.load(assessment_id).now[0]
    assert [getattr(kept, field) for field in fields] == [text, text, line, line, text]
    services.plans.keep_later(dirty.changed(dirty.now[0].id, owner="Late\x07r"), lambda _e: None)
    services.responses.flush()
    assert services.plans.load(assessment_id).now[0].owner == "Later"


def test_an_action_of_control_characters_has_no_words(services: Services) -> None:
    """They cannot be seen, so they say nothing."""
    with pytest.raises(InvalidInputError, match="what you will do"):
        own_action("\x00\x1b", Slot.NOW)
    plan = services.plans.load(ensure_sample(services, TODAY))
    with pytest.raises(InvalidInputError, match="what you will do"):
        services.plans.keep(plan.changed(plan.now[0].id, text="\x00"))


def test_what_became_of_an_action_is_cleaned_too(services: Services) -> None:
    """Notes without words go; control characters are taken out of the others."""
    plan = services.plans.load(ensure_sample(services, TODAY))
    lived = plan.changed(
        plan.now[0].id,
        dropped_because="To\x00o much",
        learned="Ring\x1b earlier",
        progress=(ProgressNote(TODAY, "Left a\x07 message"), ProgressNote(TODAY, " ")),
    )
    services.plans.keep(lived)
    kept = services.plans.load(plan.assessment_id).now[0]
    assert (kept.dropped_because, kept.learned) == ("Too much", "Ring earlier")
    assert kept.progress == (ProgressNote(TODAY, "Left a message"),)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"learned": "x" * (LONGEST_TEXT + 1)}, "below 1000 characters"),
        ({"progress": (ProgressNote(TODAY, "x" * (LONGEST_TEXT + 1)),)}, "below 1000 characters"),
        ({"progress": (ProgressNote(TODAY, "x"),) * (MOST_NOTES + 1)}, "50 notes"),
        ({"due": date(1026, 5, 1)}, "Is the year right"),
        ({"review": date(2206, 5, 1)}, "Is the year right"),
        ({"progress": (ProgressNote(date(226, 5, 1), "x"),)}, "Is the year right"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    services: Services, changes: dict[str, object], sentence: str
) -> None:
    """With a sentence, and nothing changes on the disk."""
    plan = services.plans.load(ensure_sample(services, TODAY))
    with pytest.raises(InvalidInputError, match=sentence):
        services.plans.keep(plan.changed(plan.now[0].id, **changes))
    assert services.plans.load(plan.assessment_id) == plan
