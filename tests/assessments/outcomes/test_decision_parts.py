"""A decision is told so that people know what to do next."""

import json
from dataclasses import replace

import pytest
from answering import answered

from collabkit.assessments.charity import Charity, IncomeBand, RunBy
from collabkit.assessments.outcomes.blocks import (
    Bullets,
    Entries,
    Facts,
    Field,
    FieldKind,
    Fold,
    Ideas,
    Paragraph,
    Pick,
    Tone,
)
from collabkit.assessments.outcomes.work_out import tell
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("bid-check")
YES = {f"BID-{number}": "yes" for number in range(1, 21)}


def parts_of(sheets, mode="alone", notes=None, charity=None, **settled):
    if mode:
        settled["mode"] = mode
    told = tell(answered(PACK, sheets, settled=settled, notes=notes, charity=charity))
    assert json.loads(json.dumps(told.data)) == told.data
    return {part.key: part for part in told.parts}


def alone(mode="alone", **answers):
    """Return the parts of one sheet of yeses with some other answers, by number: n3="no"."""
    other = {f"BID-{key[1:]}": code for key, code in answers.items()}
    return parts_of({"Agreed": YES | other}, mode)


def of_kind(part, kind):
    return [block for block in part.blocks if isinstance(block, kind)]


def entries(part):
    return [entry for block in of_kind(part, Entries) for entry in block.entries]


def words(part):
    return [paragraph.text for paragraph in of_kind(part, Paragraph)]


def lead(parts):
    block = parts["answer"].blocks[0]
    assert block.tone is Tone.LEAD
    return block.text


@pytest.mark.parametrize(
    ("mode", "answers", "name", "next_step"),
    [
        ("alone", {"n3": "no"}, "Not as planned", "stops the bid as planned"),
        ("alone", {"n4": "dk"}, "Find out first", "who can answer them"),
        ("alone", {"n12": "no"}, "Support another organisation or leave it", "smaller partner"),
        ("partners", {"n18": "no"}, "Not as planned", "run the check again"),
        ("alone", {"n7": "no"}, "Go with others", "Look for a partner"),
        ("partners", {"n7": "no"}, "Go with others", "Add the partner or skill"),
        ("alone", {}, "Go", "against going alone"),
        ("partners", {}, "Go", "against going with the named partners"),
    ],
)
def test_the_first_part_says_what_is_recommended_and_what_next(mode, answers, name, next_step):
    """One sentence answers the question; the next says what to do, in the words of the mode."""
    parts = alone(mode, **answers)
    assert lead(parts) == f"The check recommends: {name}."
    assert next_step in words(parts["answer"])[1]


def test_parts_come_in_talking_order():
    """Recommendation, reasons, what is open, what to ask, decision, method."""
    parts = alone("partners", n2="no", n4="partly", n7="dk", n9="no", n18="no")
    assert list(parts) == [
        "answer",
        "why",
        "fix-first",
        "conditions",
        "questions",
        "against",
        "influence",
        "record",
        "method",
    ]


def test_lists_that_are_empty_are_not_told():
    """All yes leaves the recommendation, the reasons, the decision and the method."""
    assert list(alone()) == ["answer", "why", "record", "method"]


def test_the_gate_is_named_with_what_would_change_it():
    """A closed gate stands under the reasons with its action, not again among the others."""
    parts = alone(n3="no", n7="no")
    (gate,) = entries(parts["why"])
    assert (gate.item_id, gate.mark) == ("BID-3", "No")
    assert gate.note.startswith("A gate.")
    (ideas,) = of_kind(parts["why"], Ideas)
    assert [(idea.idea_id, idea.item_id) for idea in ideas.entries] == [("BID-3-A1", "BID-3")]
    assert [entry.item_id for entry in entries(parts["against"])] == ["BID-7"]


def test_points_are_shown_and_no_percentage():
    """Seven of twelve, and how many would have been enough."""
    parts = alone(n6="partly", n7="partly", n8="partly", n9="partly", n10="partly")
    assert words(parts["why"]) == [
        "Fit and ability has 7 of 12 points; at least 8 would be enough."
    ]
    (facts,) = of_kind(parts["why"], Facts)
    assert [(fact.label, fact.value) for fact in facts.entries] == [
        ("Fit and ability", "7 of 12 points"),
        ("Effect on others", "10 of 10 points"),
    ]
    assert "%" not in repr(parts)


def test_too_few_answers_are_a_reason_in_words():
    """Numbers to ten are words."""
    parts = alone(n12="dk", n14="dk", n15="dk")
    assert words(parts["why"])[0] == (
        "Under Effect on others, two of five statements could be answered; at least three are "
        "needed to say anything."
    )


