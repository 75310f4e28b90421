"""The bid check is complete, and each of its six rules can decide."""

import random
import re
import tomllib
from collections import Counter
from datetime import date

import pytest

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.decision.rule import work_out
from collabkit.assessments.pack import ActionKind, OutcomeKind, Pack, Respondent
from collabkit.assessments.packs.vocabulary import Weakness
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary
from collabkit.services.packs import builtin_pack

RULES = [
    ("gates", "not-as-planned"),
    ("open-questions", "find-out"),
    ("others-first", "support"),
    ("partnership-not-ready", "not-as-planned"),
    ("something-missing", "with-others"),
    ("nothing-against-it", "go"),
]
MAY_NOT_APPLY = {5, 9, 11, 13}
SAMPLES = 600


@pytest.fixture(scope="module")
def pack() -> Pack:
    return builtin_pack("bid-check")


def numbers(items) -> list[int]:
    return [int(item.id.removeprefix("BID-")) for item in items]


def test_twenty_statements_in_four_parts(pack):
    """Gates, fit and ability, effect on others, partnership quality."""
    assert pack.outcome.kind is OutcomeKind.DECISION
    assert [(section.code, numbers(section.items)) for section in pack.sections] == [
        ("GATES", list(range(1, 6))),
        ("FIT", list(range(6, 12))),
        ("EFFECT", list(range(12, 17))),
        ("PARTNERSHIP", list(range(17, 21))),
    ]


def test_only_the_first_five_are_gates(pack):
    """A gate is marked as one, and what it points to says so too."""
    for item in pack.items:
        assert item.marks.get("gate", False) == (Weakness.GATE in item.marks["points_to"])
    assert numbers(item for item in pack.items if item.marks.get("gate")) == [1, 2, 3, 4, 5]


def test_does_not_apply_only_where_it_may(pack):
    """Four statements may not apply, and say when."""
    may = [item for item in pack.items if pack.form_of(item).accepts("na")]
    assert set(numbers(may)) == MAY_NOT_APPLY
    assert may == [item for item in pack.items if item.not_applicable_when]
    assert all(pack.form_of(item).accepts("dk") for item in pack.items)


def test_what_weak_answers_point_to(pack):
    """Influence, partner, support, question and fix first stand where the check wants them."""
    pointed = {
        weakness: set(numbers(i for i in pack.items if weakness in i.marks["points_to"]))
        for weakness in Weakness
    }
    assert pointed == {
        Weakness.GATE: {1, 2, 3, 4, 5},
        Weakness.INFLUENCE: {2, 3, 4, 20},
        Weakness.SUPPORT: {6, 10, 12, 14, 15, 16},
        Weakness.PARTNER: {7, 8, 9, 11},
        Weakness.QUESTION: {13},
        Weakness.FIX_FIRST: {17, 18, 19, 20},
    }


def test_one_action_for_each_statement(pack):
    """17 quick wins, one longer term, two that ask somebody else to change."""
    ideas = [idea for item in pack.items for idea in item.actions]
    assert [idea.id for idea in ideas] == [f"BID-{number}-A1" for number in range(1, 21)]
    assert Counter(idea.kind for idea in ideas) == {
        ActionKind.QUICK_WIN: 17,
        ActionKind.LONGER_TERM: 1,
        ActionKind.INFLUENCE: 2,
    }


def test_nine_asks_and_their_statements(pack):
    """What to ask of a commissioner or funder stands where influence is pointed to."""
    asks = pack.outcome.settings["ask"]
    assert [ask["id"] for ask in asks] == [f"ASK-{number}" for number in range(1, 10)]
    matched = [[item.removeprefix("BID-") for item in ask["items"]] for ask in asks]
    assert [" ".join(items) for items in matched] == [
        "20", "20", "2", "3", "4", "2 3 4", "20 3", "4 20", "4",
    ]  # fmt: skip


def test_every_question_has_somebody_who_may_know(pack):
    """Finding out first needs to say whom to ask."""
    assert all(item.ask and item.title and item.sources for item in pack.items)


def test_rules_are_in_order(pack):
    """Six rules lead to five recommendations."""
    rules = pack.outcome.settings["rule"]
    assert [(rule["id"], rule["recommendation"]) for rule in rules] == RULES
    assert len(pack.outcome.settings["recommendation"]) == 5


def test_terms_stand_in_the_glossary(pack):
    """Every word that a statement wants explained can be explained."""
    glossary = read_glossary(resource("glossary.toml"))
    assert all(glossary.term(name).meaning for item in pack.items for name in item.terms)


def test_volunteers_read_no_word_for_staff_run_groups(pack):
    """Contract, commissioner, staff, board and trustees have other words for volunteers.

    A figure that is quoted says what was counted, so it reads the same to everybody.
    """
    for item in pack.items:
        other = item.volunteer_run
        texts = [
            (other and other.statement) or item.statement,
            re.sub(r"\d+% of charities.*", "", (other and other.why) or item.why),
            (other and other.help) or item.help,
            *(idea.volunteer_run or idea.text for idea in item.actions),
        ]
        for word in ("staff", "board", "trustee", "contract", "commissioner", "chief officer"):
            assert word not in " ".join(texts).lower(), item.id


def test_status_says_that_the_content_is_untested(pack):
    """Nobody should take the recommendation for more than it is."""
    assert "charities have not tested it" in pack.status


