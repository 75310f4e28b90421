"""All occasions in a row: each picture for itself, and only the same words beside each other."""

from dataclasses import replace
from datetime import date

import pytest
from beside_examples import (
    AFTER,
    THREE_THEMES,
    blocks,
    everywhere,
    level,
    occasion,
    of_kind,
    reworded,
)
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import HOLD_BACK, item, pack

from collabkit.assessments.assessment import Selection
from collabkit.assessments.beside.comparison import WhyNothing
from collabkit.assessments.beside.occasion import Likeness, Occasion, occasion_labels
from collabkit.assessments.beside.time_line import TimeLine, time_line
from collabkit.assessments.beside.time_line_parts import time_line_parts
from collabkit.assessments.outcomes.blocks import Bullets, Fold, Paragraph, Shapes, Table, Tone
from collabkit.assessments.pack import OutcomeKind


def every_year(*levels: str, **other: object) -> list[Occasion]:
    """An occasion a year, the last in 2026, each with one level everywhere."""
    first = AFTER.year - len(levels) + 1
    return [
        occasion(THREE_THEMES, everywhere(THREE_THEMES, number), date(first + n, 11, 22), **other)  # type: ignore[arg-type]
        for n, number in enumerate(levels)
    ]


def line_of(occasions: list[Occasion]) -> TimeLine:
    line = time_line(occasions)
    assert line is not None
    return line


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([i.id for i in THREE_THEMES.items]),
            st.lists(st.sampled_from("12345"), min_size=5, max_size=7),
        ),
        min_size=2,
        max_size=4,
    ),
    st.sampled_from(Selection),
)
def test_in_the_same_words_every_score_is_that_of_its_own_picture(
    answers: list[dict[str, list[str]]], selection: Selection
) -> None:
    """Nothing is worked out anew where there is nothing to leave out."""
    occasions = [occasion(THREE_THEMES, each, selection=selection) for each in answers]
    line = time_line(occasions)
    if line is not None:
        for moment in line.moments:
            sections = moment.occasion.results.sections
            assert moment.scores == tuple(section.score for section in sections)


def test_a_statement_in_other_words_does_not_count() -> None:
    """A-1 was 1 and had other words: of 1 3 3 3 3 only four are left, and their mean is 3.0.

    Its own picture says (1 + 3 + 3 + 3 + 3) / 5 = 2.6.
    """
    of = pack(*(item(f"A-{n}") for n in range(1, 6)))
    before = occasion(of, {**everywhere(of, "3"), "A-1": level("1")}, date(2025, 1, 1))
    line = line_of([before, occasion(reworded(of, "A-1"), everywhere(of, "3"))])
    assert str(before.results.sections[0].score) == "13/5"
    assert [moment.scores for moment in line.moments] == [(3,), (3,)]
    assert [moment.other_words for moment in line.moments] == [("A-1",), ()]


def test_too_few_statements_in_the_same_words_are_a_gap() -> None:
    """Three of four are no theme any more; the gap says why, and the statements are named."""
    first, last = every_year("2", "3")
    line = line_of([first, replace(last, pack=reworded(THREE_THEMES, "A-1"))])
    assert line.moments[0].scores == (None, 2, 2)
    parts = time_line_parts(line)
    (shapes,) = blocks(parts, Shapes)
    assert shapes.table.rows[0] == ("Section A", "other words", "3.0")
    (fold,) = blocks(parts, Fold)
    assert fold.title == "One statement was asked in other words before"
    assert (fold.entries[0].title, fold.entries[0].text) == (
        "Other words.",
        "In other words, and not counted: November 2025.",
    )


def test_what_was_not_asked_is_a_gap_with_its_reason() -> None:
    """And the table counts people and statements, so that nobody overlooks it."""
    first, last = every_year("2", "3")
    less = occasion(
        THREE_THEMES,
        {**everywhere(THREE_THEMES, "2"), "B-1": "", "B-2": "", "B-3": ""},
        first.day,
        asked=[i.id for i in THREE_THEMES.items if i.section != "A"],
    )
    (shapes,) = blocks(time_line_parts(line_of([less, last])), Shapes)
    assert shapes.table.rows == (
        ("Section A", "not asked", "3.0"),
        ("Section B", "not enough answers", "3.0"),
        ("Section C", "2.0", "3.0"),
        ("People", "9", "9"),
        ("Statements", "8", "12"),
    )


def test_six_stand_beside_each_other_and_three_are_drawn() -> None:
    """Older ones are folded away; the latest is last."""
    parts = time_line_parts(line_of(every_year("1", "2", "3", "4", "5", "1", "2", "3")))
    (shapes,) = blocks(parts, Shapes)
    assert [outline.label for outline in shapes.outlines] == [
        f"November {year}" for year in (2024, 2025, 2026)
    ]
    assert shapes.table.head == ("Part", *(f"November {year}" for year in range(2021, 2027)))
    assert shapes.table.rows[0] == ("Section A", "3.0", "4.0", "5.0", "1.0", "2.0", "3.0")
    (fold,) = blocks(parts, Fold)
    assert fold.title == "Two earlier pictures"
    assert [(e.title, e.text) for e in fold.entries] == [
        ("November 2019", "Section A 1.0; Section B 1.0; Section C 1.0"),
        ("November 2020", "Section A 2.0; Section B 2.0; Section C 2.0"),
    ]
    lead = parts[0].blocks[0]
    assert lead == Paragraph(
        "Eight pictures, from November 2019 to November 2026. Each stands for itself.", Tone.LEAD
    )


