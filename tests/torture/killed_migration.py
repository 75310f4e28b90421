"""Brings files of every release up to date and is killed at one statement after the other.

Run by ``test_kill_migrations``: ``killed_migration.py FOLDER VERSION PART OF MOST SEED``. Prints a
line of JSON for each kill.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from opening_again import everything

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.checks import check_file
from collabkit.storage.copies import copies_in
from collabkit.storage.identity import SCHEMA_VERSION, version_of

_SCHEMAS = Path(__file__).parents[1] / "databases"
_FILES = {"os.rename", "os.remove", "os.link", "os.mkdir", "os.truncate"}


class Steps:
    """Counts every SQL statement and every file that is moved; kills this process at one."""

    def __init__(self, last: int = 0) -> None:
        self.count = 0
        self._last = last
        self._connect = sqlite3.connect
        sqlite3.connect = self._listen  # type: ignore[assignment]
        sys.addaudithook(self._hear)

    def _listen(self, *address: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._connect(*address, **options)
        connection.set_trace_callback(self._step)
        return connection

    def _hear(self, event: str, _arguments: object) -> None:
        if event in _FILES:
            self._step(event)

    def _step(self, _statement: str) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def bring_up_to_date(folder: DataFolder, last: int) -> int:
    """Open and close in a fork that is killed at step ``last``; return how many steps it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            steps = Steps(last)
            Store.open(folder).close()
            os.write(writing, f"{steps.count}".encode())
        finally:
            sys.stderr.flush()
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        count = told.read()
    os.waitpid(child, 0)
    return int(count or 0)


def old_file(root: Path, version: int) -> DataFolder:
    """Put a file of an older release into a folder that was not there."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    folder = DataFolder(root)
    shutil.copyfile(_SCHEMAS / f"schema-{version}.db", folder.database)
    return folder


def rows(path: Path) -> list[str]:
    """Every row of a file, as it lies there."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


def wrong(folder: DataFolder, original: bytes, expected: list[str], before: list[str]) -> str:
    """Say what is wrong with a file after a kill, if anything."""
    if folder.database.read_bytes() != original:
        check_file(folder.database)
        if version_of(folder.database) != SCHEMA_VERSION:
            return "it is of no release"
        kept = [copy for copy in copies_in(folder) if copy.reason == "before-migration"]
        if not kept or rows(kept[0].path) != before:
            return "there is no copy from before"
        if not same(rows(folder.database), expected):
            return "it is not as it should be"
    return "" if same(everything(folder), expected) else "opened again, it is something else"


def same(found: list[str], expected: list[str]) -> bool:
    """Whether two files hold the same, wherever their history stands."""
    mark = 'INSERT INTO "change_mark"'
    return [line for line in found if mark not in line] == [
        line for line in expected if mark not in line
    ]


def main() -> None:
    root, version = Path(sys.argv[1]), int(sys.argv[2])
    part, of, most, seed = int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), sys.argv[6]
    folder = old_file(root / "whole", version)
    original, before = folder.database.read_bytes(), rows(folder.database)
    Store.open(folder).close()  # everything is imported now
    expected = everything(folder)
    steps = bring_up_to_date(old_file(root / "counted", version), 0)
    chosen = random.Random(seed).sample(range(1, steps + 1), min(most, steps))
    for step in sorted(chosen)[part::of]:
        folder = old_file(root / "killed", version)
        if bring_up_to_date(folder, step):
            raise RuntimeError(f"step {step} was never reached")
        is_new = folder.database.read_bytes() != original
        told = {"step": step, "wrong": wrong(folder, original, expected, before), "new": is_new}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