def test_the_sample_fits_the_pack(pack):
    """Every answer and note of the sample can be given, and is marked as a sample."""
    sample = tomllib.loads(resource("sample", "bid-check.toml").read_text(encoding="utf-8"))
    assert sample["pack"] == pack.id
    assert sample["title"].startswith("Sample: ")
    (sheet,) = sample["sheet"]
    for item_id, code in sheet["answers"].items():
        assert pack.form_of(pack.item(item_id)).accepts(code), item_id
    for item_id, note in sheet["notes"].items():
        assert pack.item(item_id), item_id
        assert "sample" in note.lower(), item_id


def decided(pack: Pack, answers: dict[int, str], mode: str) -> tuple[str, str]:
    """Return the rule and the recommendation that the pack comes to."""
    given = {f"BID-{number}": code for number, code in answers.items()}
    asked = tuple(given)
    answered = Answered(
        pack=pack,
        asked=asked,
        minimum=1,
        results=measure(pack, {}, asked=asked, minimum=1, respondents=1, selection=Selection.ALL),
        today=date(2026, 6, 10),
        sheets=(Sheet("one", "One", Respondent.TRUSTEE, given),),
        settled={"mode": mode},
    )
    outcome = work_out(answered)
    return outcome.rule, outcome.recommendation


def rule_by_hand(answers: dict[int, str], mode: str) -> int:
    """Return the number of the deciding rule, worked out as the check describes it in words."""
    asked = {**answers, 5: "na"} if mode == "alone" else answers
    asked = {n: code for n, code in asked.items() if mode == "partners" or n <= 16}
    sections = [range(6, 12), range(12, 17), *([range(17, 21)] if mode == "partners" else [])]

    def any_is(code, *those):
        return any(asked.get(n) == code for n in those)

    def percent(section):
        points = [{"yes": 2, "partly": 1, "no": 0}.get(asked[n]) for n in section]
        counted = [point for point in points if point is not None]
        return sum(counted) * 100 / (2 * len(counted)) if counted else 100

    def few_answers(section):
        applicable = [asked[n] for n in section if asked[n] != "na"]
        return 2 * sum(code != "dk" for code in applicable) < len(applicable)

    if any_is("no", 1, 2, 3, 4, 5):
        return 1
    unknown = sum(code == "dk" for code in asked.values())
    if any_is("dk", 1, 2, 3, 4, 5) or unknown >= 4 or any(map(few_answers, sections)):
        return 2
    if any_is("no", 6, 10, 12, 14, 15, 16) or percent(range(12, 17)) < 50:
        return 3
    if mode == "partners" and (any_is("no", 18) or percent(range(17, 21)) < 50):
        return 4
    if any_is("no", 7, 8, 9, 11) or percent(range(6, 12)) < 60:
        return 5
    return 6


def somebody(chance: random.Random) -> tuple[dict[int, str], str]:
    """Return a sheet and a mode: anything at all, or favourable but for one part of the check."""
    codes = ("yes", "partly", "no", "dk", "na")
    anything, favourable = (3, 3, 2, 1, 1), (90, 7, 1, 1, 1)
    weak = chance.choice([range(1, 21), range(1, 6), range(6, 12), range(12, 17), range(17, 21)])
    answers = {}
    for number in range(1, 21):
        code = chance.choices(codes, anything if number in weak else favourable)[0]
        answers[number] = "yes" if code == "na" and number not in MAY_NOT_APPLY else code
    return answers, chance.choice(["alone", "partners"])


def test_each_rule_is_reached_and_decides_as_described(pack):
    """A search over many sheets finds all six, in both modes, as the description has it."""
    chance = random.Random(20)
    found = Counter()
    for _number in range(SAMPLES):
        answers, mode = somebody(chance)
        expected = rule_by_hand(answers, mode)
        assert decided(pack, answers, mode) == RULES[expected - 1], (answers, mode)
        found[expected, mode] += 1
    both_modes = {(rule, mode) for rule in range(1, 7) for mode in ("alone", "partners")}
    assert set(found) == both_modes - {(4, "alone")}
    assert min(found.values()) >= 5


@pytest.mark.parametrize(
    ("changed", "mode", "rule"),
    [
        *[({number: "no"}, "partners", 1) for number in range(1, 6)],
        *[({number: "dk"}, "partners", 2) for number in range(1, 6)],
        (dict.fromkeys((6, 7, 12, 13), "dk"), "partners", 2),
        (dict.fromkeys((12, 14, 15), "dk"), "partners", 2),
        (dict.fromkeys((17, 18, 19), "dk"), "partners", 2),
        *[({number: "no"}, "alone", 3) for number in (6, 10, 12, 14, 15, 16)],
        ({12: "partly", 13: "no", 14: "partly", 15: "partly", 16: "partly"}, "alone", 3),
        ({18: "no"}, "partners", 4),
        ({17: "no", 19: "no", 20: "partly"}, "partners", 4),
        *[({number: "no"}, "alone", 5) for number in (7, 8, 9, 11)],
        (dict.fromkeys((6, 7, 8, 9, 10), "partly"), "alone", 5),
        ({}, "alone", 6),
        ({}, "partners", 6),
    ],
)
def test_each_condition_can_decide_by_itself(pack, changed, mode, rule):
    """Of a sheet of yeses, just these answers are changed."""
    answers = dict.fromkeys(range(1, 21), "yes") | changed
    assert decided(pack, answers, mode) == RULES[rule - 1]
