"""Two occasions beside each other: what is compared, and from where on it is a change."""

from dataclasses import replace
from fractions import Fraction

import pytest
from beside_examples import (
    AFTER,
    BEFORE,
    THREE_THEMES,
    everywhere,
    level,
    occasion,
    of_kind,
    reworded,
)
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import (
    COLUMNS,
    HOLD_BACK,
    NOTES,
    THREE,
    answer_lists,
    item,
    minimums,
    numbered,
    pack,
)

from collabkit.assessments.assessment import Selection
from collabkit.assessments.beside.alike import NoScore
from collabkit.assessments.beside.change import compare
from collabkit.assessments.beside.comparison import (
    Change,
    Comparison,
    Manner,
    NotCompared,
    StatementBeside,
    WhyNot,
    WhyNothing,
    in_talking_order,
    statement_change,
    theme_change,
)
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.results import Spread

FOUR = pack(*(item(f"A-{n}") for n in range(1, 5)))
_OPPOSITE = {
    Change.HIGHER: Change.LOWER,
    Change.MAY_BE_HIGHER: Change.MAY_BE_LOWER,
    Change.NONE: Change.NONE,
    Change.MAY_BE_LOWER: Change.MAY_BE_HIGHER,
    Change.LOWER: Change.HIGHER,
}
_scores = st.fractions(1, 5, max_denominator=60)


def same(before: Occasion, after: Occasion) -> Comparison:
    return compare(before, after, people=Likeness.SAME)


def lift(first: str, second: str, **other: object) -> Comparison:
    """One statement of four goes from ``first`` to ``second``; the others stay."""
    before, after = everywhere(FOUR, "3"), everywhere(FOUR, "3")
    return same(
        occasion(FOUR, {**before, "A-1": first}, BEFORE, **other),  # type: ignore[arg-type]
        occasion(FOUR, {**after, "A-1": second}, **other),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("difference", "change"),
    [
        ("0", Change.NONE),
        ("0.249", Change.NONE),
        ("0.25", Change.MAY_BE_HIGHER),  # seen as 0.3
        ("0.449", Change.MAY_BE_HIGHER),  # seen as 0.4
        ("0.45", Change.HIGHER),  # seen as 0.5
        ("-0.249", Change.NONE),
        ("-0.25", Change.MAY_BE_LOWER),  # halves go away from zero both ways
        ("-0.45", Change.LOWER),
    ],
)
def test_the_limits_of_a_theme_are_tested_on_what_people_see(
    difference: str, change: Change
) -> None:
    """0.5 is a change and 0.3 may be one, rounded to one decimal first."""
    assert theme_change(Fraction(3), 3 + Fraction(difference)) is change


@pytest.mark.parametrize(
    ("difference", "change"),
    [
        ("0.949", Change.NONE),
        ("0.95", Change.HIGHER),
        ("-0.949", Change.NONE),
        ("-0.95", Change.LOWER),
    ],
)
def test_the_limit_of_a_statement_is_a_whole_step(difference: str, change: Change) -> None:
    """1.0 as people see it; nothing in between may be one."""
    assert statement_change(Fraction(3), 3 + Fraction(difference)) is change


@given(_scores, _scores)
def test_going_back_is_the_opposite(before: Fraction, after: Fraction) -> None:
    """Neither way is preferred."""
    assert theme_change(after, before) is _OPPOSITE[theme_change(before, after)]
    assert statement_change(after, before) is _OPPOSITE[statement_change(before, after)]


@given(_scores, _scores, _scores)
def test_a_larger_rise_is_never_a_smaller_change(
    before: Fraction, after: Fraction, more: Fraction
) -> None:
    """In the order in which the words stand."""
    order = list(Change)
    low, high = sorted((after, more))
    assert order.index(theme_change(before, high)) <= order.index(theme_change(before, low))


def test_a_worked_example() -> None:
    """Five people, four statements.

    Last time A-1 was 1 2 2 2 3, mean 10/5 = 2.0, this time 3 3 4 4 4, mean 18/5 = 3.6: 1.6 more,
    clearly higher. A-2 was 3.0 and is 3 3 3 3 4 = 16/5 = 3.2: 0.2 more, no clear change. A-3 and
    A-4 stay at 3.0. The theme was (2 + 3 + 3 + 3) / 4 = 2.75 and is (3.6 + 3.2 + 3 + 3) / 4 = 3.2:
    0.45 more, seen as 0.5, clearly higher.
    """
    before = occasion(FOUR, {**everywhere(FOUR, "3"), "A-1": "1 2 2 2 3"}, BEFORE)
    after = {**everywhere(FOUR, "3"), "A-1": "3 3 4 4 4", "A-2": "3 3 3 3 4"}
    found = same(before, occasion(FOUR, after))
    assert found.manner is Manner.CHANGE
    (theme,) = found.themes
    assert (theme.before, theme.after) == (Fraction(11, 4), Fraction(16, 5))
    assert (theme.change, theme.statements, theme.is_narrower) == (Change.HIGHER, 4, False)
    assert [one.change for one in found.statements] == [Change.HIGHER, *[Change.NONE] * 3]
    assert str(found.statements[0].difference) == "1.6"
    assert not found.not_compared


