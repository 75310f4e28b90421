"""What a group sends: compact, whole, and the same head for all who were asked the same."""

import sys

import pytest
from made_groups import builtin, by_people, group, level, one_voice

from collabkit.network.group import Row, numbers_in, row_bytes, table_of


def test_a_table_gives_its_numbers_back() -> None:
    """Hidden ones as none; what is hidden of the levels is not hidden of the ways out."""
    table = table_of(
        ("1", "2"),
        ("dk",),
        {"A-1": [7, 3, 4, 0], "A-2": [2, None, None, 5], "A-3": [1, None, None, None]},
    )
    assert list(table.rows()) == [
        Row("A-1", 7, (3, 4), (0,)),
        Row("A-2", 2, None, (5,)),
        Row("A-3", 1, None, None),
    ]


def test_a_table_without_ways_out_hides_none() -> None:
    """There is nothing to hide."""
    assert list(table_of(("a",), (), {"X": [1, 1]}).rows()) == [Row("X", 1, (1,), ())]


def test_groups_that_were_asked_the_same_share_a_head() -> None:
    """Hundreds of groups hold each statement's id once."""
    pack = builtin("board-check")
    one = by_people(pack, [level(pack, "3")] * 5)
    other = by_people(pack, [level(pack, "4")] * 9)
    assert one.tables[0].head is other.tables[0].head


def test_a_statement_takes_two_bytes_a_number() -> None:
    """Twenty statements with five levels and two ways out: 320 bytes of numbers."""
    pack = builtin("board-check")
    (table,) = by_people(pack, [level(pack, "3")] * 5).tables
    assert len(table.numbers) == 20 * 8 * 2
    assert sys.getsizeof(table.numbers) < 400


@pytest.mark.parametrize("people", [1, 255, 256, 10_000])
def test_large_groups_fit(people: int) -> None:
    """Up to the most people that a file may tell of."""
    (raw,) = table_of(("1",), ("dk",), {"A": [people, people, 0]}).raw_rows()
    assert numbers_in(raw, 1) == (people, (people,), (0,))
    assert len(raw) == row_bytes(3)


def test_equal_answers_make_equal_groups() -> None:
    """So that the same file can be told from another one."""
    pack = builtin("barriers")
    assert group(1, one_voice(pack, {"BAR-a": "2"})) == group(1, one_voice(pack, {"BAR-a": "2"}))
    assert group(1, one_voice(pack, {"BAR-a": "2"})) != group(1, one_voice(pack, {"BAR-a": "1"}))
