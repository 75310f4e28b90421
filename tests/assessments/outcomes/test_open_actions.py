"""Open actions in their order: people first, then by date."""

import json
from dataclasses import replace
from datetime import date

import pytest
from answering import answered

from collabkit.assessments.outcomes.open_actions.rule import as_json, work_out
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("handover")
TODAY = date(2026, 6, 10)
MAIN = tuple(item.id for item in PACK.items if "about" not in item.marks)
NOTHING_APPLIES = dict.fromkeys(MAIN, "na")
EXAMPLE = NOTHING_APPLIES | {
    "HND-1": "under-way",
    "HND-1-due": "2026-06-20",
    "HND-3": "not-done",
    "HND-4": "done",
    "HND-5": "not-done",
    "HND-5-due": "2026-06-05",
    "HND-8": "under-way",
    "HND-8-due": "2026-07-01",
    "HND-12": "not-done",
}


def told(answers, *, side=None, notes=None):
    return answered(
        PACK,
        {"List": answers},
        today=TODAY,
        settled={"side": side} if side else {},
        notes=notes,
    )


def outcome_of(answers, **other):
    return work_out(told(answers, **other))


def order(outcome):
    return [action.item_id for action in outcome.open]


def test_worked_example():
    """10 June: people first, then overdue, then by date; what has no date comes last."""
    outcome = outcome_of(EXAMPLE)
    assert order(outcome) == ["HND-1", "HND-3", "HND-5", "HND-8", "HND-12"]
    assert [action.due is None for action in outcome.open] == [False, True, False, False, True]
    assert [action.is_overdue for action in outcome.open] == [False, False, True, False, False]
    assert {code: len(actions) for code, actions in outcome.closed.items()} == {"done": 1, "na": 8}
    assert outcome.not_shown == 0


def test_a_date_that_is_today_is_not_overdue():
    """Overdue means before today."""
    outcome = outcome_of(EXAMPLE | {"HND-5-due": "2026-06-10"})
    assert not any(action.is_overdue for action in outcome.open)


def test_what_is_done_is_never_overdue():
    """Only what is open can be late."""
    outcome = outcome_of(NOTHING_APPLIES | {"HND-5": "done", "HND-5-due": "2026-06-01"})
    assert not outcome.closed["done"][0].is_overdue


def test_an_overdue_action_that_protects_nobody_comes_after_those_that_protect():
    """People come before dates."""
    answers = NOTHING_APPLIES | {
        "HND-2": "not-done",
        "HND-2-due": "2026-01-01",
        "HND-4": "under-way",
        "HND-4-due": "2027-01-01",
    }
    assert order(outcome_of(answers)) == ["HND-4", "HND-2"]


def test_ties_are_kept_in_the_order_of_the_pack():
    """The same date twice, and two without a date: the number decides, not the answer."""
    answers = NOTHING_APPLIES | {
        "HND-12": "under-way",
        "HND-11": "not-done",
        "HND-10": "not-done",
        "HND-10-due": "2026-07-01",
        "HND-5": "under-way",
        "HND-5-due": "2026-07-01",
        "HND-2": "not-done",
    }
    assert order(outcome_of(answers)) == ["HND-5", "HND-10", "HND-2", "HND-11", "HND-12"]


def test_a_new_check_starts_with_everything_not_done():
    """Without any answer all fourteen are open, those that protect people first."""
    for sheets in ({}, {"List": {}}):
        outcome = work_out(answered(PACK, sheets))
        assert order(outcome)[:4] == ["HND-1", "HND-3", "HND-4", "HND-2"]
        assert {action.answer for action in outcome.open} == {"not-done"}
        assert len(outcome.open) == 14
        assert outcome.closed == {}


@pytest.mark.parametrize(
    ("side", "numbers"),
    [
        ("outgoing", [1, 2, 3, 4, 5, 6, 7, 13, 14]),
        ("incoming", [8, 9, 10, 11, 12, 13, 14]),
        ("both", list(range(1, 15))),
        ("neither", list(range(1, 15))),
        (None, list(range(1, 15))),
    ],
)
def test_a_list_shows_the_chosen_side_and_both(side, numbers):
    """Without a choice, and with one that is not known, all are shown; the rest is counted."""
    outcome = outcome_of({}, side=side)
    assert sorted(order(outcome), key=MAIN.index) == [f"HND-{number}" for number in numbers]
    assert outcome.not_shown == 14 - len(numbers)


