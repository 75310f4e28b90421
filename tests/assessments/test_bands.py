from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import COLUMNS, FIVE, HOLD_BACK, NOTES, THREE

from collabkit.assessments.bands import BandLimits, band_of, has_bands
from collabkit.assessments.results import Band
from collabkit.assessments.rounding import shown

ORDER = (Band.ACT_FIRST, Band.BUILD, Band.KEEP_GOING, Band.SHARE_IT)
means = st.fractions(min_value=1, max_value=5, max_denominator=500)


@pytest.mark.parametrize(
    ("mean", "band"),
    [
        (Fraction(1), Band.ACT_FIRST),
        (Fraction(244999, 100000), Band.ACT_FIRST),
        (Fraction(245, 100), Band.BUILD),  # is seen as 2.5
        (Fraction(5, 2), Band.BUILD),
        (Fraction(344999, 100000), Band.BUILD),
        (Fraction(52, 15), Band.KEEP_GOING),  # 3.4667 is seen as 3.5
        (Fraction(445, 100), Band.SHARE_IT),
        (Fraction(444, 100), Band.KEEP_GOING),
        (Fraction(5), Band.SHARE_IT),
    ],
)
def test_a_band_is_decided_on_the_mean_as_people_see_it(mean, band):
    """A shown 2.5 is never called lower than 2.5."""
    assert band_of(mean, BandLimits()) is band


@given(means, means)
def test_a_higher_mean_never_has_a_lower_band(one, other):
    """Bands follow the order of the means."""
    if one <= other:
        bands = [ORDER.index(band_of(mean, BandLimits())) for mean in (one, other)]
        assert bands == sorted(bands)


@given(means, means)
def test_means_that_look_the_same_have_the_same_band(one, other):
    """Nobody sees two equal figures with two labels."""
    if shown(one) == shown(other):
        assert band_of(one, BandLimits()) is band_of(other, BandLimits())


def test_a_pack_may_bring_its_own_limits():
    """The limits are data."""
    limits = BandLimits(build=Fraction(2), keep_going=Fraction(3), share_it=Fraction(4))
    seen = [band_of(Fraction(mean), limits) for mean in ("1.9", "2", "3", "4")]
    assert seen == list(ORDER)


@pytest.mark.parametrize(
    ("form", "banded"),
    [(FIVE, True), (HOLD_BACK, False), (THREE, False), (COLUMNS, False), (NOTES, False)],
)
def test_only_answers_from_one_to_five_have_bands(form, banded):
    """A band says nothing about yes and no, or about what holds people back."""
    assert has_bands(form) is banded
