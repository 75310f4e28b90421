"""The lock where a file cannot be looked at, or somebody is writing one: in doubt, nothing goes."""

import errno
import os
import stat
import sys
import traceback
from datetime import datetime
from pathlib import Path

import pytest
from lock_killing import killed_before
from lock_samples import LITTLE, OTHER, PASSPHRASE, locked
from storage_samples import NOTE

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store, backup
from collabkit.storage.checks import check_file
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.copying_beside import keep_copy_beside
from collabkit.storage.database import Database
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking import wiping
from collabkit.storage.locking.begun import never_on
from collabkit.storage.locking.first_bytes import found_ciphered
from collabkit.storage.locking.key_place import load
from collabkit.storage.locking.recovery_code import new_code
from collabkit.storage.locking.replacing import wipe_leftovers
from collabkit.storage.locking.sealed_aside import is_ciphered_inside
from collabkit.storage.locking.setting_aside import set_locked_aside
from collabkit.storage.locking.state import is_locked, places_of
from collabkit.storage.locking.switching import (
    change_key,
    switch_off,
)
from collabkit.storage.locking.unlocking import unlock

pytest.importorskip("sqlcipher3")

forks = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


class Unreadable:
    """Stands in for a disk that does not answer, or a virus scanner that holds one file.

    With ``within`` the name of a function, only the first try in there fails.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path: Path | None = None
        self.within = ""
        self._open = Path.open
        monkeypatch.setattr(Path, "open", lambda path, *args, **more: self(path, *args, **more))

    def __call__(self, path: Path, *args: object, **more: object) -> object:
        if path == self.path and self._is_there():
            self.path = None if self.within else path
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return self._open(path, *args, **more)  # type: ignore[call-overload]

    def has_failed(self) -> bool:
        return self.path is None

    def _is_there(self) -> bool:
        return not self.within or any(
            frame.name == self.within for frame in traceback.extract_stack()
        )


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> Unreadable:
    return Unreadable(monkeypatch)


def test_the_key_stays_if_nobody_can_tell_whether_it_is_needed(
    answered: DataFolder, unreadable: Unreadable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk stops answering when all is encrypted: what opens it is the last thing to remove."""
    real = Database.close

    def close(database: Database) -> None:
        real(database)
        unreadable.path = answered.database
        raise EnvironmentProblemError("The disk does not answer.")

    monkeypatch.setattr(Database, "close", close)
    with pytest.raises(EnvironmentProblemError):
        locked(answered)
    monkeypatch.setattr(Database, "close", real)
    unreadable.path = None
    assert is_ciphered(answered.database)
    with Store.open(unlock(answered, PASSPHRASE)) as store:
        assert store.lists.charities()


def test_the_lock_stays_if_a_copy_cannot_be_looked_at(
    answered: DataFolder, unreadable: Unreadable
) -> None:
    """It may need the key. Once it can be, the lock goes, and the copy is readable as well."""
    unlocked = locked(answered)
    unreadable.path, unreadable.within = copies_in(answered)[-1].path, "let_rest_be_readable"
    with pytest.raises(EnvironmentProblemError):
        switch_off(unlocked)
    assert unreadable.has_failed()
    assert all(place.exists() for place in places_of(answered))
    switch_off(unlock(answered, PASSPHRASE))
    assert not any(is_ciphered(copy.path) for copy in copies_in(answered))
    assert not is_locked(answered)


def test_what_cannot_be_looked_at_is_not_sealed_as_damaged(
    answered: DataFolder, unreadable: Unreadable
) -> None:
    """A sound copy stays one, and the next opening finds nothing to do."""
    unlocked = locked(answered)
    before = copies_in(answered)
    unreadable.path, unreadable.within = before[-1].path, "_finish_copy"
    with Store.open(unlocked) as store:
        assert "Not everything is locked yet" in "".join(store.notices)
    assert unreadable.has_failed()
    with Store.open(unlocked) as store:
        assert store.notices == ()
    assert before[-1] in copies_in(answered)


def test_an_older_key_stays_if_nobody_can_tell_whether_it_is_needed(
    answered: DataFolder, unreadable: Unreadable
) -> None:
    """A damaged copy is sealed as it is when a new key comes: inside, it needs the older one."""
    unlocked = locked(answered)
    damaged = copies_in(answered)[-1].path
    data = bytearray(damaged.read_bytes())
    data[5_000] ^= 1
    damaged.write_bytes(data)
    sealed = damaged.with_name(f"{damaged.name}.sealed")
    unreadable.path, unreadable.within = sealed, "_needs_former"
    change_key(unlocked, OTHER, new_code(), LITTLE)
    assert unreadable.has_failed()
    assert load(answered).former
    renewed = unlock(answered, OTHER)
    Store.open(renewed).close()
    assert is_ciphered_inside(sealed, renewed.ring.key)
    assert load(answered).former


