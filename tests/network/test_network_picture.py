"""A picture of many groups: counted once, wordings told apart, nothing to be worked out from it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_groups import (
    Known,
    builtin,
    by_people,
    group,
    level,
    one_voice,
    picture,
    rows,
    said,
    tables,
)

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.blocks import Fold
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Band
from collabkit.network import views
from collabkit.network.filters import ALL, CELLS, Filter, cell_of, cells_in
from collabkit.network.group import Answers, Group
from collabkit.network.picture import NetworkPicture
from collabkit.network.view import View

BOARD = builtin("board-check")
EVERY_FILTER = tuple(
    Filter(size, run_by) for size in (None, *IncomeBand) for run_by in (None, *RunBy)
)


def other_wording(pack: Pack, *changed: str) -> Pack:
    """The pack in a later version, in which some statements have other words."""
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, statement=f"{item.statement} Really.") if item.id in changed else item
                for item in section.items
            ),
        )
        for section in pack.sections
    )
    return replace(pack, version="2.0", digest="e" * 64, sections=sections)


def test_each_group_counts_once_however_large() -> None:
    """Fifteen people weigh as much as five."""
    groups = [group(n, by_people(BOARD, [level(BOARD, "1")] * 15)) for n in range(2)]
    groups += [group(n, by_people(BOARD, [level(BOARD, "5")] * 5)) for n in range(2, 8)]
    seen = rows(views.pack_parts(picture(groups, BOARD), "board-check"))
    statement = BOARD.item("BRD-1").statement
    assert seen[statement] == ("2", "0", "0", "6", "0", "8 of 8")


def test_a_split_group_stands_at_talk_first() -> None:
    """Its mean would say build."""
    split = [level(BOARD, "1")] * 3 + [level(BOARD, "5")] * 3
    groups = [group(n, by_people(BOARD, split)) for n in range(5)]
    crowd = picture(groups, BOARD).pack("board-check").wordings[0].statements["BRD-1"]
    assert crowd.at(Band.TALK_FIRST, ALL) == 5


def test_a_group_that_hides_its_answer_is_told_as_a_number_alone() -> None:
    """Too few of its people have answered, or it was not asked."""
    hidden = [level(BOARD, "4") for _person in range(5)]
    del hidden[0]["BRD-1"]
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(5)]
    groups.append(group(5, by_people(BOARD, hidden)))
    seen = rows(views.pack_parts(picture(groups, BOARD), "board-check"))
    assert seen[BOARD.item("BRD-1").statement][-1] == "5 of 6"
    assert seen[BOARD.item("BRD-2").statement][-1] == "6 of 6"


@pytest.mark.parametrize(("groups", "minimum"), [(4, 5), (2, 3), (9, 10)])
def test_below_the_minimum_there_is_nothing(groups: int, minimum: int) -> None:
    """No filter, no statement, no number but that of the groups."""
    seen = picture(
        [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(groups)],
        BOARD,
        minimum=minimum,
    )
    assert seen.filters == ()
    parts = views.all_parts(seen)
    assert not list(tables(parts))
    assert "Nothing is shown before there are" in said(parts)
    assert "Not enough groups to show" in said(views.pack_parts(seen, "board-check"))


def test_a_statement_with_too_few_groups_is_named_and_no_more() -> None:
    """Four of six groups have an answer to it."""
    hidden = [level(BOARD, "4") for _person in range(5)]
    del hidden[0]["BRD-1"]
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(4)]
    groups += [group(n, by_people(BOARD, hidden)) for n in range(4, 6)]
    parts = views.pack_parts(picture(groups, BOARD), "board-check")
    statement = BOARD.item("BRD-1").statement
    assert statement not in rows(parts)
    folded = [b for part in parts for b in part.blocks if isinstance(b, Fold)]
    assert [entry.title for fold in folded for entry in fold.entries] == [statement]


def test_the_same_words_in_another_version_are_counted_together() -> None:
    """Other words stand by themselves, and no group is in both."""
    later = other_wording(BOARD, "BRD-1")
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(5)]
    groups += [group(n, by_people(later, [level(later, "2")] * 5)) for n in range(5, 12)]
    seen = picture(groups, BOARD, later)
    told = rows(views.pack_parts(seen, "board-check"))
    assert told[BOARD.item("BRD-1").statement] == ("0", "0", "5", "0", "0", "5 of 5")
    assert told[later.item("BRD-1").statement] == ("7", "0", "0", "0", "0", "7 of 7")
    assert told[BOARD.item("BRD-2").statement] == ("7", "0", "5", "0", "0", "12 of 12")
    first, second = seen.pack("board-check").wordings
    assert first.pack is later
    assert set(second.statements) == {"BRD-1"}
    assert "two wordings" in said(views.pack_parts(seen, "board-check"))


def test_a_theme_with_other_statements_is_another_theme() -> None:
    """Its score is made of other words."""
    later = other_wording(BOARD, "BRD-1")
    code, other = BOARD.sections[0].code, BOARD.sections[1].code
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(5)]
    groups += [group(n, by_people(later, [level(later, "2")] * 5)) for n in range(5, 12)]
    first, second = picture(groups, BOARD, later).pack("board-check").wordings
    assert first.themes[code].number(ALL) == 7
    assert first.themes[other].number(ALL) == 12
    assert set(second.themes) == {code}


def test_three_wordings_share_what_any_two_have_in_common() -> None:
    """Also where the first of them has other words."""
    second, third = other_wording(BOARD, "BRD-1"), other_wording(BOARD, "BRD-1", "BRD-2")
    third = replace(third, digest="f" * 64, version="3.0")
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(9)]
    groups += [group(n, by_people(second, [level(BOARD, "4")] * 5)) for n in range(9, 16)]
    groups += [group(n, by_people(third, [level(BOARD, "4")] * 5)) for n in range(16, 22)]
    wordings = picture(groups, BOARD, second, third).pack("board-check").wordings
    assert [sorted(w.statements)[:2] for w in wordings[1:]] == [["BRD-1"], ["BRD-2"]]
    assert wordings[0].statements["BRD-2"].number(ALL) == 16
    assert wordings[1].statements["BRD-1"].number(ALL) == 13


def test_an_unknown_wording_is_told_and_in_no_picture() -> None:
    """Nobody here knows what was asked."""
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(5)]
    later = other_wording(BOARD, "BRD-1")
    groups += [group(n, by_people(later, [level(later, "4")] * 5)) for n in range(5, 8)]
    seen = picture(groups, BOARD)
    assert seen.pack("board-check").groups.number(ALL) == 5
    assert seen.unknown["board-check"].number(ALL) == 3
    assert "Three groups have answered “Board conditions check” in a wording" in said(
        views.overview_parts(seen)
    )


def test_an_unknown_questionnaire_is_told_by_its_id() -> None:
    """There is no picture of it at all."""
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(6)]
    seen = picture(groups)
    assert seen.packs == ()
    assert "“board-check”" in said(views.overview_parts(seen))
    with pytest.raises(KeyError):
        views.pack_parts(seen, "board-check")


def test_what_does_not_fit_its_questionnaire_is_left_out() -> None:
    """Whoever made it: statements of another pack under this one's name."""
    strange = replace(
        by_people(builtin("five-themes"), [level(builtin("five-themes"), "4")] * 5),
        pack_id=BOARD.id,
        digest=BOARD.digest,
    )
    groups = [group(n, by_people(BOARD, [level(BOARD, "4")] * 5)) for n in range(5)]
    seen = picture([*groups, group(5, strange)], BOARD)
    assert seen.pack("board-check").groups.number(ALL) == 5
    assert seen.unknown["board-check"].number(ALL) == 1


