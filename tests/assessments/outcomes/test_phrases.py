"""Lists in sentences."""

import pytest

from collabkit.assessments.outcomes.phrases import day_read, listed, quoted


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
