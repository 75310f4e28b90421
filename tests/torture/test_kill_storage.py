"""Killed at any moment, the storage process loses nothing that it acknowledged."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Tally
from tiers import TIER, Part

ROW = "kill -9 of the storage process"
CHILD = Path(__file__).with_name("killed_storage.py")
HOT = 0.3  # of the kills must hit the middle of a change, or the test is worth little


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("part", TIER.parts(change=2, nightly=8, release=20), ids=str)
def test_nothing_acknowledged_is_lost(
    part: Part, tmp_path: Path, rng: random.Random, tally: Tally
) -> None:
    """After each kill the file is exactly as after the last change that was acknowledged.

    Or as after a later one that was under way: each change is there whole, or not at all.
    """
    kills = part.share(TIER.count(share=25, change=200, nightly=2000, release=10_000))
    with tally(ROW) as count:
        child = subprocess.run(
            [sys.executable, str(CHILD), str(tmp_path / "data"), str(kills), str(rng.random())],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = [json.loads(line) for line in child.stdout.splitlines()]
        count.tried(kills)
        count.survived(sum(not each["reason"] for each in told))
        count.note("hot journals", sum(each["hot"] for each in told))
        count.note("needed the second copy", sum(each["recovered"] for each in told))
        count.note("under way", sum(each["changes"] for each in told))
        assert [each["reason"] for each in told if each["reason"]] == []
        assert child.returncode == 0, child.stderr
        assert count.notes["hot journals"] >= HOT * kills
