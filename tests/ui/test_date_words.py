"""Days that people name by words."""

from datetime import date

import pytest

from collabkit.ui.widgets.date_reading import read_date

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("end of March", date(2027, 3, 31)),
        ("by the end of March", date(2027, 3, 31)),
        ("end of February 2028", date(2028, 2, 29)),
        ("March", date(2027, 3, 31)),
        ("Nov", date(2026, 11, 30)),
        ("mid April", date(2027, 4, 15)),
        ("mid-April 2028", date(2028, 4, 15)),
        ("beginning of May", date(2027, 5, 1)),
        ("start of November", date(2027, 11, 1)),
        ("end of the month", date(2026, 11, 30)),
        ("next month", date(2026, 12, 31)),
        ("end of the year", date(2026, 12, 31)),
        ("start of next year", date(2027, 1, 1)),
        ("in two weeks", date(2026, 12, 6)),
        ("in 10 days", date(2026, 12, 2)),
        ("in a month", date(2026, 12, 22)),
        ("in 3 months' time", date(2027, 2, 22)),
        ("in a year", date(2027, 11, 22)),
    ],
)
def test_words_for_a_day_are_read(text: str, meant: date) -> None:
    """A part of a month is its last day, the fifteenth or its first; the past comes next year."""
    assert read_date(text, TODAY) == meant


def test_a_month_from_the_thirty_first_ends_with_the_month() -> None:
    """There is no 31 February."""
    assert read_date("in a month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "text", ["soon", "maybe", "in no weeks", "end of it", "year of the year 2027", "in 3", "the"]
)
def test_other_words_are_no_date(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError):
        read_date(text, TODAY)
