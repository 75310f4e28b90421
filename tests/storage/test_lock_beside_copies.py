"""What the lock leaves beside the copies has its time as they have: sealed copies and key files."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lock_samples import LITTLE, PASSPHRASE
from storage_samples import file_with_answers

from collabkit.paths import DataFolder
from collabkit.storage.copies import Reason, copies_in, copy_path
from collabkit.storage.locking.beside_copies import (
    damaged_and_sealed,
    remove_with_key_file,
    unneeded_key_files,
)
from collabkit.storage.locking.readable_again import still_locked
from collabkit.storage.locking.recovery_code import new_code
from collabkit.storage.locking.switching import change_key, switch_off, switch_on
from collabkit.storage.pruning import label_of, prune
from collabkit.storage.rotation import to_keep

START = datetime(2026, 3, 2, 19, 30)

Lay = Callable[[int, str], Path]


@pytest.fixture
def lay(folder: DataFolder) -> Lay:
    """Lay a file with the name of a sound copy, one for each day, and an ending of its own."""
    file_with_answers(folder.root, "A note")
    sound = copies_in(folder)[0].path.read_bytes()
    for copy in copies_in(folder):
        copy.path.unlink()

    def put(day: int, ending: str) -> Path:
        path = copy_path(folder, day, START + timedelta(days=day), Reason.CLOSING)
        path = path.with_name(path.name + ending)
        path.write_bytes(sound if not ending else b"sealed, or what opens it")
        return path

    return put


def test_a_sealed_copy_goes_when_it_would_have_gone_unsealed(folder: DataFolder, lay: Lay) -> None:
    """Of eighty days, those that the rule keeps; none of the sound ones goes in their place."""
    for day in range(1, 81):
        lay(day, ".sealed" if day % 5 == 0 else "")
    sound, sealed = copies_in(folder), damaged_and_sealed(folder)
    assert len(sealed) == 16
    kept = to_keep([label_of(copy) for copy in sound])
    prune(folder)
    assert {label_of(copy) for copy in copies_in(folder)} == kept
    staying = to_keep([*kept, *(label_of(copy) for copy in sealed)])
    left = {label_of(copy) for copy in damaged_and_sealed(folder)}
    assert left == staying - kept
    assert 0 < len(left) < 6


def test_no_sealed_copy_goes_while_sound_ones_are_few(folder: DataFolder, lay: Lay) -> None:
    """As no copy does: it may be the last resort."""
    for day in range(1, 41):
        lay(day, ".sealed")
    lay(50, "")
    lay(51, "")
    prune(folder)
    assert len(damaged_and_sealed(folder)) == 40


def test_what_is_no_copy_of_ours_stays(folder: DataFolder, lay: Lay) -> None:
    """Somebody put it there; it was only sealed in its place."""
    for day in range(1, 41):
        lay(day, "")
    stranger = folder.backups / "holidays.db.sealed"
    stranger.write_bytes(b"sealed")
    other = folder.backups / "holidays.db.lock.json"
    other.write_bytes(b"{}")
    (folder.backups / "lock.json").write_bytes(b"{}")
    prune(folder)
    assert damaged_and_sealed(folder) == ()
    assert all(path.exists() for path in (stranger, other, folder.backups / "lock.json"))


def test_a_key_file_goes_with_the_copy_that_it_opens(folder: DataFolder, lay: Lay) -> None:
    """By its age, and if it was left behind by an earlier collabkit."""
    for day in range(1, 41):
        lay(day, "")
        lay(day, ".lock.json")
    alone, of_sealed = lay(60, ".lock.json"), lay(61, ".lock.json")
    lay(61, ".sealed")
    lay(0, ".lock.json")
    aside = lay(62, ".lock.json")
    folder.kept.mkdir(exist_ok=True)
    (folder.kept / aside.name.removesuffix(".lock.json")).write_bytes(b"a copy put aside")
    assert len(unneeded_key_files(folder)) == 2
    prune(folder)
    names = {copy.path.name for copy in copies_in(folder)}
    key_files = {path.name.removesuffix(".lock.json") for path in folder.backups.glob("*.json")}
    assert not alone.exists()
    assert of_sealed.exists()
    assert key_files - names == {p.name.removesuffix(".lock.json") for p in (of_sealed, aside)}
    assert names <= key_files


@pytest.mark.parametrize("ending", ["", ".sealed"])
def test_who_removes_a_copy_removes_what_opens_it(lay: Lay, ending: str) -> None:
    """But not while the other of a pair is there, which it opens as well."""
    plain, sealed, key_file = lay(1, ""), lay(1, ".sealed"), lay(1, ".lock.json")
    first, second = (plain, sealed) if not ending else (sealed, plain)
    remove_with_key_file(first)
    assert key_file.exists()
    remove_with_key_file(second)
    assert not key_file.exists()


@pytest.mark.parametrize("kind", ["damaged copy", "broken seal", "put aside"])
def test_what_stays_locked_is_known(folder: DataFolder, kind: str) -> None:
    """And has what opens it beside it."""
    pytest.importorskip("sqlcipher3")
    file_with_answers(folder.root, "A note")
    folder.kept.mkdir(exist_ok=True)
    if kind == "broken seal":
        (folder.kept / "note.txt").write_text("Put aside", encoding="utf-8")
    unlocked = switch_on(folder, PASSPHRASE, new_code(), LITTLE)
    if kind == "broken seal":
        path = folder.kept / "note.txt.sealed"
        path.write_bytes(path.read_bytes()[:-1])
    else:
        path = copies_in(folder)[0].path
        if kind == "put aside":
            path = path.rename(folder.kept / "damaged.db")
        data = bytearray(path.read_bytes())
        data[5_000] ^= 1
        path.write_bytes(data)
    if kind == "put aside":
        unlocked = change_key(unlocked, PASSPHRASE, new_code(), LITTLE)
    plain = switch_off(unlocked)
    assert still_locked(plain) == (path,)
    assert path.with_name(f"{path.name}.lock.json").exists()


def test_nothing_stays_locked_without_damage(folder: DataFolder) -> None:
    """Nor is anything left of what opened it."""
    pytest.importorskip("sqlcipher3")
    file_with_answers(folder.root, "A note")
    plain = switch_off(switch_on(folder, PASSPHRASE, new_code(), LITTLE))
    assert still_locked(plain) == ()
    assert not list(folder.root.rglob("*lock.json"))
