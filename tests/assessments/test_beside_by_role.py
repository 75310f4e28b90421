"""How each role sees it: nobody is found by taking one number from another, at any time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from beside_examples import blocks
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import COLUMNS, HOLD_BACK, item, pack

from collabkit.assessments.assessment import Party, Selection
from collabkit.assessments.beside.by_role import RoleGroup, RoleView, by_role
from collabkit.assessments.beside.role_groups import group_by_role
from collabkit.assessments.beside.role_parts import role_parts
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.blocks import Bullets, Entries, Facts, Fold, Paragraph, Table
from collabkit.assessments.pack import Outcome, OutcomeKind, Pack, Respondent
from collabkit.assessments.tally import tally_all

TWO = pack(item("A-1"), item("A-2"))
T, S, V = Respondent.TRUSTEE, Respondent.STAFF, Respondent.VOLUNTEER
LEVELS = set("12345")


def sheets_of(*people: tuple[Respondent, str]) -> tuple[Sheet, ...]:
    """A sheet for each role with its answers to A-1, A-2 and so on; "-" is none."""
    return tuple(
        Sheet(
            str(number),
            f"Person {number}",
            role,
            {f"A-{n}": code for n, code in enumerate(said.split(), 1) if code != "-"},
        )
        for number, (role, said) in enumerate(people)
    )


def people(role: Respondent, number: int, said: str = "3 3") -> list[tuple[Respondent, str]]:
    return [(role, said)] * number


def answered(of: Pack, sheets: Sequence[Sheet], minimum: int = 5, **other: Any) -> Answered:
    asked = [i.id for i in of.items]
    said = [answer for sheet in sheets for answer in sheet.answers.items()]
    results = measure(
        of,
        tally_all(of, said),
        asked=asked,
        minimum=minimum,
        respondents=len(sheets),
        selection=Selection.ALL,
    )
    return Answered(of, asked, minimum, results, date(2026, 11, 22), tuple(sheets), **other)


def view_of(
    *people: tuple[Respondent, str], of: Pack = TWO, minimum: int = 5, **other: Any
) -> RoleView | None:
    """Everybody came into the picture at once."""
    sheets = sheets_of(*people)
    said = answered(of, sheets, minimum, **other)
    return by_role(said, selection=Selection.ALL, batches=[[s.id for s in sheets]])


def told(*people: tuple[Respondent, str], **other: Any) -> RoleView:
    view = view_of(*people, **other)
    assert view is not None
    return view


def test_a_worked_example() -> None:
    """Six trustees and five staff, two statements.

    Trustees to A-1: 4 4 4 4 4 5, mean 25/6 = 4.17, seen as 4.2. Staff: 2 2 3 3 3, mean 13/5 = 2.6.
    They are 25/6 - 13/5 = 47/30 = 1.57 apart, seen as 1.6. All say 3 to A-2. So the trustees' score
    is (25/6 + 3) / 2 = 43/12 and that of the staff (13/5 + 3) / 2 = 14/5.
    """
    view = told(*people(T, 5, "4 3"), (T, "5 3"), *people(S, 2, "2 3"), *people(S, 3, "3 3"))
    assert view.groups == (RoleGroup(T, 6), RoleGroup(S, 5))
    first, second = view.statements
    assert first.means == (Fraction(25, 6), Fraction(13, 5))
    assert first.numbers == (6, 5)
    assert str(first.difference) == "1.6"
    assert view.apart == (first,)
    assert second.means == (3, 3)
    assert [section.scores for section in view.sections] == [(Fraction(43, 12), Fraction(14, 5))]
    assert view.later == 0


@pytest.mark.parametrize(
    ("numbers", "groups"),
    [
        ((5, 5, 0), ((T, 5), (S, 5))),
        ((5, 5, 5), ((T, 5), (S, 5), (V, 5))),
        ((8, 4, 3), ((T, 8), (None, 7))),
        ((8, 6, 2), ((T, 8), (None, 8))),  # two volunteers alone would be left: staff join them
        ((5, 5, 2), ((T, 5), (None, 7))),  # of equals the last joins
        ((5, 8, 2), ((S, 8), (None, 7))),  # the smaller one joins
        ((9, 4, 0), None),  # four are too few, and nobody is left to join them
        ((12, 0, 0), None),  # one role alone is the whole picture
        ((4, 4, 4), None),
        ((0, 0, 0), None),
    ],
)
def test_who_is_told_apart(
    numbers: tuple[int, int, int], groups: tuple[tuple[Respondent | None, int], ...] | None
) -> None:
    """Each role and everybody else reach the minimum of five, or there is nothing to tell."""
    everybody = [
        each for role, n in zip((T, S, V), numbers, strict=True) for each in people(role, n)
    ]
    view = view_of(*everybody)
    assert (view and tuple((g.role, g.people) for g in view.groups)) == groups


def test_a_statement_needs_enough_answers_of_everybody() -> None:
    """Of six staff only four chose a level of A-2: the two others said that they do not know."""
    view = told(*people(T, 6), *people(S, 4), *people(S, 2, "3 dk"))
    assert [one.item_id for one in view.statements] == ["A-1"]


def test_a_group_of_which_nobody_chose_a_level_has_no_mean() -> None:
    """The others are still told apart; the theme's score rests on what all have answered."""
    view = told(*people(T, 5, "3 4"), *people(S, 5, "3 4"), *people(V, 5, "3 dk"))
    second = view.statements[1]
    assert (second.means, second.numbers) == ((4, 4, None), (5, 5, 0))
    assert [section.scores for section in view.sections] == [(3, 3, 3)]


