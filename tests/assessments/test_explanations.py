import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import COLUMNS, FIVE, THREE, answer_lists, item, minimums, pack, results

from collabkit.assessments.assessment import Selection
from collabkit.assessments.explanations import explain_item, explain_section
from collabkit.assessments.pack import AnswerForm

RULE_OF_THUMB = "These limits are a rule of thumb and have not been tested."


def about_item(
    answers: str, minimum: int = 5, form: AnswerForm = FIVE, **options: object
) -> tuple[str, ...]:
    of = pack(item("A-1", form))
    measured = results(of, {"A-1": answers}, minimum=minimum, **options)
    return explain_item(of, measured.item("A-1"), minimum)


def about_section(answers: dict[str, str], **options: object) -> tuple[str, ...]:
    of = pack(*map(item, answers))
    return explain_section(of, of.sections[0], results(of, answers, **options))


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        (
            "2 3 3 4 4 4 5",
            (
                "Mean: 1 × 2 + 2 × 3 + 3 × 4 + 1 × 5 = 25; 25 / 7 = 3.6.",
                "Spread: at most 5 of 7 answers are on two neighbouring levels, fewer than four "
                "fifths, and one end or the other has fewer than 2.",
                f"Keep going: 3.6 is in the band from 3.5 to below 4.5. {RULE_OF_THUMB}",
            ),
        ),
        (
            "1 1 5 5 5 dk",
            (
                "Mean: 2 × 1 + 3 × 5 = 17; 17 / 5 = 3.4.",
                "Split: 2 of 5 answers are at the low end and 3 at the high end. 2 at each end "
                "are enough (a fifth of the answers, and never fewer than 2).",
                "People are split, so talk first: the mean of 3.4 hides two views.",
                "“Don't know” (1) and “does not apply” (0) never count as low and are not part of "
                "the mean.",
            ),
        ),
        (
            "2 2 2 2 1",
            (
                "Mean: 1 × 1 + 4 × 2 = 9; 9 / 5 = 1.8.",
                "Together: all 5 answers are on the same or two neighbouring levels.",
                f"Act first: 1.8 is in the band below 2.5. {RULE_OF_THUMB}",
            ),
        ),
        (
            "3 3 3 3 5",
            (
                "Mean: 4 × 3 + 1 × 5 = 17; 17 / 5 = 3.4.",
                "Mostly together: 4 of 5 answers are on two neighbouring levels, and four fifths "
                "or more are enough for that.",
                f"Build: 3.4 is in the band from 2.5 to below 3.5. {RULE_OF_THUMB}",
            ),
        ),
        ("4 4 4", ("Not enough answers to show (fewer than five).",)),
        ("", ("Nobody chose an answer, so there is no mean and no spread.",)),
        (
            "na na na na na",
            (
                "Nobody chose an answer, so there is no mean and no spread.",
                "“Don't know” (0) and “does not apply” (5) never count as low and are not part of "
                "the mean.",
                "Everybody who answered said that it does not apply, so the score does without it.",
            ),
        ),
    ],
)
def test_a_statement_is_explained_with_its_numbers(answers, sentences):
    """Anybody with a pencil can check it."""
    assert about_item(answers) == sentences


def test_one_person_s_answer_is_its_own_mean():
    """Nothing is claimed about spread."""
    assert about_item("5", minimum=1) == (
        "Mean: the one answer, 5.0.",
        "One person's answer: nothing is said about spread.",
        f"Share it: 5.0 is in the band 4.5 and above. {RULE_OF_THUMB}",
    )


def test_a_statement_that_was_not_asked_has_nothing_to_explain():
    """It says so and no more."""
    assert about_item("", asked=[]) == ("Not asked.",)


def test_answers_without_numbers_are_explained_without_a_mean():
    """Categories are alike or not."""
    assert about_item("soon soon soon later never", form=COLUMNS) == (
        "Spread: at most 3 people of 5 gave the same answer.",
    )


def test_numbers_other_than_one_to_five_are_explained_without_a_band():
    """Yes counts as two."""
    assert about_item("yes yes yes partly partly", form=THREE)[0] == (
        "Mean: 3 × 2 + 2 × 1 = 8; 8 / 5 = 1.6."
    )
    assert len(about_item("yes yes yes partly partly", form=THREE)) == 2


def test_a_score_is_explained_with_the_means_it_is_made_of():
    """Hidden statements and those that do not apply are no part of it."""
    answers = {
        "A-1": "3 3 3 3 3",
        "A-2": "4 4 4 4 5",
        "A-3": "1 1",
        "A-4": "na na na na na",
    }
    assert about_section(answers) == (
        "Score: mean of the means of 2 answered statements (3.0, 4.2) = 3.6.",
        "It is worked out from the exact means and rounded once, at the end.",
        f"Keep going: 3.6 is in the band from 3.5 to below 4.5. {RULE_OF_THUMB}",
    )


def test_a_score_of_one_statement_is_put_in_the_singular():
    """Grammar counts."""
    assert about_section({"A-1": "3 3 3 3 3"})[0] == (
        "Score: the mean of 1 answered statement (3.0) = 3.0."
    )


def test_a_score_on_another_scale_is_explained_without_a_band():
    """Yes counts as two."""
    of = pack(item("A-1", THREE))
    measured = results(of, {"A-1": "yes yes yes partly partly"})
    assert len(explain_section(of, of.sections[0], measured)) == 2


@pytest.mark.parametrize(
    ("answers", "options", "reason"),
    [
        ({"A-1": "3 3"}, {"asked": []}, "none of its statements was asked."),
        ({"A-1": "na na na na na"}, {}, "none of its statements applies."),
        (
            {"A-1": "3 3 3 3 3", "A-2": "3", "A-3": "3"},
            {},
            "1 of 3 statements that apply have enough answers. At least half are needed.",
        ),
        (
            {"A-1": "3 3 3 3"},
            {},
            "0 of 1 statement that applies has enough answers. At least half are needed.",
        ),
        (
            {"A-1": "3 3 3 3 3", "A-2": "3 3 3 3 3"},
            {"selection": Selection.OWN_CHOICE},
            "2 statements were asked, and a score needs 4 or more.",
        ),
        (
            {"A-1": "3 3 3 3 3"},
            {"selection": Selection.OWN_CHOICE},
            "1 statement was asked, and a score needs 4 or more.",
        ),
    ],
)
def test_a_missing_score_has_a_reason(answers, options, reason):
    """A gap is named, never left to be wondered about."""
    assert about_section(answers, **options) == (f"No score: {reason}",)


def test_a_section_without_numbers_says_why_it_has_no_score():
    """Categories cannot be added up."""
    of = pack(item("A-1", COLUMNS))
    measured = results(of, {"A-1": "soon soon soon soon soon"})
    assert explain_section(of, of.sections[0], measured) == (
        "No score: its statements are not answered with numbers.",
    )


@given(st.data(), minimums, st.sampled_from(Selection))
def test_everything_can_be_explained_and_nothing_hidden_is(data, minimum, selection):
    """Every result has whole sentences, and those of a hidden one say no level."""
    of = pack(*(item(f"A-{number}") for number in range(1, 4)))
    answers = {statement.id: data.draw(answer_lists) for statement in of.items}
    measured = results(of, answers, minimum=minimum, selection=selection)
    sentences = list(explain_section(of, of.sections[0], measured))
    for result in measured.items:
        explained = explain_item(of, result, minimum)
        sentences += explained
        if result.counts is None:
            assert not any(s.startswith(("Mean", "Split", "Spread")) for s in explained)
    assert all(s.endswith(".") and "{" not in s for s in sentences)