@cache
def answers_hiding(answer: str, *hidden: str) -> Answers:
    """Five people who say the same; one of them says nothing to what is hidden."""
    sheets = [level(BOARD, answer) for _person in range(5)]
    for statement in hidden:
        del sheets[0][statement]
    return by_people(BOARD, sheets)


def at_random(random: Random, number: int) -> list[Group]:
    """Groups of few kinds, so that filters are close to the minimum; some hide statements."""
    made = []
    for place in range(number):
        hidden = [one for one in ("BRD-1", "BRD-2", "BRD-3") if random.random() < 0.4]
        answers = answers_hiding(random.choice("135"), *hidden)
        made.append(
            group(
                place,
                *([answers] if random.random() < 0.8 else []),
                size=random.choice((IncomeBand.MICRO, IncomeBand.SMALL, None)),
                run_by=random.choice((*RunBy, None)),
            )
        )
    return made


def visible(groups: Sequence[Group], statement: str) -> set[int]:
    """The places of the groups that show their answer to a statement."""
    return {
        place
        for place, one in enumerate(groups)
        for answers in one.answers
        for table in answers.tables
        for row in table.rows()
        if row.statement == statement and row.levels is not None
    }


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(5, 45), st.integers(3, 6))
def test_nothing_can_be_worked_out_from_all_filters_together(
    seed: int, number: int, minimum: int
) -> None:
    """For each statement: any set of groups that the shown views tell apart is large enough."""
    groups = at_random(Random(seed), number)
    seen = NetworkPicture(groups, minimum, Known(BOARD))
    if not seen.packs:
        return
    in_cells = [cell_of(one.size, one.run_by) for one in groups]
    for statement in ("BRD-1", "BRD-2", "BRD-4"):
        there = visible(groups, statement)
        shown = []
        for chosen in EVERY_FILTER:
            parts = views.pack_parts(seen, "board-check", chosen)
            if BOARD.item(statement).statement in rows(parts):
                cells = set(cells_in(chosen))
                shown.append({place for place in there if in_cells[place] in cells})
        told: dict[tuple[bool, ...], int] = {}
        for place in there:
            which = tuple(place in view for view in shown)
            told[which] = told.get(which, 0) + 1
        assert not shown or all(size >= minimum for size in told.values())
        assert (len(there) >= minimum) is any(view == there for view in shown)