def test_an_unknown_gate_is_named_among_the_reasons():
    """It stands under the questions with its action, and is quoted here."""
    parts = alone(n4="dk")
    assert words(parts["why"]) == [
        "“We think the design of the service is ethical and workable” was answered “Don't know”."
    ]
    assert entries(parts["why"]) == []


def test_questions_say_who_can_answer():
    """Finding out needs to know whom to ask."""
    (question,) = entries(alone(n12="dk")["questions"])
    assert question.mark == "Don't know"
    assert question.note == "Ask the people the charity serves, partners or staff."


def test_many_unknown_are_counted():
    """Four don't knows decide together."""
    parts = alone(n6="dk", n7="dk", n12="dk", n13="dk")
    assert words(parts["why"]) == ["Four statements were answered “Don't know”."]
    assert [entry.item_id for entry in entries(parts["questions"])] == [
        "BID-6",
        "BID-7",
        "BID-12",
        "BID-13",
    ]


def test_the_same_statement_is_not_told_twice_under_the_reasons():
    """A gate that is unknown may be one of four don't knows; a no is listed once."""
    parts = alone(n6="no", n10="no")
    assert [entry.item_id for entry in entries(parts["why"])] == ["BID-6", "BID-10"]
    assert words(parts["why"]) == ["These were answered “No”:"]


def test_an_action_is_offered_once():
    """A partly shared budget is to be fixed first and a condition; its action stands once."""
    parts = alone("partners", n18="partly")
    assert [len(of_kind(parts[key], Ideas)) for key in ("fix-first", "conditions")] == [1, 0]
    assert "said above" in entries(parts["conditions"])[0].note


def test_every_statement_has_its_action_beside_it():
    """Whatever is not a yes says what to do about it, for every size of charity."""
    charity = Charity("c", "Sample Charity", IncomeBand.MICRO, RunBy.VOLUNTEERS)
    for code in ("no", "partly", "dk"):
        parts = parts_of({"A": dict.fromkeys(YES, code)}, "partners", charity=charity)
        offered = [
            idea.item_id
            for part in parts.values()
            for block in of_kind(part, Ideas)
            for idea in block.entries
        ]
        assert sorted(offered) == sorted(YES)


def test_what_is_open_is_counted_in_the_first_part():
    """Singular and plural are right."""
    parts = alone("partners", n4="partly", n6="partly", n12="dk", n19="no")
    assert of_kind(parts["answer"], Bullets)[0].entries == (
        "One thing to fix first",
        "Two conditions to meet",
        "One question to ask",
    )


def test_own_notes_are_told():
    """A note stands with its statement."""
    parts = parts_of({"A": YES | {"BID-2": "partly"}}, notes={"A": {"BID-2": " No rent. "}})
    assert entries(parts["conditions"])[0].text == "Your note: No rent."


def test_influence_lists_what_can_be_asked_and_its_source():
    """What is weak for reasons outside leads to something to ask."""
    influence = alone(n2="partly")["influence"]
    assert [entry.title for entry in entries(influence)] == [
        "Pay the full cost, and judge quality before price",
        "Use grants, smaller lots, direct awards to consortia, alliance contracts or innovation "
        "partnerships where they fit better",
    ]
    assert words(influence)[-1].startswith("Source: RtR 2021, Commissioning")


def test_the_first_question_comes_first():
    """Without a mode, the choice stands right under the sentence that asks for it."""
    parts = parts_of({"A": YES}, mode=None)
    assert lead(parts) == "Answer this first: it decides what is asked."
    pick = parts["answer"].blocks[1]
    assert isinstance(pick, Pick)
    assert (pick.key, pick.prompt) == ("mode", "Are we bidding alone or with named partners?")
    assert [option.code for option in pick.options] == ["alone", "partners"]
    assert len(of_kind(parts["answer"], Pick)) == 1
    assert "record" not in parts


def test_the_mode_can_be_changed_later():
    """It stands last in the first part, with what is chosen."""
    pick = alone()["answer"].blocks[-1]
    assert (pick.key, pick.chosen) == ("mode", ("alone",))


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        (["BID-12"], "One statement is still to be answered."),
        (["BID-12", "BID-13"], "Two statements are still to be answered."),
    ],
)
def test_unfinished_says_how_many_are_left_and_which(missing, sentence):
    """Nothing is recommended yet; each statement leads to its answer."""
    answers = {item: code for item, code in YES.items() if item not in missing}
    parts = parts_of({"A": answers})
    assert lead(parts) == sentence
    assert [entry.item_id for entry in entries(parts["answer"])] == missing
    assert list(parts) == ["answer", "method"]