def test_a_statement_that_one_group_alone_answered_is_not_told() -> None:
    """Its mean is that of all."""
    view = told(*people(T, 5), *people(S, 5, "3 dk"))
    assert [one.item_id for one in view.statements] == ["A-1"]


def test_without_a_statement_there_is_nothing_to_tell() -> None:
    """However many people there are."""
    assert view_of(*people(T, 5, "3 dk"), *people(S, 5, "dk 3")) is None


def test_one_persons_assessment_has_no_roles() -> None:
    """Nor has anything below the smallest group."""
    assert view_of(*people(T, 5), *people(S, 5), minimum=1) is None


def with_settings(kind: OutcomeKind, **settings: object) -> Pack:
    return replace(TWO, outcome=Outcome(kind, settings))


@pytest.mark.parametrize(
    "of",
    [
        with_settings(OutcomeKind.PROFILE, agenda={"minutes": 60}),
        with_settings(OutcomeKind.PROFILE, organisations={"fix_below": 3}),
        *(
            with_settings(kind)
            for kind in sorted(set(OutcomeKind) - {OutcomeKind.PROFILE, OutcomeKind.RANKING})
        ),
    ],
    ids=lambda of: f"{of.outcome.kind} {' '.join(of.outcome.settings)}",
)
def test_boards_organisations_and_other_outcomes_have_no_roles(of: Pack) -> None:
    """The chief officer counts with the trustees, and partners are compared in other ways."""
    assert view_of(*people(T, 9), *people(S, 9), of=of) is None


def test_where_organisations_answer_there_are_no_roles() -> None:
    """Each speaks with one voice there."""
    party = Party("p", "a", "Alder")
    assert view_of(*people(T, 9), *people(S, 9), parties=(party,)) is None


def test_barriers_are_told_by_role_without_scores() -> None:
    """They have means, but no themes."""
    of = pack(item("A-1", HOLD_BACK), item("A-2", COLUMNS))
    of = replace(of, outcome=Outcome(OutcomeKind.RANKING))
    view = told(*people(T, 5, "3 soon"), *people(S, 5, "1 soon"), of=of)
    assert [one.item_id for one in view.apart] == ["A-1"]
    assert not view.sections


