"""A decision is made by the first rule of the pack that applies, from exact shares."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from answering import answered

from collabkit.assessments.outcomes.decision.rule import as_json, work_out
from collabkit.assessments.outcomes.decision.rules import (
    AnswerReason,
    SectionPoints,
    Share,
    ShareReason,
)
from collabkit.assessments.pack import Pack
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("bid-check")
CODES = {"Y": "yes", "P": "partly", "N": "no", "?": "dk", "-": "na"}
NAMES = {entry["code"]: entry["name"] for entry in PACK.outcome.settings["recommendation"]}


def sheet(answers: str = "", others: str = "Y") -> dict[str, str]:
    """Return twenty answers written as "3 N, 12 P"; those not mentioned are ``others``."""
    given = {f"BID-{number}": CODES[others] for number in range(1, 21)}
    for pair in filter(None, answers.split(", ")):
        number, answer = pair.split()
        given[f"BID-{number}"] = CODES[answer]
    return given


def outcome_of(answers: str, mode: str = "alone", **other):
    settled = {"mode": mode, **other.pop("settled", {})}
    return work_out(answered(PACK, {"Agreed": sheet(answers)}, settled=settled, **other))


def ids(*numbers: int) -> tuple[str, ...]:
    return tuple(f"BID-{number}" for number in numbers)


EXAMPLES = [
    ("B1", "alone", "3 N", "12/12", "10/10", None, 1, "Not as planned"),
    ("B2", "alone", "4 ?", "12/12", "10/10", None, 2, "Find out first"),
    ("B3", "alone", "7 ?, 8 ?, 13 ?, 16 ?", "8/8", "6/6", None, 2, "Find out first"),
    ("B4", "alone", "12 N", "12/12", "8/10", None, 3, "Support another organisation or leave it"),
    (
        "B5",
        "alone",
        "12 P, 13 N, 14 P, 15 P, 16 P",
        "12/12",
        "4/10",
        None,
        3,
        "Support another organisation or leave it",
    ),
    ("B6", "partners", "18 N", "12/12", "10/10", "6/8", 4, "Not as planned"),
    ("B7", "alone", "9 N, 11 P", "9/12", "10/10", None, 5, "Go with others"),
    ("B8", "alone", "6 P, 7 P, 8 P, 9 P, 10 P", "7/12", "10/10", None, 5, "Go with others"),
    ("B9", "partners", "4 P, 13 -", "12/12", "8/8", "8/8", 6, "Go"),
    ("B10", "alone", "3 N, 12 N, 4 ?", "12/12", "8/10", None, 1, "Not as planned"),
    ("B11", "partners", "17 N, 18 P, 19 N, 20 P", "12/12", "10/10", "2/8", 4, "Not as planned"),
    ("B12", "partners", "5 ?", "12/12", "10/10", "8/8", 2, "Find out first"),
    ("B13", "alone", "9 -, 11 -, 7 P, 8 P, 6 P, 10 P", "4/8", "10/10", None, 5, "Go with others"),
]


@pytest.mark.parametrize(
    ("mode", "answers", "fit", "effect", "partnership", "rule", "name"),
    [example[1:] for example in EXAMPLES],
    ids=[example[0] for example in EXAMPLES],
)
def test_worked_example(mode, answers, fit, effect, partnership, rule, name):
    """The thirteen worked examples of the bid check: points, rule and recommendation."""
    outcome = outcome_of(answers, mode)
    points = {has.section: f"{has.points}/{has.possible}" for has in outcome.points}
    expected = {"FIT": fit, "EFFECT": effect, "PARTNERSHIP": partnership}
    assert points == {code: words for code, words in expected.items() if words}
    assert outcome.rule == PACK.outcome.settings["rule"][rule - 1]["id"]
    assert NAMES[outcome.recommendation] == name


def test_example_b9_has_a_condition_and_an_influence_note():
    """A gate that is partly met is a condition, and what to ask of the funder matches it."""
    weak = outcome_of("4 P, 13 -", "partners").weak
    assert weak.conditions == ids(4)
    assert weak.asks == ("ASK-5", "ASK-6", "ASK-8", "ASK-9")
    assert weak.questions == weak.fix_first == weak.against == ()


def test_example_b11_says_what_to_fix_first():
    """Whatever is weak in the partnership is to be fixed first."""
    weak = outcome_of("17 N, 18 P, 19 N, 20 P", "partners").weak
    assert weak.fix_first == ids(17, 18, 19, 20)
    assert weak.asks == ("ASK-1", "ASK-2", "ASK-7", "ASK-8")


def test_seven_of_twelve_is_below_sixty_per_cent_but_eight_is_not():
    """Shares are compared exactly, and the reason says how many points would have been enough."""
    below = outcome_of("6 P, 7 P, 8 P, 9 P, 10 P")
    assert below.reasons == (
        ShareReason(Share.POINTS, "FIT", Fraction(7), Fraction(12), Fraction(8)),
    )
    assert outcome_of("6 P, 7 P, 8 P, 9 P").recommendation == "go"


def test_exactly_half_of_the_points_is_enough():
    """Five of ten is not below half."""
    assert outcome_of("12 P, 13 P, 14 P, 15 P, 16 P").recommendation == "go"


def test_exactly_half_of_the_partnership_is_enough():
    """Four of eight points is not below half."""
    assert outcome_of("17 N, 19 N", "partners").recommendation == "go"


def test_too_few_answers_in_one_section_means_find_out():
    """Two of five answered is fewer than half, with only three unknown in all."""
    outcome = outcome_of("12 ?, 14 ?, 15 ?")
    assert outcome.recommendation == "find-out"
    assert outcome.reasons == (
        ShareReason(Share.ANSWERS, "EFFECT", Fraction(2), Fraction(5), Fraction(3)),
    )


def test_half_of_what_applies_is_enough():
    """Two of the four that apply are answered: that is not fewer than half."""
    assert outcome_of("12 ?, 13 -, 14 ?").recommendation == "go"


def test_three_unknown_are_no_reason_to_wait_and_four_are():
    """Four or more don't knows, wherever they stand, mean find out first."""
    assert outcome_of("6 ?, 7 ?, 13 ?").recommendation == "go"
    outcome = outcome_of("6 ?, 7 ?, 12 ?, 13 ?")
    assert outcome.reasons == (AnswerReason("dk", ids(6, 7, 12, 13)),)


