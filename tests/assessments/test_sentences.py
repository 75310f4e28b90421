import re

import pytest
from hypothesis import given
from measured_packs import (
    COLUMNS,
    FIVE,
    HOLD_BACK,
    THREE,
    answer_lists,
    item,
    level_lists,
    minimums,
    numbered,
    pack,
    results,
)

from collabkit.assessments.pack import AnswerForm, FormKind
from collabkit.assessments.sentences import (
    answered_so_far,
    findings_lead,
    in_words,
    not_enough,
    read_aloud,
)


def said(answers: str | list[str], form: AnswerForm = FIVE, minimum: int = 5) -> str:
    measured = results(pack(item("A-1", form)), {"A-1": answers}, minimum=minimum)
    return read_aloud(measured.item("A-1"), form, minimum)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        # every spread
        ("2 2 4 4 4 5 5 5 5", "Seven of nine chose 4 or 5; two chose 2. Split."),
        ("3 3 4 4 4 5 5 5 5", "Seven of nine chose 4 or 5; two chose 3. Spread."),
        ("1 1 2 2 3 3 4 4 5", "Four of nine chose 1 or 2; three chose 4 or 5; two chose 3. Split."),
        ("1 2 5 4 2 5", "Three of six chose 4 or 5; three chose 1 or 2. Split."),
        ("1 2 3 4 5", "Two of five chose 4 or 5; two chose 1 or 2; one chose 3. Split."),
        ("1 3 3 3 5", "Three of five chose 3; one chose 1; one chose 5. Spread."),
        ("4 4 4 4 4", "All five chose 4. Together."),
        ("4 4 4 4 5", "All five chose 4 or 5. Together."),
        ("4 4 4 4 1", "Four of five chose 4. Mostly together."),  # nobody is pointed out
        ("4 4 4 4 5 5 5 5 2 2", "Eight of ten chose 4 or 5; two chose 2. Split."),
        ("3 3 3 3 3 3 3 4 1 1", "Eight of ten chose 3 or 4; two chose 1. Mostly together."),
        ("3 3 3 3 4 4 4 4 1 5", "Eight of ten chose 3 or 4; one chose 1; one chose 5. "
         "Mostly together."),
        ("5 5 2 2 1", "Three of five chose 1 or 2; two chose 5. Split."),
        # numbers above ten are figures
        ("3 " * 11, "All 11 chose 3. Together."),
        ("3 " * 11 + "5 " * 10, "11 of 21 chose 3; ten chose 5. Spread."),
        # ways out
        ("4 4 4 4 4 dk", "All five chose 4. Together. One answered “don't know”."),
        ("4 4 4 4 4 na na", "All five chose 4. Together. Two answered “does not apply”."),
        ("4 4 4 4 4 dk na", "All five chose 4. Together. One answered “don't know”; one answered "
         "“does not apply”."),
        ("na na na na na na", "Six answered “does not apply”."),
        # hidden
        ("", "Not enough answers to show (fewer than five)."),
        ("4 4 4 4", "Not enough answers to show (fewer than five)."),
        ("4 4 dk", "Not enough answers to show (fewer than five)."),
        ("4 4 dk dk dk", "Not enough answers to show (fewer than five). "
         "Three answered “don't know”."),
    ],
)  # fmt: skip
def test_a_group_s_result_can_be_read_aloud(answers, sentence):
    """Who stands where, the label, and the ways out; numbers to ten in words."""
    assert said(answers) == sentence


@pytest.mark.parametrize(
    ("answers", "form", "sentence"),
    [
        ("2", FIVE, "You chose 2: Starting."),
        ("no", THREE, "You chose “No”."),
        ("dk", FIVE, "You answered “don't know”."),
        ("na", FIVE, "You answered “does not apply”."),
        ("", FIVE, "Not answered."),
    ],
)
def test_one_person_is_spoken_to(answers, form, sentence):
    """An own assessment is no group."""
    assert said(answers, form, minimum=1) == sentence


@pytest.mark.parametrize(
    ("answers", "form", "sentence"),
    [
        ("yes yes yes no partly", THREE, "Four of five chose “Yes” or “Partly”. Mostly together."),
        ("yes yes no no no", THREE, "Three of five chose “No”; two chose “Yes”. Split."),
        ("soon soon later later never", COLUMNS,
         "Two of five chose “Quick win”; two chose “Long-term aim”; one chose “Not suitable”. "
         "Spread."),
        ("soon later later later later", COLUMNS, "Four of five chose “Long-term aim”. "
         "Mostly together."),
    ],
)  # fmt: skip
def test_answers_that_are_not_numbered_are_called_by_name(answers, form, sentence):
    """Their codes are for programs; categories are never joined with their neighbours."""
    assert said(answers, form) == sentence


