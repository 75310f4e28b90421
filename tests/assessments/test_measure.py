from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import (
    COLUMNS,
    FIVE,
    HOLD_BACK,
    NOTES,
    THREE,
    answer_lists,
    item,
    minimums,
    pack,
    results,
    tally,
)

from collabkit.assessments.assessment import Selection
from collabkit.assessments.bands import BandLimits
from collabkit.assessments.measure import band_limits, measure
from collabkit.assessments.results import Band, Spread
from collabkit.assessments.rounding import shown

SELECTIONS = st.sampled_from(Selection)

# Area 1 of the behaviours, six people (the worked example that its scoring rule closes with).
BEHAVIOURS = {
    "BEH-1.1": "4 4 5 4 3 4",
    "BEH-1.2": "5 4 4 5 4 dk",
    "BEH-1.3": "2 2 1 2 3 2",
    "BEH-1.4": "1 2 5 4 2 5",
    "BEH-1.5": "3 3 2 3 dk na",
    "BEH-1.6": "4 4 4 3 4 4",
    "BEH-1.7": "3 2 3 3 2 3",
    "BEH-1.8": "na na na na na na",
}
LEVELS = {
    "BOARD-2": ("2 2 1 2 3 2", "2.0"),
    "BOARD-6": ("5 4 4 3 1 4", "3.5"),
    "BOARD-13": ("2 2 3 2 2 3", "2.3"),
    "BOARD-15": ("2 3 2 2 3 2", "2.3"),
}


def test_the_worked_example_of_behaviours_comes_out():
    """Means, the hidden item, the score of the area and what to talk about."""
    measured = results(pack(*map(item, BEHAVIOURS)), BEHAVIOURS, respondents=6)
    means = [None if i.mean is None else str(shown(i.mean)) for i in measured.items]
    assert means == ["4.0", "4.4", "2.0", "3.2", None, "3.8", "2.7", None]
    area = measured.section("BEH")
    assert (area.applicable, area.answered, area.score) == (7, 6, Fraction(301, 90))
    assert area.band is Band.BUILD
    assert measured.item("BEH-1.3").spread is Spread.MOSTLY_TOGETHER
    assert measured.item("BEH-1.4").band is Band.TALK_FIRST
    assert [(f.kind.value, f.item_id) for f in measured.findings] == [
        ("split", "BEH-1.4"),
        ("low", "BEH-1.3"),
    ]


def test_the_worked_example_of_the_board_has_the_stated_means_and_labels():
    """Two divided statements and one that is merely spread."""
    answers = {item_id: codes for item_id, (codes, _mean) in LEVELS.items()}
    answers |= {"BOARD-7": "1 5 4 2 5 1", "BOARD-9": "1 4 4 2 5 3"}
    measured = results(pack(*map(item, answers)), answers, respondents=6)
    for item_id, (_codes, mean) in LEVELS.items():
        assert str(shown(measured.item(item_id).mean)) == mean
    labels = {i: measured.item(i).spread.value for i in ("BOARD-7", "BOARD-9", "BOARD-6")}
    assert labels == {"BOARD-7": "split", "BOARD-9": "split", "BOARD-6": "spread"}


def test_the_worked_example_of_the_health_check_has_the_stated_scores():
    """Section means of three organisations, each open to the others with three persons."""
    columns = {
        "L": ("4 4 5", "4 5 4", "5 4 5", "4 4 4", "4 3 4", "5 5 4"),
        "M": ("3 2 3", "3 3 4", "3 3 2", "3 3 3", "2 2 3", "4 3 4"),
        "N": ("3 3 3", "4 3 3", "2 3 3", "2 3 3", "3 2 3", "4 4 4"),
    }
    seen = {}
    for organisation, rows in columns.items():
        answers = {f"PHC-{number}": row for number, row in enumerate(rows, start=7)}
        measured = results(pack(*map(item, answers)), answers, minimum=3, respondents=3)
        seen[organisation] = str(shown(measured.section("PHC").score))
    assert seen == {"L": "4.3", "M": "2.9", "N": "3.1"}


