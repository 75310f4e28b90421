"""Killed at any moment, a session is the old one or the new one, with all that follows from it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from session_samples import added, begin_now

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.checks import check_file

ROUNDS = 15


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_killed_session_is_whole(folder: DataFolder) -> None:
    """Record, line, plan and assessment are of one change: the last acknowledged or the next."""
    with Store.open(folder) as store:
        session = added(store)
        begin_now(store, session)
    done = subprocess.run(
        [
            sys.executable,
            Path(__file__).with_name("session_nursery.py"),
            folder.root,
            session.id,
            str(ROUNDS),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    check_file(folder.database)
    for acknowledged, (record, plan, whole) in zip(
        told["acknowledged"], told["found"], strict=True
    ):
        assert record in (acknowledged, acknowledged + 1)
        assert plan == record
        assert whole
    assert told["journals"] > 0  # otherwise no kill hit the middle of a change
