"""Two occasions beside each other, told in blocks: plain words, and no more than is known."""

from dataclasses import replace

import pytest
from beside_examples import (
    BEFORE,
    THREE_THEMES,
    blocks,
    everywhere,
    level,
    occasion,
    of_kind,
    reworded,
)
from measured_packs import COLUMNS, HOLD_BACK, item, pack

from collabkit.assessments.assessment import Selection
from collabkit.assessments.beside.change import compare
from collabkit.assessments.beside.change_lead import lead_sentence
from collabkit.assessments.beside.change_parts import comparison_parts
from collabkit.assessments.beside.comparison import Comparison
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.outcomes.blocks import (
    Bullets,
    Entries,
    Facts,
    Fold,
    Paragraph,
    Part,
    Place,
    Shapes,
    Table,
    Tone,
)
from collabkit.assessments.pack import OutcomeKind, Pack

ONE = pack(*(item(f"A-{n}") for n in range(1, 5)))
SPLIT = "1 1 3 5 5"


def laid(
    of: Pack, then: dict[str, str], now: dict[str, str], people: Likeness = Likeness.SAME
) -> Comparison:
    return compare(occasion(of, then, BEFORE), occasion(of, now), people=people)


def themes(first: str, second: str, third: str) -> dict[str, str]:
    """The same level in all four statements of a theme, for each of three."""
    levels = dict(zip("ABC", (first, second, third), strict=True))
    return {i.id: level(levels[i.section]) for i in THREE_THEMES.items}


def part(parts: tuple[Part, ...], key: str) -> Part:
    return next(part for part in parts if part.key == key)


def said(comparison: Comparison) -> list[str]:
    return [block.text for block in blocks(comparison_parts(comparison)[:1], Paragraph)]


def test_the_lead_counts_themes_by_what_has_become_of_them() -> None:
    """Higher first, no clear change last; in words that can be read aloud."""
    found = laid(THREE_THEMES, themes("2", "3", "3"), themes("3", "2", "3"))
    assert lead_sentence(found) == (
        "Since November 2025, of three parts, one is clearly higher, one is clearly lower and one "
        "shows no clear change."
    )


def test_what_may_be_a_change_and_what_is_not_compared_is_counted_too() -> None:
    """A-1 rises by one: the theme by 0.25, seen as 0.3. B falls as much; C has other words."""
    then, now = themes("3", "3", "3"), themes("3", "3", "3")
    now |= {"A-1": level("4"), "B-1": level("2")}
    before, after = occasion(THREE_THEMES, then, BEFORE), occasion(THREE_THEMES, now)
    after = replace(after, pack=reworded(after.pack, "C-1"))
    assert lead_sentence(compare(before, after, people=Likeness.SAME)) == (
        "Since November 2025, of three parts, one may be higher, one may be lower and one is not "
        "compared."
    )


def test_no_clear_change_is_said_at_once() -> None:
    """Where nothing else is to be said of the themes that are compared."""
    same = themes("3", "3", "3")
    assert lead_sentence(laid(THREE_THEMES, same, same)) == (
        "Since November 2025 no part shows a clear change."
    )


def test_a_single_theme_is_called_by_its_name() -> None:
    """One of one would be no sentence."""
    found = laid(ONE, everywhere(ONE, "2"), everywhere(ONE, "4"))
    assert lead_sentence(found) == "Section A: clearly higher since November 2025."


def test_without_themes_the_lead_counts_statements() -> None:
    """As of barriers."""
    of = of_kind(pack(item("A-1", HOLD_BACK), item("A-2", HOLD_BACK)), OutcomeKind.RANKING)
    found = laid(of, everywhere(of, "1"), {"A-1": level("3"), "A-2": level("1")})
    assert lead_sentence(found) == (
        "Since November 2025, of two statements, one is clearly higher and one shows no clear "
        "change."
    )
    assert said(found)[-1] == "The higher a number, the more it holds back."
    single = of_kind(pack(item("A-1", HOLD_BACK)), OutcomeKind.RANKING)
    found = laid(single, everywhere(single, "3"), everywhere(single, "1"))
    assert lead_sentence(found) == "“We do A-1.”: clearly lower since November 2025."


