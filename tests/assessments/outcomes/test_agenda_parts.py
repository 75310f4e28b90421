"""How the hour of a board is told."""

from pathlib import Path

import pytest
from answering import answered
from rows_of_people import people
from test_agenda import EXAMPLE, PACK, USUAL

from collabkit.assessments.charity import Charity, IncomeBand, RunBy
from collabkit.assessments.outcomes.agenda.parts import parts
from collabkit.assessments.outcomes.agenda.rule import work_out
from collabkit.assessments.outcomes.blocks import (
    Dots,
    Field,
    Ideas,
    Paragraph,
    Part,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.packs.reader import read_pack


def told(sheets, **other) -> dict[str, Part]:
    one = answered(PACK, sheets, **other)
    return {part.key: part for part in parts(one, work_out(one))}


def example(**other) -> dict[str, Part]:
    return told(people(EXAMPLE), minimum=5, **other)


def lead(part: Part) -> str:
    return next(b.text for b in part.blocks if isinstance(b, Paragraph) and b.tone is Tone.LEAD)


def of_kind(part: Part, kind: type) -> list:
    return [block for block in part.blocks if isinstance(block, kind)]


def test_the_first_sentence_says_where_the_tasks_stand_and_what_to_talk_about():
    """And the next one what to do."""
    answer = example()["answer"]
    assert lead(answer) == (
        "Of four tasks, two are in “Keep going” and two are in “Build”. Seven statements are "
        "worth a talk: three on which you see things differently and four that are low. The hour "
        "has room for six of them."
    )
    assert "agenda" in answer.blocks[1].text


def test_the_hour_is_a_table_of_minutes():
    """Welcome, six statements and one decision."""
    (table,) = of_kind(example()["agenda"], Table)
    assert [row[:2] for row in table.rows] == [
        ("0", "5"), ("5", "7"), ("12", "7"), ("19", "7"), ("26", "7"), ("33", "7"), ("40", "7"),
        ("47", "13"),
    ]  # fmt: skip
    assert table.rows[1][2] == "Quick sign-off"
    assert table.caption == "An agenda for 60 minutes"


def test_each_statement_is_read_aloud_with_its_dots_and_first_suggestion():
    """In the order of the agenda."""
    part = example()["read-aloud"]
    dots = of_kind(part, Dots)
    assert [dot.item_id for dot in dots] == [
        "BRD-7", "BRD-9", "BRD-6", "BRD-15", "BRD-10", "BRD-2",
    ]  # fmt: skip
    assert [count for _name, count in dots[0].columns] == [2, 1, 0, 1, 2]
    assert dots[0].sentence == "Three of six chose 4 or 5; three chose 1 or 2. Split."
    ideas = [idea.idea_id for block in of_kind(part, Ideas) for idea in block.entries]
    assert ideas == [f"BRD-{number}-A1" for number in (7, 9, 6, 15, 10, 2)]
    assert len(of_kind(part, Subheading)) == 6
    assert "“Sign-off for joint work is quick enough for partners.”" in part.blocks[1].text


def test_dont_know_is_shown_apart_from_the_dots():
    """Everybody is on the picture."""
    part = told(people({"BRD-1": "2 2 2 2 2 dk na"}), minimum=5)["read-aloud"]
    (dots,) = of_kind(part, Dots)
    assert dots.apart == (("Don't know", 1), ("Does not apply to us", 1))


def test_suggestions_suit_the_charity():
    """A micro charity has no two teams to ask."""
    micro = Charity("c", "Sample Charity", IncomeBand.MICRO, RunBy.VOLUNTEERS)
    low = people({"BRD-14": "2 2 2 2 2"})
    assert of_kind(told(low, minimum=5)["read-aloud"], Ideas)
    assert not of_kind(told(low, minimum=5, charity=micro)["read-aloud"], Ideas)


def test_the_decision_is_written_down_and_kept():
    """What, who and when, with what was settled before."""
    settled = {"decision": "Two trustees sign", "decision-when": "2027-03-01"}
    what, who, when = of_kind(example(settled=settled)["decision"], Field)
    assert (what.value, who.value) == ("Two trustees sign", "")
    assert (when.value, when.shown) == ("2027-03-01", "1 March 2027")


def test_a_day_that_is_none_is_not_shown_as_one():
    """A damaged text does not stop the page."""
    *_others, when = of_kind(example(settled={"decision-when": "soon"})["decision"], Field)
    assert when.shown == ""


def test_what_waits_is_named():
    """Nothing low is forgotten."""
    part = example()["waiting"]
    assert [(entry.item_id, entry.mark) for entry in part.blocks[1].entries] == [
        ("BRD-13", "Act first")
    ]


def test_a_divided_statement_that_waits_is_marked_with_its_label():
    """Split is no band."""
    answers = dict.fromkeys(("BRD-1", "BRD-3", "BRD-4", "BRD-5"), "2 2 4 4 4")
    part = told(people(answers), minimum=5)["waiting"]
    assert [(entry.item_id, entry.mark) for entry in part.blocks[1].entries] == [("BRD-5", "Split")]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"BRD-1": "1 1 5 5 5"}, "One statement is worth a talk: you see it differently."),
        ({"BRD-1": "2 2 2 2 2"}, "One statement is low and worth a talk."),
        (
            {"BRD-1": "2 2 2 2 2", "BRD-3": "1 1 1 1 1"},
            "Two statements are low and worth a talk.",
        ),
        (
            {"BRD-1": "2 2 2 2 2", "BRD-3": "1 1 5 5 5"},
            "Two statements are worth a talk: one on which you see things differently and one "
            "that is low.",
        ),
    ],
)
def test_few_statements_are_counted_in_words(answers, sentence):
    """One is one and two are two."""
    assert sentence in lead(told(people(answers), minimum=5)["answer"])


