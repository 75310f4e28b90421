"""A profile tells what its pack asks for, and nothing else."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from answering import answered

from collabkit.assessments.outcomes.work_out import tell
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource


@pytest.mark.parametrize(
    ("pack_id", "keys"),
    [
        ("five-themes", set()),
        ("behaviours", {"areas", "talking_points", "little_power"}),
        ("board-check", {"lowest", "most_divided", "waiting", "agenda"}),
    ],
)
def test_a_pack_is_told_what_it_asks_for(pack_id, keys):
    """Five themes ask for nothing beyond means and findings."""
    told = tell(answered(read_pack(resource("packs", f"{pack_id}.toml")), {}))
    assert set(told.data) == keys
    assert bool(told.parts) == bool(keys)


def test_a_pack_may_ask_for_two_things():
    """Talking points come before the agenda."""
    board = read_pack(resource("packs", "board-check.toml"))
    settings = dict(board.outcome.settings) | {"talking_point_below": 2}
    both = replace(board, outcome=replace(board.outcome, settings=MappingProxyType(settings)))
    told = tell(answered(both, {}))
    assert next(iter(told.data)) == "areas"
    assert "agenda" in told.data