def test_all_reasons_of_the_deciding_rule_are_told():
    """Two gates that are closed are both named."""
    outcome = outcome_of("2 N, 4 N")
    assert outcome.reasons == (AnswerReason("no", ids(2, 4)),)
    assert outcome.deciding == set(ids(2, 4))


def test_go_needs_no_reason():
    """The last rule applies by itself."""
    outcome = outcome_of("")
    assert (outcome.recommendation, outcome.reasons) == ("go", ())


def test_alone_nothing_is_asked_about_a_partnership():
    """Alone, section four is not asked, whatever was answered in it before."""
    outcome = outcome_of("17 N, 18 N, 19 N, 20 N", "alone")
    assert outcome.recommendation == "go"
    assert not set(ids(17, 18, 19, 20)) & {item.id for item in outcome.filled.asked}
    assert outcome.weak.fix_first == outcome.weak.asks == ()


def test_alone_nobody_has_to_agree_in_writing():
    """Alone, BID-5 does not apply, whatever was answered before and without an answer too."""
    assert outcome_of("5 N", "alone").recommendation == "go"
    without = {item: code for item, code in sheet().items() if item != "BID-5"}
    outcome = work_out(answered(PACK, {"A": without}, settled={"mode": "alone"}))
    assert outcome.recommendation == "go"
    assert outcome.filled.answers["BID-5"] == "na"
    assert "BID-5" not in {item.id for item in outcome.filled.asked}


def test_without_a_mode_there_is_no_recommendation():
    """The first question has to be answered first; a mode that the pack does not know is none."""
    for settled in ({}, {"mode": "somehow"}):
        outcome = work_out(answered(PACK, {"A": sheet()}, settled=settled))
        assert outcome.needs_mode
        assert not outcome.is_complete
        assert (outcome.recommendation, outcome.points) == (None, ())


