"""The shared page of a first talk, against the real pack."""

import json

import pytest
from answering import answered

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.shared_page.rule import as_json, work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource

A, B, C = (Party(name, "", name.upper(), is_own=name == "a") for name in "abc")
# The worked example of the specification.
A_MARKS = {1: "fit", 4: "fit", 5: "fit", 6: "differ", 13: "stop"}
B_MARKS = {1: "fit", 4: "differ", 5: "fit", 6: "differ", 13: "differ", 9: "fit"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "first-conversation.toml"))


def marks(numbers):
    return {f"FIT-{number}": mark for number, mark in numbers.items()}


def given(pack, *sheets, parties=(A, B), **other):
    """An assessment from ``(side, answers)`` each."""
    names = [f"sheet {number}" for number, _sheet in enumerate(sheets)]
    return answered(
        pack,
        {name: answers for name, (_side, answers) in zip(names, sheets, strict=True)},
        speaks_for={n: side for n, (side, _answers) in zip(names, sheets, strict=True) if side},
        parties=parties,
        **other,
    )


def page(pack, *sheets, **other):
    return work_out(given(pack, *sheets, **other))


def example(pack, **other):
    return page(pack, ("a", marks(A_MARKS)), ("b", marks(B_MARKS)), **other)


def numbers(points):
    return [int(point.item.id.removeprefix("FIT-")) for point in points]


def test_worked_example(pack):
    """Fits 1 and 5, differences 4 and 6, open 13 first and then what is not talked about."""
    outcome = example(pack)
    assert numbers(outcome.fits) == [1, 5]
    assert numbers(outcome.differences) == [4, 6]
    assert numbers(outcome.open) == [13, 2, 3, *range(7, 13), *range(14, 19)]
    assert numbers(outcome.stops) == [13]


def test_worked_example_first_step(pack):
    """One stop on FIT-13: settle it before any joint money; a small joint event is offered."""
    outcome = example(pack)
    assert [item.id for item in outcome.settle_first] == ["FIT-13"]
    assert pack.outcome.settings["settle_first"]["text"] == "Settle this before any joint money."
    assert outcome.first_step == "Hold a small joint event"
    assert not outcome.needs_neutral_person


@pytest.mark.parametrize(
    ("first", "second", "joint"),
    [
        ("fit", "fit", "fit"),
        ("fit", "differ", "differ"),
        ("differ", "stop", "stop"),
        ("stop", "fit", "stop"),
    ],
)
def test_joint_mark_is_the_more_cautious_one(pack, first, second, joint):
    """Stop before differ before fit, whoever said it."""
    outcome = page(pack, ("a", marks({1: first})), ("b", marks({1: second})))
    assert outcome.points[0].mark == joint


def test_marked_by_one_side_is_not_talked_about_yet(pack):
    """Even if two people of that side marked it."""
    outcome = page(
        pack, ("a", marks({1: "fit"})), ("a", marks({1: "fit"})), ("b", marks({2: "fit"}))
    )
    assert outcome.points[0].mark is None
    assert outcome.points[0].marks == ("fit", None)


def test_sheets_of_one_side_give_its_most_cautious_mark(pack):
    """If one of two colleagues would stop, the side would."""
    outcome = page(
        pack, ("a", marks({1: "fit"})), ("a", marks({1: "stop"})), ("b", marks({1: "fit"}))
    )
    assert outcome.points[0].marks == ("stop", "fit")
    assert numbers(outcome.stops) == [1]


def test_what_was_agreed_wins_in_both_directions(pack):
    """The page keeps the latest, also for a prompt that nobody had marked."""
    settled = {"joint:FIT-13": "differ", "joint:FIT-1": "stop", "joint:FIT-18": "fit"}
    outcome = example(pack, settled=settled)
    assert numbers(outcome.fits) == [5, 18]
    assert numbers(outcome.differences) == [4, 6, 13]
    assert numbers(outcome.stops) == [1]
    assert outcome.settle_first == ()


def test_an_unknown_agreed_mark_is_ignored(pack):
    """Somebody may have changed the file by hand."""
    assert numbers(example(pack, settled={"joint:FIT-13": "maybe"}).stops) == [13]


