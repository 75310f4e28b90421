"""Talking points and what stands beside them, from the real pack."""

import json
from fractions import Fraction

import pytest
from answering import answered
from rows_of_people import people

from collabkit.assessments.outcomes.talking_points.rule import as_json, work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.results import Band, Spread
from collabkit.assessments.rounding import shown
from collabkit.assets import resource

SIX_PEOPLE = people(
    {
        "BEH-1.1": "4 4 5 4 3 4",
        "BEH-1.2": "5 4 4 5 4 dk",
        "BEH-1.3": "2 2 1 2 3 2",
        "BEH-1.4": "1 2 5 4 2 5",
        "BEH-1.5": "3 3 2 3 dk na",
        "BEH-1.6": "4 4 4 3 4 4",
        "BEH-1.7": "3 2 3 3 2 3",
        "BEH-1.8": "na na na na na na",
        "BEH-1b": "2 2 1 3 2 2",
    }
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "behaviours.toml"))


def test_the_means_of_the_worked_example(pack):
    """Seven statements, one of them hidden, and one that does not apply."""
    results = answered(pack, SIX_PEOPLE, minimum=5).results
    means = [results.item(f"BEH-1.{number}").mean for number in range(1, 9)]
    assert [mean if mean is None else str(shown(mean)) for mean in means] == [
        "4.0", "4.4", "2.0", "3.2", None, "3.8", "2.7", None,
    ]  # fmt: skip
    assert results.item("BEH-1.5").n == 4
    assert results.item("BEH-1.8").not_applicable == 6


def test_the_area_of_the_worked_example(pack):
    """Seven items apply, six are answered; 301/90 is shown as 3.3."""
    area = answered(pack, SIX_PEOPLE, minimum=5).results.section("BEH-1")
    assert (area.applicable, area.answered) == (7, 6)
    assert area.score == Fraction(301, 90)
    assert (str(shown(area.score)), area.band) == ("3.3", Band.BUILD)


def test_the_labels_of_the_worked_example(pack):
    """1.4 is split, so talk first; 1.3 is to act on first, and people mostly agree."""
    results = answered(pack, SIX_PEOPLE, minimum=5).results
    split, low = results.item("BEH-1.4"), results.item("BEH-1.3")
    assert (split.spread, split.band) == (Spread.SPLIT, Band.TALK_FIRST)
    assert (low.spread, low.band) == (Spread.MOSTLY_TOGETHER, Band.ACT_FIRST)


def test_the_pair_of_the_worked_example_is_a_talking_point(pack):
    """Its mean is 2.0, and it stands between the split and the low statement."""
    group = answered(pack, SIX_PEOPLE, minimum=5)
    assert work_out(group).points == ("BEH-1b",)
    assert group.results.item("BEH-1b").mean == 2
    assert [(f.kind.value, f.item_id) for f in group.results.findings] == [
        ("split", "BEH-1.4"),
        ("talking point", "BEH-1b"),
        ("low", "BEH-1.3"),
    ]


def test_a_good_score_does_not_hide_a_habit(pack):
    """A pair is a talking point whatever the score of its area is."""
    one = {f"BEH-1.{number}": "5" for number in range(1, 9)} | {"BEH-1a": "1"}
    own = answered(pack, {"One": one})
    assert own.results.section("BEH-1").score == 5
    assert work_out(own).points == ("BEH-1a",)


def test_pairs_and_statements_stand_apart_in_each_area(pack):
    """They are listed beside each other in pack order."""
    first = work_out(answered(pack, {})).areas[0]
    assert first.pairs == ("BEH-1a", "BEH-1b", "BEH-1c", "BEH-1d", "BEH-1e")
    assert first.statements[0] == "BEH-1.1"
    assert len(first.statements) == 8


def test_the_short_version_has_no_pairs(pack):
    """It asks the statements only."""
    outcome = work_out(answered(pack, {"One": {"BEH-1.1": "1"}}, asked=pack.core_ids))
    assert not outcome.has_pairs
    assert outcome.points == ()


def test_what_is_possible_with_little_power_comes_lowest_first(pack):
    """Only marked statements in the two lower bands, and none on which people are split."""
    answers = {
        "BEH-1.1": "1 1 1 1 1",
        "BEH-2.2": "3 3 3 3 3",
        "BEH-2.3": "2 2 2 2 2",
        "BEH-2.4": "4 4 4 4 4",
        "BEH-3.1": "1 1 5 5 5",
    }
    outcome = work_out(answered(pack, people(answers), minimum=5))
    assert outcome.within_reach == ("BEH-2.3", "BEH-2.2")


def test_the_plain_data_has_every_pair(pack):
    """Numbers as they are shown; what is hidden has none."""
    group = answered(pack, SIX_PEOPLE, minimum=5)
    data = json.loads(json.dumps(as_json(group, work_out(group))))
    pairs = [pair for area in data["areas"] for pair in area["pairs"]]
    assert len(pairs) == 22
    assert pairs[0] == {
        "item": "BEH-1a", "mean": None, "spread": "too few", "talking_point": False,
    }  # fmt: skip
    assert pairs[1] == {
        "item": "BEH-1b", "mean": "2.0", "spread": "mostly together", "talking_point": True,
    }  # fmt: skip
    assert data["talking_points"] == ["BEH-1b"]
    assert data["little_power"] == []
