from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import COLUMNS, FIVE, HOLD_BACK, NOTES, THREE, level_lists, minimums, tally

from collabkit.assessments.results import Spread
from collabkit.assessments.spread import rwg, split_size, spread_of


@pytest.mark.parametrize(
    ("answers", "minimum", "label"),
    [
        ("3", 1, Spread.SINGLE),
        ("", 1, Spread.TOO_FEW),
        ("dk", 1, Spread.TOO_FEW),
        ("3", 3, Spread.TOO_FEW),
        ("1 1 5 5", 5, Spread.TOO_FEW),
        ("1 1 5 5 dk dk dk", 5, Spread.TOO_FEW),  # ways out do not fill up a group
        ("1 2 3 4 5", 5, Spread.SPLIT),
        ("1 3 3 3 5", 5, Spread.SPREAD),  # one at each end is no split
        ("1 1 5 5 3 3 3 3 3 3", 10, Spread.SPLIT),  # a fifth of ten is two
        ("1 1 5 5 3 3 3 3 3 3 3", 10, Spread.SPREAD),  # a fifth of eleven, rounded up, is three
        ("1 1 1 5 5 5 3 3 3 3 3", 10, Spread.SPLIT),
        ("2 2 4 4 4", 5, Spread.SPLIT),
        ("3 3 3 3 3", 5, Spread.TOGETHER),
        ("1 2 2 1 2", 5, Spread.TOGETHER),
        ("4 4 5 4 3 4", 5, Spread.MOSTLY_TOGETHER),
        ("3 3 4 4 1", 5, Spread.MOSTLY_TOGETHER),  # four of five are exactly four fifths
        ("3 3 3 4 1 1", 5, Spread.SPREAD),  # four of six are not
        ("3 4 5", 3, Spread.SPREAD),
        ("1 3 5", 3, Spread.SPREAD),
        ("1 1 1 4 4", 5, Spread.SPLIT),
        ("2 2 3 3 3 3 3 3 4 4", 5, Spread.SPLIT),  # split comes before mostly together
    ],
)
def test_the_first_rule_that_applies_gives_the_label(answers, minimum, label):
    """Each label has its rule, and their order matters."""
    assert spread_of(tally(answers), FIVE, minimum) is label


@pytest.mark.parametrize(
    ("n", "size"), [(1, 2), (5, 2), (10, 2), (11, 3), (15, 3), (16, 4), (35, 7), (36, 8)]
)
def test_a_split_takes_a_fifth_at_each_end_and_at_least_two(n, size):
    """A fifth of 35 is exactly 7 and not a little more."""
    assert split_size(n) == size


def test_thirty_five_people_split_with_seven_at_each_end():
    """The share is compared exactly, also where a float would be a little above it."""
    assert spread_of(tally("1 " * 7 + "3 " * 21 + "5 " * 7), FIVE, 5) is Spread.SPLIT
    assert spread_of(tally("1 " * 6 + "3 " * 22 + "5 " * 7), FIVE, 5) is Spread.SPREAD


@given(level_lists, minimums)
def test_the_labels_are_total_and_say_what_they_promise(answers, minimum):
    """Every group gets one label, and the counts bear it out."""
    counted = tally(answers)
    low, high = (sum(counted.counts[code] for code in ends) for ends in ("12", "45"))
    near = max(sum(counted.counts[code] for code in pair) for pair in ("12", "23", "34", "45"))
    n = len(answers)
    enough = n >= minimum
    split = low >= 2 and high >= 2 and 5 * low >= n and 5 * high >= n
    single = n == 1 and minimum == 1
    expected = {
        Spread.SINGLE: single,
        Spread.TOO_FEW: not enough,
        Spread.SPLIT: enough and not single and split,
        Spread.TOGETHER: enough and not single and not split and near == n,
        Spread.MOSTLY_TOGETHER: enough and not split and near < n and 10 * near >= 8 * n,
        Spread.SPREAD: enough and not split and 10 * near < 8 * n,
    }
    label = spread_of(counted, FIVE, minimum)
    assert [name for name, holds in expected.items() if holds] == [label]


@given(st.permutations([*"1122333445555", "dk", "na"]))
def test_the_order_of_answers_does_not_matter(answers):
    """A tally forgets who answered first."""
    assert spread_of(tally(answers), FIVE, 5) is Spread.SPLIT


@given(level_lists, minimums)
def test_turning_the_scale_round_changes_no_label(answers, minimum):
    """Low and high are treated alike."""
    turned = [str(6 - int(answer)) for answer in answers]
    assert spread_of(tally(answers), FIVE, minimum) is spread_of(tally(turned), FIVE, minimum)


@pytest.mark.parametrize(
    ("form", "answers", "label"),
    [
        (THREE, "yes yes no no partly", Spread.SPLIT),
        (THREE, "yes yes partly partly partly", Spread.TOGETHER),
        (HOLD_BACK, "2 2 3 3 3", Spread.TOGETHER),  # the two middle steps of four are no ends
        (HOLD_BACK, "1 1 2 4 4", Spread.SPLIT),
        (COLUMNS, "soon soon soon soon soon", Spread.TOGETHER),
        (COLUMNS, "soon soon soon soon later", Spread.MOSTLY_TOGETHER),
        (COLUMNS, "soon soon never never later", Spread.SPREAD),  # categories have no ends
        (NOTES, "", Spread.TOO_FEW),
    ],
)
def test_other_forms_have_their_own_ends_and_neighbours(form, answers, label):
    """Three or four steps have one level at each end; categories have neither."""
    assert spread_of(tally(answers, form), form, 5) is label


def test_rwg_is_one_minus_half_the_sample_variance():
    """Seven answers 1 2 3 4 5 3 3: the squares add up to 10, the variance is 5/3."""
    assert rwg(tally("1 2 3 4 5 3 3"), FIVE, 5) == Fraction(1, 6)


def test_rwg_is_one_in_full_agreement_and_never_below_nought():
    """More variance than at random is still no agreement."""
    assert rwg(tally("4 " * 7), FIVE, 5) == 1
    assert rwg(tally("1 1 1 1 5 5 5"), FIVE, 5) == 0


@pytest.mark.parametrize(
    ("answers", "form", "minimum"),
    [
        ("3 " * 6, FIVE, 5),
        ("3 " * 6 + "dk", FIVE, 5),
        ("3 " * 7, FIVE, 8),
        ("2 " * 7, HOLD_BACK, 5),
        ("soon " * 7, COLUMNS, 5),
    ],
)
def test_rwg_is_left_out_for_small_groups_and_other_forms(answers, form, minimum):
    """Below seven, below the agreed minimum and without five steps it says nothing."""
    assert rwg(tally(answers, form), form, minimum) is None


@given(st.lists(st.sampled_from("12345"), min_size=7, max_size=25))
def test_rwg_lies_between_nought_and_one(answers):
    """The index is a share."""
    index = rwg(tally(answers), FIVE, 5)
    assert index is not None
    assert 0 <= index <= 1