def test_what_is_asked_about_a_statement_is_not_told() -> None:
    """Only statements are."""
    of = pack(item("A-1"), replace(item("A-2"), marks={"about": "A-1"}))
    view = told(*people(T, 5), *people(S, 5), of=of)
    assert [one.item_id for one in view.statements] == ["A-1"]


def test_a_score_by_role_follows_the_rules_of_every_score() -> None:
    """At least half of what applies can be told; an own choice asks four statements or more."""
    three = pack(*(item(f"A-{n}") for n in (1, 2, 3)))
    few = [*people(T, 5, "3 3 3"), *people(S, 4, "3 3 3"), *people(S, 1, "3 dk dk")]
    view = told(*few, of=three)
    assert [one.item_id for one in view.statements] == ["A-1"]
    assert not view.sections
    sheets = sheets_of(*people(T, 5), *people(S, 5))
    chosen = by_role(
        answered(TWO, sheets), selection=Selection.OWN_CHOICE, batches=[[s.id for s in sheets]]
    )
    assert chosen is not None
    assert not chosen.sections


def in_batches(*batches: Sequence[tuple[Respondent, str]]) -> RoleView | None:
    sheets = sheets_of(*(person for batch in batches for person in batch))
    ids = iter(sheet.id for sheet in sheets)
    return by_role(
        answered(TWO, sheets),
        selection=Selection.ALL,
        batches=[[next(ids) for _person in batch] for batch in batches],
    )


def test_a_batch_joins_if_each_group_in_it_is_empty_or_large_enough() -> None:
    """Five trustees more change the view; four trustees and a volunteer do not."""
    first = [*people(T, 6), *people(S, 6)]
    joined = in_batches(first, people(T, 5))
    assert joined is not None
    assert [(g.role, g.people) for g in joined.groups] == [(T, 11), (S, 6)]
    kept = in_batches(first, [*people(T, 4), *people(V, 1)])
    assert kept is not None
    assert [(g.role, g.people) for g in kept.groups] == [(T, 6), (S, 6)]
    assert kept.later == 5


def test_roles_that_come_later_are_everybody_else() -> None:
    """The groups are not thought over once they were told."""
    view = in_batches([*people(T, 6), *people(S, 6)], people(V, 5))
    assert view is not None
    assert [(g.role, g.people) for g in view.groups] == [(T, 6), (S, 6), (None, 5)]


def test_a_first_picture_without_groups_waits_for_the_next() -> None:
    """Its people join if that gives nobody away; otherwise they are later than the groups."""
    waits = in_batches(people(T, 6), [*people(T, 5), *people(S, 5)])
    assert waits is not None
    assert [(g.role, g.people) for g in waits.groups] == [(T, 11), (S, 5)]
    mixed = in_batches([*people(T, 3), *people(S, 3)], [*people(T, 5), *people(S, 5)])
    assert mixed is not None
    assert mixed.later == 6


def test_a_statement_that_few_of_a_batch_answered_is_no_longer_told() -> None:
    """Two of the five trustees who joined did not choose a level of A-2."""
    first = [*people(T, 6), *people(S, 6)]
    view = in_batches(first, [*people(T, 3), *people(T, 2, "3 dk")])
    assert view is not None
    assert [one.item_id for one in view.statements] == ["A-1"]


def test_what_few_of_those_left_out_answered_is_not_told() -> None:
    """Four trustees and a volunteer are not told by role; two of them chose a level of A-2.

    All who chose one, without those who are told by role, would be these two.
    """
    first = [*people(T, 6), *people(S, 6)]
    view = in_batches(first, [*people(T, 2), *people(T, 2, "3 dk"), *people(V, 1, "3 dk")])
    assert view is not None
    assert [one.item_id for one in view.statements] == ["A-1"]


def test_who_is_in_no_batch_is_in_no_picture() -> None:
    """And nobody is in two."""
    sheets = sheets_of(*people(T, 5), *people(S, 5), *people(V, 5))
    ids = [sheet.id for sheet in sheets]
    grouping = group_by_role(sheets, [ids[:10], ids[:10]], 5)
    assert grouping is not None
    assert [len(grouping.group(place)) for place in range(3)] == [5, 5, 0]
    assert group_by_role(sheets, [], 5) is None