def test_nothing_alike_is_said_plainly() -> None:
    """And every reason is told."""
    before = occasion(ONE, everywhere(ONE, "2"), BEFORE)
    after = occasion(reworded(ONE, *(i.id for i in ONE.items)), everywhere(ONE, "2"))
    found = compare(before, after, people=Likeness.SAME)
    assert lead_sentence(found) == "Nothing can be compared with November 2025."
    parts = comparison_parts(found)
    assert [p.key for p in parts] == ["last-time", "not-compared", "change-method"]
    (fold,) = blocks(parts, Fold)
    assert fold.title == "Four statements were asked in other words in November 2025"
    assert not blocks(parts, Shapes)
    assert not blocks(parts, Table)


def test_the_shapes_have_the_numbers_of_their_table() -> None:
    """Both outlines, the later last; the last column says what the numbers mean."""
    then, now = themes("2", "3", "3"), themes("3", "3", "2")
    before = occasion(THREE_THEMES, then, BEFORE)
    after = occasion(reworded(THREE_THEMES, "B-1"), now)
    found = compare(before, after, people=Likeness.SAME)
    (shapes,) = blocks(comparison_parts(found), Shapes)
    assert shapes.corners == ("Section A", "Section B", "Section C")
    assert [(o.label, o.scores) for o in shapes.outlines] == [
        ("November 2025", (2, None, 3)),
        ("November 2026", (3, None, 2)),
    ]
    assert shapes.table.head == ("Part", "November 2025", "November 2026", "What it means")
    assert shapes.table.rows == (
        ("Section A", "2.0", "3.0", "Clearly higher, by 1.0"),
        (
            "Section B",
            "–",
            "–",
            "Not compared: fewer than four statements were asked in the same words",
        ),
        ("Section C", "3.0", "2.0", "Clearly lower, by 1.0"),
    )
    assert shapes.in_words == (
        "A chart with one axis from 1 to 5 for each score. November 2025: Section A 2.0, Section C "
        "3.0; without Section B. November 2026: Section A 3.0, Section C 2.0; without Section B."
    )


def test_a_narrower_comparison_says_on_how_many_statements_it_rests() -> None:
    """Core last time, all this time: one statement a theme."""
    before = occasion(
        THREE_THEMES,
        themes("2", "2", "2"),
        BEFORE,
        asked=["A-1", "B-1", "C-1"],
        selection=Selection.CORE,
    )
    found = compare(before, occasion(THREE_THEMES, themes("2", "2", "2")), people=Likeness.SAME)
    (shapes,) = blocks(comparison_parts(found), Shapes)
    assert shapes.table.rows[0][-1] == "No clear change (over 1 statement)"


@pytest.mark.parametrize(
    ("then", "now", "reason"),
    [
        ({"A-1": "3"}, {"A-1": "3"}, "one of the pictures has no score for it"),
        (
            {"A-1": "3", "A-2": "3"},
            {"A-2": "3", "A-3": "3", "A-4": "3"},
            "not enough answers to the same statements",
        ),
    ],
)
def test_a_theme_that_is_not_compared_says_why(
    then: dict[str, str], now: dict[str, str], reason: str
) -> None:
    """In its row of the table."""
    rest = {i.id: level("3") for i in THREE_THEMES.items if i.section != "A"}
    answers = [rest | {i: level(number) for i, number in each.items()} for each in (then, now)]
    (shapes,) = blocks(comparison_parts(laid(THREE_THEMES, *answers)), Shapes)
    assert shapes.table.rows[0][-1] == f"Not compared: {reason}"


def test_a_theme_without_a_statement_alike_says_so() -> None:
    """Every statement has other words."""
    after = reworded(THREE_THEMES, "A-1", "A-2", "A-3", "A-4")
    before = occasion(THREE_THEMES, themes("2", "2", "2"), BEFORE)
    found = compare(before, occasion(after, themes("2", "2", "2")), people=Likeness.SAME)
    (shapes,) = blocks(comparison_parts(found), Shapes)
    assert shapes.table.rows[0][-1] == (
        "Not compared: no statement was asked in the same words both times"
    )


