"""Killed at any moment, nothing that was acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from storage_samples import start_assessment

from collabkit.paths import DataFolder
from collabkit.storage import AlreadyOpenError, Store
from collabkit.storage.checks import check_file

ROUNDS = 40
HERE = Path(__file__).parent

HOLD = """
import sys, pathlib
from collabkit.paths import DataFolder
from collabkit.storage import AlreadyOpenError, Store
try:
    store = Store.open(DataFolder(pathlib.Path(sys.argv[1])))
except AlreadyOpenError:
    print("already open", flush=True)
else:
    print("writer", flush=True)
    sys.stdin.read()
    store.close()
"""


def holder(folder: DataFolder) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, folder.root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_no_acknowledged_answer_is_lost(folder: DataFolder) -> None:
    """Forty kills while answers are being saved: every one that was reported is there, whole."""
    with Store.open(folder) as store:
        assessment, (person,) = start_assessment(store)
    done = subprocess.run(
        [sys.executable, HERE / "nursery.py", folder.root, person.id, str(ROUNDS)],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    with Store.open(folder) as store:
        kept = {r.item_id: r.note for r in store.responses.of_assessment(assessment.id)}
    check_file(folder.database)
    assert len(told["acknowledged"]) > ROUNDS
    lost = [n for n in told["acknowledged"] if f"note {n} " not in kept.get(f"S-{n}", "")]
    assert lost == []
    # The test is worth something only if many kills hit the middle of a change.
    assert told["journals"] >= 0.1 * ROUNDS


def test_of_two_starts_at_once_one_writes(folder: DataFolder) -> None:
    """Two programs started together: one has the file, the other says so."""
    holders = [holder(folder), holder(folder)]
    said = sorted(process.stdout.readline().strip() for process in holders if process.stdout)
    for process in holders:
        process.communicate()
    assert said == ["already open", "writer"]


def test_a_killed_window_does_not_lock_anybody_out(folder: DataFolder) -> None:
    """The lock is the operating system's and dies with its holder."""
    process = holder(folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "writer\n"
    with pytest.raises(AlreadyOpenError):
        Store.open(folder)
    process.kill()
    process.communicate()
    Store.open(folder).close()