def test_a_missing_answer_keeps_the_recommendation_back():
    """Even a closed gate is not told before every statement has an answer."""
    answers = {item: code for item, code in sheet("1 N").items() if item not in ids(12, 16)}
    outcome = work_out(answered(PACK, {"A": answers}, settled={"mode": "alone"}))
    assert outcome.filled.left == ids(12, 16)
    assert (outcome.rule, outcome.recommendation, outcome.points) == (None, None, ())
    assert outcome.weak.against == ids(1)


@pytest.mark.parametrize("sheets", [{}, {"A": {}}, {"A": {}, "B": {}}])
def test_nothing_answered_is_no_recommendation(sheets):
    """Nobody, one empty sheet and two empty sheets: nothing is said."""
    outcome = work_out(answered(PACK, sheets, settled={"mode": "partners"}))
    assert outcome.recommendation is None
    assert len(outcome.filled.left) == 20
    assert outcome.differences == ()


def test_all_unknown_is_find_out_without_any_points():
    """A share without a counted answer skips its condition."""
    everything = sheet(others="?")
    outcome = work_out(answered(PACK, {"A": everything}, settled={"mode": "partners"}))
    assert outcome.recommendation == "find-out"
    assert outcome.points == tuple(
        SectionPoints(code, Fraction(0), Fraction(0)) for code in ("FIT", "EFFECT", "PARTNERSHIP")
    )
    assert outcome.weak.questions == ids(*range(1, 21))


def test_a_share_without_counted_answers_skips_its_condition():
    """If only points decided, a section full of don't knows would not be below half."""
    rules = PACK.outcome.settings["rule"]
    only_points = [rule for rule in rules if rule["id"] in ("others-first", "nothing-against-it")]
    pack = with_settings(rule=tuple(only_points))
    unknown = sheet("12 ?, 13 ?, 14 ?, 15 ?, 16 ?")
    outcome = work_out(answered(pack, {"A": unknown}, settled={"mode": "alone"}))
    assert outcome.recommendation == "go"


def test_a_pack_whose_rules_do_not_apply_recommends_nothing():
    """A pack of somebody's own may forget the last rule."""
    pack = with_settings(rule=PACK.outcome.settings["rule"][:-1])
    outcome = work_out(answered(pack, {"A": sheet()}, settled={"mode": "alone"}))
    assert outcome.is_complete
    assert (outcome.rule, outcome.recommendation) == (None, None)


def test_a_rule_for_one_mode_is_passed_over_in_the_other():
    """What counts with partners only does not stop anybody alone."""
    only = {
        "id": "only",
        "recommendation": "support",
        "mode": "partners",
        "any_of": ({"items": ids(7), "answer": "no"},),
    }
    pack = with_settings(rule=(only, *PACK.outcome.settings["rule"]))
    for mode, expected in (("alone", "with-others"), ("partners", "support")):
        outcome = work_out(answered(pack, {"A": sheet("7 N")}, settled={"mode": mode}))
        assert outcome.recommendation == expected


def test_a_number_of_answers_may_be_asked_of_some_statements_only():
    """Two of three named statements, and the same in a named section."""
    for where in ({"items": ids(7, 8, 9)}, {"sections": ("FIT",)}):
        condition = {**where, "answer": "partly", "at_least": 2}
        rule = {"id": "two", "recommendation": "find-out", "any_of": (condition,)}
        pack = with_settings(rule=(rule, PACK.outcome.settings["rule"][-1]))
        for answers, expected in (
            ("7 P, 12 P", "go"),
            ("7 P, 8 P, 12 P", "find-out"),
        ):
            outcome = work_out(answered(pack, {"A": sheet(answers)}, settled={"mode": "alone"}))
            assert outcome.recommendation == expected


def test_half_points_say_exactly_how_many_are_needed():
    """A form with half points in a pack of somebody's own: seven and a half of twelve."""
    forms = tuple(
        replace(
            form,
            options=tuple(replace(o, value=o.value * Fraction(3, 4)) for o in form.options),
        )
        for form in PACK.forms
    )
    answers = sheet("6 P, 7 P, 8 P, 9 P, 10 P")
    outcome = work_out(
        answered(replace(PACK, forms=forms), {"A": answers}, settled={"mode": "alone"})
    )
    (reason,) = outcome.reasons
    assert (reason.have, reason.of, reason.needed) == (Fraction(21, 4), 9, Fraction(11, 2))


