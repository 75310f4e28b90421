import json
from dataclasses import replace

import pytest
from mirrored import FINISHED, OWN, PARTNERS, mirror, own_view

from collabkit.assessments.outcomes.mirror.roles import without_small_roles
from collabkit.assessments.outcomes.mirror.rule import Look, Mirror, Reflection, as_json, work_out
from collabkit.assessments.rounding import shown

AGREED = {"identifiable": "yes"}


def one(outcome: Mirror, item_id: str) -> Reflection:
    return next(found for found in outcome.reflections if found.item_id == item_id)


# The worked example


@pytest.mark.parametrize(
    ("item_id", "mirrors", "own", "partners", "difference", "look"),
    [
        ("PEV-9", "HON-1", "4.2", "2.7", "1.5", Look.BLIND_SPOT),
        ("PEV-4", "POW-4", "3.8", "2.8", "1.0", Look.BLIND_SPOT),
        ("PEV-6", "EMP-1", "3.7", "2.8", "0.8", Look.MUCH_THE_SAME),
        ("PEV-16", "COM-2", "3.2", "4.2", "-1.0", Look.HIDDEN_STRENGTH),
    ],
)
def test_example_figures(item_id, mirrors, own, partners, difference, look):
    """Every figure of the specification's example."""
    found = one(work_out(mirror(own=own_view())), item_id)
    assert found.own is not None
    assert found.difference is not None
    assert (found.mirrors, found.look) == (mirrors, look)
    assert (str(shown(found.own)), str(shown(found.partners))) == (own, partners)
    assert str(shown(found.difference)) == difference


def test_example_order_and_what_is_hidden():
    """Blind spots, much the same, hidden strength; four answers are too few."""
    outcome = work_out(mirror(own=own_view()))
    assert [found.item_id for found in outcome.reflections] == ["PEV-9", "PEV-4", "PEV-6", "PEV-16"]
    assert "PEV-3" in outcome.hidden
    assert len(outcome.hidden) == 16


# Own score


def test_without_an_own_view_partners_stand_alone():
    """Their lowest means come first, and nothing is compared."""
    outcome = work_out(mirror())
    assert {found.look for found in outcome.reflections} == {Look.PARTNERS_ONLY}
    assert [found.item_id for found in outcome.reflections] == ["PEV-9", "PEV-4", "PEV-6", "PEV-16"]
    assert outcome.own_finished is None


def test_one_persons_view_is_used_and_marked():
    """It is better than nothing, and says what it is."""
    outcome = work_out(mirror(own=own_view({"HON-1": "4"}, minimum=1, is_one_person=True)))
    assert outcome.own_is_one_person
    assert outcome.own_finished == FINISHED
    assert one(outcome, "PEV-9").own == 4
    assert one(outcome, "PEV-4").look is Look.PARTNERS_ONLY


def test_own_means_below_their_own_minimum_are_not_used():
    """What the charity's own results hide, the mirror hides too."""
    outcome = work_out(mirror(own=own_view({"HON-1": "5 5 5 5"})))
    assert one(outcome, "PEV-9").own is None


# Privacy


def test_three_answers_show_only_if_all_agreed():
    """Without the agreement five are needed, whatever the minimum."""
    three = {"PEV-9": "2 3 2"}
    assert work_out(mirror(three, minimum=3)).reflections == ()
    assert work_out(mirror(three, minimum=3, settled=AGREED)).reflections != ()
    assert work_out(mirror(three, minimum=5, settled=AGREED)).reflections == ()


def test_one_partners_answers_are_never_shown():
    """Partners are anonymous, also where somebody keyed in a single sheet."""
    outcome = work_out(mirror({"PEV-9": "2"}, minimum=1))
    assert (outcome.people, outcome.needed, outcome.reflections) == (1, 5, ())


