"""Why a theme has no score."""

import pytest
from measured_packs import COLUMNS, FIVE, item, pack, results

from collabkit.assessments.assessment import Selection
from collabkit.assessments.gaps import can_be_scored, explain_gap, gap_name, gap_names
from collabkit.assessments.pack import AnswerForm, Pack

FOUR_ITEMS = ("A-1", "A-2", "A-3", "A-4")


def four(form: AnswerForm = FIVE) -> Pack:
    return pack(*(item(item_id, form) for item_id in FOUR_ITEMS))


@pytest.mark.parametrize(
    ("form", "answers", "asked", "selection", "name"),
    [
        (COLUMNS, {}, FOUR_ITEMS, Selection.ALL, "no numbers"),
        (FIVE, {}, (), Selection.CORE, "not asked"),
        (FIVE, dict.fromkeys(FOUR_ITEMS, "na"), FOUR_ITEMS, Selection.ALL, "does not apply"),
        (FIVE, {"A-1": "3"}, FOUR_ITEMS, Selection.ALL, "not enough answers"),
        (FIVE, {"A-1": "3"}, ("A-1",), Selection.OWN_CHOICE, "too few statements"),
    ],
)
def test_every_reason_has_a_name_and_a_sentence(form, answers, asked, selection, name):
    """Both come from one rule, so they never contradict each other."""
    content = four(form)
    measured = results(content, answers, minimum=1, asked=asked, selection=selection)
    (section,) = content.sections
    assert measured.section(section.code).score is None
    assert gap_name(content, section, measured) == name
    assert explain_gap(content, section, measured).startswith("No score: ")


def test_nothing_is_named_where_every_theme_has_a_score():
    """Then there is no gap to explain."""
    content = four()
    measured = results(content, dict.fromkeys(FOUR_ITEMS, "3"), minimum=1)
    assert gap_names(content, measured) == ""


def test_only_gaps_are_said_in_one_sentence():
    """The same reason five times would help nobody."""
    assert gap_names(four(), results(four(), {})) == ("Nothing has enough answers for a score yet.")


def test_too_few_statements_everywhere_are_said_without_a_promise_of_more():
    """Nobody can answer more to get a score, so there is no “yet”."""
    measured = results(
        four(), {"A-1": "3"}, minimum=1, asked=("A-1",), selection=Selection.OWN_CHOICE
    )
    told = gap_names(four(), measured)
    assert told.startswith("Too few statements in each ")
    assert told.endswith("for a score; look at the statements.")


@pytest.mark.parametrize(
    ("asked", "selection", "possible"),
    [
        (FOUR_ITEMS[:3], Selection.OWN_CHOICE, False),
        (FOUR_ITEMS, Selection.OWN_CHOICE, True),
        (FOUR_ITEMS[:3], Selection.CORE, True),
    ],
)
def test_only_an_own_choice_can_be_too_short_for_scores(asked, selection, possible):
    """Whatever has been answered so far: what can come is told, not what is there."""
    measured = results(four(), {}, asked=asked, selection=selection)
    assert can_be_scored(four(), measured, selection) is possible