def test_unfinished_already_says_what_is_open():
    """What is partly so can be settled while the rest is answered."""
    parts = parts_of({"A": {"BID-1": "partly", "BID-2": "no", "BID-3": "dk"}})
    assert list(parts) == ["answer", "conditions", "questions", "against", "influence", "method"]


@pytest.mark.parametrize("sheets", [{}, {"A": {}}])
def test_nothing_answered_is_told_in_a_sentence(sheets):
    """No long list when everything is missing."""
    parts = parts_of(sheets, "partners")
    assert lead(parts) == "20 statements are still to be answered."
    assert entries(parts["answer"]) == []


def test_two_sheets_are_compared_before_one_is_agreed():
    """Opposite answers first, with the names of the sheets; then a version to agree on."""
    sheets = {"Writer": YES | {"BID-9": "no", "BID-2": "partly"}, "Trustee": YES}
    parts = parts_of(sheets)
    assert lead(parts) == "An agreed version is still to be filled in."
    assert list(parts) == ["answer", "compared", "method"]
    first, second = entries(parts["compared"])
    assert (first.item_id, first.text) == ("BID-9", "Writer: No. Trustee: Yes.")
    assert (second.item_id, second.text) == ("BID-2", "Writer: Partly. Trustee: Yes.")
    pick = of_kind(parts["answer"], Pick)[0]
    assert (pick.key, pick.chosen) == ("agreed", ())
    assert [option.name for option in pick.options] == ["Writer", "Trustee"]


def test_two_sheets_say_how_far_each_is():
    """Whoever has not finished can see it."""
    parts = parts_of({"Writer": YES, "Trustee": {"BID-1": "yes"}}, "partners")
    (facts,) = of_kind(parts["answer"], Facts)
    assert [(fact.label, fact.value) for fact in facts.entries] == [
        ("Writer", "All answered"),
        ("Trustee", "19 statements left to answer"),
    ]


def test_two_equal_sheets_differ_in_nothing():
    """That is said too, and one can be chosen."""
    parts = parts_of({"Writer": YES, "Trustee": YES})
    assert "nobody has answered" in words(parts["compared"])[0]
    assert entries(parts["compared"]) == []


def test_an_agreed_version_leads_to_the_recommendation_and_folds_the_comparison():
    """How people answered separately stays to be read, near the end."""
    sheets = {"Writer": YES | {"BID-9": "no"}, "Trustee": YES, "Agreed": YES}
    parts = parts_of(sheets, agreed="Agreed")
    assert lead(parts) == "The check recommends: Go."
    assert list(parts) == ["answer", "why", "record", "compared", "method"]
    (fold,) = of_kind(parts["compared"], Fold)
    assert [entry.item_id for entry in fold.entries] == ["BID-9"]
    assert of_kind(parts["answer"], Pick)[0].chosen == ("Agreed",)


def test_the_decision_is_recorded():
    """Decision, reason, who decided and when; not bidding can be chosen."""
    parts = parts_of(
        {"A": YES},
        decision="go",
        reason="It fits.",
        decided_by="The board",
        decided_on="2026-06-10",
    )
    record = parts["record"]
    (pick,) = of_kind(record, Pick)
    assert [option.code for option in pick.options] == [
        "not-as-planned",
        "find-out",
        "support",
        "with-others",
        "go",
        "do-not-bid",
        "own-words",
    ]
    assert (pick.key, pick.chosen) == ("decision", ("go",))
    fields = of_kind(record, Field)
    assert [(field.key, field.value, field.kind) for field in fields] == [
        ("reason", "It fits.", FieldKind.TEXT),
        ("decided_by", "The board", FieldKind.LINE),
        ("decided_on", "2026-06-10", FieldKind.DATE),
    ]
    assert fields[-1].shown == "10 June 2026"
    assert "Not bidding is a full result, not a failure." in words(record)[0]


def test_a_decision_against_the_advice_asks_for_a_reason_until_it_is_there():
    """Spaces are no reason; a reason ends the asking."""
    for reason, asks in (("", True), ("  ", True), ("We know better.", False)):
        sheets = {"A": YES | {"BID-3": "no"}}
        record = parts_of(sheets, decision="go", reason=reason)["record"]
        tones = [paragraph.tone for paragraph in of_kind(record, Paragraph)]
        assert (Tone.CARE in tones) is asks


