"""However many start at once, one writes; and whatever lies where the lock is, nobody is stuck."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Tally
from deeds import World, do, prepare
from opening_again import look
from tiers import TIER, Part

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store

PROGRAM = Path(__file__).with_name("many_starts.py")
CHANGES = 20
DEAD = 2**22 - 1  # a process that does not exist

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")


@POSIX
@pytest.mark.parametrize("part", TIER.parts(nightly=2), ids=str)
def test_one_of_twenty_writes(part: Part, tmp_path: Path, seed: str, tally: Tally) -> None:
    """On a new folder, a file, an older file and one whose writer was killed."""
    rounds = part.share(TIER.count(share=1, change=5, nightly=50, release=200))
    with tally("20 starts at once") as count:
        child = subprocess.run(
            [sys.executable, str(PROGRAM), str(tmp_path), str(rounds), f"{seed} {part}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = [json.loads(line) for line in child.stdout.splitlines()]
        count.tried(rounds)
        count.survived(sum(not each["wrong"] for each in told))
        assert child.returncode == 0, child.stderr
        assert [each for each in told if each["wrong"]] == []


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A folder with some life in it, and no lock."""
    folder = DataFolder(tmp_path / "data")
    with Store.open(folder) as store:
        prepare(store)
        for number in range(CHANGES):
            do(store, number).result()
    folder.lock.unlink(missing_ok=True)
    return folder


LOCKS: dict[str, Callable[[Path], object]] = {
    "zero bytes": lambda lock: lock.touch(),
    "another program's text": lambda lock: lock.write_text("{'lock': 'mine'}\n" * 1000),
    "a lock of a process that has ended": lambda lock: lock.write_text(f"{DEAD}\nhost\n"),
    "bytes": lambda lock: lock.write_bytes(bytes(range(256))),
    "a lock that may only be read": lambda lock: lock.touch(0o400),
}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_that_nobody_holds_is_taken(name: str, folder: DataFolder, tally: Tally) -> None:
    """Whatever stands in it: only the operating system knows who holds it."""
    LOCKS[name](folder.lock)
    with tally("bad locks") as count:
        count.tried()
        verdict = look(folder, World(), at_least=CHANGES, at_most=CHANGES).verdict
        count.survived(verdict.number == CHANGES)


WAYS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "a folder": (lambda lock: lock.mkdir(), lambda lock: lock.rmdir()),
    "a link to a folder": (lambda lock: lock.symlink_to(lock.parent), lambda lock: lock.unlink()),
}


@POSIX
@pytest.mark.parametrize("name", WAYS)
def test_what_is_no_file_is_named_in_a_sentence(
    name: str, folder: DataFolder, tally: Tally
) -> None:
    """Nothing is changed, and when it has gone everything is there."""
    begin, end = WAYS[name]
    data = folder.database.read_bytes()
    begin(folder.lock)
    with tally("bad locks") as count:
        count.tried()
        with pytest.raises(EnvironmentProblemError, match=r"\.$"):
            Store.open(folder)
        assert folder.database.read_bytes() == data
        end(folder.lock)
        verdict = look(folder, World(), at_least=CHANGES, at_most=CHANGES).verdict
        count.survived(verdict.number == CHANGES)