def test_two_themes_make_a_table_and_no_shape() -> None:
    """A shape needs three corners."""
    found = laid(ONE, everywhere(ONE, "2"), everywhere(ONE, "4"))
    parts = comparison_parts(found)
    assert not blocks(parts, Shapes)
    (table,) = blocks(parts, Table)
    assert table.rows == (("Section A", "2.0", "4.0", "Clearly higher, by 2.0"),)


def test_what_stands_out_is_told_with_its_spread() -> None:
    """The rest is folded away."""
    then = {"A-1": SPLIT, "A-2": level("3"), "A-3": level("3"), "A-4": SPLIT}
    now = {"A-1": level("3"), "A-2": SPLIT, "A-3": level("4"), "A-4": SPLIT}
    parts = comparison_parts(laid(ONE, then, now))
    (entries,) = blocks(parts, Entries)
    assert [(e.title, e.mark, e.text) for e in entries.entries] == [
        (
            "We do A-2.",
            "now split",
            "Last time 3.0, this time 3.0: no clear change. Together last time, split now.",
        ),
        (
            "We do A-3.",
            "higher",
            "Last time 3.0, this time 4.0: clearly higher, by 1.0.",
        ),
        (
            "We do A-1.",
            "no longer split",
            "Last time 3.0, this time 3.0: no clear change. Split last time, together now.",
        ),
    ]
    fold = blocks(parts, Fold)[0]
    assert fold.title == "One statement without a clear change"
    assert fold.entries[0].text == (
        "Last time 3.0, this time 3.0: no clear change. Split both times."
    )


def test_what_is_lower_is_marked_so() -> None:
    """And where nothing is left for the fold, there is none."""
    parts = comparison_parts(laid(ONE, everywhere(ONE, "4"), everywhere(ONE, "2")))
    (entries,) = blocks(parts, Entries)
    assert {entry.mark for entry in entries.entries} == {"lower"}
    assert not blocks(parts, Fold)


def test_where_nothing_stands_out_that_is_said() -> None:
    """In place of the list."""
    parts = comparison_parts(laid(ONE, everywhere(ONE, "4"), everywhere(ONE, "4")))
    assert not blocks(parts, Entries)
    assert part(parts, "changed").blocks[0] == Paragraph("No statement stands out by a change.")


def own(answers: dict[str, str], of: Pack = ONE) -> Occasion:
    return occasion(of, answers, minimum=1, respondents=1)


@pytest.mark.parametrize(
    ("people", "group", "alone"),
    [
        (
            Likeness.SAME,
            "You said that at least two thirds of the people are the same both times.",
            "You said that the same person answered both times.",
        ),
        (Likeness.CHANGED, "A new picture: fewer than two thirds", "A new picture: somebody else"),
        (
            Likeness.NOT_SAID,
            "Nobody has said whether at least two thirds",
            "Nobody has said whether the same person",
        ),
    ],
)
def test_what_was_said_about_people_is_told(people: Likeness, group: str, alone: str) -> None:
    """As a fact and not as a warning; quietly if they are the same."""
    answers = everywhere(ONE, "3")
    for found, words in (
        (laid(ONE, answers, answers, people), group),
        (
            compare(own(everywhere(ONE, "3", 1)), own(everywhere(ONE, "3", 1)), people=people),
            alone,
        ),
    ):
        paragraph = part(comparison_parts(found), "last-time").blocks[1]
        assert isinstance(paragraph, Paragraph)
        assert paragraph.text.startswith(words)
        assert paragraph.tone is (Tone.QUIET if people is Likeness.SAME else Tone.PLAIN)


