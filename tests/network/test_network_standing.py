"""Where a group stands on one statement, by the same rules as its own results."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_groups import builtin

from collabkit.assessments.bands import BandLimits
from collabkit.assessments.measure import measure_item
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import AnswerForm, FormKind, Option
from collabkit.assessments.tally import Tally
from collabkit.network.group import table_of
from collabkit.network.standing import NEEDS, NO_COMMON_ANSWER, OFFERS, Exchange, Place, Places

FIVE = builtin("five-themes").forms[0]
HOLD_BACK = builtin("barriers").form("hold-back")
CATEGORY = builtin("opportunities").form("category")
EXCHANGE = builtin("opportunities").form("exchange")
LIMITS = BandLimits()


def raw(form: AnswerForm, numbers: Sequence[int | None]) -> bytes:
    levels = [option.code for option in form.options]
    (row,) = table_of(levels, [o.code for o in form.ways_out], {"X": numbers}).raw_rows()
    return row


def stands(form: AnswerForm, unit: Unit, *numbers: int | None) -> str | None:
    places = Place(form, unit, LIMITS).stands(raw(form, numbers))
    return None if places is None else places[0]


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5), st.integers(0, 9), st.integers(0, 9))
def test_a_profile_stands_in_the_band_of_its_own_results(
    levels: list[int], dont_know: int, not_applicable: int
) -> None:
    """Talk first where it is split; nowhere where it hides its answer."""
    n = sum(levels)
    counts = dict(zip("12345", levels, strict=True))
    tally = Tally("X", counts, dont_know, not_applicable)
    result = measure_item(FIVE, tally, asked=True, minimum=5, limits=LIMITS)
    shown = levels if result.counts is not None else [None] * 5
    others = [result.dont_know, result.not_applicable]
    expected = None if result.band is None else result.band.value
    assert stands(FIVE, Unit.PERSON, n, *shown, *others) == expected


@pytest.mark.parametrize(
    ("levels", "answer"),
    [
        ((1, 0, 0, 0), "0"),
        ((0, 0, 0, 1), "3"),
        ((0, 3, 3, 0), "2"),  # 1.5 is as near to 1 as to 2
        ((0, 4, 3, 0), "1"),  # 1.43 is shown as 1.4
        ((5, 5, 0, 0), "1"),  # 0.5
        ((11, 10, 0, 0), "1"),  # 0.476 is seen as 0.5
        ((12, 10, 0, 0), "1"),  # 0.4545 is seen as 0.5
        ((6, 4, 0, 0), "0"),
        ((2, 2, 0, 5), "2"),
    ],
)
def test_a_charity_stands_at_the_level_nearest_to_the_mean(
    levels: tuple[int, ...], answer: str
) -> None:
    """The mean as people see it; of two equally near levels the higher."""
    assert stands(HOLD_BACK, Unit.CHARITY, sum(levels), *levels, 0, 0) == answer


@pytest.mark.parametrize(
    ("levels", "answer"),
    [
        ((4, 3, 0, 0), "quick-win"),
        ((3, 3, 0, 0), NO_COMMON_ANSWER),
        ((4, 2, 1, 1), NO_COMMON_ANSWER),
        ((5, 2, 1, 1), "quick-win"),
        ((0, 0, 0, 1), "already"),
    ],
)
def test_more_than_half_make_a_common_answer(levels: tuple[int, ...], answer: str) -> None:
    """Half is not more than half."""
    assert stands(CATEGORY, Unit.CHARITY, sum(levels), *levels, 0) == answer


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        ((0, None, None, None, None, 1, 0), "dk"),
        ((0, None, None, None, None, 0, 1), "na"),
        ((2, None, None, None, None, 3, 0), "dk"),
        ((3, None, None, None, None, 3, 0), None),
        ((0, None, None, None, None, None, None), None),
        ((4, None, None, None, None, 2, 1), None),
    ],
)
def test_most_of_a_charity_may_not_know(
    numbers: tuple[int | None, ...], answer: str | None
) -> None:
    """A way out is an answer if more than half of everybody took it and no level is shown."""
    assert stands(HOLD_BACK, Unit.CHARITY, *numbers) == answer


def test_people_who_do_not_know_stand_nowhere_in_a_profile() -> None:
    """Don't know is never a low score."""
    assert stands(FIVE, Unit.PERSON, 0, None, None, None, None, None, 9, 0) is None


def test_another_scale_than_five_levels_has_no_bands() -> None:
    """There a profile stands at the level nearest to its mean, also between uneven values."""
    values = (Fraction(-2), Fraction(-1, 2), Fraction(4))
    options = tuple(Option(f"o{n}", f"Option {n}", value) for n, value in enumerate(values))
    form = AnswerForm("uneven", FormKind.SCALE, "Which?", options)
    assert stands(form, Unit.PERSON, 5, 5, 0, 0) == "o0"
    assert stands(form, Unit.PERSON, 6, 2, 2, 2) == "o1"  # 0.5
    assert stands(form, Unit.PERSON, 6, 1, 0, 5) == "o2"


@pytest.mark.parametrize(
    ("levels", "places"),
    [
        ((1, 0, 0, 0), (OFFERS,)),
        ((0, 1, 0, 0), (NEEDS,)),
        ((0, 0, 1, 0), (OFFERS, NEEDS)),
        ((0, 0, 0, 1), ()),
        ((3, 1, 1, 2), (OFFERS,)),  # four of seven offer, two need
        ((3, 3, 0, 0), ()),  # half is not more than half
    ],
)
def test_what_is_offered_and_needed(levels: tuple[int, ...], places: tuple[str, ...]) -> None:
    """Both counts for each; neither is an answer too."""
    exchange = Exchange(EXCHANGE, ("offer", "both"), ("need", "both"))
    assert exchange.stands(raw(EXCHANGE, [sum(levels), *levels])) == places
    assert exchange.stands(raw(EXCHANGE, [0, *[None] * 4])) is None


def test_forms_that_differ_in_words_alone_share_what_is_known() -> None:
    """Hundreds of groups give the same few answers on the same scale."""
    places = Places()
    one, other = FIVE, builtin("board-check").forms[0]
    assert one.prompt != other.prompt
    assert places.of(one, Unit.PERSON, LIMITS) is places.of(other, Unit.PERSON, LIMITS)
    assert places.of(one, Unit.PERSON, LIMITS) is not places.of(HOLD_BACK, Unit.PERSON, LIMITS)
    stricter = BandLimits(build=Fraction(3))
    assert places.of(one, Unit.PERSON, LIMITS) is not places.of(one, Unit.PERSON, stricter)