def test_answers_without_values_go_from_the_first_to_the_last():
    """A pack of somebody's own may give no points at all; there are none then."""
    forms = tuple(
        replace(form, options=tuple(replace(o, value=None) for o in form.options))
        for form in PACK.forms
    )
    told = answered(replace(PACK, forms=forms), {"A": sheet("7 N, 17 P")}, settled={})
    assert work_out(told).weak.against == ids(7)
    assert work_out(told).weak.fix_first == ids(17)


def test_conditions_are_all_that_is_partly_so_gates_first():
    """A gate stands before what comes earlier in the pack's other sections."""
    pack = replace(PACK, sections=(*PACK.sections[1:], PACK.sections[0]))
    weak = work_out(
        answered(pack, {"A": sheet("4 P, 6 P, 13 P, 18 P")}, settled={"mode": "partners"})
    ).weak
    assert weak.conditions == ids(4, 6, 13, 18)


@pytest.mark.parametrize("answer", ["N", "P"])
def test_not_having_spoken_with_the_provider_is_a_question(answer):
    """BID-13 is a question unless it is a yes."""
    assert outcome_of(f"13 {answer}").weak.questions == ids(13)


def test_unknown_is_a_question_and_neither_weak_nor_to_be_fixed():
    """Don't know asks a question; it does not ask anything of a funder."""
    weak = outcome_of("2 ?, 18 ?", "partners").weak
    assert weak.questions == ids(2, 18)
    assert weak.conditions == weak.fix_first == weak.asks == weak.against == ()


def test_no_is_listed_once():
    """A no that is a question or to be fixed first is not listed again among the others."""
    weak = outcome_of("2 N, 8 N, 13 N, 19 N", "partners").weak
    assert weak.against == ids(2, 8)
    assert weak.questions == ids(13)
    assert weak.fix_first == ids(19)


def test_of_two_sheets_none_counts_until_one_is_agreed():
    """Two people answer separately; only the agreed version gives the recommendation."""
    sheets = {"Ann": sheet("3 N"), "Bob": sheet(), "Both": sheet("7 N")}
    apart = work_out(answered(PACK, sheets, settled={"mode": "alone"}))
    assert (apart.sheet, apart.recommendation) == (None, None)
    agreed = work_out(answered(PACK, sheets, settled={"mode": "alone", "agreed": "Both"}))
    assert agreed.recommendation == "with-others"


def test_an_agreed_sheet_that_is_gone_does_not_count():
    """An unknown sheet is no agreed version."""
    settled = {"mode": "alone", "agreed": "Zoe"}
    outcome = work_out(answered(PACK, {"Ann": sheet(), "Bob": sheet()}, settled=settled))
    assert outcome.sheet is None


def test_opposite_answers_come_first():
    """Yes against no stands before other differences; equal answers are no difference."""
    sheets = {"Ann": sheet("2 P, 9 N, 14 N, 16 ?"), "Bob": sheet("14 P, 16 N")}
    found = work_out(answered(PACK, sheets, settled={"mode": "alone"})).differences
    assert [(each.item_id, each.is_opposite) for each in found] == [
        ("BID-9", True),
        ("BID-2", False),
        ("BID-14", False),
        ("BID-16", False),
    ]
    assert found[0].answers == (("Ann", "no"), ("Bob", "yes"))


def test_only_what_both_have_answered_is_compared():
    """A sheet that is not filled in yet does not differ."""
    found = work_out(answered(PACK, {"Ann": sheet("9 N"), "Bob": {}}, settled={})).differences
    assert found == ()


def test_the_agreed_version_is_not_compared_with_where_it_came_from():
    """Afterwards the separate sheets are compared among themselves."""
    sheets = {"Ann": sheet("9 N"), "Bob": sheet(), "Both": sheet("9 P, 1 N")}
    settled = {"mode": "alone", "agreed": "Both"}
    found = work_out(answered(PACK, sheets, settled=settled)).differences
    assert [difference.item_id for difference in found] == ["BID-9"]


