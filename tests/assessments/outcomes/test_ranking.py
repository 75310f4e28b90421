"""What holds people back is ranked, needs are matched and steps follow, as the pack says."""

import json

import pytest
from answering import answered
from barrier_groups import CONTROL, EXAMPLE, TICKED, group, network

from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.outcomes.ranking.rule import Ranking, as_json, work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.rounding import shown
from collabkit.assets import resource


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "barriers.toml"))


def alone(pack: Pack, answers: dict[str, str], **other) -> Ranking:
    codes = {f"BAR-{letter}": code for letter, code in answers.items()}
    return work_out(answered(pack, {"One person": codes}, **other))


def letters(ids) -> str:
    return "".join(item_id.removeprefix("BAR-") for item_id in ids)


def test_worked_example_ranks_by_mean(pack):
    """Means 2.6, 1.0, 1.8, 0.6, 1.8, 1.8: first a; then c, e and f level."""
    outcome = work_out(group(pack, EXAMPLE, CONTROL))
    assert [(letters([r.item_id]), r.place, str(shown(r.mean))) for r in outcome.ranked] == [
        ("a", 1, "2.6"),
        ("c", 2, "1.8"),
        ("e", 2, "1.8"),
        ("f", 2, "1.8"),
        ("b", 5, "1.0"),
        ("d", 6, "0.6"),
    ]
    assert letters(outcome.none_held) == "ghij"
    assert outcome.unit is Unit.PERSON


def test_worked_example_shows_what_is_level_and_proposes_three(pack):
    """All four are shown; what is in one's own control is ticked."""
    outcome = work_out(group(pack, EXAMPLE, CONTROL))
    assert letters(outcome.first) == "acef"
    assert letters(outcome.proposed) == "aef"
    assert outcome.chosen == outcome.proposed


def test_worked_example_offers_needs_in_order(pack):
    """Two that help with two barriers, then the others by number."""
    outcome = work_out(group(pack, EXAMPLE, CONTROL))
    numbers = [int(need.need_id.removeprefix("NEED-")) for need in outcome.needs]
    assert numbers == [8, 19, 1, 2, 3, 5, 7, 9, 10, 12, 13, 15, 17]
    assert letters(outcome.needs[0].helps_with) == "ae"
    assert letters(outcome.needs[1].helps_with) == "ef"
    assert outcome.ticked == ()
    assert outcome.steps == ()


def test_worked_example_leads_to_five_steps(pack):
    """Quick wins, then longer term, then influence."""
    outcome = work_out(group(pack, EXAMPLE, CONTROL, settled=TICKED))
    assert outcome.ticked == ("NEED-8", "NEED-2", "NEED-12")
    assert [step["id"] for step in outcome.steps] == [
        "STEP-1",
        "STEP-4",
        "STEP-5",
        "STEP-9",
        "STEP-16",
    ]


def test_one_person_is_ranked_by_rating(pack):
    """Nothing rated 0, unknown, not applying or unanswered is ranked."""
    outcome = alone(pack, {"a": "1", "b": "3", "c": "0", "d": "dk", "e": "na"})
    assert letters(r.item_id for r in outcome.ranked) == "ba"
    assert letters(outcome.first) == letters(outcome.proposed) == "ba"
    assert letters(outcome.none_held) == "c"
    assert letters(outcome.open) == "defghij"


def test_a_second_place_that_many_share_is_shown_whole(pack):
    """Four on place two are level; two of them are proposed."""
    outcome = alone(pack, {"a": "3", "c": "2", "d": "2", "e": "2", "f": "2", "g": "1"})
    assert letters(outcome.first) == "acdef"
    assert letters(outcome.proposed) == "acd"


def test_a_first_place_that_many_share_is_shown_whole(pack):
    """Everything on place one may be picked."""
    outcome = alone(pack, dict.fromkeys("abcd", "2"))
    assert letters(outcome.first) == "abcd"
    assert letters(outcome.proposed) == "abc"