@pytest.mark.parametrize(("stops", "is_neutral"), [(2, False), (3, True), (4, True)])
def test_three_stops_call_for_a_neutral_person(pack, stops, is_neutral):
    """From three on, another talk with a neutral person is offered first."""
    cautious = marks(dict.fromkeys(range(1, stops + 1), "stop"))
    outcome = page(pack, ("a", cautious), ("b", cautious))
    assert outcome.needs_neutral_person is is_neutral
    assert outcome.first_step == (
        "Have another talk with a neutral person" if is_neutral else "Hold a small joint event"
    )


@pytest.mark.parametrize("number", range(1, 19))
def test_four_prompts_are_settled_before_money(pack, number):
    """FIT-5, 10, 13 and 17, and only if they are stops."""
    outcome = page(pack, ("a", marks({number: "stop"})), ("b", marks({number: "fit"})))
    assert bool(outcome.settle_first) is (number in {5, 10, 13, 17})
    differing = page(pack, ("a", marks({number: "differ"})), ("b", marks({number: "fit"})))
    assert differing.settle_first == ()


def test_reasons_of_both_and_of_one_side(pack):
    """One colleague's tick is the side's."""
    outcome = page(
        pack,
        ("a", {"WHY-1": "yes", "WHY-2": "yes", "WHY-3": "no"}),
        ("a", {"WHY-6": "yes"}),
        ("b", {"WHY-1": "yes", "WHY-3": "yes"}),
    )
    assert [reason.item.id for reason in outcome.in_common] == ["WHY-1"]
    assert [(r.item.id, [p.id for p in r.ticked_by]) for r in outcome.not_in_common] == [
        ("WHY-2", ["a"]),
        ("WHY-3", ["b"]),
        ("WHY-6", ["a"]),
    ]


def test_one_side_alone_is_a_preparation(pack):
    """Until the other side has said something, or both have agreed on something."""
    assert page(pack, ("a", marks(A_MARKS))).is_preparation
    assert page(pack, (None, marks(A_MARKS)), parties=()).is_preparation
    assert page(pack, ("a", marks(A_MARKS)), ("b", {})).is_preparation
    assert not example(pack).is_preparation
    assert not page(pack, ("a", marks(A_MARKS)), settled={"joint:FIT-1": "fit"}).is_preparation


def test_among_three_every_side_must_have_marked_it(pack):
    """The table is only complete with all."""
    two = page(pack, ("a", marks({1: "fit"})), ("b", marks({1: "fit"})), parties=(A, B, C))
    assert two.points[0].mark is None
    three = page(
        pack,
        ("a", marks({1: "fit"})),
        ("b", marks({1: "fit"})),
        ("c", marks({1: "differ"})),
        parties=(A, B, C),
    )
    assert three.points[0].mark == "differ"


def test_nothing_answered(pack):
    """All 18 prompts are open, and nothing is offered but the usual first step."""
    outcome = page(pack)
    assert outcome.is_preparation
    assert len(outcome.open) == 18
    assert outcome.in_common == outcome.not_in_common == ()


def test_only_what_was_asked_is_on_the_page(pack):
    """With an own choice the other prompts are no open points."""
    outcome = page(
        pack, ("a", marks({1: "fit"})), ("b", marks({1: "fit"})), asked=("FIT-1", "FIT-2")
    )
    assert numbers(outcome.points) == [1, 2]
    assert outcome.reasons == ()


def test_json_of_the_worked_example(pack):
    """Lists in order; what was settled stands beside them."""
    settled = {
        "present": "Two of each",
        "met-on": "2026-06-10",
        "handled:FIT-4": "Each keeps its own",
        "first-what": "A joint walk",
    }
    assessment = given(pack, ("a", marks(A_MARKS)), ("b", marks(B_MARKS)), settled=settled)
    data = json.loads(json.dumps(as_json(assessment, work_out(assessment))))
    assert data["fits"] == ["FIT-1", "FIT-5"]
    assert data["differences"] == [
        {"item": "FIT-4", "handled": "Each keeps its own"},
        {"item": "FIT-6", "handled": ""},
    ]
    assert data["open"][:2] == [
        {"item": "FIT-13", "mark": "stop"},
        {"item": "FIT-2", "mark": None},
    ]
    assert data["settle_first"] == ["FIT-13"]
    assert data["marks"][12] == {
        "item": "FIT-13",
        "sides": ["stop", "differ"],
        "combined": "stop",
        "agreed": None,
    }
    assert data["first_step"]["offered"] == "Hold a small joint event"
    assert data["first_step"]["what"] == "A joint walk"
    assert (data["present"], data["met_on"]) == ("Two of each", "2026-06-10")
    assert "score" not in data