def test_the_smaller_side_is_shown_if_both_sides_are_large_enough():
    """Five subcontractors at 2, five others at 4, one of whom left the role blank."""
    roles = "subcontractor " * 5 + "peer lead other peer -"
    outcome = work_out(mirror({"PEV-9": "2 2 2 2 2 4 4 4 4 4"}, roles=roles))
    sides = one(outcome, "PEV-9").sides
    assert sides is not None
    assert (sides.smaller, sides.others) == (2, 4)


@pytest.mark.parametrize("smaller", [0, 4, 6, 10])
def test_a_side_that_is_too_small_hides_the_other(smaller):
    """Four of ten, or all but four: the rest could be worked out."""
    roles = " ".join(["subcontractor"] * smaller + ["peer"] * (10 - smaller))
    outcome = work_out(mirror({"PEV-9": "2 2 2 2 2 4 4 4 4 4"}, roles=roles))
    assert one(outcome, "PEV-9").sides is None


def test_sides_need_enough_answers_to_each_statement():
    """A don't know is no answer, so one side falls below five."""
    roles = "subcontractor " * 5 + "peer " * 5
    outcome = work_out(mirror({"PEV-9": "2 2 2 2 dk 4 4 4 4 4"}, roles=roles))
    assert one(outcome, "PEV-9").sides is None


def test_sides_need_the_question_for_the_role():
    """Where it was not asked, nobody has a side."""
    roles = "subcontractor " * 5 + "peer " * 5
    given = mirror({"PEV-9": "2 2 2 2 2 4 4 4 4 4"}, roles=roles, asked=("PEV-9",))
    assert one(work_out(given), "PEV-9").sides is None


# Order


def test_blind_spots_come_by_difference_and_strengths_too():
    """Level blind spots go by partners' lowest mean, level strengths by pack order."""
    partners = {f"PEV-{n}": " ".join([level] * 5) for n, level in zip(
        (1, 2, 4, 5, 9, 10), "322554", strict=True)}  # fmt: skip
    own = {"POW-1": "4", "POW-2": "4", "POW-4": "3", "POW-9": "3", "HON-1": "4", "HON-2": "3"}
    groups = {item: " ".join([level] * 5) for item, level in own.items()}
    outcome = work_out(mirror(partners, own=own_view(groups)))
    assert [found.item_id for found in outcome.reflections] == [
        "PEV-2",  # 2 apart
        "PEV-4",  # 1 apart, partners at 2
        "PEV-1",  # 1 apart, partners at 3
        "PEV-5",  # 2 apart the other way
        "PEV-9",
        "PEV-10",
    ]


def test_differences_count_as_they_are_shown():
    """0.95 is shown as 1.0 and is a blind spot; 0.9 is much the same; both ways alike."""
    twenty = {
        "PEV-9": " ".join(["3"] * 19 + ["4"]),
        "PEV-10": " ".join(["3"] * 18 + ["4"] * 2),
        "PEV-11": " ".join(["4"] * 19 + ["3"]),
        "PEV-12": " ".join(["4"] * 18 + ["3"] * 2),
    }
    own = {"HON-1": "4 4 4 4 4", "HON-2": "4 4 4 4 4", "HON-3": "3 3 3 3 3", "HON-4": "3 3 3 3 3"}
    outcome = work_out(mirror(twenty, own=own_view(own)))
    assert [one(outcome, item_id).look for item_id in twenty] == [
        Look.BLIND_SPOT,
        Look.MUCH_THE_SAME,
        Look.HIDDEN_STRENGTH,
        Look.MUCH_THE_SAME,
    ]


# Comments


def notes(*names: int, item_id: str = "PEV-Q1") -> dict[str, dict[str, str]]:
    return {f"Partner {n}": {item_id: f"Sample words {n}"} for n in names}


