from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.assessments.rounding import shown

fractions = st.fractions(min_value=-20, max_value=20, max_denominator=400)


@pytest.mark.parametrize(
    ("exact", "seen"),
    [
        (Fraction(18, 5), "3.6"),
        (Fraction(3), "3.0"),
        (Fraction(49, 20), "2.5"),  # 2.45, a half
        (Fraction(244999, 100000), "2.4"),
        (Fraction(301, 90), "3.3"),
        (Fraction(-5, 4), "-1.3"),  # halves away from zero: both directions alike
        (Fraction(-17, 10), "-1.7"),
        (Fraction(-1, 25), "0.0"),  # no minus nought
        (Fraction(0), "0.0"),
    ],
)
def test_a_number_is_seen_with_one_decimal_and_halves_away_from_zero(exact, seen):
    """Every mean, score and difference is written with exactly one decimal."""
    assert str(shown(exact)) == seen


@given(fractions)
def test_what_is_seen_is_at_most_half_a_tenth_away(exact):
    """Rounding never moves a number by more than 0.05, and by 0.05 only away from zero."""
    away = Fraction(shown(exact)) - exact
    assert abs(away) <= Fraction(1, 20)
    if abs(away) == Fraction(1, 20):
        assert (away > 0) == (exact > 0)


@given(fractions)
def test_both_directions_are_treated_alike(exact):
    """A difference seen from the other side is the same number with the other sign."""
    assert shown(-exact) == -shown(exact)


@given(fractions, fractions)
def test_rounding_keeps_the_order(one, other):
    """What is larger is never seen as smaller."""
    if one <= other:
        assert shown(one) <= shown(other)


@given(st.integers(min_value=-50, max_value=50))
def test_a_number_with_one_decimal_is_seen_as_it_is(tenths):
    """Rounding twice changes nothing."""
    assert shown(Fraction(tenths, 10)) == Decimal(tenths) / 10
