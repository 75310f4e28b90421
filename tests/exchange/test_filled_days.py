"""Days as people write them into a form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.dates import day
from collabkit.exchange.answers.filled_days import day_in


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-03", "3/6/2026", "03/06/2026", "3.6.2026", "3-6-26", " 3 / 6 / 26 ",
        "3 June 2026", "3rd of June 2026", "3 Jun 26", "3. june, 2026", "June 3, 2026",
        "Jun. 3rd 2026",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    """As in Britain, the day stands before the month."""
    assert day_in(text) == date(2026, 6, 3)


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "June", "June 2026", "2026", "31/6/2026", "30/2/26", "6/31/2026", "3 Ju 2026",
        "3 Juni 2026", "3/6", "0/0/0", "2026-6-3", "3/6/2026 or later", "٣/٦/2026x", "1" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_plain_day_is_no_day(text: str) -> None:
    """Nothing is guessed."""
    assert day_in(text) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_we_write_it(value: date) -> None:
    """In words, in figures with the whole year and with half of it."""
    assert day_in(day(value)) == value
    assert day_in(f"{value:%d/%m/%Y}") == value
    assert day_in(f"{value:%d.%m.%y}") == value


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    """Never an error."""
    day_in(text)
