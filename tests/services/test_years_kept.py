"""For how many years something was to be kept, so that the same can be offered again."""

from datetime import date

import pytest

from collabkit.services.retention import in_years, years_kept


@pytest.mark.parametrize(
    ("until", "years"),
    [
        (date(2028, 6, 1), 2),
        (date(2028, 11, 1), 2),
        (date(2028, 12, 1), 3),
        (date(2026, 8, 1), 1),
        (date(2025, 1, 1), 1),
    ],
)
def test_it_is_the_nearest_whole_number_and_at_least_one(until: date, years: int) -> None:
    """The month may have been settled some time after the start."""
    assert years_kept(date(2026, 6, 14), until) == years


@pytest.mark.parametrize("years", [1, 3, 6])
def test_what_is_offered_comes_back_as_it_was(years: int) -> None:
    started = date(2024, 2, 29)
    assert years_kept(started, in_years(started, years)) == years
