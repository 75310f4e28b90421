"""Tallies whose levels were not kept, because they would have given people away."""

from fractions import Fraction

import pytest

from collabkit.assessments.bands import BandLimits
from collabkit.assessments.measure import measure_item
from collabkit.assessments.pack import AnswerForm, FormKind, Option
from collabkit.assessments.results import Spread
from collabkit.assessments.spread import rwg, spread_of
from collabkit.assessments.tally import Tally, tally_answers, without_levels

FORM = AnswerForm(
    "levels",
    FormKind.DESCRIBED,
    "",
    tuple(Option(str(n), f"Level {n}", Fraction(n)) for n in range(1, 6)),
    (Option("dk", "Don't know"), Option("na", "Does not apply"), Option("early", "Too early")),
)


def hidden(codes: str) -> Tally:
    """The tally of these answers without levels; "?" is don't know, "e" too early."""
    names = [{"?": "dk", "e": "early"}.get(code, code) for code in codes]
    return without_levels(tally_answers("A", FORM, names))


def test_without_levels_only_the_number_stays() -> None:
    """How many chose a level, and every way out; not which level."""
    tally = hidden("11455??e")
    assert set(tally.counts.values()) == {0}
    assert tuple(tally.counts) == ("1", "2", "3", "4", "5")
    assert (tally.hidden, tally.n, tally.people) == (5, 5, 8)
    assert (tally.dont_know, tally.further) == (2, {"early": 1})
    assert tally.item_id == "A"


def test_two_groups_with_other_levels_are_alike_without_them() -> None:
    """Nothing of the levels is left anywhere."""
    assert hidden("11111?") == hidden("12345?")


def test_hiding_twice_changes_nothing() -> None:
    """There is nothing more to hide; nor where nobody chose a level."""
    assert without_levels(hidden("11455")) == hidden("11455")
    assert without_levels(hidden("??")).hidden == 0


def test_hidden_answers_have_no_code() -> None:
    """They are in no count by code."""
    assert sum(hidden("11455").by_code.values()) == 0


def test_hidden_answers_have_no_mean_and_no_spread() -> None:
    """However many there are."""
    tally = hidden("1" * 20)
    assert tally.mean(FORM) is None
    assert spread_of(tally, FORM, 5) is Spread.TOO_FEW
    assert rwg(tally, FORM, 5) is None


@pytest.mark.parametrize("codes", ["11111", "5" * 12])
def test_a_result_shows_no_hidden_levels(codes: str) -> None:
    """Counts, mean and band are missing, though the group is large enough."""
    result = measure_item(FORM, hidden(codes), asked=True, minimum=5, limits=BandLimits())
    assert (result.counts, result.mean, result.band) == (None, None, None)
    assert result.spread is Spread.TOO_FEW
    assert result.n == len(codes)


def test_ways_out_stay_in_the_result() -> None:
    """If all together are enough people."""
    result = measure_item(FORM, hidden("1???e"), asked=True, minimum=5, limits=BandLimits())
    assert (result.dont_know, result.not_applicable, result.further) == (3, 0, {"early": 1})
    few = measure_item(FORM, hidden("1???"), asked=True, minimum=5, limits=BandLimits())
    assert (few.dont_know, few.not_applicable, few.further) == (None, None, None)


def test_levels_that_were_kept_are_shown() -> None:
    """The same answers, not hidden."""
    tally = tally_answers("A", FORM, list("11455"))
    result = measure_item(FORM, tally, asked=True, minimum=5, limits=BandLimits())
    assert result.counts == {"1": 2, "2": 0, "3": 0, "4": 1, "5": 2}
    assert result.mean == Fraction(16, 5)
