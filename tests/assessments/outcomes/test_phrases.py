"""Lists in sentences."""

import pytest

from collabkit.assessments.outcomes.phrases import listed, quoted


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