def test_a_shared_second_place_that_has_room_needs_no_choice(pack):
    """One first and two second are three."""
    outcome = alone(pack, {"a": "1", "b": "3", "c": "1", "d": "0"})
    assert [(letters([r.item_id]), r.place) for r in outcome.ranked] == [
        ("b", 1),
        ("a", 2),
        ("c", 2),
    ]
    assert letters(outcome.proposed) == "bac"


def test_level_by_what_is_seen(pack):
    """1.25 and 1.3 look the same, so they are level."""
    ratings = {"a": "1" * 15 + "2" * 5, "b": "1" * 14 + "2" * 6, "c": "2" * 20}
    outcome = work_out(group(pack, ratings))
    assert [(letters([r.item_id]), r.place) for r in outcome.ranked] == [
        ("c", 1),
        ("a", 2),
        ("b", 2),
    ]


def test_a_mean_seen_as_nought_is_not_ranked(pack):
    """One small worry among 25 people is shown as 0.0."""
    outcome = work_out(group(pack, {"a": "1" + "0" * 24, "b": "1" * 25}))
    assert letters(r.item_id for r in outcome.ranked) == "b"
    assert letters(outcome.none_held) == "a"


@pytest.mark.parametrize(
    ("control", "proposed"),
    [
        ({"b": "outside", "c": "shared", "d": "ours"}, "acd"),  # ours, then shared
        ({"b": "shared", "c": "outside"}, "abc"),  # what nobody marked comes last
        ({"d": "outside"}, "abd"),
        ({"b": "ooxxx", "c": "ooosx", "d": "sssxx"}, "acd"),  # what most say counts
        ({"b": "xxoos", "c": "sxsx-", "d": "-----"}, "abc"),  # as many say so: the easier one
        ({"d": "oooo-"}, "abc"),  # four answers stay hidden, so they settle nothing
        ({}, "abc"),  # the order of the letters
    ],
)
def test_what_is_in_our_control_breaks_a_tie(pack, control, proposed):
    """Ours before shared before outside before unmarked, then pack order."""
    ratings = {"a": "33333", "b": "22222", "c": "22222", "d": "22222"}
    assert letters(work_out(group(pack, ratings, control)).proposed) == proposed


def test_people_choose_for_themselves(pack):
    """What they picked counts, in order of the ranking; at most three."""
    settled = {"chosen": "BAR-d BAR-c"}
    assert letters(work_out(group(pack, EXAMPLE, settled=settled)).chosen) == "cd"
    settled = {"chosen": "BAR-a BAR-b BAR-c BAR-d"}
    assert letters(work_out(group(pack, EXAMPLE, settled=settled)).chosen) == "acb"


def test_a_choice_that_no_longer_ranks_gives_way_to_the_proposal(pack):
    """Answers may change after the choice."""
    outcome = work_out(group(pack, EXAMPLE, CONTROL, settled={"chosen": "BAR-g"}))
    assert letters(outcome.chosen) == "aef"


def test_a_need_that_is_not_offered_cannot_be_ticked(pack):
    """Needs belong to the barriers that were chosen."""
    settled = {"chosen": "BAR-j", "needs": "NEED-8 NEED-14 NEED-99"}
    outcome = work_out(group(pack, EXAMPLE | {"j": "11111"}, settled=settled))
    assert [need.need_id for need in outcome.needs] == ["NEED-4", "NEED-14"]
    assert outcome.ticked == ("NEED-14",)


def test_a_step_for_several_needs_appears_once(pack):
    """STEP-9 serves both expertise and frameworks."""
    settled = {"chosen": "BAR-f", "needs": "NEED-1 NEED-2"}
    steps = [step["id"] for step in work_out(group(pack, EXAMPLE, settled=settled)).steps]
    assert steps == ["STEP-1", "STEP-8", "STEP-9", "STEP-10"]


def test_a_one_off_event_is_a_quick_win(pack):
    """The report names no step for it, so the pack has one of its own."""
    settled = {"chosen": "BAR-b", "needs": "NEED-6"}
    (step,) = work_out(group(pack, EXAMPLE, settled=settled)).steps
    assert (step["id"], step["kind"]) == ("OPP-5", "quick win")


