"""The lock among damaged files and full disks: no plain word is left, and no key that is needed."""

import shutil
import sys
from pathlib import Path

import pytest
from lock_killing import killed_before
from lock_samples import LITTLE, OTHER, PASSPHRASE, locked
from storage_samples import NOTE, new_charity

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking import finishing, readable_again
from collabkit.storage.locking.converting import fitting_key
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.key_place import load
from collabkit.storage.locking.recovery_code import new_code
from collabkit.storage.locking.replacing import wipe_leftovers
from collabkit.storage.locking.sealed_aside import (
    seal_aside,
    sealed_copies,
    sealed_in,
    unseal_aside,
)
from collabkit.storage.locking.switching import (
    LockUnfinishedError,
    change_key,
    switch_off,
)
from collabkit.storage.locking.unfinished import finished_now
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.locking.unlocking import unlock
from collabkit.storage.recoverable import Recoverable
from collabkit.storage.recovery import recover
from collabkit.storage.second_copy.lines import BEGINNING, Mark
from collabkit.storage.second_copy.segments import segment_paths

pytest.importorskip("sqlcipher3")

NOTHING = Recoverable(None, (), Mark(0, BEGINNING), None, None)


def with_new_key(folder: UnlockedFolder) -> UnlockedFolder:
    return change_key(folder, OTHER, new_code(), LITTLE)


def plain_files(folder: DataFolder) -> list[str]:
    words = (NOTE.encode(), b"Away-day", b"Sample Charity")
    files = [path for path in sorted(folder.root.rglob("*")) if path.is_file()]
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]


def flip(path: Path, place: int) -> bytes:
    """Change one bit, and return what the file holds then."""
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    return bytes(data)


def damaged_copy(folder: DataFolder) -> tuple[Path, bytes]:
    """Damage the newest copy where something stands, and return it with what is in it then."""
    path = copies_in(folder)[0].path
    return path, flip(path, max(path.read_bytes().find(NOTE.encode()), 5_000))


class FullDisk:
    """Stands in for a disk on which only copies find no room."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from collabkit.storage.locking import converting

        self.is_full = True
        self._convert = converting.convert
        for module in (finishing, readable_again):
            monkeypatch.setattr(module, "convert", self.convert)

    def convert(self, path: Path, present: DataKey | None, wanted: DataKey | None) -> None:
        if self.is_full and path.parent.name == "backups":
            raise EnvironmentProblemError("There is not enough room on the disk.")
        self._convert(path, present, wanted)


@pytest.mark.parametrize("place", ["the first line", "the middle", "the head", "the end"])
def test_a_damaged_log_does_not_stay_plain(answered: DataFolder, place: str) -> None:
    """Wherever it is damaged, so that its first change cannot tell what the rest is like."""
    log = max(segment_paths(answered), key=lambda path: len(path.read_bytes().rstrip(b"\0")))
    data = log.read_bytes().rstrip(b"\0")
    first = data.index(b"\n") + 1
    where = {"the first line": first + 30, "the middle": len(data) // 2, "the head": 5}
    flip(log, where.get(place, len(data) - 1))
    assert log.name in plain_files(answered)
    unlocked = locked(answered)
    assert plain_files(answered) == []
    with Store.open(unlocked) as store:
        assert store.notices == ()


def test_a_sealed_log_is_left_alone(answered: DataFolder) -> None:
    """With room behind its last line, half a line or a hole in it: that is no plain word."""
    unlocked = locked(answered)
    with Store.open(unlocked) as store:
        store.charities.add(new_charity("One more"))
    log = next(path for path in segment_paths(answered) if b" s" in path.read_bytes())
    data = log.read_bytes().rstrip(b"\0")
    for other in (data + bytes(500), data[:-40], data[:-90] + bytes(20) + data[-70:]):
        log.write_bytes(other)
        Store.open(unlocked).close()
        assert log.read_bytes().startswith(other.rstrip(b"\0"))


def test_no_log_of_a_former_key_stays(answered: DataFolder) -> None:
    """Not even one whose first line is damaged; the older key file would open it."""
    unlocked = locked(answered)
    with Store.open(unlocked) as store:
        store.charities.add(new_charity("One more"))
        store.charities.add(new_charity("And one more"))
    log = next(path for path in segment_paths(answered) if b" s" in path.read_bytes())
    data = flip(log, log.read_bytes().index(b"\n") + 31)
    with_new_key(unlocked)
    assert data not in [path.read_bytes() for path in segment_paths(answered)]


def test_a_plain_copy_that_is_left_is_told(
    answered: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever switches the lock on gets the folder, and the sentence; the next opening goes on."""
    disk = FullDisk(monkeypatch)
    with pytest.raises(LockUnfinishedError, match="not enough room") as caught:
        locked(answered)
    assert plain_files(answered)
    disk.is_full = False
    with Store.open(caught.value.folder) as store:
        assert store.notices == (finished_now(),)
    with Store.open(caught.value.folder) as store:
        assert store.notices == ()
    assert plain_files(answered) == []
    assert unlock(answered, PASSPHRASE) == caught.value.folder


