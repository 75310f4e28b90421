"""Offers meet needs, among those who let their name be passed on."""

from itertools import permutations

import pytest
from answering import answered

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.columns.matching import (
    Match,
    Organisation,
    Unmatched,
    match,
    organisations_of,
)
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource

AREAS = tuple(f"OPP-{number}" for number in range(1, 27))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "opportunities.toml"))


def one(name: str, *, offers=(), needs=(), named=None, soon=()) -> Organisation:
    """Areas by number; named wherever it offers or needs something, unless said otherwise."""

    def areas(numbers) -> frozenset[str]:
        return frozenset(f"OPP-{number}" for number in numbers)

    may = (*offers, *needs) if named is None else named
    return Organisation(name, name, areas(offers), areas(needs), areas(may), areas(soon))


EXAMPLE = (
    one("A", offers=[20], needs=[21], soon=[20, 21]),
    one("B", offers=[21], needs=[20], soon=[20, 21]),
    one("C", needs=[20], soon=[20]),
)


@pytest.mark.parametrize("organisations", list(permutations(EXAMPLE)))
def test_worked_example(organisations):
    """A to B for OPP-20, B to A for OPP-21, A to C for OPP-20, in whatever order they come."""
    found = match(organisations, AREAS)
    assert found.matches == (
        Match("A", "B", "OPP-20", two_way=True, both_soon=True),
        Match("B", "A", "OPP-21", two_way=True, both_soon=True),
        Match("A", "C", "OPP-20", two_way=False, both_soon=True),
    )
    assert found.unmatched == ()


def pairs(*organisations: Organisation) -> list[tuple[str, str, str]]:
    return [(m.giver, m.taker, m.item_id) for m in match(organisations, AREAS).matches]


def test_quick_wins_of_both_come_before_places():
    """A quick win for one side alone does not count."""
    giver = one("A", offers=[1, 2, 3], soon=[1, 3])
    taker = one("B", needs=[1, 2, 3], soon=[2, 3])
    assert pairs(giver, taker) == [("A", "B", "OPP-3"), ("A", "B", "OPP-1"), ("A", "B", "OPP-2")]


def test_two_way_matches_come_before_quick_wins():
    """Giving and taking between the same two, in any area."""
    a = one("A", offers=[5, 26], needs=[1], soon=[5])
    b = one("B", needs=[5], soon=[5])
    c = one("C", needs=[26], offers=[1])
    assert pairs(a, b, c) == [("C", "A", "OPP-1"), ("A", "C", "OPP-26"), ("A", "B", "OPP-5")]


def test_names_settle_the_rest():
    """Givers first, then takers."""
    found = pairs(
        one("D", needs=[7]), one("B", offers=[7]), one("C", needs=[7]), one("A", offers=[7])
    )
    assert [pair[:2] for pair in found] == [("A", "C"), ("A", "D"), ("B", "C"), ("B", "D")]


@pytest.mark.parametrize(("mine", "yours"), [([], [7]), ([7], []), ([], []), ([8], [7])])
def test_nobody_is_named_who_did_not_agree(mine, yours):
    """Both have to agree, and for this very area."""
    found = match((one("A", offers=[7], named=mine), one("B", needs=[7], named=yours)), AREAS)
    assert found.matches == ()
    assert {left.name for left in found.unmatched} <= ({"A"} if mine == [7] else set()) | (
        {"B"} if yours == [7] else set()
    )


def test_a_way_back_that_may_not_be_named_does_not_make_it_two_way():
    """Otherwise the order would tell what should stay unknown."""
    a = one("A", offers=[7], needs=[8], named=[7])
    b = one("B", offers=[8], needs=[7])
    (found,) = match((a, b), AREAS).matches
    assert not found.two_way


def test_nobody_helps_themselves():
    """Who offers and needs the same is no match for itself."""
    found = match((one("A", offers=[7], needs=[7]),), AREAS)
    assert found.matches == ()
    assert found.unmatched == (
        Unmatched("A", "OPP-7", is_offer=True),
        Unmatched("A", "OPP-7", is_offer=False),
    )


def test_two_of_one_name_stay_two():
    """A name is not an id."""
    same = (
        Organisation("1", "Friends", offers=frozenset(AREAS[:1]), may_be_named=frozenset(AREAS)),
        Organisation("2", "Friends", needs=frozenset(AREAS[:1]), may_be_named=frozenset(AREAS)),
    )
    assert len(match(same, AREAS).matches) == 1


def test_what_finds_nobody_is_listed():
    """Offers before needs in each area, areas in order."""
    found = match((one("B", offers=[9, 3]), one("A", needs=[9], offers=[9, 4])), AREAS)
    assert [(m.giver, m.taker) for m in found.matches] == [("B", "A")]
    assert found.unmatched == (
        Unmatched("B", "OPP-3", is_offer=True),
        Unmatched("A", "OPP-4", is_offer=True),
        Unmatched("A", "OPP-9", is_offer=True),
    )


def test_organisations_come_from_their_sheets(pack):
    """Both means offer and need; without a yes nobody is named; unknown parties are left out."""
    sheets = {
        "a": {"OPP-20": "quick-win", "OPP-20-exchange": "both", "OPP-20-named": "yes"},
        "b": {"OPP-21": "long-term", "OPP-21-exchange": "offer", "OPP-21-named": "no"},
        "c": {"OPP-21-exchange": "neither"},
        "d": {"OPP-1-exchange": "need"},
    }
    of = answered(
        pack,
        sheets,
        parties=(Party("a", "x", "Choir"), Party("b", "x", "Scouts"), Party("c", "x", "Club")),
        speaks_for={"a": "a", "b": "b", "c": "c", "d": "gone"},
    )
    twenty, one_more = frozenset({"OPP-20"}), frozenset({"OPP-21"})
    assert organisations_of(of) == (
        Organisation("a", "Choir", twenty, twenty, twenty, twenty),
        Organisation("b", "Scouts", offers=one_more),
        Organisation("c", "Club"),
    )


def test_one_charity_alone_has_nobody_to_match(pack):
    """Without parties there are no organisations."""
    of = answered(pack, {"One": {"OPP-20-exchange": "both"}})
    assert organisations_of(of) == ()


def test_several_sheets_of_one_organisation_are_one(pack):
    """It does not help itself, and one no is enough not to be named."""
    sheets = {
        "a": {"OPP-20-exchange": "offer", "OPP-20-named": "yes", "OPP-21-named": "yes"},
        "b": {"OPP-20-exchange": "need", "OPP-20-named": "yes", "OPP-21-named": "no"},
    }
    of = answered(
        pack,
        sheets,
        parties=(Party("x", "1", "X"),),
        speaks_for={"a": "x", "b": "x"},
    )
    (found,) = organisations_of(of)
    assert (found.id, found.name) == ("x", "X")
    assert (found.offers, found.needs, found.may_be_named) == ({"OPP-20"}, {"OPP-20"}, {"OPP-20"})
    assert match((found,), AREAS).matches == ()
