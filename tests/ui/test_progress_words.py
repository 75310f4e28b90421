"""How far an assessment is, in words."""

from dataclasses import replace
from datetime import date

import pytest

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.services.assessments import Summary
from collabkit.ui.progress_words import occasion, progress, time_needed


def summary(answered: int, asked: int, participants: int = 1, minimum: int = 1) -> Summary:
    assessment = Assessment(
        "a", "c", "June 2026", "p", "1.0", "d", Selection.ALL, (), minimum, date(2026, 6, 1)
    )
    return Summary(
        assessment, "Sample Charity", False, participants, answered, asked, 0, 0, 1, "Sample"
    )


@pytest.mark.parametrize(
    ("answered", "asked", "sentence"),
    [
        (0, 20, "0 of 20 statements answered"),
        (14, 20, "14 of 20 statements answered"),
        (20, 20, "All 20 statements answered"),
        (1, 1, "1 of 1 statement answered"),
        (0, 0, "0 of 0 statements answered"),
    ],
)
def test_progress_counts_statements(answered: int, asked: int, sentence: str) -> None:
    """Figures, with the plural right."""
    assert progress(summary(answered, asked)) == sentence


def test_organisations_together_have_everything_to_answer() -> None:
    """Five agreed views of 20 statements have 100 answers to give, on a sheet each."""
    assert progress(summary(80, 20, participants=5)) == (
        "Five sheets · 80 of 100 statements answered"
    )


@pytest.mark.parametrize(
    ("begun", "finished", "told"),
    [
        (0, 0, "Nobody has begun yet"),
        (2, 0, "Two people have begun, three more are needed"),
        (2, 2, "Two people have finished, three more are needed"),
        (4, 1, "One person has finished, three have begun, one more is needed"),
        (7, 7, "Seven people have finished"),
    ],
)
def test_in_a_group_people_count(begun: int, finished: int, told: str) -> None:
    """Nobody takes two of seven people for the whole because they have answered everything."""
    group = summary(begun * 20, 20, participants=7, minimum=5)
    assert progress(replace(group, begun=begun, finished=finished)) == told


def test_organisations_are_not_called_people() -> None:
    """A sheet speaks for one of them."""
    network = replace(summary(40, 20, 3, minimum=3), begun=2, finished=1, has_parties=True)
    assert progress(network) == "One sheet is finished, one is begun, one more is needed"


def test_an_occasion_names_the_charity_first() -> None:
    """One line for lists."""
    assert occasion("Sample Charity", "June 2026") == "Sample Charity · June 2026"


def test_the_time_needed_comes_from_the_pack() -> None:
    """Nine minutes, as a word."""
    assert time_needed() == "The short version takes about nine minutes."