def test_too_few_answers_are_not_ranked(pack):
    """Four ratings in a group of five stay hidden."""
    outcome = work_out(group(pack, {"a": "3333d", "b": "11111"}))
    assert letters(r.item_id for r in outcome.ranked) == "b"
    assert letters(outcome.open) == "acdefghij"


def test_hidden_answers_change_nothing(pack):
    """Two groups that differ only in what is hidden have equal outcomes."""
    one = group(pack, {"a": "3333-", "b": "11111"}, {"b": "oooo-"})
    other = group(pack, {"a": "0000-", "b": "11111"}, {"b": "xxxx-"})
    assert work_out(one) == work_out(other)
    assert as_json(one, work_out(one)) == as_json(other, work_out(other))


def test_a_network_ranks_by_members_held_back(pack):
    """By how many say 2 or 3, then by how many say 3; the mean does not count."""
    outcome = work_out(
        network(pack, {"a": "33300", "b": "22220", "c": "32220", "d": "11111", "e": "00000"})
    )
    assert outcome.unit is Unit.CHARITY
    assert [(letters([r.item_id]), r.place, r.held_back, r.stopped) for r in outcome.ranked] == [
        ("c", 1, 4, 1),
        ("b", 2, 4, 0),
        ("a", 3, 3, 3),
        ("d", 4, 0, 0),
    ]
    assert letters(outcome.none_held) == "e"


def test_members_that_are_level_share_a_place(pack):
    """Same numbers of members, same place."""
    outcome = work_out(network(pack, {"a": "33000", "b": "30030", "c": "20011"}))
    assert [r.place for r in outcome.ranked] == [1, 1, 3]


@pytest.mark.parametrize("minimum", [1, 5])
def test_nothing_answered(pack, minimum):
    """No answers, no ranking, and nothing breaks."""
    outcome = work_out(answered(pack, {}, minimum=minimum))
    assert (outcome.ranked, outcome.chosen, outcome.needs, outcome.steps) == ((), (), (), ())
    assert letters(outcome.open) == "abcdefghij"


def test_everybody_does_not_know(pack):
    """Don't know and does not apply are no ratings."""
    outcome = work_out(group(pack, {"a": "ddddd", "b": "nnnnn"}))
    assert outcome.ranked == ()
    assert letters(outcome.open) == "abcdefghij"


def test_only_what_was_asked_counts(pack):
    """With an own choice the others are not even missing."""
    of = answered(pack, {"One person": {"BAR-a": "2"}}, asked=("BAR-a", "BAR-b"))
    outcome = work_out(of)
    assert letters(outcome.chosen) == "a"
    assert letters(outcome.open) == "b"


def test_an_unknown_entry_is_an_error(pack):
    """Only what is ranked can be looked up."""
    with pytest.raises(KeyError):
        alone(pack, {"a": "2"}).entry("BAR-b")


def test_as_json(pack):
    """Plain data with what people see."""
    of = group(pack, EXAMPLE, CONTROL, settled=TICKED | {"who": "us", "by_when": "2027-01-31"})
    data = json.loads(json.dumps(as_json(of, work_out(of))))
    assert data["unit"] == "person"
    assert data["ranked"][1] == {
        "id": "BAR-c",
        "place": 2,
        "mean": "1.8",
        "held_back": None,
        "stopped": None,
        "control": "outside",
    }
    assert data["chosen"] == ["BAR-a", "BAR-e", "BAR-f"]
    assert data["needs"][0] == {"id": "NEED-8", "helps_with": ["BAR-a", "BAR-e"]}
    assert data["ticked"] == ["NEED-8", "NEED-2", "NEED-12"]
    assert data["steps"][-1] == {"id": "STEP-16", "kind": "influence"}
    assert (data["who"], data["first_step"], data["by_when"]) == ("us", "", "2027-01-31")
