import json
from fractions import Fraction

import pytest
from answering import answered
from partners import AGREED, EXAMPLE, LEAD, MILL, NEST, partnership, sized

from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.outcomes.partnership.organisations import WhyNot, compare
from collabkit.assessments.outcomes.partnership.rule import Partnership, as_json, work_out
from collabkit.assessments.outcomes.partnership.statements import Listed, Seen
from collabkit.assessments.results import Band
from collabkit.assessments.rounding import shown
from collabkit.services.packs import builtin_pack


def ids(outcome: Partnership, listed: Listed) -> list[str]:
    return [seen.item_id for seen in outcome.on(listed)]


def seen(outcome: Partnership, item_id: str) -> Seen:
    return next(one for one in outcome.seen if one.item_id == item_id)


def outcome_of(answers: dict[str, str], **other: object) -> Partnership:
    return work_out(partnership(answers, **other))


# The worked example


def test_example_partnership_means_and_gaps():
    """Every figure of the specification's table."""
    outcome = outcome_of(EXAMPLE)
    found = [seen(outcome, item_id) for item_id in EXAMPLE]
    assert [str(shown(one.mean)) for one in found] == ["3.3", "3.7", "3.3", "3.2", "2.9", "4.1"]
    assert [str(shown(one.gap)) for one in found] == ["1.7", "1.0", "2.0", "1.3", "1.3", "1.0"]


def test_example_lists_in_order():
    """Ask by gap, fix by lowest mean, keep by highest mean."""
    outcome = outcome_of(EXAMPLE)
    assert ids(outcome, Listed.ASK) == ["PHC-9", "PHC-7"]
    assert ids(outcome, Listed.FIX) == ["PHC-11", "PHC-10"]
    assert ids(outcome, Listed.KEEP) == ["PHC-12", "PHC-8"]
    assert len(ids(outcome, Listed.NOT_ANSWERED)) == 22


def test_example_who_speaks_first():
    """The two partners tie on PHC-9, so the alphabet decides; on PHC-7 the lowest speaks."""
    outcome = outcome_of(EXAMPLE)
    assert seen(outcome, "PHC-9").first == MILL
    assert seen(outcome, "PHC-9").means["m"] == seen(outcome, "PHC-9").means["n"]
    assert seen(outcome, "PHC-7").first == MILL


def test_example_view_from_the_top():
    """4.3 against 2.9 and 3.1, whose mean is 3.0: a difference of 1.3."""
    outcome = outcome_of(EXAMPLE)
    stage = next(stage for stage in outcome.stages if stage.code == "B")
    assert {who: str(shown(score)) for who, score in stage.scores.items() if score} == {
        "l": "4.3",
        "m": "2.9",
        "n": "3.1",
    }
    view = outcome.top_view
    assert view is not None
    assert (view.lead, view.is_warning) == (LEAD, True)
    assert str(shown(view.others_score)) == "3.0"
    assert str(shown(view.difference)) == "1.3"


# Means


def test_a_large_partner_cannot_outvote_a_small_one():
    """Nine people at 5 and three at 1 make 3.0, not 4.0."""
    outcome = outcome_of({"PHC-1": "5 5 5 5 5 5 5 5 5 / 1 1 1"})
    assert seen(outcome, "PHC-1").mean == 3


def test_a_stage_is_the_mean_of_the_partnership_means():
    """Over statements, each from the organisations' means; with its band."""
    answers = {f"PHC-{n}": "5 5 5 5 / 1 1 1" for n in range(1, 4)}
    stage = outcome_of(answers).stages[0]
    assert (stage.score, stage.band) == (Fraction(3), Band.BUILD)
    assert stage.scores == {"l": 5, "m": 1}


def test_a_stage_needs_half_of_what_applies():
    """Two of six are too few; too early is no reason to do without."""
    answers = {f"PHC-{n}": "5 5 5 / 4 4 4" for n in (1, 2)}
    answers |= {f"PHC-{n}": "early early early / early early early" for n in range(3, 7)}
    outcome = outcome_of(answers)
    assert outcome.stages[0].score is None
    assert outcome.stages[0].scores == {"l": None, "m": None}