@pytest.mark.parametrize("people", [Likeness.CHANGED, Likeness.NOT_SAID])
def test_a_new_picture_has_no_word_of_change(people: Likeness) -> None:
    """Both pictures as they are, with their gaps, and nothing about single statements."""
    then = {k: v for k, v in themes("1", "2", "3").items() if k[0] != "B"}
    parts = comparison_parts(laid(THREE_THEMES, then, themes("5", "4", "3"), people))
    assert [p.key for p in parts] == ["last-time"]
    (shapes,) = blocks(parts, Shapes)
    assert shapes.table.head == ("Part", "November 2025", "November 2026")
    assert shapes.table.rows == (
        ("Section A", "1.0", "5.0"),
        ("Section B", "not enough answers", "4.0"),
        ("Section C", "3.0", "3.0"),
    )


def test_a_theme_that_is_new_was_not_asked_before() -> None:
    """A gap has its reason."""
    less = replace(THREE_THEMES, sections=THREE_THEMES.sections[:2])
    before = occasion(less, everywhere(less, "3"), BEFORE)
    after = occasion(THREE_THEMES, themes("3", "3", "3"))
    (shapes,) = blocks(comparison_parts(compare(before, after, people=Likeness.CHANGED)), Shapes)
    assert shapes.table.rows[2] == ("Section C", "not asked", "3.0")


def test_barriers_of_a_new_picture_stand_in_a_table() -> None:
    """Their means, and no word of change."""
    of = of_kind(pack(item("A-1", HOLD_BACK)), OutcomeKind.RANKING)
    found = laid(of, everywhere(of, "1"), everywhere(of, "3"), Likeness.CHANGED)
    (table,) = blocks(comparison_parts(found), Table)
    assert table.rows == (("We do A-1.", "1.0", "3.0"),)


def test_a_difference_agrees_with_the_numbers_beside_it() -> None:
    """25/6 and 17/6 are seen as 4.2 and 2.8 and are 4/3 apart, not 1.4."""
    then, now = (
        dict.fromkeys(everywhere(ONE, "4"), "4 4 4 4 4 5"),
        dict.fromkeys(everywhere(ONE, "3"), "3 3 3 3 3 2"),
    )
    parts = comparison_parts(laid(ONE, then, now))
    (entries,) = blocks(parts, Entries)
    assert entries.entries[0].text.startswith(
        "Last time 4.2, this time 2.8: clearly lower, by 1.3 before rounding."
    )
    (table,) = blocks(parts, Table)
    assert table.rows == (("Section A", "4.2", "2.8", "Clearly lower, by 1.3 before rounding"),)


def test_it_is_told_where_a_score_is_another_than_in_its_own_picture() -> None:
    """At the shape itself, naming the theme; where the figures are the same, nothing is."""
    core = {"asked": ["A-1"], "selection": Selection.CORE}
    before = occasion(ONE, {"A-1": level("2")}, BEFORE, **core)
    words = "“Section A” is compared only over what was asked and may be shown both times."
    for fourth, is_told in (("5", True), ("3", False)):
        after = occasion(ONE, {**everywhere(ONE, fourth), "A-1": level("3")})
        told = " ".join(said(compare(before, after, people=Likeness.SAME)))
        assert (words in told) is is_told


def test_people_and_statements_are_counted() -> None:
    """A mean never stands without the number of people; one person is not counted."""
    answers = everywhere(ONE, "3", 9)
    (facts,) = blocks(comparison_parts(laid(ONE, answers, answers)), Facts)
    assert [(f.label, f.value) for f in facts.entries] == [
        ("November 2025", "Nine people, 4 statements"),
        ("November 2026", "Nine people, 4 statements"),
    ]
    alone = own(everywhere(ONE, "3", 1))
    found = comparison_parts(compare(alone, alone, people=Likeness.SAME))
    (facts,) = blocks(found, Facts)
    assert facts.entries[0].value == "4 statements"
    method = blocks(found, Bullets)[0].entries
    assert not any("people" in sentence for sentence in method)