@pytest.mark.parametrize("people", [Likeness.CHANGED, Likeness.NOT_SAID])
def test_other_people_make_a_new_picture(people: Likeness) -> None:
    """Both pictures with their own scores, and not a word of change; not said counts as other."""
    before = occasion(FOUR, everywhere(FOUR, "1"), BEFORE)
    found = compare(before, occasion(FOUR, everywhere(FOUR, "5")), people=people)
    assert found.manner is Manner.BESIDE
    assert [(t.before, t.after, t.change) for t in found.themes] == [(1, 5, None)]
    assert all(one.change is None for one in found.statements)
    assert not in_talking_order(found)


def test_both_minimums_hold() -> None:
    """Three people were enough last time; this time it takes five, so three are no longer shown."""
    before = occasion(FOUR, everywhere(FOUR, "2", 3), BEFORE, minimum=3, respondents=3)
    found = same(before, occasion(FOUR, everywhere(FOUR, "4"), minimum=5))
    assert not found.statements
    assert {one.why for one in found.not_compared} == {WhyNot.TOO_FEW}
    assert found.themes[0].why_not is NoScore.FEW_ANSWERS
    enough = occasion(FOUR, everywhere(FOUR, "2", 5), BEFORE, minimum=3)
    assert len(same(enough, occasion(FOUR, everywhere(FOUR, "4"), minimum=5)).statements) == 4


@pytest.mark.parametrize("is_later_hidden", [True, False])
def test_a_hidden_picture_is_held_against_nothing(is_later_hidden: bool) -> None:
    """Nothing of the other one is taken up: no scores, no statements, no reasons."""
    seen = occasion(FOUR, everywhere(FOUR, "2", 5), BEFORE)
    hidden = occasion(FOUR, everywhere(FOUR, "2", 4), respondents=4)
    found = same(seen, hidden) if is_later_hidden else same(hidden, seen)
    assert found == Comparison(
        found.before, found.after, Likeness.SAME, Manner.NOTHING, WhyNothing.HIDDEN
    )


def test_a_group_is_never_compared_with_one_person() -> None:
    """Neither way."""
    alone = occasion(FOUR, everywhere(FOUR, "2", 1), BEFORE, minimum=1, respondents=1)
    group = occasion(FOUR, everywhere(FOUR, "2"))
    for found in (same(alone, group), same(group, alone)):
        assert (found.manner, found.why_nothing) == (Manner.NOTHING, WhyNothing.ONE_PERSON)


def test_one_person_is_compared_with_what_the_same_person_said() -> None:
    """One step is a change, and nothing is said of spread."""
    found = lift("3", "4", minimum=1, respondents=1)
    assert found.manner is Manner.CHANGE
    assert found.statements[0].change is Change.HIGHER
    assert found.statements[0].spread_after is Spread.SINGLE


@given(answer_lists, answer_lists, minimums, minimums)
def test_whatever_is_compared_is_shown_in_both_pictures(
    then: list[str], now: list[str], first: int, second: int
) -> None:
    """With as many levels as the larger minimum, and with the means of the pictures."""
    of = pack(item("A-1"))
    before = occasion(of, {"A-1": then}, BEFORE, minimum=first)
    after = occasion(of, {"A-1": now}, minimum=second)
    for people in Likeness:
        for one in compare(before, after, people=people).statements:
            results = before.results.item("A-1"), after.results.item("A-1")
            assert min(result.n for result in results) >= max(first, second)
            assert (one.before, one.after) == tuple(result.mean for result in results)
            assert (first == 1) == (second == 1)


def test_a_theme_is_compared_over_what_was_asked_both_times() -> None:
    """Core last time, all this time: 2.0 against 3.0 over A-1, although A is now 4.5 in all.

    This time (3 + 5 + 5 + 5) / 4 = 4.5 in its own picture.
    """
    core = {"asked": ["A-1"], "selection": Selection.CORE}
    before = occasion(FOUR, {"A-1": level("2")}, BEFORE, **core)
    after = occasion(FOUR, {**everywhere(FOUR, "5"), "A-1": level("3")})
    assert after.results.section("A").score == Fraction(9, 2)
    found = same(before, after)
    (theme,) = found.themes
    assert (theme.before, theme.after, theme.change) == (2, 3, Change.HIGHER)
    assert (theme.statements, theme.is_narrower) == (1, True)
    assert found.not_compared == tuple(NotCompared(f"A-{n}", WhyNot.ONLY_AFTER) for n in (2, 3, 4))