def test_an_organisation_to_which_much_does_not_apply_still_has_a_score():
    """Applicable is what its own people do not call inapplicable."""
    answers = {f"PHC-{n}": "5 5 5 / 4 4 4" for n in (7, 8)}
    answers |= {f"PHC-{n}": "5 5 5 / na na na" for n in range(9, 13)}
    outcome = outcome_of(answers)
    assert outcome.stages[1].scores == {"l": 5, "m": 4}
    assert seen(outcome, "PHC-9").means == {"l": 5}
    assert seen(outcome, "PHC-9").gap is None


# Lists


def test_a_gap_counts_as_it_is_shown():
    """1.45 is shown as 1.5 and asked about; 1.4 is not."""
    asked = outcome_of({"PHC-1": " ".join(["4"] * 20) + " / " + " ".join(["3"] * 9 + ["2"] * 11)})
    assert seen(asked, "PHC-1").gap == Fraction(31, 20)
    near = {"PHC-1": " ".join(["4"] * 20) + " / " + " ".join(["3"] * 11 + ["2"] * 9)}
    assert seen(outcome_of(near), "PHC-1").gap == Fraction(29, 20)
    assert ids(outcome_of(near), Listed.ASK) == ["PHC-1"]
    less = {"PHC-1": "4 4 4 4 4 / 3 3 3 2 2"}
    assert ids(outcome_of(less), Listed.ASK) == []


def test_a_third_who_do_not_know_is_asked_about():
    """Whatever the gap; those who find it too early or inapplicable are not counted."""
    outcome = outcome_of({"PHC-1": "5 5 dk / 5 5 5", "PHC-2": "5 5 5 dk dk / 5 5 5 dk early na"})
    assert ids(outcome, Listed.ASK) == ["PHC-2"]
    assert not seen(outcome, "PHC-1").is_unseen
    assert seen(outcome, "PHC-2").is_unseen


def test_a_low_mean_as_shown_is_to_be_fixed():
    """3.45 is shown as 3.5 and kept; 3.4 is fixed."""
    answers = {
        "PHC-1": " ".join(["3"] * 11 + ["4"] * 9) + " / " + " ".join(["3"] * 11 + ["4"] * 9),
        "PHC-2": "3 3 3 4 4 / 3 3 3 4 4",
    }
    outcome = outcome_of(answers)
    assert seen(outcome, "PHC-1").mean == Fraction(69, 20)
    assert ids(outcome, Listed.KEEP) == ["PHC-1"]
    assert ids(outcome, Listed.FIX) == ["PHC-2"]


def test_what_nobody_could_answer_is_not_low():
    """Too early and does not apply: on the list of what is not answered."""
    outcome = outcome_of({"PHC-1": "early early na / na na early"})
    assert seen(outcome, "PHC-1").listed is Listed.NOT_ANSWERED
    assert seen(outcome, "PHC-1").mean is None


def test_what_nobody_knows_is_asked_about_last():
    """It has no gap and no mean, so everything that has one comes first."""
    outcome = outcome_of({"PHC-1": "dk dk dk / dk dk dk", "PHC-2": "5 5 5 / 1 1 1"})
    assert ids(outcome, Listed.ASK) == ["PHC-2", "PHC-1"]


def test_equal_gaps_go_by_the_lowest_mean_and_then_by_the_pack():
    """What no rule settles stays in pack order."""
    same = "5 5 5 / 3 3 3"
    outcome = outcome_of({"PHC-1": same, "PHC-2": "4 4 4 / 2 2 2", "PHC-3": same})
    assert ids(outcome, Listed.ASK) == ["PHC-2", "PHC-1", "PHC-3"]


# Who speaks first


def test_of_level_organisations_the_smaller_one_speaks_first():
    """Before the alphabet is asked."""
    parties = [LEAD, sized(MILL, IncomeBand.LARGE), sized(NEST, IncomeBand.SMALL)]
    outcome = outcome_of({"PHC-9": EXAMPLE["PHC-9"]}, parties=parties)
    first = seen(outcome, "PHC-9").first
    assert first is not None
    assert first.name == "Nest"


def test_nobody_is_larger_than_an_organisation_of_unknown_size():
    """Between a known and an unknown size only the alphabet can decide."""
    parties = [LEAD, MILL, sized(NEST, IncomeBand.SMALL)]
    first = seen(outcome_of({"PHC-9": EXAMPLE["PHC-9"]}, parties=parties), "PHC-9").first
    assert first == MILL


