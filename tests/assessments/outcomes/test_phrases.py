"""Lists in sentences."""

from fractions import Fraction

import pytest

from collabkit.assessments.outcomes.phrases import apart, day_read, listed, quoted


@pytest.mark.parametrize(
    ("words", "text"),
    [(["tea"], "tea"), (["tea", "milk"], "tea and milk"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_in_a_sentence(words, text):
    """Commas between all but the last two."""
    assert listed(words) == text


def test_statements_keep_their_quotation_marks():
    """Each statement is set apart from the sentence around it."""
    assert (
        quoted(["Funders' rules", "Lack of know-how"]) == "“Funders' rules” and “Lack of know-how”"
    )


@pytest.mark.parametrize(
    ("kept", "read"), [("2026-06-10", "10 June 2026"), ("soon", ""), ("", ""), ("2026-13-01", "")]
)
def test_a_kept_day_is_read_as_a_day(kept, read):
    """Whatever is no day has no other way to be read than as it was typed."""
    assert day_read(kept) == read


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (Fraction(25, 6), Fraction(17, 6), "1.3 before rounding"),  # seen as 4.2 and 2.8
        (Fraction(4), Fraction(28, 10), "1.3"),
        (Fraction(17, 6), Fraction(25, 6), "1.3 before rounding"),
        (Fraction(-1, 4), Fraction(1), "1.3"),
    ],
)
def test_a_difference_agrees_with_the_numbers_beside_it(one, other, told):
    """Whoever subtracts what is seen is not left with another number than the one that is told."""
    assert apart("1.3", one, other) == told