def test_a_decision_with_the_advice_asks_for_nothing():
    """Nobody is asked to defend what was recommended."""
    record = parts_of({"A": YES}, decision="go")["record"]
    assert Tone.CARE not in [paragraph.tone for paragraph in of_kind(record, Paragraph)]


def test_a_decision_taken_early_stays_visible():
    """Whoever decides before the check is complete sees what was recorded."""
    record = parts_of({"A": {}}, decision="do-not-bid")["record"]
    assert of_kind(record, Pick)[0].chosen == ("do-not-bid",)


def test_a_date_that_is_none_is_kept_as_it_is():
    """Nothing typed is lost, and nothing breaks: it is only no day that could be read out."""
    fields = of_kind(parts_of({"A": YES}, decided_on="soon")["record"], Field)
    assert (fields[-1].value, fields[-1].shown) == ("soon", "")


def test_the_method_says_every_rule_and_which_one_decided():
    """Six rules in order, what they look at, and how far to trust them."""
    method = alone(n12="no")["method"]
    rules = entries(method)
    assert [bool(rule.mark) for rule in rules] == [False, False, True, False, False, False]
    assert "“Don't know” to at least four statements" in rules[1].text
    assert "less than half of the points in Effect on others" in rules[2].text
    assert rules[3].note == "Only for: With named partners."
    assert "fewer than 3 in every 5 of the points in Fit and ability" in rules[4].text
    assert "Yes 2, Partly 1, No 0" in words(method)[1]
    assert words(method)[-1] == f"How well tried: {PACK.status}"


def parts_of_own(changed, answers=YES, **other):
    """Return the parts of a pack of somebody's own, with some settings changed or left out."""
    settings = {**PACK.outcome.settings, **changed}
    settings = {key: value for key, value in settings.items() if value is not None}
    pack = replace(PACK, outcome=replace(PACK.outcome, settings=settings), **other)
    told = tell(answered(pack, {"A": answers}, settled={"mode": "alone"}))
    return {part.key: part for part in told.parts}


def test_a_pack_without_modes_asks_no_first_question():
    """All statements are asked at once."""
    rules = tuple(rule for rule in PACK.outcome.settings["rule"] if "mode" not in rule)
    parts = parts_of_own({"mode": None, "first_question": None, "rule": rules})
    assert lead(parts) == "The check recommends: Go."
    assert of_kind(parts["answer"], Pick) == []


def test_a_pack_whose_rules_do_not_apply_says_so():
    """Nothing is made up, and nothing is recorded beside advice that is not there."""
    parts = parts_of_own({"rule": PACK.outcome.settings["rule"][:-1]})
    assert lead(parts) == "No rule applies to these answers."
    assert list(parts) == ["answer", "method"]


def test_a_rule_may_go_without_words():
    """Then the recommendation stands alone."""
    rule = {"id": "always", "recommendation": "go"}
    parts = parts_of_own({"rule": (rule,)})
    assert words(parts["answer"])[:2] == [
        "The check recommends: Go.",
        "When you have decided, write your decision down further below.",
    ]


def test_asks_may_have_no_source():
    """Then none is named."""
    parts = parts_of_own({"ask_source": None}, YES | {"BID-2": "no"})
    assert len(words(parts["influence"])) == 1


def test_nobody_may_be_named_to_ask():
    """A question without somebody who knows is still a question."""
    sections = tuple(
        replace(section, items=tuple(replace(item, ask=()) for item in section.items))
        for section in PACK.sections
    )
    parts = parts_of_own({}, YES | {"BID-12": "dk"}, sections=sections)
    assert entries(parts["questions"])[0].note == ""


def test_conditions_on_a_number_of_statements_are_told():
    """So many of these, so many of that section."""
    conditions = (
        {"items": ("BID-7", "BID-8"), "answer": "no", "at_least": 2},
        {"sections": ("FIT",), "answer": "dk"},
    )
    rule = {"id": "two", "recommendation": "go", "any_of": conditions}
    method = parts_of_own({"rule": (rule,)})["method"]
    assert entries(method)[0].text == (
        "“No” to at least two of: Skills, Capacity; or “Don't know” to any of: Fit and ability."
    )


def test_a_no_in_an_unfinished_check_is_not_called_undecisive():
    """It may be the very one that stops the plan."""
    page = parts_of({"Ours": {"BID-1": "no", "BID-2": "yes"}}, mode="partners")
    assert page["against"].title == "Answered with no so far"
    assert "did not decide" not in str(page["against"])
