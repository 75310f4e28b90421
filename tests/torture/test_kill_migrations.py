"""A file of any release is brought up to date whole, or is left as it was, byte by byte."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Tally
from tiers import TIER, Part

from collabkit.storage.identity import SCHEMA_VERSION

ROW = "every released schema, killed at each migration statement"
PROGRAM = Path(__file__).with_name("killed_migration.py")
OLDER = [*range(1, SCHEMA_VERSION)]
VERSIONS = OLDER[:: len(OLDER) - 1] if TIER.name == "share" else OLDER
EVERY = 1_000_000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("part", TIER.parts(nightly=2), ids=str)
@pytest.mark.parametrize("version", VERSIONS)
def test_killed_at_any_statement(
    version: int, part: Part, memory_path: Path, seed: str, tally: Tally
) -> None:
    """Killed before each statement, and before each file that is moved; then opened again."""
    most = TIER.count(share=5, change=25, nightly=EVERY)
    with tally(ROW) as count:
        child = subprocess.run(
            [
                sys.executable, str(PROGRAM), str(memory_path), str(version), str(part.index),
                str(part.of), str(most), seed,
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = [json.loads(line) for line in child.stdout.splitlines()]
        count.tried(len(told))
        count.survived(sum(not each["wrong"] for each in told))
        count.note("left a new file", sum(each["new"] for each in told))
        assert child.returncode == 0, child.stderr
        assert [each for each in told if each["wrong"]] == []
