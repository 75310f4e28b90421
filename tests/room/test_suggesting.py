"""Which statements are suggested for a room, and in which order."""

from collections import Counter

import pytest
from away_day import pack

from collabkit.assessments.pack import Respondent
from collabkit.room.choices import can_be_voted_on, is_for_the_room
from collabkit.room.preparation import check
from collabkit.room.suggesting import suggested_statements
from collabkit.services.packs import builtin_packs


def test_the_sections_have_equal_parts() -> None:
    """Twelve of five themes: two or three of each."""
    sections = Counter(pack().item(i).section for i in suggested_statements(pack()))
    assert set(sections.values()) == {2, 3}
    assert len(sections) == 5


def test_core_statements_that_trustees_know_come_first() -> None:
    """None of the usual dozen is for staff and partners alone."""
    items = [pack().item(i) for i in suggested_statements(pack())]
    assert all(item.core for item in items)
    assert all(Respondent.TRUSTEE in item.ask for item in items)


def test_the_first_is_one_that_everybody_can_answer() -> None:
    """It always applies; and no two neighbours are of one theme as long as others are left."""
    ids = suggested_statements(pack())
    assert not pack().item(ids[0]).not_applicable_when
    assert [pack().item(i).section for i in ids[:5]] == ["COM", "IMP", "HON", "EMP", "POW"]


@pytest.mark.parametrize("count", [0, 1, 5, 12, 20, 1000])
def test_there_are_as_many_as_asked_for(count: int) -> None:
    """Or all there are; never one twice."""
    ids = suggested_statements(pack(), count)
    assert len(ids) == len(set(ids)) == min(count, 45)


def test_every_pack_has_something_to_suggest() -> None:
    """Only what a room can vote on; for packs of the room it is a session that can be held."""
    from away_day import prepared

    for each in builtin_packs():
        ids = suggested_statements(each)
        assert ids
        assert all(can_be_voted_on(each, each.item(i)) for i in ids)
        if is_for_the_room(each):
            check(prepared(statements=ids), each)
