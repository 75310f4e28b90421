"""Whenever the power goes, everything that was called saved is there afterwards.

A real process does real work under strace. What it did to the disk is done again to a disk that
forgets, up to any call, and the program is started on what is left. The controls must lose
something: a disk that never hears a sync, and a database that never asks for one.
"""

import random
import shutil
from pathlib import Path

import pytest
import recorded_work as work
from conftest import Tally
from power_checks import (
    as_lived,
    as_lived_locked,
    as_locked,
    by_the_file_alone,
    by_the_log_alone,
    copied,
    copied_before,
    forgotten,
    migrated,
    old_or_new,
    put_back,
    set_aside,
    taken_out,
)
from power_cuts import PROGRAM, Place, Said, faults, prove, recorded
from tiers import TIER, Part

from collabkit.storage.identity import SCHEMA_VERSION

SAVING, RESTORING, LOCKING = (
    f"power cut while {work}" for work in ("saving", "restoring", "locking")
)
KINDS = {
    "saving": (SAVING, work.lived, as_lived),
    "importing": (
        "power cut while importing", work.with_bundle, copied_before("before-import", old_or_new),
    ),
    "copying": ("power cut while a copy is made", work.lived, copied),
    "restoring": (RESTORING, work.lived_twice, copied_before("before-restore", old_or_new)),
    "erasing": ("power cut while erasing", work.with_somebody, forgotten),
    "exporting": ("power cut while exporting", work.with_sample, taken_out),
}  # fmt: skip
ALONE = {"database": by_the_file_alone, "log": by_the_log_alone}
TWICE = {
    "saving": (SAVING, work.lived, as_lived),
    "importing": ("power cut while importing", work.with_bundle, old_or_new),
    "erasing": ("power cut while erasing", work.with_somebody, old_or_new),
    "saving_locked": (LOCKING, work.locked, as_lived_locked),
}
LOCKED = {
    "locking": (LOCKING, work.lived, as_locked),
    "unlocking": (LOCKING, work.locked, as_locked),
    "locking_anew": (LOCKING, work.locked, as_locked),
    "saving_locked": (LOCKING, work.locked, as_lived_locked),
}
AGAIN = {
    "saving": (SAVING, work.stopped, as_lived),
    "recovering": (RESTORING, work.damaged, put_back),
}
PARTS = TIER.parts(nightly=2, release=8)
SCHEMAS = len(list((PROGRAM.parents[1] / "databases").glob("schema-*.db")))
OLDER = [version for version in range(1, SCHEMAS + 1) if version < SCHEMA_VERSION]
VERSIONS = OLDER[-TIER.count(share=1, change=len(OLDER)) :]


@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_lost_when_the_power_goes(
    name: str, part: Part, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """At any call, whatever part of what was not synced is left."""
    row, begin, check = KINDS[name]
    prove(
        row, name, begin, check,
        part=part, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("copy", ALONE)
@pytest.mark.parametrize("name", ["saving"] if TIER.name == "share" else TWICE)
def test_what_is_called_saved_is_on_the_disk_twice(
    name: str, copy: str, part: Part, strace: str, memory_path: Path, rng: random.Random,
    tally: Tally,
) -> None:  # fmt: skip
    """Either copy has it, when the other is lost in the same power cut."""
    if name == "saving_locked":
        pytest.importorskip("sqlcipher3")
    if name != "saving":  # which is nearly all that people do
        part = Part(part.index * 8, part.of * 8)
    row, begin, check = TWICE[name]
    prove(
        row, name, begin, ALONE[copy](check),
        part=part, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("name", ["locking"] if TIER.name == "share" else LOCKED)
def test_nothing_is_lost_when_the_power_goes_while_it_is_locked(
    name: str, part: Part, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """While everything is locked, unlocked or locked with another key, and while it is locked."""
    pytest.importorskip("sqlcipher3")
    row, begin, check = LOCKED[name]
    mine = Part(part.index * len(LOCKED) + [*LOCKED].index(name), part.of * len(LOCKED))
    prove(
        row, name, begin, check,
        part=mine, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_what_is_locked_is_set_aside_with_what_opens_it(
    part: Part, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """Whoever finds the passphrase after all opens it, whenever the power went."""
    pytest.importorskip("sqlcipher3")
    prove(
        LOCKING, "setting_aside", work.locked, set_aside,
        part=part, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.skipif(TIER.name == "share", reason="at every change, by make torture")
@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("name", AGAIN)
def test_nothing_is_lost_when_the_power_goes_once_more(
    name: str, part: Part, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """While the start takes back half a change, or while a damaged file is replaced."""
    row, begin, check = AGAIN[name]
    prove(
        row, name, begin, check,
        part=part, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_release_is_brought_up_to_date_or_left(
    version: int, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """The old file, or the new one; there is nothing between the two."""
    prove(
        "power cut while migrating", "migrating", work.old(version), migrated,
        part=Part(VERSIONS.index(version), len(VERSIONS)),
        strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


def test_without_syncing_something_is_lost(
    strace: str, memory_path: Path, rng: random.Random
) -> None:
    """The same life with synchronous=OFF and without the second copy: power cuts do lose it."""
    recording = recorded(strace, memory_path, "saving_carelessly", work.lived)
    judge = as_lived(recording, Place(memory_path / "after"))

    def alone(place: Place, said: Said) -> str:
        shutil.rmtree(place.folder.backups, ignore_errors=True)
        shutil.rmtree(place.folder.root / "changes", ignore_errors=True)
        try:
            return judge(place, said)
        except Exception as error:  # damaged, and nothing to put it back from
            return repr(error)

    tries = TIER.count(share=10, change=50, nightly=200, release=1000)
    lost = sum(map(bool, faults(recording, tries, rng, memory_path, alone)))
    assert lost, "the cuts prove nothing"