def test_only_what_is_there_is_asked(tmp_path: Path, unreadable: Unreadable) -> None:
    """A folder or nothing at all is not encrypted; what cannot be read may be."""
    assert not found_ciphered(tmp_path)
    assert not found_ciphered(tmp_path / "nothing")
    (tmp_path / "file").touch()
    assert not found_ciphered(tmp_path / "file")
    assert not found_ciphered(tmp_path / "file" / "in it")
    unreadable.path = tmp_path / "file"
    with pytest.raises(OSError, match="Input/output"):
        found_ciphered(tmp_path / "file")


def test_what_is_wiped_has_another_name_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that whoever is writing it cannot put zeros in the place of a file."""
    part = tmp_path / ".collabkit-0123456789abcdef.part"
    part.write_text(NOTE, encoding="utf-8")
    overwrite, names = wiping._overwrite, []

    def watched(path: Path) -> None:
        names.append([each.name for each in tmp_path.iterdir()])
        overwrite(path)

    monkeypatch.setattr(wiping, "_overwrite", watched)
    wipe_leftovers(tmp_path)
    assert len(names) == 1
    assert part.name not in names[0]
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_is_being_made_is_left_alone(answered: DataFolder) -> None:
    """Encrypted, it holds nothing to read; what anybody could read is wiped."""
    unlocked = locked(answered)
    making = answered.backups / ".collabkit-0123456789abcdef.part"
    making.write_bytes(copies_in(answered)[0].path.read_bytes())
    empty = answered.backups / ".collabkit-0123456789abcde0.part"
    empty.touch()
    plain = answered.backups / ".collabkit-fedcba9876543210.part"
    plain.write_text(NOTE, encoding="utf-8")
    Store.open(unlocked).close()
    assert (making.exists(), empty.exists(), plain.exists()) == (True, True, False)
    long_ago = 1_600_000_000
    os.utime(making, (long_ago, long_ago))
    Store.open(unlocked).close()
    assert not making.exists()


def test_a_copy_that_was_taken_away_in_the_making_is_made_again(
    answered: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock went meanwhile, or something was erased: nobody is told that the disk is broken."""
    unlocked = locked(answered)
    taken: list[Path] = []

    def take_away(path: Path, **more: object) -> None:
        if not taken:
            taken.append(path)
            wipe_leftovers(answered.backups)
        check_file(path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "check_file", take_away)
    made = keep_copy_beside(unlocked)
    assert len(taken) == 1
    assert made.reason is Reason.ASKED
    check_file(made.path, key=unlocked.ring.key)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced there")
def test_what_opens_it_is_on_the_disk_before_it_goes(
    answered: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locked data is set aside: both key files, and every folder on the way to them, survive."""
    locked(answered)
    synced: set[int] = set()
    fsync, unlink = os.fsync, Path.unlink
    missing: list[str] = []

    def watched_fsync(descriptor: int) -> None:
        fsync(descriptor)
        synced.add(os.fstat(descriptor)[stat.ST_INO])

    def watched_unlink(path: Path, missing_ok: bool = False) -> None:
        if path in places_of(answered):
            (aside,) = map(DataFolder, answered.kept.glob("locked-*"))
            needed = [*places_of(aside), aside.root, aside.backups]
            needed += [answered.kept, answered.root, answered.backups]
            missing.extend(str(one) for one in needed if one.stat()[stat.ST_INO] not in synced)
        if path.exists():
            synced.discard(path.stat()[stat.ST_INO])  # the next file may be given its number
        unlink(path, missing_ok)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "unlink", watched_unlink)
    set_locked_aside(answered, datetime(2026, 11, 22, 22, 0))
    assert missing == []
    assert not is_locked(answered)


@forks
def test_who_is_stopped_before_anything_is_locked_is_told_once(answered: DataFolder) -> None:
    """Nothing was changed; the passphrase that was just chosen opens nothing."""

    def told() -> tuple[str, ...]:
        with Store.open(answered) as store:
            return store.notices

    found = []
    for number in range(1, 20):
        assert killed_before(number, answered.root, lambda: locked(answered))
        if is_locked(answered):
            break
        found.append((told(), told()))
    assert (((never_on(),), ())) in found
    assert set(found) <= {((), ()), ((never_on(),), ())}


@pytest.mark.parametrize("fault", [None, EnvironmentProblemError("The disk is full.")])
def test_who_is_not_stopped_is_told_nothing(
    answered: DataFolder, monkeypatch: pytest.MonkeyPatch, fault: Exception | None
) -> None:
    """Locked, or refused with a sentence: nothing is left that would be told."""
    if fault is None:
        locked(answered)
    else:

        def fail(*_arguments: object) -> None:
            raise fault

        monkeypatch.setattr("collabkit.storage.locking.switching.save", fail)
        with pytest.raises(EnvironmentProblemError):
            locked(answered)
    assert not list(answered.root.glob("lock.begun"))