def test_the_lock_stays_while_a_copy_needs_it(
    answered: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk ends the switching off with a sentence, and everything is locked as it was."""
    with Store.open(answered) as store:
        store.safety.make_copy(Reason.ASKED)
    unlocked = locked(answered)
    disk = FullDisk(monkeypatch)
    with pytest.raises(EnvironmentProblemError, match="not enough room"):
        switch_off(unlocked)
    with Store.open(unlock(answered, PASSPHRASE)):
        pass
    assert plain_files(answered) == []
    disk.is_full = False
    plain = switch_off(unlocked)
    assert not any(is_ciphered(copy.path) for copy in copies_in(plain))


def test_what_was_put_aside_while_locked_can_be_read_again(answered: DataFolder) -> None:
    """Such as data that was started afresh without."""
    unlocked = locked(answered)
    aside = recover(unlocked, NOTHING)
    assert aside is not None
    assert is_ciphered(aside)
    switch_off(unlocked)
    assert not is_ciphered(aside)
    assert NOTE.encode() in aside.read_bytes()
    assert not list(answered.root.rglob("*lock.json"))


@pytest.mark.parametrize("renewed", [False, True], ids=["one key", "a new key"])
def test_a_damaged_file_keeps_what_opens_it(
    answered: DataFolder, tmp_path: Path, renewed: bool
) -> None:
    """Its key is in the copy of the key file beside it, which the passphrase opens."""
    unlocked = locked(answered)
    path, data = damaged_copy(unlocked)
    passphrase = OTHER if renewed else PASSPHRASE
    if renewed:
        unlocked = with_new_key(unlocked)
        assert sealed_copies(answered) == (path.with_name(f"{path.name}.sealed"),)
    switch_off(unlocked)
    assert path.read_bytes() == data
    elsewhere = DataFolder(tmp_path / "elsewhere")
    elsewhere.root.mkdir()
    shutil.copy(path.with_name(f"{path.name}.lock.json"), elsewhere.root / "lock.json")
    ring = unlock(elsewhere, passphrase).ring
    assert fitting_key(path, (ring.key, *ring.former)) is not None


def test_a_damaged_copy_does_not_hold_up_a_new_key(answered: DataFolder) -> None:
    """It is sealed as it is with the new key, and no start has anything to say."""
    unlocked = locked(answered)
    path, _data = damaged_copy(unlocked)
    renewed = with_new_key(unlocked)
    assert not path.exists()
    for _time in range(2):
        with Store.open(unlock(answered, OTHER)) as store:
            assert store.notices == ()
    assert fitting_key(answered.database, (renewed.ring.key,)) is not None


def test_former_keys_go_when_nothing_needs_them(answered: DataFolder) -> None:
    """At once, or with the last damaged file that is encrypted with one."""
    unlocked = locked(answered)
    damaged_copy(unlocked)
    renewed = with_new_key(unlocked)
    assert len(load(answered).former) == 1
    assert renewed == unlock(answered, OTHER)
    for path in sealed_copies(answered):
        path.unlink()
    Store.open(renewed).close()
    assert load(answered).former == ()


def test_what_was_sealed_as_it_is_follows_a_new_key(answered: DataFolder) -> None:
    """And comes back as it was when the lock is switched off."""
    path, data = damaged_copy(answered)
    made = path.stat().st_mtime_ns
    unlocked = locked(answered)
    assert [sealed.stat().st_mtime_ns for sealed in sealed_copies(answered)] == [made]
    assert sealed_copies(answered) == (path.with_name(f"{path.name}.sealed"),)
    switch_off(with_new_key(unlocked))
    assert path.read_bytes() == data
    assert sealed_copies(answered) == ()


def test_coming_back_takes_nobody_s_place(answered: DataFolder) -> None:
    """Where a sound copy has the old name by now, the damaged one lies beside it."""
    path, data = damaged_copy(answered)
    unlocked = locked(answered)
    shutil.copy(answered.database, path)
    plain = switch_off(unlocked)
    assert not is_ciphered(path)
    assert path.read_bytes() != data
    assert data in [other.read_bytes() for other in plain.backups.iterdir()]


def test_a_damaged_file_is_named_as_people_know_it(answered: DataFolder) -> None:
    """Not as the temporary file that it was rewritten to."""
    from collabkit.storage import DamagedFileError
    from collabkit.storage.locking.converting import convert

    unlocked = locked(answered)
    path, _data = damaged_copy(unlocked)
    with pytest.raises(DamagedFileError, match=path.name):
        convert(path, unlocked.ring.key, DataKey.new())


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_sealed_as_it_is_and_killed_at_every_moment(tmp_path: Path) -> None:
    """Half wiped, a file is not sealed once more over what it was."""
    key = DataKey.new()
    path = tmp_path / "damaged.db"
    number, is_killed = 0, True
    while is_killed:
        number += 1
        path.write_bytes(NOTE.encode())
        is_killed = killed_before(number, tmp_path, lambda: seal_aside(path, key))
        wipe_leftovers(tmp_path)
        if path.exists():
            seal_aside(path, key)
        assert plain_files(DataFolder(tmp_path)) == []
        unseal_aside(sealed_in(tmp_path)[0], key)
        assert path.read_bytes() == NOTE.encode()
    assert number > 5