def test_every_statement_and_section_is_there_in_pack_order():
    """Answered or not, asked or not."""
    of = pack(item("B-2"), item("B-1"), item("A-1"))
    measured = results(of, {"A-1": "3 3 3 3 3"}, asked=["A-1", "B-1"])
    assert [i.item_id for i in measured.items] == ["B-2", "B-1", "A-1"]
    assert [s.code for s in measured.sections] == ["B", "A"]
    assert [i.asked for i in measured.items] == [False, True, True]
    assert (measured.pack_id, measured.pack_version) == ("small", "1.0")
    assert (measured.minimum, measured.respondents) == (5, 9)


def test_below_the_minimum_only_the_number_of_answers_is_known():
    """Counts, mean and band are hidden; the ways out too while all together are too few."""
    hidden = results(pack(item("A-1")), {"A-1": "1 1 1 dk"}).item("A-1")
    assert (hidden.n, hidden.spread) == (3, Spread.TOO_FEW)
    assert (hidden.counts, hidden.mean, hidden.band) == (None, None, None)
    assert (hidden.dont_know, hidden.not_applicable) == (None, None)


def test_ways_out_are_shown_when_all_together_reach_the_minimum():
    """Three levels and two ways out are five people."""
    partly = results(pack(item("A-1")), {"A-1": "1 1 1 dk na"}).item("A-1")
    assert partly.counts is None
    assert (partly.dont_know, partly.not_applicable) == (1, 1)


def test_at_the_minimum_everything_is_shown():
    """Counts have every level in the order of the form."""
    shown_item = results(pack(item("A-1")), {"A-1": "4 4 4 5 1 dk"}).item("A-1")
    assert list(shown_item.counts.items()) == [("1", 1), ("2", 0), ("3", 0), ("4", 3), ("5", 1)]
    assert (shown_item.n, shown_item.dont_know, shown_item.mean) == (5, 1, Fraction(18, 5))


def test_one_person_s_own_assessment_is_a_group_of_one():
    """A person sees everything about the own answers."""
    own = results(pack(item("A-1"), item("A-2")), {"A-1": "2", "A-2": "na"}, minimum=1)
    assert (own.item("A-1").mean, own.item("A-1").spread) == (2, Spread.SINGLE)
    assert own.item("A-1").band is Band.ACT_FIRST
    assert (own.item("A-2").not_applicable, own.item("A-2").dont_know) == (1, 0)
    assert own.section("A").applicable == 1


@pytest.mark.parametrize(
    ("answers", "applicable", "answered", "score"),
    [
        ({"A-1": "4 4 4 4 4", "A-2": "3 3 3 3"}, 2, 1, 4),  # exactly half is enough
        ({"A-1": "4 4 4 4 4", "A-2": "3", "A-3": ""}, 3, 1, None),  # fewer than half is not
        ({"A-1": "4 4 4 4 4", "A-2": "na na na na na"}, 1, 1, 4),  # applies to nobody
        ({"A-1": "4 4 4 4 4", "A-2": "na na na na dk"}, 2, 1, 4),  # one was not sure
        ({"A-1": "na na na na na"}, 0, 0, None),
        ({"A-1": ""}, 1, 0, None),
        ({"A-1": "na na na na"}, 1, 0, None),  # four people must not show through
        ({"A-1": "4 4 4 4 4", "A-2": "1 1 1 1 2"}, 2, 2, Fraction(13, 5)),
    ],
)
def test_a_score_needs_half_of_what_applies(answers, applicable, answered, score):
    """The mean of the item means, or nothing."""
    section = results(pack(*map(item, answers)), answers).section("A")
    assert (section.applicable, section.answered, section.score) == (applicable, answered, score)