@pytest.mark.parametrize(
    ("answers", "decision", "is_against"),
    [
        ("", "go", False),
        ("", "", False),
        ("", "do-not-bid", True),
        ("3 N", "go", True),
        ("3 N", "do-not-bid", False),
        ("12 N", "do-not-bid", False),
        ("9 N", "do-not-bid", False),
        ("4 ?", "do-not-bid", True),
        ("12 N", "own-words", True),
        ("12 N", "something-unknown", True),
    ],
)
def test_a_decision_is_against_the_advice_or_not(answers, decision, is_against):
    """Not bidding is part of three of the recommendations, so it does not go against them."""
    settled = {"decision": decision} if decision else {}
    assert outcome_of(answers, settled=settled).is_against_advice is is_against


def test_without_advice_nothing_is_against_it():
    """People may decide before the check is complete."""
    settled = {"mode": "alone", "decision": "go"}
    assert not work_out(answered(PACK, {"A": {}}, settled=settled)).is_against_advice


def test_what_is_written_freely_decides_nothing():
    """A statement about another one, with a line to write, is never missing."""
    gates = PACK.sections[0]
    owner = replace(gates.items[0], id="BID-1-who", marks={"about": "BID-1"})
    pack = replace(PACK, sections=(replace(gates, items=(*gates.items, owner)), *PACK.sections[1:]))
    outcome = work_out(answered(pack, {"A": sheet()}, settled={"mode": "alone"}))
    assert outcome.recommendation == "go"


def test_statements_that_were_not_asked_are_not_missing():
    """With an own choice of statements only those count."""
    outcome = work_out(
        answered(PACK, {"A": {"BID-1": "yes"}}, settled={"mode": "alone"}, asked=ids(1))
    )
    assert outcome.recommendation == "go"
    assert outcome.points == ()


def test_as_json_says_everything_in_plain_data():
    """Ids, codes and texts only, in the order of the outcome."""
    settled = {"mode": "partners", "decision": "go", "decided_on": "2026-06-10"}
    told = answered(PACK, {"Agreed": sheet("18 N, 2 P")}, settled=settled)
    data = as_json(told, work_out(told))
    assert json.loads(json.dumps(data)) == data
    assert data["kind"] == "decision"
    assert data["points"][2] == {"section": "PARTNERSHIP", "points": "6", "of": "8"}
    assert data["reasons"] == [{"answer": "no", "items": ["BID-18"]}]
    assert (data["rule"], data["recommendation"]) == ("partnership-not-ready", "not-as-planned")
    assert (data["conditions"], data["fix_first"]) == (["BID-2"], ["BID-18"])
    assert data["influence"] == ["ASK-3", "ASK-6"]
    assert data["decided_on"] == "2026-06-10"
    assert data["against_advice"] is True


def test_as_json_of_shares_and_differences():
    """Shares are told in points, and who differs by name of sheet."""
    sheets = {"Ann": sheet("9 N"), "Bob": sheet(), "Both": sheet("6 P, 7 P, 8 P, 9 P, 10 P")}
    told = answered(PACK, sheets, settled={"mode": "alone", "agreed": "Both"})
    data = as_json(told, work_out(told))
    assert json.loads(json.dumps(data)) == data
    assert data["reasons"] == [
        {"section": "FIT", "share": "points", "have": "7", "of": "12", "needed": "8"}
    ]
    assert data["differences"][0]["opposite"] is True
    assert data["sheet"] == "Both"


def test_as_json_of_nothing():
    """Nothing answered is told too."""
    told = answered(PACK, {})
    data = as_json(told, work_out(told))
    assert json.loads(json.dumps(data)) == data
    assert (data["mode"], data["recommendation"], len(data["left"])) == (None, None, 20)


def with_settings(**changed: object) -> Pack:
    settings = {**PACK.outcome.settings, **changed}
    return replace(PACK, outcome=replace(PACK.outcome, settings=settings))