def test_three_neighbours_in_the_middle_of_a_split_are_all_named():
    """A longer scale may have more than one level between its ends."""
    form = numbered(*"abcdefg", kind=FormKind.SCALE)
    measured = results(pack(item("A-1")), {"A-1": "1 1 5 5 3 3 4"}).item("A-1")
    wide = measured.__class__(
        **{
            name: getattr(measured, name)
            for name in measured.__slots__
            if name not in {"counts", "n"}
        },
        counts={"1": 2, "2": 0, "3": 1, "4": 1, "5": 1, "6": 0, "7": 2},
        n=7,
    )
    assert read_aloud(wide, form, 5) == (
        "Two of seven chose 7; two chose 1; three chose 3, 4 or 5. Split."
    )


def test_what_was_not_asked_says_so():
    """A statement outside the short version has no result."""
    measured = results(pack(item("A-1")), {}, asked=[]).item("A-1")
    assert read_aloud(measured, FIVE, 5) == "Not asked."


def test_the_agreed_minimum_is_named():
    """Whatever the charity agreed on."""
    assert not_enough(3) == "Not enough answers to show (fewer than three)."


def test_a_single_different_view_is_left_out():
    """Said aloud, it would point at somebody in the room."""
    assert said("4 4 4 5 1") == "Four of five chose 4 or 5. Mostly together."


@pytest.mark.parametrize(
    ("number", "word"), [(0, "none"), (1, "one"), (10, "ten"), (11, "11"), (120, "120")]
)
def test_numbers_to_ten_are_words(number, word):
    """As in print."""
    assert in_words(number) == word


@given(answer_lists, minimums)
def test_sentences_are_whole_and_without_percentages(answers, minimum):
    """A capital letter or a number, a full stop, and no gap in between."""
    text = said(answers, minimum=minimum)
    assert re.fullmatch(r"[A-Z0-9][^%{}]*\.", text)
    assert "  " not in text
    assert "none" not in text


WORDS = {in_words(number): number for number in range(1, 11)}


@given(level_lists)
def test_the_people_in_a_sentence_add_up(answers):
    """Everybody is counted once; only a single different view may be missing."""
    text = said(answers)
    if len(answers) < 5:
        assert text == "Not enough answers to show (fewer than five)."
        return
    first, *others = text.split(". ")[0].split("; ")
    number = re.match(r"(?:All )?(\w+)", first)[1].lower()
    counted = [WORDS.get(word) or int(word) for word in (number, *(o.split()[0] for o in others))]
    missing = len(answers) - sum(counted)
    assert missing == 0 or (missing == 1 and "Mostly together" in text)
    assert all(clause.split(" chose ")[1] for clause in (first, *others))


@given(level_lists)
def test_hidden_answers_cannot_be_read_between_the_words(answers):
    """Below the minimum a sentence says the same whatever people chose."""
    few = answers[:4]
    assert said(few) == said(["3"] * len(few))


def test_four_steps_are_read_like_five():
    """The hold-back scale has one level at each end."""
    assert said("1 1 2 4 4", HOLD_BACK) == "Two of five chose 4; two chose 1; one chose 2. Split."


@pytest.mark.parametrize(
    ("answers", "beginning"),
    [("1 1 1 1 1", "Start talking here."), ("3 3 3 3 3", "Nothing stands out:"), ("3", "There is")],
)
def test_what_stands_out_is_led_in_by_a_sentence(answers, beginning):
    """There is something to talk about, or nothing remarkable, or nothing that may be shown."""
    assert findings_lead(results(pack(item("A-1")), {"A-1": answers})).startswith(beginning)


@pytest.mark.parametrize(
    ("answered", "asked", "sentence"),
    [
        (0, 20, "0 of 20 statements answered"),
        (1, 1, "1 of 1 statement answered"),
        (20, 20, "All 20 statements answered"),
    ],
)
def test_how_far_somebody_is_is_said_in_words(answered, asked, sentence):
    """“All” only if there is more than one."""
    assert answered_so_far(answered, asked) == sentence
