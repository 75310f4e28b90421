"""Whose answers leave with somebody's: no sum of what was ever shown is about too few people."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.assessment import Response
from collabkit.services.leaving import leaving_with
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("five-themes")
ITEM = "POW-1"
MINIMUM = 5


def said(people: Sequence[str], code: str = "3") -> list[Response]:
    return [Response(person, ITEM, code) for person in people]


def leaving(
    person: str,
    shown: Sequence[Response],
    batches: Sequence[Sequence[str]],
    lot: Sequence[str],
    cells: dict[str, object] | None = None,
) -> frozenset[str]:
    """Those whose answers to the one statement leave."""
    cell_of = cells or {p: number for number, batch in enumerate(batches) for p in batch}
    found = leaving_with(person, shown, PACK, cell_of, batches, MINIMUM, lot)
    return frozenset(found)


def alone_in(vectors: Sequence[frozenset[str]], people: Sequence[str]) -> set[str]:
    """People whose own answer is a sum of multiples of what was shown (exact elimination)."""
    rows = [[Fraction(person in vector) for person in people] for vector in vectors]
    rank = 0
    for column in range(len(people)):
        pivot = next((r for r in range(rank, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        rows[rank] = [value / rows[rank][column] for value in rows[rank]]
        for other in range(len(rows)):
            factor = rows[other][column]
            if other != rank and factor:
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[rank], strict=True)]
        rank += 1
    return {
        people[[bool(value) for value in row].index(True)]
        for row in rows
        if sum(bool(value) for value in row) == 1
    }


def test_five_others_leave_where_enough_stay() -> None:
    people = [f"p{n}" for n in range(12)]
    assert leaving("p0", said(people), [people], people[::-1]) == {f"p{n}" for n in range(7, 12)}


def test_all_leave_where_too_few_would_stay() -> None:
    people = [f"p{n}" for n in range(10)]
    assert leaving("p0", said(people), [people], people) == set(people[1:])


def test_the_others_come_from_the_same_batch() -> None:
    """Both batches can be told apart by whoever saw the picture before the second came."""
    first, second = [f"a{n}" for n in range(12)], [f"b{n}" for n in range(11)]
    everybody = said([*first, *second])
    gone = leaving("b0", everybody, [first, second], [*first, *second])
    assert gone == {f"b{n}" for n in range(1, 6)}


def test_what_was_shown_by_role_leaves_as_a_whole_or_in_large_pieces() -> None:
    people = [f"p{n}" for n in range(14)]
    cells: dict[str, object] = {p: "trustees" if n < 7 else "staff" for n, p in enumerate(people)}
    assert leaving("p0", said(people), [people], people, cells) == set(people[1:7])


def test_too_few_of_the_same_role_take_everybody_with_them() -> None:
    """Three trustees alone would be told by subtraction."""
    people = [f"p{n}" for n in range(14)]
    cells: dict[str, object] = {p: "trustees" if n < 4 else "staff" for n, p in enumerate(people)}
    assert leaving("p0", said(people), [people], people, cells) == set(people[1:])


@pytest.mark.parametrize("code", ["1", "dk", None])
def test_the_number_of_answers_does_not_tell_what_the_person_said(code: str | None) -> None:
    """A level, a way out or nothing: as many levels leave."""
    people = [f"p{n}" for n in range(12)]
    responses = said(people[1:]) + ([] if code is None else said(["p0"], code))
    gone = leaving("p0", responses, [people], people)
    levels = len(gone) + (code == "1")
    assert levels == 6


def test_a_way_out_that_leaves_may_be_anybodys() -> None:
    """Those who leave are drawn among all who answered, whatever they said."""
    people = [f"p{n}" for n in range(20)]
    responses = said(people[:3], "dk") + said(people[3:])
    gone = leaving("p0", responses, [people], people)
    assert {"p1", "p2"} < gone
    assert len(gone) == 8


def test_where_answers_left_before_nothing_more_leaves() -> None:
    people = [f"p{n}" for n in range(12)]
    cells = dict.fromkeys(people, 0)
    found = leaving_with("p0", said(people), PACK, cells, [people], MINIMUM, people, gone={ITEM})
    assert found == {}


@settings(max_examples=150)
@given(data=st.data())
def test_no_sum_of_all_pictures_is_one_persons_answer(data: st.DataObject) -> None:
    """Batches come, people are erased one after the other: nobody stands alone in any of it."""
    sizes = data.draw(st.lists(st.integers(5, 14), min_size=1, max_size=3))
    batches = [[f"{number}-{n}" for n in range(size)] for number, size in enumerate(sizes)]
    people = [person for batch in batches for person in batch]
    pictures = [
        frozenset(p for batch in batches[: n + 1] for p in batch) for n in range(len(sizes))
    ]
    told = set(people)
    for _time in range(data.draw(st.integers(1, 4))):
        there = sorted(told)
        if not there:
            break
        person = data.draw(st.sampled_from(there))
        lot = data.draw(st.permutations(people))
        now = [[p for p in batch if p in told] for batch in batches]
        told -= leaving(person, said(there), now, lot)
        told.discard(person)
        if len(told) >= MINIMUM:
            pictures.append(frozenset(told))
    assert alone_in(pictures, people) == set()
    for before, after in pairwise(pictures):
        assert len(before ^ after) == 0 or len(before ^ after) >= MINIMUM
