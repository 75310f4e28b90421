"""Statements can be read by anybody: at the latest after nine years of school, on average."""

import pytest
from every_pack import packs
from reading_ease import grade, graded, syllables

MOST_YEARS = 9


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_the_statements_of_a_pack_are_easy_to_read(pack):
    """The average grade; names of areas such as “Collaborative fundraising” are hard by nature."""
    found = graded(pack)
    average = sum(years for years, _id, _words in found) / len(found)
    worst = "\n".join(f"{years:.1f} {item} {words}" for years, item, words in found[-10:])
    assert average <= MOST_YEARS, f"{average:.1f} years on average; the hardest:\n{worst}"


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("we", 1), ("make", 1), ("makes", 1), ("asked", 1), ("named", 1), ("wanted", 2),
        ("table", 2), ("places", 2), ("partners", 2), ("being", 2), ("usual", 3), ("people", 2),
        ("created", 3), ("mission", 2), ("decision", 3), ("organisation", 5), ("collaborative", 5),
        ("influence", 3), ("area", 3), ("trustees", 2), ("charities", 3), ("agree", 2),
    ],
)  # fmt: skip
def test_syllables(word, number):
    """Spelling tells, mostly."""
    assert syllables(word) == number


def test_the_grade_of_a_known_sentence():
    """Six words of one syllable, and a sentence that needs a degree."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45, abs=0.01)
    hard = "Institutional collaboration necessitates organisational accountability."
    assert grade(hard) > 20
