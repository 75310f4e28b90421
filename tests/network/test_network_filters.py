"""Which groups can be looked at apart: nothing can be worked out by subtraction."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.network.filters import ALL, CELLS, Filter, cell_of, cells_in, number_in, offered

SMALL, MEDIUM, LARGE = IncomeBand.SMALL, IncomeBand.MEDIUM, IncomeBand.LARGE
VOLUNTEERS, STAFF = RunBy.VOLUNTEERS, RunBy.STAFF
Counts = dict[tuple[IncomeBand | None, RunBy | None], int]

numbers_of_groups = st.lists(
    st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 40)), min_size=CELLS, max_size=CELLS
)


def cells(counts: Counts) -> list[int]:
    groups = [0] * CELLS
    for kind, number in counts.items():
        groups[cell_of(*kind)] = number
    return groups


def blocks(groups: list[int], shown: tuple[Filter, ...]) -> list[int]:
    """How many groups there are in each set that the shown filters tell from all others."""
    told: dict[tuple[bool, ...], int] = {}
    for cell, number in enumerate(groups):
        which = tuple(cell in cells_in(chosen) for chosen in shown)
        told[which] = told.get(which, 0) + number
    return list(told.values())


@settings(max_examples=50)
@given(numbers_of_groups, st.integers(3, 10))
def test_shown_filters_never_differ_by_fewer_than_the_minimum(
    groups: list[int], minimum: int
) -> None:
    """Neither two, of which one may lie within the other, nor all of them together."""
    shown = offered(groups, minimum)
    for one, other in combinations(shown, 2):
        inside, outside = set(cells_in(one)), set(cells_in(other))
        for left in (inside - outside, outside - inside, inside & outside):
            number = sum(groups[cell] for cell in left)
            assert number == 0 or number >= minimum
    assert all(number == 0 or number >= minimum for number in blocks(groups, shown))


@settings(max_examples=50)
@given(numbers_of_groups, st.integers(3, 10))
def test_no_filter_shows_too_few(groups: list[int], minimum: int) -> None:
    """All groups come first, or nothing is shown at all."""
    shown = offered(groups, minimum)
    assert (ALL in shown) is (sum(groups) >= minimum)
    assert not shown or shown[0] == ALL
    assert all(number_in(groups, chosen) >= minimum for chosen in shown)
    assert len(set(shown)) == len(shown)


@settings(max_examples=50)
@given(numbers_of_groups, numbers_of_groups, st.integers(3, 10))
def test_only_what_may_be_offered_is(everybody: list[int], some: list[int], minimum: int) -> None:
    """Of a part of the groups nothing is shown that is not shown of the whole."""
    whole = offered(everybody, minimum)
    assert set(offered(some, minimum, whole)) <= set(whole)


def test_every_part_and_the_rest() -> None:
    """Five of ten can be seen, six of ten cannot: four would be left."""
    assert Filter(SMALL) in offered(cells({(SMALL, None): 5, (LARGE, None): 5}), 5)
    assert offered(cells({(SMALL, None): 6, (LARGE, None): 4}), 5) == (ALL,)


def test_the_rest_may_be_nobody() -> None:
    """Where all groups are small, the small ones are all."""
    shown = offered(cells({(SMALL, STAFF): 7}), 5)
    assert shown == (ALL, Filter(run_by=STAFF), Filter(SMALL), Filter(SMALL, STAFF))


def test_three_sizes_of_which_one_is_too_small() -> None:
    """Both large ones would tell the third by subtraction, so only the largest is shown."""
    shown = offered(cells({(SMALL, None): 11, (MEDIUM, None): 10, (LARGE, None): 2}), 5)
    assert shown == (ALL, Filter(SMALL))


def test_a_filter_within_a_filter() -> None:
    """Nine small groups of which five are run by staff: four others would be left."""
    groups = cells({(SMALL, STAFF): 5, (SMALL, VOLUNTEERS): 4, (LARGE, STAFF): 9})
    shown = offered(groups, 5)
    assert Filter(SMALL) in shown
    assert Filter(SMALL, STAFF) not in shown
    assert Filter(SMALL, VOLUNTEERS) not in shown


def test_what_was_not_said_is_no_kind() -> None:
    """Groups that would rather not say are among all, and in the rest."""
    groups = cells({(None, None): 6, (SMALL, STAFF): 6})
    assert number_in(groups, ALL) == 12
    assert offered(groups, 5) == (ALL, Filter(run_by=STAFF), Filter(SMALL), Filter(SMALL, STAFF))
    assert offered(cells({(None, None): 4, (SMALL, STAFF): 6}), 5) == (ALL,)
