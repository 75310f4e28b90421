"""Files that went wrong at random, through every way in: a sentence, soon, and nothing changes.

What fails names its number; ``fuzz_child.py WAY SEED NUMBER file`` prints the file itself.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from importers import WAYS
from tiers import TIER

CHILD = Path(__file__).with_name("fuzz_child.py")
_EACH = -(-1_000 // len(WAYS))  # so that all together are a thousand
_NO_END = 10_000_000
# Few files are opened in one process, as most of the time is its start.
_PROCESSES = [",".join(WAYS)] if TIER.name == "share" else list(WAYS)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set in another way")
@pytest.mark.parametrize("ways", _PROCESSES)
def test_whatever_is_in_a_file_it_ends_in_a_sentence(ways: str, tally, seed: str) -> None:
    """No error of ours, at most two seconds and 256 megabytes, and the same database."""
    count = TIER.count(share=5, change=_EACH, nightly=_NO_END)
    seconds = TIER.count(
        share=60, change=300, nightly=600 // len(WAYS), release=14_400 // len(WAYS)
    )
    with tally("fuzzing the importers") as row:
        done = subprocess.run(
            [sys.executable, CHILD, ways, seed, str(count), str(seconds)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        lines = done.stdout.splitlines()
        assert done.returncode == 0, f"ended at file {lines[-1:]}, {done.stderr[-2_000:]}"
        told = json.loads(lines[-1])
        row.tried(told["tried"])
        row.survived(told["tried"] - len(told["troubles"]))
        row.note("taken", told["taken"])
        row.note("refused", told["refused"])
        assert told["troubles"] == [], f"{told['troubles'][:3]}"