_person = st.tuples(
    st.sampled_from([T, S, V]), st.sampled_from(["3 3", "3 3", "1 5", "3 dk", "na 4", "2 -", "- -"])
)
_batch = st.lists(_person, min_size=3, max_size=14)


@given(st.lists(_batch, min_size=1, max_size=4), st.sampled_from([3, 4, 5]))
def test_nothing_that_can_be_worked_out_is_about_fewer_than_the_minimum(
    batches: list[list[tuple[Respondent, str]]], minimum: int
) -> None:
    """Every picture was seen, one after the other, and everything in them is held together.

    What all views of one statement tell is put into its smallest pieces: people who stand behind
    exactly the same numbers. Whatever can be added or subtracted is made of whole pieces. A piece
    that any role view has touched must be empty or as large as the minimum.
    """
    sheets = sheets_of(*(person for batch in batches for person in batch))
    ids = iter(sheet.id for sheet in sheets)
    entered = [[next(ids) for _person in batch] for batch in batches]
    parts: dict[str, list[set[str]]] = {"people": [], "A-1": [], "A-2": []}
    wholes: dict[str, list[set[str]]] = {name: [] for name in parts}
    for seen in range(1, len(entered) + 1):
        there = [sheet for sheet in sheets if sheet.id in {i for b in entered[:seen] for i in b}]
        view = by_role(
            answered(TWO, there, minimum), selection=Selection.ALL, batches=entered[:seen]
        )
        chose = _who_chose(there)
        for name in wholes:
            wholes[name].append(chose.get(name, {sheet.id for sheet in there}))
        if view is None:
            continue
        grouping = group_by_role(there, entered[:seen], minimum)
        assert grouping is not None
        groups = [{s.id for s in grouping.group(n)} for n in range(len(grouping.alone) + 1)]
        groups = [group for group in groups if group]
        assert [group.people for group in view.groups] == [len(group) for group in groups]
        parts["people"] += groups
        for one in view.statements:
            behind = [group & chose[one.item_id] for group in groups]
            assert list(one.numbers) == [len(group) for group in behind]
            left = chose[one.item_id] - set().union(*behind)
            assert not left or len(left) >= minimum
            parts[one.item_id] += behind
    for name, shown in parts.items():
        touched = set().union(*shown)
        for piece in _pieces([*shown, *wholes[name]]):
            assert len(piece) >= minimum or not piece & touched, (name, piece)
        for larger in (*shown, *wholes[name]):
            for smaller in shown:
                if smaller < larger:
                    left = larger - smaller
                    assert len(left) >= minimum or not left & touched


def _who_chose(sheets: Sequence[Sheet]) -> Mapping[str, set[str]]:
    return {i.id: {s.id for s in sheets if s.answers.get(i.id) in LEVELS} for i in TWO.items}


def _pieces(sets: Sequence[set[str]]) -> list[set[str]]:
    """People in exactly the same sets."""
    found: dict[tuple[bool, ...], set[str]] = {}
    for person in set().union(*sets):
        found.setdefault(tuple(person in each for each in sets), set()).add(person)
    return list(found.values())


@given(st.lists(_batch, min_size=2, max_size=4), st.sampled_from([3, 5]))
def test_from_one_picture_to_the_next_a_group_grows_by_nobody_or_by_enough(
    batches: list[list[tuple[Respondent, str]]], minimum: int
) -> None:
    """And groups stay the groups they were."""
    sheets = sheets_of(*(person for batch in batches for person in batch))
    ids = iter(sheet.id for sheet in sheets)
    entered = [[next(ids) for _person in batch] for batch in batches]
    views = [group_by_role(sheets, entered[:seen], minimum) for seen in range(1, len(entered) + 1)]
    for before, after in pairwise(view for view in views if view is not None):
        assert before.alone == after.alone
        for place in range(len(before.alone) + 1):
            grown = {s.id for s in after.group(place)} - {s.id for s in before.group(place)}
            assert not grown or len(grown) >= minimum
            assert {s.id for s in before.group(place)} <= {s.id for s in after.group(place)}


