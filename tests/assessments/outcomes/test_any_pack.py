"""Whatever pack is in order, and however it is answered, something sensible comes of it."""

import json
from typing import Any

import pytest
from any_packs import any_answers, small_packs

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Entries, Paragraph, Table
from collabkit.assessments.outcomes.work_out import Told, tell
from collabkit.assessments.pack import OutcomeKind

_TRIES = 90
_FEWEST = 25  # packs that have to be in order after their slips, so that something is shown


@pytest.mark.parametrize("kind", OutcomeKind)
def test_every_small_pack_in_order_has_a_sensible_outcome(kind: OutcomeKind) -> None:
    """Random packs of each kind, some with slips, are refused or worked out, told and dumped."""
    in_order = 0
    for rng, pack in small_packs(kind, _TRIES):
        in_order += 1
        for _group in range(4):
            answered = any_answers(pack, rng)
            told = tell(answered)
            assert json.loads(json.dumps(told.data)) == told.data
            _has_words(told)
            _SENSIBLE.get(kind, lambda _answered, _data: None)(answered, told.data)
    assert in_order >= _FEWEST


def _has_words(told: Told) -> None:
    for part in told.parts:
        assert part.title
        for block in part.blocks:
            if isinstance(block, Paragraph):
                assert block.text.strip()
                assert "{" not in block.text
            elif isinstance(block, Entries):
                assert all(entry.title for entry in block.entries)
            elif isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.head)}


def _every_area_is_somewhere(_answered: Answered, data: dict[str, Any]) -> None:
    if data["group"]:
        found = [area["id"] for area in data["areas"]]
        for area in data["areas"]:
            columns = ("soon", "later", "not_wanted", "already")
            assert sum(area[key] for key in columns) == area["n"]
    else:
        columns = ("soon", "later", "not_wanted", "already", "dont_know")
        found = [area for key in columns for area in data[key]]
    assert sorted([*found, *data["not_enough_answers"]]) == sorted(data["order"])


def _untouched_is_open(answered: Answered, data: dict[str, Any]) -> None:
    shown = [entry["item"] for entry in data["open"]]
    closed = [item for items in data["closed"].values() for item in items]
    touched = {item for sheet in answered.sheets for item in sheet.answers}
    assert not set(closed) - touched
    assert len(shown) + len(closed) + data["not_shown"] > 0


def _every_prompt_is_somewhere(_answered: Answered, data: dict[str, Any]) -> None:
    told = [*data["fits"], *(one["item"] for key in ("differences", "open") for one in data[key])]
    assert sorted(told) == sorted(mark["item"] for mark in data["marks"])
    assert told


def _complete_is_decided(answered: Answered, data: dict[str, Any]) -> None:
    one_counts = data["sheet"] is not None
    needs_mode = answered.pack.outcome.settings.get("mode") and data["mode"] is None
    if one_counts and not needs_mode and not data["left"]:
        assert data["recommendation"]


def _sources_can_be_known(_answered: Answered, data: dict[str, Any]) -> None:
    assert data["sources"]
    for row in data["rows"]:
        for cell in row["cells"]:
            assert cell["value"] is None or -2 <= float(cell["value"]) <= 2


def _everything_rated_is_somewhere(answered: Answered, data: dict[str, Any]) -> None:
    ranked = [entry["id"] for entry in data["ranked"]]
    assert ranked or data["none_held"] or data["not_enough_answers"]
    assert bool(data["chosen"]) == bool(ranked)
    assert len(data["chosen"]) <= answered.pack.outcome.settings["most_chosen"]


def _means_are_on_one_scale(_answered: Answered, data: dict[str, Any]) -> None:
    assert all(1 <= float(one["partners"]) <= 5 for one in data["mirror"])
    assert data["mirror"] or data["hidden"]


def _minutes_add_up(_answered: Answered, data: dict[str, Any]) -> None:
    if agenda := data.get("agenda"):
        spent = sum(item["minutes"] for item in agenda["items"])
        assert agenda["decision"] == agenda["minutes"] - agenda["welcome"] - spent >= 0


_SENSIBLE = {
    OutcomeKind.PROFILE: _minutes_add_up,
    OutcomeKind.COLUMNS: _every_area_is_somewhere,
    OutcomeKind.OPEN_ACTIONS: _untouched_is_open,
    OutcomeKind.SHARED_PAGE: _every_prompt_is_somewhere,
    OutcomeKind.DECISION: _complete_is_decided,
    OutcomeKind.HOLDINGS: _sources_can_be_known,
    OutcomeKind.RANKING: _everything_rated_is_somewhere,
    OutcomeKind.MIRROR: _means_are_on_one_scale,
}