def test_an_action_without_a_side_is_for_both():
    """A pack of somebody's own need not name sides."""
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, marks={key: v for key, v in item.marks.items() if key != "side"})
                for item in section.items
            ),
        )
        for section in PACK.sections
    )
    pack = replace(PACK, sections=sections)
    outcome = work_out(answered(pack, {}, settled={"side": "incoming"}))
    assert len(outcome.open) == 14


def test_owner_and_note_are_told():
    """The owner is a line about the statement; the note stands at the statement itself."""
    notes = {"List": {"HND-3": " Ask first. ", "HND-3-owner": "Ann"}}
    action = outcome_of({"HND-3": "under-way"}, notes=notes).open[0]
    assert (action.item_id, action.owner, action.note) == ("HND-1", "", "")
    action = outcome_of({"HND-3": "under-way"}, notes=notes).open[1]
    assert (action.item_id, action.owner, action.note) == ("HND-3", "Ann", "Ask first.")


def test_of_two_lists_the_answer_furthest_from_done_counts():
    """Where two organisations keep lists of their own, nothing is closed too early."""
    sheets = {
        "Old": NOTHING_APPLIES | {"HND-1": "done", "HND-2": "under-way", "HND-4": "done"},
        "New": NOTHING_APPLIES | {"HND-1": "under-way", "HND-2": "not-done", "HND-4": "na"},
    }
    outcome = work_out(answered(PACK, sheets))
    found = {action.item_id: action for action in outcome.open}
    assert {item: action.answer for item, action in found.items()} == {
        "HND-1": "under-way",
        "HND-2": "not-done",
    }
    assert found["HND-1"].said == (("Old", "done"), ("New", "under-way"))
    assert [action.item_id for action in outcome.closed["done"]] == ["HND-4"]


def test_a_list_that_says_nothing_does_not_count():
    """One list is filled in, the other has no answer there."""
    outcome = work_out(answered(PACK, {"Old": dict.fromkeys(MAIN, "done"), "New": {}}))
    assert outcome.open == ()
    assert outcome.closed["done"][0].said == ()


def test_of_two_lists_the_earlier_date_and_both_owners_count():
    """Nobody's date or name is lost."""
    outcome = work_out(
        answered(
            PACK,
            {"Old": {"HND-1-due": "2026-08-01"}, "New": {"HND-1-due": "2026-07-01"}},
            notes={
                "Old": {"HND-1-owner": "Ann", "HND-1": "One."},
                "New": {"HND-1-owner": "Bob", "HND-1": "Two."},
            },
            today=TODAY,
        )
    )
    first = outcome.open[0]
    assert (first.due, first.owner, first.note) == (date(2026, 7, 1), "Ann, Bob", "One. Two.")


def test_statements_that_were_not_asked_are_not_listed():
    """With an own choice of statements only those are shown."""
    outcome = work_out(answered(PACK, {}, asked=("HND-2", "HND-2-due"), today=TODAY))
    assert order(outcome) == ["HND-2"]


def test_as_json_says_everything_in_plain_data():
    """Days as text, lists in order."""
    answers = told(EXAMPLE, notes={"List": {"HND-5-owner": "Ann"}})
    data = as_json(answers, work_out(answers))
    assert json.loads(json.dumps(data)) == data
    assert (data["kind"], data["side"], data["today"]) == ("open-actions", "both", "2026-06-10")
    assert [action["item"] for action in data["open"]] == [
        "HND-1",
        "HND-3",
        "HND-5",
        "HND-8",
        "HND-12",
    ]
    assert data["open"][2] == {
        "item": "HND-5",
        "answer": "not-done",
        "protects_people": False,
        "due": "2026-06-05",
        "overdue": True,
        "owner": "Ann",
        "note": "",
        "said": [],
    }
    assert data["open"][1]["due"] is None
    assert data["closed"]["done"] == ["HND-4"]
    assert len(data["closed"]["na"]) == 8
