from fractions import Fraction

import pytest
from measured_packs import COLUMNS, FIVE, item, pack, tally

from collabkit.assessments.tally import tally_all


def test_a_tally_has_every_level_in_order_and_the_ways_out_apart():
    """Levels that nobody chose are there, too."""
    counted = tally("5 2 dk 2 na dk")
    assert list(counted.counts.items()) == [("1", 0), ("2", 2), ("3", 0), ("4", 0), ("5", 1)]
    assert (counted.n, counted.dont_know, counted.not_applicable) == (3, 2, 1)


def test_a_mean_is_exact_and_of_the_counted_answers_only():
    """Three people chose levels; a third stays a third."""
    assert tally("5 2 dk 3 na dk").mean(FIVE) == Fraction(10, 3)


def test_there_is_no_mean_without_answers_or_without_numbers():
    """Categories cannot be added up."""
    assert tally("dk na").mean(FIVE) is None
    assert tally("soon later", COLUMNS).mean(COLUMNS) is None


def test_an_unknown_answer_is_never_counted():
    """It is refused with the statement and the code."""
    with pytest.raises(ValueError, match="A-1 cannot be answered with '6'"):
        tally("6")


def test_many_answers_become_a_tally_a_statement_in_pack_order():
    """A statement without an answer has no tally."""
    of = pack(item("B-1"), item("A-1"), item("A-2"))
    tallies = tally_all(of, [("A-1", "3"), ("B-1", "dk"), ("A-1", "4")])
    assert list(tallies) == ["B-1", "A-1"]
    assert tallies["A-1"] == tally("3 4")


def test_answers_to_an_unknown_statement_are_refused():
    """They belong to another pack."""
    with pytest.raises(KeyError):
        tally_all(pack(item("A-1")), [("Z-9", "3")])
