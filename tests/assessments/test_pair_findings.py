"""From-to pairs among the findings: talking points instead of split or low."""

from dataclasses import replace
from fractions import Fraction

import pytest
from measured_packs import FIVE, item, pack, results

from collabkit.assessments.pack import AnswerForm, FormKind, Pack

PAIR = AnswerForm("pair", FormKind.FROM_TO, "Where between these two?", FIVE.options, FIVE.ways_out)


def paired(*item_ids: str, below: Fraction | None = Fraction(5, 2)) -> Pack:
    """Return a pack in which statements with a P in their id are pairs."""
    settings = {"scored_forms": (FIVE.id,)}
    if below is not None:
        settings["talking_point_below"] = below
    made = pack(
        *(item(item_id, PAIR if "P" in item_id else FIVE) for item_id in item_ids),
        settings=settings,
    )
    return replace(made, forms=(*made.forms, PAIR))


def found(answers: dict[str, str], minimum: int = 5, **kwargs) -> list[tuple[str, str]]:
    of = paired(*answers, **kwargs)
    return [(f.kind.value, f.item_id) for f in results(of, answers, minimum=minimum).findings]


def test_talking_points_come_after_split_items_and_before_low_ones():
    """A pair is a talking point and neither split nor low."""
    answers = {"A-1": "2 2 2 2 2", "A-P1": "2 2 2 2 1", "A-2": "1 1 5 5 5", "A-P2": "1 1 5 5 5"}
    assert found(answers) == [
        ("split", "A-2"),
        ("talking point", "A-P2"),
        ("talking point", "A-P1"),
        ("low", "A-1"),
    ]


def test_split_pairs_come_first_then_the_lowest_mean():
    """Ties stay in pack order."""
    answers = {
        "A-P1": "2 2 2 2 2",
        "A-P2": "1 1 1 1 1",
        "A-P3": "2 2 2 2 2",
        "A-P4": "1 4 4 5 1",
    }
    order = [item_id for _kind, item_id in found(answers)]
    assert order == ["A-P4", "A-P2", "A-P1", "A-P3"]


@pytest.mark.parametrize(
    ("codes", "is_point"),
    [("2 2 2 3 3", True), ("2 2 3 3 3 2", False), ("3 3 3 3 3", False)],
)
def test_the_limit_is_tested_on_the_mean_as_people_see_it(codes, is_point):
    """A shown 2.4 is a talking point and a shown 2.5 is none."""
    assert bool(found({"A-P1": codes})) == is_point


def test_a_mean_that_is_rounded_up_to_the_limit_is_no_talking_point():
    """Nineteen answers with a mean of 47/19, shown as 2.5."""
    assert found({"A-P1": " ".join(["3"] * 9 + ["2"] * 10)}) == []


def test_the_limit_is_the_packs():
    """A pack may draw the line elsewhere."""
    assert found({"A-P1": "3 3 3 3 3"}, below=Fraction(7, 2)) == [("talking point", "A-P1")]


def test_a_pack_without_a_limit_treats_pairs_as_statements():
    """They are low or split as anything else."""
    answers = {"A-P1": "1 1 1 1 1", "A-P2": "1 1 5 5 5"}
    assert found(answers, below=None) == [("split", "A-P2"), ("low", "A-P1")]


def test_hidden_pairs_are_never_talking_points():
    """Four answers are not shown and not talked about."""
    assert found({"A-P1": "1 1 1 1"}) == []


def test_one_persons_pair_is_a_talking_point():
    """A group of one has no split, but a position."""
    assert found({"A-P1": "2", "A-P2": "3"}, minimum=1) == [("talking point", "A-P1")]


def test_a_pair_near_its_new_end_is_a_strength_and_an_unknown_one_not_visible():
    """Pairs differ from statements in talking points only."""
    answers = {"A-P1": "5 5 5 5 5", "A-P2": "3 3 3 dk dk"}
    assert found(answers) == [("not visible", "A-P2"), ("strength", "A-P1")]


def test_pairs_are_no_part_of_the_score():
    """The section's score is that of its statements alone."""
    answers = {"A-1": "4 4 4 4 4", "A-P1": "1 1 1 1 1"}
    section = results(paired(*answers), answers).section("A")
    assert (section.score, section.applicable, section.answered) == (4, 1, 1)