def test_an_own_choice_needs_four_statements_alike() -> None:
    """Five were chosen each time, but only three of them are the same."""
    eight = pack(*(item(f"A-{n}") for n in range(1, 9)))
    chosen = {"selection": Selection.OWN_CHOICE}
    first = occasion(
        eight, everywhere(eight, "2"), BEFORE, asked=[f"A-{n}" for n in (1, 2, 3, 4, 5)], **chosen
    )
    three = occasion(eight, everywhere(eight, "4"), asked=[f"A-{n}" for n in range(3, 8)], **chosen)
    (theme,) = same(first, three).themes
    assert theme.why_not is NoScore.FEW_STATEMENTS
    four = occasion(eight, everywhere(eight, "4"), asked=[f"A-{n}" for n in range(2, 7)], **chosen)
    (theme,) = same(first, four).themes
    assert (theme.statements, theme.change) == (4, Change.HIGHER)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (("A-1", "A-2", "A-3", "A-4"), NoScore.NO_STATEMENTS),
        (("A-1",), NoScore.FEW_STATEMENTS),
    ],
)
def test_other_words_are_not_compared(changed: tuple[str, ...], why: NoScore) -> None:
    """What is left of a theme counts as a choice: it takes four statements."""
    after = occasion(reworded(FOUR, *changed), everywhere(FOUR, "5"))
    found = same(occasion(FOUR, everywhere(FOUR, "1"), BEFORE), after)
    (theme,) = found.themes
    assert (theme.before, theme.after, theme.why_not) == (None, None, why)
    assert found.not_compared == tuple(NotCompared(i, WhyNot.OTHER_WORDS) for i in changed)
    assert len(found.statements) == 4 - len(changed)


def test_at_least_half_of_what_applies_is_needed_both_times() -> None:
    """Each picture has its own half, but only one statement of four has enough answers twice.

    Last time A-1 and A-2 were answered, this time A-2, A-3 and A-4.
    """
    before = occasion(FOUR, {"A-1": level("3"), "A-2": level("3")}, BEFORE)
    after = occasion(FOUR, {f"A-{n}": level("4") for n in (2, 3, 4)})
    found = same(before, after)
    assert found.themes[0].why_not is NoScore.FEW_ANSWERS
    assert [one.item_id for one in found.statements] == ["A-2"]


def test_what_did_not_apply_once_is_left_out_both_times() -> None:
    """Two of four did not apply to anybody last time: the other two are all that applies."""
    before = occasion(
        FOUR, {"A-1": level("2"), "A-2": level("2"), "A-3": "na " * 5, "A-4": "na " * 5}, BEFORE
    )
    after = occasion(FOUR, {**everywhere(FOUR, "5"), "A-1": level("2"), "A-2": level("2")})
    (theme,) = same(before, after).themes
    assert (theme.change, theme.statements, theme.is_narrower) == (Change.NONE, 2, True)


def test_a_theme_needs_a_score_of_its_own_in_both_pictures() -> None:
    """Nothing gets a score here that has none there."""
    before = occasion(FOUR, {"A-1": level("3")}, BEFORE)
    core = occasion(FOUR, {"A-1": level("3")}, asked=["A-1"], selection=Selection.CORE)
    assert same(before, core).themes[0].why_not is NoScore.NONE_OF_ITS_OWN


def test_a_theme_that_is_gone_is_named_last() -> None:
    """It cannot be compared, and its statements were asked only before."""
    left = replace(THREE_THEMES, sections=THREE_THEMES.sections[:2])
    before = occasion(THREE_THEMES, everywhere(THREE_THEMES, "3"), BEFORE)
    found = same(before, occasion(left, everywhere(left, "3")))
    assert [theme.code for theme in found.themes] == ["A", "B", "C"]
    assert found.themes[2].why_not is NoScore.NONE_OF_ITS_OWN
    assert {one.why for one in found.not_compared} == {WhyNot.ONLY_BEFORE}


def test_statements_stand_in_talking_order() -> None:
    """Newly split, then clearly lower, then clearly higher (largest first), then split no more."""
    split = "1 1 3 5 5"
    before = {
        "A-1": split, "A-2": level("2"), "A-3": level("4"), "A-4": level("3"),
        "B-1": level("1"), "B-2": level("3"), "B-3": split, "B-4": level("4"),
    }  # fmt: skip
    after = {
        "A-1": level("3"), "A-2": level("3"), "A-3": level("3"), "A-4": split,
        "B-1": level("3"), "B-2": level("3"), "B-3": split, "B-4": level("2"),
    }  # fmt: skip
    of = pack(*(item(f"{code}-{n}") for code in "AB" for n in range(1, 5)))
    found = same(occasion(of, before, BEFORE), occasion(of, after))
    told = [one.item_id for one in in_talking_order(found)]
    assert told == ["A-4", "B-4", "A-3", "B-1", "A-2", "A-1"]