def test_a_statement_that_was_not_asked_is_no_part_of_the_score():
    """The short version asks a few statements and is scored on them alone."""
    of = pack(*(item(f"A-{number}") for number in range(1, 10)))
    answers = {"A-1": "4 4 4 4 4", "A-2": "1 1 1 1 1"}
    section = results(of, answers, asked=["A-1"], selection=Selection.CORE).section("A")
    assert (section.applicable, section.answered, section.score) == (1, 1, 4)


def test_answers_to_a_statement_that_was_not_asked_do_not_count():
    """It has no result, whatever its tally."""
    measured = results(pack(item("A-1")), {"A-1": "4 4 4 4 4"}, asked=[])
    assert (measured.item("A-1").n, measured.item("A-1").counts) == (0, None)
    assert measured.findings == ()


def test_an_own_choice_scores_only_sections_with_four_asked_statements():
    """Three chosen statements are no picture of a theme."""
    of = pack(*(item(f"{code}-{number}") for code in "AB" for number in range(1, 6)))
    answers = {i.id: "3 3 3 3 3" for i in of.items}
    asked = ["A-1", "A-2", "A-3", "B-1", "B-2", "B-3", "B-4"]
    measured = results(of, answers, asked=asked, selection=Selection.OWN_CHOICE)
    assert [s.score for s in measured.sections] == [None, 3]
    assert [s.answered for s in measured.sections] == [3, 4]
    assert [s.band for s in measured.sections] == [None, Band.BUILD]


def test_forms_beside_the_score_are_measured_but_never_added():
    """A pack names the forms that make its score; others have their own means."""
    of = pack(item("A-1"), item("A-2", HOLD_BACK), settings={"scored_forms": ("levels",)})
    measured = results(of, {"A-1": "4 4 4 4 4", "A-2": "1 1 1 1 1"})
    section = measured.section("A")
    assert (section.applicable, section.answered, section.score) == (1, 1, 4)
    assert measured.item("A-2").mean == 1


def test_answers_without_numbers_have_counts_but_neither_mean_nor_score():
    """Categories and notes are no part of a score."""
    of = pack(item("A-1", COLUMNS), item("A-2", NOTES))
    measured = results(of, {"A-1": "soon soon later later never"})
    assert measured.item("A-1").counts == {"soon": 2, "later": 2, "never": 1}
    assert (measured.item("A-1").mean, measured.item("A-1").band) == (None, None)
    section = measured.section("A")
    assert (section.applicable, section.answered, section.score) == (0, 0, None)


def test_scales_other_than_one_to_five_have_a_score_but_no_band():
    """Yes counts as two, which says nothing on a scale of five."""
    of = pack(item("A-1", THREE), item("A-2", THREE))
    measured = results(of, {"A-1": "yes yes yes yes partly", "A-2": "no no no no no"})
    assert (measured.section("A").score, measured.section("A").band) == (Fraction(9, 10), None)
    assert measured.item("A-1").band is None


def test_a_pack_may_set_its_limits_and_leave_the_rest():
    """What it does not set is as usual."""
    of = pack(item("A-1"), settings={"bands": {"share_it": Fraction(4)}})
    assert band_limits(of) == BandLimits(share_it=Fraction(4))
    measured = results(of, {"A-1": "4 4 4 4 4"})
    assert measured.item("A-1").band is Band.SHARE_IT
    assert measured.section("A").band is Band.SHARE_IT


@pytest.mark.parametrize("minimum", [0, 2, 11, -1])
def test_a_minimum_that_nobody_may_agree_on_is_refused(minimum):
    """Two people are never shown, whoever asks."""
    with pytest.raises(ValueError, match="never shown"):
        results(pack(item("A-1")), {}, minimum=minimum)


@given(st.lists(st.sampled_from("12345"), min_size=5, max_size=12))
def test_every_mean_lies_between_its_answers(answers):
    """The exact mean of the counted levels."""
    measured = results(pack(item("A-1")), {"A-1": answers}).item("A-1")
    assert measured.mean == Fraction(sum(map(int, answers)), len(answers))
    assert sum(measured.counts.values()) == measured.n


