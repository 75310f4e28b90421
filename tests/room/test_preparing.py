"""What is decided beforehand: what is checked, the promise, and the answers with their marks."""

from dataclasses import replace

import pytest
from away_day import form, pack, prepared

from collabkit.assessments.pack import AnswerForm, FormKind, Option
from collabkit.errors import InvalidInputError
from collabkit.room.choices import (
    can_be_voted_on,
    choice_for_key,
    choices_of,
    is_for_the_room,
)  # fmt: skip
from collabkit.room.preparation import Audience, Times, check
from collabkit.room.promise import promise_lines, usual_promise
from collabkit.room.ways import Way
from collabkit.services.packs import builtin_pack


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": " "}, "give the session a name"),
        ({"title": "x" * 121}, "name below 120"),
        ({"statements": ()}, "between one and 20"),
        ({"statements": tuple(f"POW-{n}" for n in range(21))}, "between one and 20"),
        ({"statements": ("POW-99",)}, "cannot be voted on"),
        ({"statements": ("POW-1", "POW-1")}, "chosen twice"),
        ({"minimum": 2}, "between three and ten"),
        ({"minimum": 11, "people": 12}, "between three and ten"),
        ({"people": 0}, "how many people you expect"),
        ({"people": 201}, "how many people you expect"),
        ({"people": 4}, "fewer people than the smallest group"),
        ({"ways": frozenset()}, "at least one way"),
        ({"promise": "x" * 4_001}, "promise below 4000"),
        ({"times": Times(pairs=-1)}, "each time"),
        ({"times": Times(begins=2_000)}, "each time"),
    ],
)
def test_what_cannot_be_held_is_named(changes: dict[str, object], fault: str) -> None:
    """Each fault has its own sentence."""
    with pytest.raises(InvalidInputError, match=fault) as error:
        check(prepared(**changes), pack())
    assert any(fault in line for line in error.value.faults)


def test_what_can_be_held_passes() -> None:
    """The usual preparation, and one with all that can be set."""
    check(prepared(), pack())
    check(prepared(minimum=3, people=3, times=Times(begins=0), promise="Yes."), pack())


@pytest.mark.parametrize("audience", Audience)
def test_the_promise_says_who_will_see_it(audience: Audience) -> None:
    """Each audience in its own words."""
    lines = {a: usual_promise(prepared(audience=a)) for a in Audience}
    assert sum(lines[audience] == text for text in lines.values()) == 1


def test_the_promise_speaks_of_hands_if_there_are_any() -> None:
    """Otherwise not."""
    assert any("raise hands" in line for line in promise_lines(prepared()))
    on_paper = prepared(ways=frozenset({Way.SLIPS}))
    assert not any("raise hands" in line for line in promise_lines(on_paper))


@pytest.mark.parametrize(
    ("ways", "there", "not_there"),
    [
        (frozenset({Way.SLIPS, Way.SHEETS}), "types in the slips and the sheets", "hands"),
        (frozenset({Way.SLIPS}), "except whoever types in the slips.", "sheet"),
        (frozenset({Way.SHEETS}), "except whoever types in the sheets.", "slip"),
        (frozenset({Way.HANDS}), "raise hands", "types in"),
    ],
)
def test_the_promise_says_who_sees_paper_before_the_result(
    ways: frozenset[Way], there: str, not_there: str
) -> None:
    """It is true for each way of answering: whoever types slips or sheets in reads them."""
    words = usual_promise(prepared(ways=ways))
    assert there in words
    assert not_there not in words


def test_answers_have_a_mark_each() -> None:
    """Numbers as they are, don't know 0, does not apply N."""
    choices = choices_of(pack().item("COM-1"), form())
    assert [(c.mark, c.step) for c in choices] == [
        ("1", 0), ("2", 1), ("3", 2), ("4", 3), ("5", 4), ("0", None), ("N", None),
    ]  # fmt: skip
    assert choices[0].description


def test_keys_stand_for_answers() -> None:
    """In capitals or not; another key stands for nothing."""
    choices = choices_of(pack().item("COM-1"), form())
    found = choice_for_key("n", choices)
    assert found is not None
    assert found.code == "na"
    assert choice_for_key("7", choices) is None


def test_a_scale_from_zero_leaves_zero_to_its_answer() -> None:
    """Don't know is D there; further ways out take letters, categories numbers from 1."""
    item = pack().item("COM-1")
    scale = AnswerForm(
        "hold-back",
        FormKind.SCALE,
        "",
        (Option("0", "Not at all"), Option("1", "A little")),
        (Option("dk", "Don't know"), Option("na", "Does not apply"), Option("early", "Too early")),
    )
    assert [c.mark for c in choices_of(item, scale)] == ["0", "1", "D", "N", "E"]
    categories = replace(scale, kind=FormKind.CHOICE)
    assert [c.mark for c in choices_of(item, categories)] == ["1", "2", "0", "N", "E"]


def test_every_mark_of_every_pack_is_one_key() -> None:
    """No two answers to a statement share one."""
    for pack_id in ("five-themes", "behaviours", "health-check", "board-check", "barriers"):
        each = builtin_pack(pack_id)
        for item in filter(lambda item: can_be_voted_on(each, item), each.items):
            marks = [choice.mark for choice in choices_of(item, each.form_of(item))]
            assert len(set(marks)) == len(marks)
            assert all(len(mark) == 1 for mark in marks)


def test_some_packs_are_not_for_the_room() -> None:
    """Decisions and notes belong to sheets."""
    assert is_for_the_room(pack())
    assert not is_for_the_room(builtin_pack("bid-check"))
    notes = builtin_pack("first-conversation")
    assert not all(can_be_voted_on(notes, item) for item in notes.items)