def test_a_view_tells_the_numbers_of_its_own_groups() -> None:
    """Six small groups act first, six large ones share it."""
    groups = [
        group(n, by_people(BOARD, [level(BOARD, "1")] * 5), size=IncomeBand.SMALL) for n in range(6)
    ]
    groups += [
        group(n, by_people(BOARD, [level(BOARD, "5")] * 5), size=IncomeBand.LARGE)
        for n in range(6, 12)
    ]
    seen = picture(groups, BOARD)
    statement = BOARD.item("BRD-1").statement
    small = views.pack_parts(seen, "board-check", Filter(IncomeBand.SMALL))
    assert rows(small)[statement] == ("6", "0", "0", "0", "0", "6 of 6")
    assert small[0].title == "Board conditions check: small groups"
    everybody = views.pack_parts(seen, "board-check")
    assert rows(everybody)[statement] == ("6", "0", "0", "6", "0", "12 of 12")
    nobody = views.pack_parts(seen, "board-check", Filter(IncomeBand.MICRO))
    assert rows(nobody) == {}


def test_a_picture_holds_no_single_group() -> None:
    """Two networks that differ in which group said what are the same picture."""
    high, low = (by_people(BOARD, [level(BOARD, answer)] * 5) for answer in "51")
    barriers = builtin("barriers")
    held, free = (one_voice(barriers, {"BAR-a": answer}) for answer in "30")
    one = [group(n, high, held) for n in range(5)] + [group(n, low, free) for n in range(5, 10)]
    other = [group(n, high, free) for n in range(5)] + [group(n, low, held) for n in range(5, 10)]
    first, second = (picture(groups, BOARD, barriers) for groups in (one, other))
    assert views.all_parts(first) == views.all_parts(second)


def test_cells_are_all_kinds_of_group() -> None:
    """Every group falls into one of them."""
    kinds = [(size, run_by) for size in (*IncomeBand, None) for run_by in (*RunBy, None)]
    assert sorted(cell_of(*kind) for kind in kinds) == list(range(CELLS))
    assert cells_in(ALL) == tuple(range(CELLS))


def test_a_view_knows_whether_it_may_be_shown() -> None:
    """Before anything is told."""
    groups = [group(n, by_people(BOARD, [level(BOARD, "1")] * 5)) for n in range(6)]
    seen = picture(groups, BOARD)
    assert View(seen.pack("board-check"), 5, ALL).is_shown
    assert not View(seen.pack("board-check"), 5, Filter(IncomeBand.SMALL)).is_shown
