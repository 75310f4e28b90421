"""The hour of a board, from the real pack and the worked example."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from types import MappingProxyType

import pytest
from answering import answered
from hypothesis import given
from hypothesis import strategies as st
from rows_of_people import people

from collabkit.assessments.outcomes.agenda.rule import Agenda, as_json, average_difference, work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.results import Band, Spread
from collabkit.assessments.rounding import shown
from collabkit.assets import resource

PACK = read_pack(resource("packs", "board-check.toml"))
USUAL = {item.id: "4 4 4 4 3 4" for item in PACK.items}
EXAMPLE = USUAL | {
    "BRD-2": "2 2 1 2 3 2",
    "BRD-6": "5 4 4 3 1 4",
    "BRD-7": "1 5 4 2 5 1",
    "BRD-9": "1 4 4 2 5 3",
    "BRD-10": "2 1 2 2 2 2",
    "BRD-13": "2 2 3 2 2 3",
    "BRD-15": "2 3 2 2 3 2",
}


def agenda(answers: dict[str, str], *, minimum: int = 5, pack: Pack = PACK) -> Agenda:
    return work_out(answered(pack, people(answers), minimum=minimum))


def with_settings(**changes: object) -> Pack:
    settings = dict(PACK.outcome.settings["agenda"]) | changes
    outcome = replace(PACK.outcome, settings=MappingProxyType({"agenda": settings}))
    return replace(PACK, outcome=outcome)


def divided(outcome: Agenda) -> list[tuple[str, str]]:
    return [(entry.item_id, str(shown(entry.difference))) for entry in outcome.divided]


def test_the_lowest_three_of_the_worked_example():
    """Targets go first at 2.3; what partners think of us, at 2.3 too, waits."""
    group = answered(PACK, people(EXAMPLE), minimum=5)
    outcome = work_out(group)
    assert outcome.lowest == ("BRD-15", "BRD-10", "BRD-2")
    assert outcome.waiting == ("BRD-13",)
    means = [
        str(shown(group.results.item(item_id).mean))
        for item_id in (*outcome.lowest, *outcome.waiting)
    ]
    assert means == ["2.3", "1.8", "2.0", "2.3"]


def test_the_most_divided_three_of_the_worked_example():
    """Two are split and one is spread; two people differ by 2.3, 1.8 and 1.5 on average."""
    group = answered(PACK, people(EXAMPLE), minimum=5)
    outcome = work_out(group)
    assert divided(outcome) == [("BRD-7", "2.3"), ("BRD-9", "1.8"), ("BRD-6", "1.5")]
    spreads = [group.results.item(entry.item_id).spread for entry in outcome.divided]
    assert spreads == [Spread.SPLIT, Spread.SPLIT, Spread.SPREAD]


def test_the_minutes_of_the_worked_example():
    """5 + 42 + 13 minutes, the divided ones first."""
    outcome = agenda(EXAMPLE)
    assert outcome.items == ("BRD-7", "BRD-9", "BRD-6", "BRD-15", "BRD-10", "BRD-2")
    assert (outcome.welcome, outcome.each * len(outcome.items), outcome.decision) == (5, 42, 13)


def test_the_task_scores_of_the_worked_example():
    """52/15 is shown as 3.5 and so keeps going."""
    sections = answered(PACK, people(EXAMPLE), minimum=5).results.sections
    assert [section.score for section in sections] == [
        Fraction(52, 15),
        Fraction(27, 8),
        Fraction(47, 15),
        Fraction(43, 12),
    ]
    assert [str(shown(section.score)) for section in sections] == ["3.5", "3.4", "3.1", "3.6"]
    assert sections[0].band is Band.KEEP_GOING


def test_targets_and_risk_go_first_only_in_act_first():
    """In *build* they wait their turn by their mean."""
    low = {"BRD-1": "1 1 1 1 1", "BRD-16": "2 2 2 2 2", "BRD-15": "3 3 3 3 3", "BRD-3": "2 2 2 2 1"}
    assert agenda(low).lowest == ("BRD-16", "BRD-1", "BRD-3")
    assert agenda(low).waiting == ("BRD-15",)


def test_of_two_that_go_first_the_lower_one_leads():
    """Risk at 1.0 comes before targets at 2.0."""
    low = {"BRD-15": "2 2 2 2 2", "BRD-16": "1 1 1 1 1", "BRD-1": "1 1 1 1 1"}
    assert agenda(low).lowest == ("BRD-16", "BRD-15", "BRD-1")


def test_ties_among_the_lowest_stay_in_pack_order():
    """Equal means are not ranked."""
    low = {"BRD-19": "2 2 2 2 2", "BRD-3": "2 2 2 2 2"}
    assert agenda(low).lowest == ("BRD-3", "BRD-19")


def test_a_split_statement_is_never_low():
    """It is divided, whatever its mean."""
    outcome = agenda({"BRD-1": "1 1 1 4 4"})
    assert (outcome.lowest, divided(outcome)) == ((), [("BRD-1", "1.8")])


def test_a_low_and_spread_statement_is_not_chosen_twice():
    """What is among the lowest is not among the most divided."""
    outcome = agenda({"BRD-1": "1 1 2 3 3"})
    assert (outcome.lowest, outcome.divided) == (("BRD-1",), ())


def test_what_is_too_good_or_agreed_is_on_no_list():
    """A board that is fine has an hour for other things."""
    outcome = agenda(USUAL)
    assert outcome.items == ()
    assert outcome.decision == 55


def test_split_comes_before_spread_even_if_people_differ_less():
    """Labels first, then the average difference."""
    answers = {"BRD-1": "2 2 4 4 4", "BRD-3": "1 3 5 5 5"}
    outcome = agenda(answers)
    assert divided(outcome) == [("BRD-1", "1.2"), ("BRD-3", "2.0")]


def test_equally_divided_statements_come_lowest_mean_first_and_then_in_pack_order():
    """The last two rules of the order."""
    answers = {"BRD-19": "2 2 4 4 4", "BRD-1": "2 2 4 4 4", "BRD-3": "2 2 2 4 4"}
    assert [item_id for item_id, _levels in divided(agenda(answers))] == [
        "BRD-3",
        "BRD-1",
        "BRD-19",
    ]


def test_a_fourth_divided_statement_waits_before_what_is_low():
    """People should hear each other first, next time too."""
    answers = dict.fromkeys(("BRD-1", "BRD-3", "BRD-4", "BRD-5"), "2 2 4 4 4") | dict.fromkeys(
        ("BRD-6", "BRD-7", "BRD-8", "BRD-9"), "2 2 2 2 2"
    )
    assert agenda(answers).waiting == ("BRD-5", "BRD-9")


def test_fewer_statements_leave_more_time_to_decide():
    """Two statements take 14 minutes and leave 41."""
    outcome = agenda({"BRD-1": "2 2 2 2 2", "BRD-7": "1 1 5 5 5"})
    assert outcome.items == ("BRD-7", "BRD-1")
    assert outcome.decision == 41


def test_the_time_for_a_decision_is_never_given_away():
    """Where minutes are few the last statements wait."""
    outcome = agenda(EXAMPLE, pack=with_settings(minutes=45))
    assert outcome.items == ("BRD-7", "BRD-9", "BRD-6")
    assert outcome.waiting == ("BRD-15", "BRD-10", "BRD-2", "BRD-13")
    assert outcome.decision == 19


def test_settings_that_leave_no_time_at_all_leave_no_statements():
    """An hour cannot have negative minutes."""
    outcome = agenda(EXAMPLE, pack=with_settings(minutes=18))
    assert outcome.items == ()
    assert outcome.waiting[:3] == ("BRD-7", "BRD-9", "BRD-6")


def test_statements_without_minutes_all_fit():
    """A pack may leave the pace to the chair."""
    outcome = agenda(EXAMPLE, pack=with_settings(each=0))
    assert (len(outcome.items), outcome.decision) == (6, 55)


def test_hidden_answers_choose_nothing():
    """Four people are too few, however divided they are."""
    outcome = agenda({"BRD-1": "1 1 5 5", "BRD-2": "1 1 1 1"})
    assert outcome.items == outcome.waiting == ()


@pytest.mark.parametrize("code", ["dk", "na"])
def test_ways_out_choose_nothing(code):
    """Don't know and does not apply are never low."""
    outcome = agenda(dict.fromkeys(USUAL, " ".join([code] * 6)))
    assert outcome.items == outcome.waiting == ()