def heeded(occasions: list[Occasion], tone: Tone = Tone.CARE) -> list[str]:
    paragraphs = blocks(time_line_parts(line_of(occasions)), Paragraph)
    return [paragraph.text for paragraph in paragraphs if paragraph.tone is tone]


def test_other_people_are_said_with_their_occasion() -> None:
    """What is known of the first one does not matter."""
    first, second, third, last = every_year("1", "2", "3", "4")
    assert not heeded([replace(first, people=Likeness.CHANGED), second, third, last])
    changed = [first, replace(second, people=Likeness.CHANGED), third]
    assert heeded([*changed, replace(last, people=Likeness.NOT_SAID)]) == [
        "A new picture in November 2024: fewer than two thirds of the people were the same as the "
        "time before, so a difference may come from that alone.",
        "Nobody has said of November 2026 whether at least two thirds of the people were the same "
        "as the time before.",
    ]


def test_one_persons_pictures_have_no_number_of_people() -> None:
    """Whether it was the same person is told in other words."""
    own = [
        occasion(
            THREE_THEMES,
            everywhere(THREE_THEMES, "2", 1),
            date(year, 1, 1),
            minimum=1,
            respondents=1,
            people=people,
        )
        for year, people in (
            (2024, Likeness.SAME),
            (2025, Likeness.CHANGED),
            (2026, Likeness.NOT_SAID),
        )
    ]
    (shapes,) = blocks(time_line_parts(line_of(own)), Shapes)
    assert [row[0] for row in shapes.table.rows][3:] == ["Statements"]
    assert heeded(own) == [
        "In January 2025 somebody else answered than the time before: a new picture.",
        "Nobody has said of January 2026 whether the same person answered.",
    ]


def test_what_may_not_stand_beside_the_latest_is_left_out() -> None:
    """With the reason; nothing is known then of the people after it."""
    first, hidden, alone, joint, last = every_year("1", "2", "3", "4", "5")
    hidden = occasion(THREE_THEMES, everywhere(THREE_THEMES, "2", 4), hidden.day)
    alone = occasion(THREE_THEMES, everywhere(THREE_THEMES, "3", 1), alone.day, minimum=1)
    items = joint.results.items
    joint = replace(
        joint,
        results=replace(
            joint.results,
            items=(replace(items[0], mean=items[0].mean and 2 * items[0].mean), *items[1:]),
        ),
    )
    occasions = [first, hidden, alone, joint, last]
    line = line_of(occasions)
    assert [moment.occasion.label for moment in line.moments] == ["November 2022", "November 2026"]
    assert line.latest.people is Likeness.NOT_SAID
    assert [why for _occasion, why in line.left_out] == [
        WhyNothing.HIDDEN,
        WhyNothing.ONE_PERSON,
        WhyNothing.COUNTED_OTHERWISE,
    ]
    assert heeded(occasions, Tone.QUIET) == [
        "November 2023 is left out: too few people answered.",
        "November 2024 is left out: a group is compared with nobody alone, and nobody with a "
        "group.",
        "November 2025 is left out: organisations and people were not counted in the same way.",
    ]


def test_the_latest_that_can_be_seen_leads() -> None:
    """An assessment that has only begun does not hide those before it."""
    first, second, begun = every_year("1", "2", "3")
    begun = replace(begun, results=occasion(THREE_THEMES, {}).results)
    assert line_of([first, second, begun]).latest == second


@pytest.mark.parametrize("number", [0, 1])
def test_one_picture_makes_no_row(number: int) -> None:
    """Nor does none."""
    assert time_line(every_year("1")[:number]) is None


def test_hidden_pictures_make_no_row() -> None:
    """Nothing is to be seen of any of them."""
    few = occasion(THREE_THEMES, everywhere(THREE_THEMES, "2", 4))
    assert time_line([few, few]) is None


def test_without_scores_from_1_to_5_there_is_no_row() -> None:
    """Barriers and columns have none."""
    of = of_kind(pack(item("A-1", HOLD_BACK)), OutcomeKind.RANKING)
    one = occasion(of, everywhere(of, "1"))
    assert time_line([one, one]) is None


def test_different_packs_are_a_mistake() -> None:
    """They ask different things."""
    one, other = every_year("1", "2")
    with pytest.raises(ValueError):
        time_line([one, replace(other, pack=replace(other.pack, id="other"))])


def test_two_themes_make_a_table_alone() -> None:
    """There is no shape of two corners."""
    of = pack(*(item(f"{code}-1") for code in "AB"))
    line = line_of([occasion(of, everywhere(of, n), people=Likeness.SAME) for n in "12"])
    parts = time_line_parts(line)
    assert not blocks(parts, Shapes)
    assert blocks(parts, Table)[0].rows[0] == ("Section A", "1.0", "2.0")


def test_the_method_promises_no_trend() -> None:
    """A few pictures are no line, and nobody reads a percentage."""
    (bullets,) = blocks(time_line_parts(line_of(every_year("1", "2"))), Bullets)
    assert bullets.entries[-1] == "No trend is worked out: a few pictures are no line."
    assert not any("%" in sentence or "per cent" in sentence for sentence in bullets.entries)


def test_labels_are_never_the_same() -> None:
    """The month, the day where two share the month, and a number where two share the day."""
    days = [date(2025, 11, 3), date(2026, 11, 3), date(2026, 11, 22), date(2026, 11, 22)]
    assert occasion_labels(days) == (
        "November 2025",
        "3 November 2026",
        "22 November 2026 (1)",
        "22 November 2026 (2)",
    )
    assert occasion_labels([]) == ()