def test_comments_are_shown_from_five_people_on():
    """On a statement those count who gave it a level, for a question those who wrote."""
    on_statement = work_out(mirror(notes=notes(1, 2, item_id="PEV-9")))
    assert [found.item_id for found in on_statement.comments] == ["PEV-9"]
    assert work_out(mirror(notes=notes(1, 2, item_id="PEV-3"))).comments == ()
    assert work_out(mirror(notes=notes(1, 2, 3, 4))).comments == ()
    five = work_out(mirror(notes=notes(1, 2, 3, 4, 5)))
    assert [found.item_id for found in five.comments] == ["PEV-Q1"]


def test_what_somebody_wrote_about_their_role_is_no_comment():
    """It would say who they are, whatever else they wrote."""
    roles = "subcontractor " * 6
    told = mirror(roles=roles, notes=notes(1, 2, 3, 4, 5, 6, item_id="PEV-role"))
    assert work_out(told).comments == ()


def test_roles_are_counted_only_where_nobody_is_alone_with_theirs():
    """Every role and those without one reach the minimum, or no role is counted."""
    pack = mirror().pack

    def counts(roles):
        results = without_small_roles(pack, mirror(roles=roles).results)
        return results.item("PEV-role").counts

    assert counts("subcontractor " * 5 + "lead") is None
    assert counts("subcontractor " * 5 + "-") is None
    assert counts("subcontractor " * 6)["subcontractor"] == 6
    assert counts("subcontractor " * 5 + "peer " * 5)["peer"] == 5


def test_other_answers_than_roles_are_counted_as_ever():
    """Hiding roles hides nothing else."""
    results = mirror(roles="subcontractor " * 5 + "lead").results
    assert without_small_roles(mirror().pack, results).item("PEV-9") == results.item("PEV-9")


def test_scales_between_other_numbers_are_not_subtracted():
    """Thirteen of a hundred less four of five means nothing."""
    given = mirror(own=own_view())
    form = given.pack.form_of(given.pack.item("PEV-9"))
    form = replace(form, options=tuple(replace(o, value=10 * o.value) for o in form.options))
    pack = replace(given.pack, forms=tuple(
        form if f.id == form.id else f for f in given.pack.forms
    ))  # fmt: skip
    assert work_out(given).looking(Look.BLIND_SPOT)
    outcome = work_out(replace(given, pack=pack))
    assert {found.look for found in outcome.reflections} == {Look.PARTNERS_ONLY}


def test_four_people_may_be_shown_by_agreement_but_not_their_words():
    """Handwriting is in every sentence: words wait for five."""
    four = mirror({"PEV-9": "2 3 2 3"}, minimum=3, settled=AGREED, notes=notes(1, 2, 3, 4))
    outcome = work_out(four)
    assert outcome.reflections
    assert outcome.comments == ()


def test_comments_are_in_no_ones_order():
    """The same words come in the same order, whoever wrote them when."""
    there = {f"Partner {n}": {"PEV-Q1": text} for n, text in enumerate("abcdef", start=1)}
    back = {f"Partner {n}": {"PEV-Q1": text} for n, text in enumerate("fedcba", start=1)}
    first, second = (work_out(mirror(notes=given)).comments[0].texts for given in (there, back))
    assert first == second
    assert sorted(first) == list("abcdef") != list(first)


# JSON


@pytest.mark.parametrize("partners", [PARTNERS, {}, {"PEV-9": "dk dk dk dk dk"}])
@pytest.mark.parametrize("own", [None, own_view(OWN)])
def test_json_is_plain(partners, own):
    """Nothing needs more than JSON, whatever was answered."""
    given = mirror(partners, own=own)
    data = as_json(given, work_out(given))
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_json_of_the_example():
    """Numbers are strings as people see them."""
    given = mirror(own=own_view())
    assert as_json(given, work_out(given))["mirror"][3] == {
        "item": "PEV-16",
        "mirrors": "COM-2",
        "own": "3.2",
        "partners": "4.2",
        "difference": "-1.0",
        "look": "hidden strength",
        "smaller_side": None,
        "other_partners": None,
    }