def test_columns_show_both_counts() -> None:
    """For a group how often each answer was given, for one person the answer."""
    of = of_kind(pack(item("A-1", COLUMNS)), OutcomeKind.COLUMNS)
    found = laid(of, {"A-1": "soon soon later later later"}, {"A-1": level("never")})
    parts = comparison_parts(found)
    (table,) = blocks(parts, Table)
    assert table.rows == (("We do A-1.", "2 × Quick win, 3 × Long-term aim", "5 × Not suitable"),)
    assert [p.key for p in parts] == ["last-time", "change-method"]
    alone = compare(own({"A-1": "soon"}, of), own({"A-1": "never"}, of), people=Likeness.SAME)
    (table,) = blocks(comparison_parts(alone), Table)
    assert table.rows == (("We do A-1.", "Quick win", "Not suitable"),)


def test_columns_with_nothing_to_show_have_no_table() -> None:
    """Only why there is none."""
    of = of_kind(pack(item("A-1", COLUMNS), item("A-2", COLUMNS)), OutcomeKind.COLUMNS)
    parts = comparison_parts(laid(of, {"A-1": level("soon")}, {"A-2": level("soon")}))
    assert not blocks(parts, Table)
    (fold,) = blocks(parts, Fold)
    assert fold.title == "Two statements have not enough answers both times"


def test_what_was_asked_once_is_told_apart() -> None:
    """Under the occasion on which it was asked."""
    before = occasion(ONE, everywhere(ONE, "3"), BEFORE, asked=["A-1", "A-2", "A-3"])
    after = occasion(ONE, everywhere(ONE, "3"), asked=["A-1", "A-4"])
    parts = comparison_parts(compare(before, after, people=Likeness.SAME))
    folds = part(parts, "not-compared").blocks
    assert [f.title for f in folds if isinstance(f, Fold)] == [
        "Two statements were asked only in November 2025",
        "One statement was asked only in November 2026",
    ]
    assert part(parts, "not-compared").place is Place.BEHIND


def test_why_nothing_is_compared_is_the_only_thing_said() -> None:
    """Too few people, one person beside a group, or another way of counting."""
    seen = occasion(ONE, everywhere(ONE, "3"), BEFORE)
    few = occasion(ONE, everywhere(ONE, "3", 4), respondents=4)
    alone = own(everywhere(ONE, "3", 1))
    first, *others = seen.results.items
    means = (replace(first, mean=first.mean and first.mean + 1), *others)
    joint = replace(seen, results=replace(seen.results, items=means))
    for before, after, words in (
        (seen, few, "There is nothing to compare: too few people answered in November 2026."),
        (few, seen, "There is nothing to compare: too few people answered in November 2026."),
        (
            own({}),
            alone,
            "There is nothing to compare: nothing was answered in November 2026.",
        ),
        (seen, alone, "November 2025 and November 2026 are not compared: one of them is one "),
        (seen, joint, "November 2025 and November 2025 are not compared: on one occasion every "),
    ):
        parts = comparison_parts(compare(before, after, people=Likeness.SAME))
        (lead,) = parts[0].blocks
        assert isinstance(lead, Paragraph)
        assert lead.text.startswith(words)
        assert len(parts) == 1


def test_one_person_has_not_answered_enough_where_an_answer_is_missing() -> None:
    """Nobody says of one person that there are too few."""
    found = compare(own({"A-1": "3", "A-2": "3"}), own({"A-1": "3"}), people=Likeness.SAME)
    titles = [fold.title for fold in blocks(comparison_parts(found), Fold)]
    assert titles[1:] == ["Three statements have no answer that counts both times"]


def test_other_outcomes_are_looked_at_in_turn() -> None:
    """That is all there is to say."""
    of = of_kind(ONE, OutcomeKind.DECISION)
    found = laid(of, everywhere(of, "1"), everywhere(of, "5"))
    assert said(found) == [
        "Nothing is compared here: look at November 2025 and November 2026 in turn."
    ]
    assert len(comparison_parts(found)) == 1


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2", "4", "all three parts are clearly higher."),
        ("4", "2", "all three parts are clearly lower."),
    ],
)
def test_all_alike_is_said_once(before: str, after: str, told: str) -> None:
    """Nobody says of three that three are higher."""
    found = laid(THREE_THEMES, everywhere(THREE_THEMES, before), everywhere(THREE_THEMES, after))
    assert lead_sentence(found).endswith(told)