def test_one_person_is_not_divided():
    """There are low statements only."""
    outcome = work_out(answered(PACK, {"One": {"BRD-1": "1", "BRD-7": "5"}}))
    assert (outcome.lowest, outcome.divided) == (("BRD-1",), ())


def test_nothing_answered():
    """An empty assessment has an empty agenda."""
    assert work_out(answered(PACK, {}, minimum=5)).items == ()


@given(st.lists(st.sampled_from("12345"), max_size=12))
def test_the_average_difference_is_the_mean_over_all_pairs(codes):
    """Whatever people answered, and nought for fewer than two."""
    form = PACK.forms[0]
    counts = {option.code: codes.count(option.code) for option in form.options}
    gaps = [abs(int(a) - int(b)) for a, b in combinations(codes, 2)]
    expected = Fraction(sum(gaps), len(gaps)) if gaps else 0
    assert average_difference(counts, form) == expected


def test_the_plain_data_of_the_worked_example():
    """Numbers as they are shown, lists in order."""
    group = answered(PACK, people(EXAMPLE), minimum=5)
    data = as_json(group, work_out(group))
    assert json.loads(json.dumps(data)) == data
    assert data["lowest"] == ["BRD-15", "BRD-10", "BRD-2"]
    assert data["waiting"] == ["BRD-13"]
    assert data["most_divided"][0] == {"item": "BRD-7", "average_difference": "2.3"}
    assert data["agenda"] == {
        "minutes": 60,
        "welcome": 5,
        "items": [{"item": f"BRD-{number}", "minutes": 7} for number in (7, 9, 6, 15, 10, 2)],
        "decision": 13,
    }