# Privacy


def test_three_people_are_enough_only_if_all_agreed():
    """The same answers without the agreement: means over all persons, no gaps, no asking."""
    outcome = outcome_of(EXAMPLE, settled={})
    assert outcome.organisations.why_not is WhyNot.TOO_FEW
    assert outcome.organisations.shown == ()
    assert outcome.top_view is None
    assert all(one.gap is None and not one.means and one.first is None for one in outcome.seen)
    assert ids(outcome, Listed.ASK) == []
    assert ids(outcome, Listed.FIX) == ["PHC-11", "PHC-10", "PHC-7", "PHC-9"]
    assert seen(outcome, "PHC-9").mean == Fraction(30, 9)


def test_agreement_does_not_lower_a_higher_minimum():
    """Who set five beforehand needs five."""
    assert outcome_of(EXAMPLE, minimum=5).organisations.why_not is WhyNot.TOO_FEW


@pytest.mark.parametrize(("settled", "needed"), [({}, 5), (AGREED, 4)])
def test_how_many_people_are_needed(settled, needed):
    """Five of each, or the number of the minimum that all agreed on."""
    assert compare(partnership({}, minimum=4, settled=settled)).needed == needed


def test_five_people_of_each_need_no_agreement():
    """Gaps and organisation means are shown."""
    outcome = outcome_of({"PHC-1": "5 5 5 5 5 / 2 2 2 2 2"}, minimum=5, settled={})
    assert seen(outcome, "PHC-1").means == {"l": 5, "m": 2}


def test_one_organisation_with_too_few_hides_all():
    """Otherwise it could be worked out by subtraction; how many are missing is told."""
    outcome = outcome_of({"PHC-1": "5 5 5 / 2 2 2 / 1 1"})
    assert outcome.organisations.shown == ()
    assert outcome.organisations.short == ((NEST, 1),)


def test_a_statement_needs_enough_answers_from_every_organisation():
    """One that has too few to it is not found out from the whole; others are still compared."""
    outcome = outcome_of({"PHC-1": "5 5 5 / 2 2 dk", "PHC-2": "5 5 5 / 2 2 2"})
    assert not seen(outcome, "PHC-1").means
    assert seen(outcome, "PHC-1").mean == Fraction(19, 5)
    assert seen(outcome, "PHC-2").means == {"l": 5, "m": 2}


def test_a_hidden_mean_is_in_no_score_of_an_organisation():
    """Nobody can take the shown means from the score and be left with the hidden one."""
    answers = {f"PHC-{n}": "4 4 4 / 2 2 2" for n in range(1, 6)} | {"PHC-6": "1 1 1 / 5 5 dk"}
    assert outcome_of(answers).stages[0].scores == {"l": 4, "m": 2}


def test_two_who_do_not_know_are_not_shown_as_a_whole_organisation():
    """That all of a group chose no level is shown only if the group is large enough."""
    few = outcome_of({"PHC-1": "5 5 5 / dk dk -", "PHC-2": "5 5 5 / 5 5 5"})
    enough = outcome_of({"PHC-1": "5 5 5 / dk dk na", "PHC-2": "5 5 5 / 5 5 5"})
    assert not seen(few, "PHC-1").means
    assert seen(enough, "PHC-1").means == {"l": 5}


def test_people_of_no_known_organisation_are_a_group_of_their_own():
    """One of them alone would be what is left when the organisations are subtracted."""
    answers = {"PHC-1": "5 5 5 / 2 2 2 / 1"}
    hidden = outcome_of(answers, groups=("l", "m", None))
    assert hidden.organisations.why_not is WhyNot.TOO_FEW
    shown_all = outcome_of({"PHC-1": "5 5 5 / 2 2 2 / 1 1 1"}, groups=("l", "m", None))
    assert seen(shown_all, "PHC-1").means == {"l": 5, "m": 2}


def test_fewer_people_than_the_minimum_show_nothing():
    """All persons together have to reach it; the statement waits."""
    outcome = outcome_of({"PHC-1": "1 1"})
    assert seen(outcome, "PHC-1").listed is Listed.TOO_FEW
    assert seen(outcome, "PHC-1").mean is None