def test_every_band_can_be_reached():
    """No band is out of reach of five people."""
    answers = {
        "A-1": "1 1 1 1 1",
        "A-2": "3 3 3 3 3",
        "A-3": "4 4 4 4 4",
        "A-4": "5 5 5 5 5",
        "A-5": "1 1 5 5 5",
    }
    measured = results(pack(*map(item, answers)), answers)
    assert {i.band for i in measured.items} == set(Band)


@given(st.data(), minimums, SELECTIONS)
def test_hidden_answers_leave_no_trace(data, minimum, selection):
    """Two groups that differ only in what is hidden have the very same results."""
    of = pack(*(item(f"{code}-{number}") for code in "AB" for number in range(1, 5)))
    one, other = {}, {}
    for statement in of.items:
        answers = data.draw(answer_lists)
        one[statement.id], other[statement.id] = answers, answers
        levels = [answer for answer in answers if answer.isdigit()]
        ways_out = [answer for answer in answers if not answer.isdigit()]
        if len(levels) < minimum:
            levels = data.draw(st.lists(st.sampled_from("12345"), **_exactly(levels)))
        if len(answers) < minimum:
            ways_out = data.draw(st.lists(st.sampled_from(["dk", "na"]), **_exactly(ways_out)))
        other[statement.id] = levels + ways_out
    asked = data.draw(st.sets(st.sampled_from([i.id for i in of.items])))
    rooms = [
        results(of, answers, minimum=minimum, asked=asked, selection=selection)
        for answers in (one, other)
    ]
    assert rooms[0] == rooms[1]


def _exactly(people: list[str]) -> dict[str, int]:
    return {"min_size": len(people), "max_size": len(people)}


@given(st.data(), minimums, SELECTIONS)
def test_the_order_of_people_does_not_matter(data, minimum, selection):
    """Whoever is asked first, the results are the same."""
    of = pack(*(item(f"A-{number}") for number in range(1, 4)))
    answers = {statement.id: data.draw(answer_lists) for statement in of.items}
    mixed = {item_id: data.draw(st.permutations(codes)) for item_id, codes in answers.items()}
    assert results(of, answers, minimum=minimum, selection=selection) == results(
        of, mixed, minimum=minimum, selection=selection
    )


@given(st.data(), minimums)
def test_nothing_is_shown_below_the_minimum(data, minimum):
    """Whatever people answered, small numbers stay hidden."""
    answers = {f"A-{number}": data.draw(answer_lists) for number in range(1, 5)}
    measured = results(pack(*map(item, answers)), answers, minimum=minimum)
    for about in measured.items:
        codes = answers[about.item_id]
        assert about.n == sum(code.isdigit() for code in codes)
        assert (about.counts is None) == (about.n < minimum)
        assert (about.mean is None) == (about.counts is None) == (about.band is None)
        assert (about.dont_know is None) == (about.not_applicable is None)
        assert (about.dont_know is None) == (len(codes) < minimum)
    for section in measured.sections:
        assert 0 <= section.answered <= section.applicable <= 4
        assert section.score is None or section.answered * 2 >= section.applicable > 0
        assert (section.score is None) == (section.band is None)


def test_a_tally_without_all_levels_is_measured_as_if_they_were_nought():
    """A tally may come from elsewhere with the levels that were chosen only."""
    of = pack(item("A-1"))
    full = tally("3 3 3 4 4")
    short = type(full)("A-1", {"3": 3, "4": 2})
    options = {"asked": ["A-1"], "minimum": 5, "respondents": 5, "selection": Selection.ALL}
    assert measure(of, {"A-1": short}, **options) == measure(of, {"A-1": full}, **options)
    assert short.mean(FIVE) == full.mean(FIVE)
