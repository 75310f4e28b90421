"""Every file that was made to do harm, opened as a person would: refused, soon, nothing changed."""

import json
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hostile_corpus import corpus
from measured import MOST_MEGABYTES, MOST_SECONDS
from tiers import TIER

CHILD = Path(__file__).with_name("hostile_child.py")
_FEWEST = 80  # bundles and packs
_EVERY = TIER.count(share=9, change=1)  # the tests of each kind open all of them anyway
_PACKED = ("bundle", "XLSX pack", "TOML pack")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set in another way")
def test_no_file_does_any_harm(tally, tmp_path: Path) -> None:
    """At most two seconds of a processor and 256 megabytes each; the database keeps its bytes."""
    names: dict[str, str] = {}
    for number, (door, what, data) in enumerate(islice(corpus(), 0, None, _EVERY)):
        (tmp_path / f"{number:04}.{door}").write_bytes(data)
        names[f"{number:04}.{door}"] = what
    with tally("hostile bundles and packs") as row:
        done = subprocess.run(
            [sys.executable, CHILD, tmp_path], capture_output=True, text=True, check=False
        )
        lines = done.stdout.splitlines()
        assert done.returncode == 0, f"ended at {lines[-1:]}: {done.stderr[-2_000:]}"
        told = json.loads(lines[-1])
        assert told.keys() == names.keys()
        harm = [
            (names[name], said, seconds, megabytes)
            for name, (said, seconds, megabytes) in told.items()
            # At the first door, what is some other file of ours is told apart and goes no further.
            if (said != "refused" and (said != "taken" or not name.endswith("invitation")))
            or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES
        ]  # fmt: skip
        doors = Counter(name.partition(".")[2] for name in names)
        packed = sum(doors[door] for door in _PACKED)
        row.tried(len(names))
        row.survived(len(names) - len(harm))
        row.note("bundles and packs", packed)
        row.note(
            "megabytes at most", max(megabytes for _said, _seconds, megabytes in told.values())
        )
        row.note("ms at most", round(1e3 * max(seconds for _said, seconds, _mb in told.values())))
        assert harm == []
        assert packed >= _FEWEST / _EVERY