def test_an_organisation_that_has_not_begun_is_named_and_left_out():
    """The others are compared without it."""
    outcome = outcome_of({"PHC-1": "5 5 5 / 2 2 2"})
    assert outcome.organisations.silent == (NEST,)
    assert seen(outcome, "PHC-1").gap == 3


def test_one_organisation_alone_is_compared_with_nobody():
    """There is no gap to show."""
    outcome = outcome_of({"PHC-1": "5 5 5"})
    assert outcome.organisations.why_not is WhyNot.ONLY_ONE
    assert seen(outcome, "PHC-1").mean == 5


# View from the top


def test_no_warning_below_the_limit():
    """A difference of 0.9 is shown without a warning."""
    answers = {f"PHC-{n}": "4 4 4 4 4 4 4 4 4 4 / 3 3 3 3 3 3 3 3 3 4" for n in range(7, 13)}
    view = outcome_of(answers).top_view
    assert view is not None
    assert (str(shown(view.difference)), view.is_warning) == ("0.9", False)


def test_no_view_from_the_top_without_one_lead_and_its_score():
    """Nobody is marked, two are, or the lead or all others have no score."""
    other_lead = type(MILL)("m", "a", "Mill", is_lead=True)
    nobody = type(LEAD)("l", "a", "Lead")
    top = {f"PHC-{n}": "5 5 5 / 2 2 2" for n in range(7, 13)}
    assert outcome_of(top, parties=[nobody, MILL]).top_view is None
    assert outcome_of(top, parties=[LEAD, other_lead]).top_view is None
    assert outcome_of({"PHC-1": "5 5 5 / 2 2 2"}).top_view is None
    missing = dict.fromkeys(top, "5 5 5 / na na na")
    assert outcome_of(missing).top_view is None


# One person alone


def test_one_person_alone_has_lists_of_their_own():
    """Don't know is to be found out, a low answer to be put right."""
    mine = {"me": {"PHC-1": "2", "PHC-2": "dk", "PHC-3": "5", "PHC-4": "early"}}
    outcome = work_out(answered(builtin_pack("health-check"), mine))
    assert outcome.organisations.why_not is WhyNot.ALONE
    assert ids(outcome, Listed.ASK) == ["PHC-2"]
    assert ids(outcome, Listed.FIX) == ["PHC-1"]
    assert ids(outcome, Listed.KEEP) == ["PHC-3"]
    assert "PHC-4" in ids(outcome, Listed.NOT_ANSWERED)


def test_what_was_not_asked_is_on_no_list():
    """An own choice of statements is told by those alone."""
    answers = {"PHC-1": "5 5 5 / 2 2 2"}
    outcome = outcome_of(answers, asked=("PHC-1", "PHC-2"))
    assert [one.item_id for one in outcome.seen] == ["PHC-1", "PHC-2"]


# JSON


@pytest.mark.parametrize("answers", [EXAMPLE, {}, {"PHC-1": "1 1"}])
def test_json_is_plain_and_complete(answers):
    """Every statement and stage is there; nothing needs more than JSON."""
    given = partnership(answers)
    data = as_json(given, work_out(given))
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert len(data["partnership"]["statements"]) == 28
    assert [stage["code"] for stage in data["partnership"]["stages"]] == list("ABCDE")


def test_json_of_the_example():
    """Numbers are strings as people see them, lists in talking order."""
    given = partnership(EXAMPLE)
    data = as_json(given, work_out(given))["partnership"]
    assert (data["ask"], data["fix"], data["keep"]) == (
        ["PHC-9", "PHC-7"],
        ["PHC-11", "PHC-10"],
        ["PHC-12", "PHC-8"],
    )
    assert data["statements"][8] == {
        "item": "PHC-9",
        "list": "ask",
        "mean": "3.3",
        "organisations": {"l": "4.7", "m": "2.7", "n": "2.7"},
        "gap": "2.0",
        "not_visible": False,
        "speaks_first": "m",
    }
    assert data["view_from_the_top"] == {
        "section": "B",
        "lead": "l",
        "lead_score": "4.3",
        "others_score": "3.0",
        "difference": "1.3",
        "warning": True,
    }