def parts_of(view: RoleView) -> tuple[Any, ...]:
    return role_parts(TWO, view, 5)


def test_what_roles_see_differently_is_told_as_a_prompt() -> None:
    """With the number of answers, and without a word of who is right."""
    parts = parts_of(told(*people(T, 6, "4 3"), *people(S, 5, "2 3")))
    assert [part.key for part in parts] == ["roles", "roles-method"]
    assert (
        blocks(parts, Paragraph)[0].text
        == "Trustees and staff see one of two statements differently."
    )
    (facts,) = blocks(parts, Facts)
    assert [(f.label, f.value) for f in facts.entries] == [
        ("Trustees", "Six people"),
        ("Staff", "Five people"),
    ]
    (table,) = blocks(parts, Table)
    assert table.head == ("Part", "Trustees", "Staff")
    assert table.rows == (("Section A", "3.5", "2.5"),)
    (entries,) = blocks(parts, Entries)
    (entry,) = entries.entries
    assert (entry.title, entry.text, entry.note) == (
        "We do A-1.",
        "Trustees said 4.0, staff 2.0: ask each other what you see.",
        "Answers: trustees six, staff five.",
    )
    (fold,) = blocks(parts, Fold)
    assert fold.title == "One statement that roles see much alike"
    assert fold.entries[0].text == "Trustees said 3.0, staff 3.0."


def test_roles_that_see_much_the_same_are_told_so() -> None:
    """And groups that are larger than a role are everybody else."""
    parts = parts_of(told(*people(T, 6), *people(S, 3), *people(V, 3)))
    assert (
        blocks(parts, Paragraph)[0].text
        == "Trustees and everybody else see all of this much alike."
    )
    assert not blocks(parts, Entries)


def test_where_nothing_is_alike_nothing_is_folded_away() -> None:
    """Nor is there a table without scores."""
    view = told(*people(T, 6, "5 5"), *people(S, 6, "1 1"))
    parts = parts_of(replace(view, sections=()))
    assert not blocks(parts, Fold)
    assert not blocks(parts, Table)
    method = blocks(parts, Bullets)[0].entries
    assert not any("score" in sentence for sentence in method)


def test_only_the_largest_differences_are_prompts() -> None:
    """Seven differ; the seventh is folded away with the rest."""
    seven = pack(*(item(f"A-{n}") for n in range(1, 8)))
    view = told(*people(T, 5, "5 5 5 5 5 5 4"), *people(S, 5, "1 1 1 1 1 1 1"), of=seven)
    parts = role_parts(seven, view, 5)
    (entries,) = blocks(parts, Entries)
    assert [entry.title for entry in entries.entries] == [f"We do A-{n}." for n in range(1, 7)]
    (fold,) = blocks(parts, Fold)
    assert fold.title == "One more statement that roles see differently"
    assert fold.entries[0].text == "Trustees said 4.0, staff 1.0."


def test_a_group_without_a_mean_is_left_out_of_the_sentence() -> None:
    """Nobody of it chose a level."""
    view = told(*people(T, 5, "3 5"), *people(S, 5, "3 1"), *people(V, 5, "3 dk"))
    (entries,) = blocks(parts_of(view), Entries)
    assert entries.entries[0].text == "Trustees said 5.0, staff 1.0: ask each other what you see."


def test_people_who_came_later_are_counted() -> None:
    """So that nobody wonders why the numbers differ."""
    view = in_batches([*people(T, 6), *people(S, 6)], [*people(T, 4), *people(V, 1)])
    assert view is not None
    assert blocks(parts_of(view), Paragraph)[2].text == (
        "Five people more are in the picture of all, but not told by role: that could give "
        "somebody away."
    )