def test_a_board_that_is_fine_needs_no_meeting():
    """And is told so, without an empty agenda."""
    parts_by_key = told(people(USUAL), minimum=5)
    assert list(parts_by_key) == ["answer", "workings"]
    assert lead(parts_by_key["answer"]) == (
        "All four tasks are in “Keep going”. Nothing is low and nothing divides you."
    )
    assert parts_by_key["answer"].blocks[1].text.startswith("No meeting is needed")


def test_one_person_is_asked_to_bring_in_the_others():
    """One view is no agenda for a board, and has no dots."""
    parts_by_key = told({"One": {"BRD-1": "2"}})
    assert parts_by_key["answer"].blocks[1].text.startswith("This is one person's view.")
    assert not of_kind(parts_by_key["read-aloud"], Dots)
    assert parts_by_key["read-aloud"].blocks[2].text == "You chose 2: A little true."


def test_one_person_who_sees_nothing_as_low():
    """Nothing is said about what divides a group."""
    answer = told({"One": dict.fromkeys(USUAL, "4")})["answer"]
    assert lead(answer) == "All four tasks are in “Keep going”. You see nothing as low."


@pytest.mark.parametrize("minimum", [1, 5])
def test_no_answers_at_all(minimum):
    """There is a sentence, and nothing to show."""
    parts_by_key = told({}, minimum=minimum)
    assert list(parts_by_key) == ["answer", "workings"]
    assert lead(parts_by_key["answer"]).startswith("There are not enough answers yet")


def test_too_few_people_are_shown_nothing():
    """Four of five have answered: no dots, no agenda."""
    parts_by_key = told(people(dict.fromkeys(USUAL, "1 1 5 5")), minimum=5)
    assert list(parts_by_key) == ["answer", "workings"]
    assert "Four people have answered so far." in parts_by_key["answer"].blocks[2].text


def test_statements_with_too_few_answers_are_counted():
    """The others are shown."""
    few = USUAL | {"BRD-3": "4 4 dk dk dk dk"}
    answer = told(people(few), minimum=5)["answer"]
    assert answer.blocks[-1].text == "One statement has not enough answers to be shown."


def test_nobody_is_shown_apart():
    """Whatever anybody's name is, it stands nowhere; nor does a role."""
    text = str(example())
    assert "Person" not in text
    assert "chief officer's answers" not in text
    assert "Nobody's are shown apart" in text


def test_the_workings_have_the_average_differences():
    """With the label that comes first."""
    entries = example()["workings"].blocks[1].entries
    assert [entry.text for entry in entries] == [
        "Split. Two people differ by 2.3 levels on average.",
        "Split. Two people differ by 1.8 levels on average.",
        "Spread. Two people differ by 1.5 levels on average.",
    ]


def test_a_pack_with_one_section_is_told_of_that_one():
    """Nobody counts to one."""
    small = read_pack(Path(__file__).parents[2] / "fixtures" / "packs" / "board-check.toml")
    one = answered(small, people({"BRD-15": "2 2 2 2 2", "BRD-19": "2 2 2 2 2"}), minimum=5)
    answer = parts(one, work_out(one))[0]
    assert lead(answer).startswith("This part is in the band “Act first”.")