def test_of_barriers_higher_is_worse() -> None:
    """Means on a scale of four whole steps are compared by the same rule, and there is no theme."""
    of = of_kind(pack(item("A-1", HOLD_BACK), item("A-2", HOLD_BACK)), OutcomeKind.RANKING)
    before = occasion(of, {"A-1": level("3"), "A-2": level("1")}, BEFORE)
    found = same(before, occasion(of, {"A-1": level("1"), "A-2": level("3")}))
    assert not found.themes
    assert [one.item_id for one in in_talking_order(found)] == ["A-2", "A-1"]


def test_only_whole_steps_are_compared() -> None:
    """Not categories, words or halves: a change of 1.0 would mean something else there.

    Steps that go downwards are whole steps too.
    """
    halves = numbered("a", "b", form_id="halves")
    halves = replace(
        halves,
        options=tuple(
            replace(o, value=Fraction(n, 2)) for n, o in enumerate(halves.options, start=1)
        ),
    )
    of = pack(item("A-1", COLUMNS), item("A-2", NOTES), item("A-3", halves), item("A-4", THREE))
    of = replace(of, forms=(*of.forms, halves))
    answers = {"A-1": level("soon"), "A-3": level("1"), "A-4": level("yes")}
    found = same(occasion(of, answers, BEFORE), occasion(of, answers))
    assert [one.item_id for one in found.statements] == ["A-4"]
    assert not found.not_compared


def test_columns_are_counted_side_by_side() -> None:
    """No change is named whoever answered; both times enough have to be counted."""
    of = of_kind(pack(item("A-1", COLUMNS), item("A-2", COLUMNS)), OutcomeKind.COLUMNS)
    before = occasion(of, {"A-1": level("soon"), "A-2": level("soon", 4)}, BEFORE)
    found = same(before, occasion(of, {"A-1": level("later"), "A-2": level("later")}))
    assert found.manner is Manner.COUNTS
    assert found.counted == ("A-1",)
    assert found.not_compared == (NotCompared("A-2", WhyNot.TOO_FEW),)


@pytest.mark.parametrize(
    "kind",
    sorted(set(OutcomeKind) - {OutcomeKind.PROFILE, OutcomeKind.RANKING, OutcomeKind.COLUMNS}),
)
def test_other_outcomes_are_looked_at_in_turn(kind: OutcomeKind) -> None:
    """Nothing of them is compared."""
    of = of_kind(FOUR, kind)
    found = same(occasion(of, everywhere(of, "1"), BEFORE), occasion(of, everywhere(of, "5")))
    assert found == Comparison(found.before, found.after, Likeness.SAME, Manner.IN_TURN)


def test_a_pack_with_another_outcome_is_looked_at_in_turn() -> None:
    """A pack of one's own may become something else under the same name."""
    before = occasion(of_kind(FOUR, OutcomeKind.RANKING), everywhere(FOUR, "1"), BEFORE)
    assert same(before, occasion(FOUR, everywhere(FOUR, "5"))).manner is Manner.IN_TURN


def test_different_packs_are_a_mistake() -> None:
    """They ask different things."""
    other = replace(FOUR, id="other")
    with pytest.raises(ValueError):
        same(occasion(FOUR, {}, BEFORE), occasion(other, {}, AFTER))


def test_organisations_that_weigh_the_same_are_not_held_against_people() -> None:
    """The mean of the organisations' means is another number than the mean of all people."""
    people = occasion(FOUR, everywhere(FOUR, "3"), BEFORE)
    first, *others = people.results.items
    joint = replace(
        people, results=replace(people.results, items=(replace(first, mean=Fraction(4)), *others))
    )
    found = same(people, joint)
    assert (found.manner, found.why_nothing) == (Manner.NOTHING, WhyNothing.COUNTED_OTHERWISE)
    assert same(joint, joint).manner is Manner.CHANGE


def test_what_is_asked_about_a_statement_is_not_compared() -> None:
    """Only statements are."""
    about = replace(item("A-2"), marks={"about": "A-1"})
    of = pack(item("A-1"), about)
    found = same(occasion(of, everywhere(of, "1"), BEFORE), occasion(of, everywhere(of, "5")))
    assert [one.item_id for one in found.statements] == ["A-1"]


def test_a_difference_is_what_people_see() -> None:
    """To one decimal, halves away from zero."""
    one = StatementBeside(
        "A-1", Fraction(3), Fraction(2), Spread.TOGETHER, Spread.TOGETHER, Change.LOWER
    )
    assert str(one.difference) == "-1.0"
