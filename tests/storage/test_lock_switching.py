"""The lock switched on, off and changed, on real files, and stopped at every moment of it."""

import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from lock_killing import killed_before
from lock_samples import LITTLE, OTHER, PASSPHRASE
from sqlalchemy import Connection, insert
from storage_samples import file_with_answers, new_charity

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, LockedError, Store
from collabkit.storage.connection import connect
from collabkit.storage.copies import copies_in
from collabkit.storage.locking.begun import never_on
from collabkit.storage.locking.key_place import KeyFileGoneError, carry_key_file_beside, load
from collabkit.storage.locking.recovery_code import new_code
from collabkit.storage.locking.same_lock import OtherLockError
from collabkit.storage.locking.state import is_locked, places_of
from collabkit.storage.locking.switching import (
    change_code,
    change_key,
    change_passphrase,
    switch_off,
    switch_on,
)
from collabkit.storage.locking.unfinished import finished_now
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.locking.unlocking import (
    WrongPassphraseForDataError,
    unlock,
    unlock_with_code,
)
from collabkit.storage.recoverable import find_recoverable
from collabkit.storage.recovery import recover, restore
from collabkit.storage.schema import charity

pytest.importorskip("sqlcipher3")

NOTE = "A note that nobody else is to read"
PERSONAL = "Something for myself alone"
CODE = new_code()
STEP = int(os.environ.get("LOCK_KILL_STEP", "9"))  # 1 to be killed before each change
WORDS = [NOTE, PERSONAL, "Sample Charity", "Away-day"]


@pytest.fixture
def answered(folder: DataFolder) -> DataFolder:
    """A folder with answers, copies, a log, personal words, a file put aside and left-overs."""
    file_with_answers(folder.root, NOTE)
    with Store.open(folder) as store:
        add_charity(store, "The log has this one")
    for place in (folder.personal, folder.kept):
        place.mkdir(mode=0o700)
    (folder.personal / "one.json").write_text(f'{{"q": "{PERSONAL}"}}', encoding="utf-8")
    (folder.kept / "damaged.db").write_bytes(b"SQLite format 3\0 but damaged " + NOTE.encode())
    (folder.backups / ".collabkit-0123456789abcdef.part").write_text(NOTE, encoding="utf-8")
    return folder


def add_charity(store: Store, name: str) -> None:
    store.charities.add(new_charity(name))


def locked(folder: DataFolder) -> UnlockedFolder:
    return switch_on(folder, PASSPHRASE, CODE, LITTLE)


def everything_in(folder: DataFolder) -> list[object]:
    """What the program reads in a folder."""
    with Store.open(folder) as store:
        assert set(store.notices) <= {finished_now(), never_on()}
        return [
            sorted(charity.name for charity in store.lists.charities()),
            [
                (summary.assessment.title, store.responses.of_assessment(summary.assessment.id))
                for summary in store.lists.summaries()
            ],
        ]


def files_of(folder: DataFolder) -> dict[str, bytes]:
    paths = [path for path in folder.root.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder.root)): path.read_bytes() for path in paths}


def readable(folder: DataFolder) -> list[str]:
    """The files in which one of the words stands, in whatever way it may be written."""
    found = []
    for name, data in files_of(folder).items():
        for word in WORDS:
            if word.encode() in data or word.encode("utf-16-le") in data:
                found.append(name)
    return found


def is_as_before(folder: DataFolder, before: list[object]) -> bool:
    if is_locked(folder):
        folder = unlock(folder, PASSPHRASE)
    assert everything_in(folder) == before
    return True


def test_locked_and_read_again(answered: DataFolder) -> None:
    """All that was there is there, and no readable word of it in any byte."""
    before = everything_in(answered)
    assert readable(answered)
    locked(answered)
    assert readable(answered) == []
    assert is_locked(answered)
    unlocked = unlock(answered, PASSPHRASE)
    assert everything_in(unlocked) == before
    assert everything_in(unlock_with_code(answered, str(CODE).lower())) == before
    assert readable(answered) == []


def test_nothing_opens_without_the_passphrase(answered: DataFolder) -> None:
    """Neither for writing nor for reading, and no file is changed by trying."""
    locked(answered)
    before = files_of(answered)
    for read_only in (False, True):
        with pytest.raises(LockedError):
            Store.open(answered, read_only=read_only)
    with pytest.raises(WrongPassphraseForDataError, match="Please try again"):
        unlock(answered, PASSPHRASE.upper())
    with pytest.raises(WrongPassphraseForDataError, match="not that of this data"):
        unlock_with_code(answered, str(new_code()))
    with closing(sqlite3.connect(answered.database)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM charity").fetchall()
    assert files_of(answered) == before


def test_what_is_deleted_is_overwritten_in_locked_files_too(answered: DataFolder) -> None:
    """Whoever opens one, not the writer alone: what takes changes back out of the log as well."""
    unlocked = locked(answered)
    with closing(connect(answered.database, key=unlocked.ring.key)) as connection:
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_no_word_is_readable_while_the_data_is_open(answered: DataFolder) -> None:
    """Not in the journal of a change under way, not in the log, not in a copy."""
    with Store.open(locked(answered)) as store:
        WORDS.append("A canary in the middle")
        words = "A canary in the middle of it. " * 30
        seen: list[str] = []

        def change(connection: Connection) -> None:
            connection.exec_driver_sql("PRAGMA cache_size = 1").close()
            for number in range(200):  # more than fits into memory: the file itself is changed
                row = {"id": f"id-{number}", "name": words, "is_sample": False}
                connection.execute(insert(charity).values(**row))
            seen.extend(files_of(answered))
            assert readable(answered) == []

        store.safety._writer.write(change)
        assert "collabkit.db-journal" in seen
        assert readable(answered) == []
    WORDS.remove("A canary in the middle")
    assert [name for name in files_of(answered) if name.startswith("changes/")]
    assert readable(answered) == []


def test_what_is_saved_comes_back_from_the_second_copy(answered: DataFolder) -> None:
    """A locked database that is lost is put together from a locked copy and the locked log."""
    unlocked = locked(answered)
    with Store.open(unlocked) as store:
        add_charity(store, "Saved last")
        answered.database.rename(answered.root / "away")
        store._writer._executor.submit(lambda: None).result()
        # The process ends here, as far as the files are concerned.
        before = [path for path in answered.changes.iterdir() if path.stat().st_size > 200]
        assert before
        (answered.root / "away").rename(answered.database)
    data = bytearray(answered.database.read_bytes())
    data[5000] ^= 1
    answered.database.write_bytes(data)
    with pytest.raises(DamagedFileError):
        Store.open(unlocked)
    best = find_recoverable(unlocked)[0]
    assert best.is_complete
    recover(unlocked, best)
    assert "Saved last" in everything_in(unlocked)[0]
    assert readable(answered) == []


def test_going_back_to_a_copy_stays_locked(answered: DataFolder, tmp_path: Path) -> None:
    """Even to one that was readable and lay elsewhere."""
    with Store.open(answered) as store:
        store.bundles.copy_to(tmp_path / "stick.db")
    unlocked = locked(answered)
    before = everything_in(unlocked)
    for copy in (copies_in(unlocked)[-1].path, tmp_path / "stick.db"):
        restore(unlocked, copy)
        assert readable(answered) == []
    assert everything_in(unlocked) == before


def test_every_flipped_byte_is_found(answered: DataFolder) -> None:
    """Each page is authenticated, and what stays readable at the beginning is checked."""
    unlocked = locked(answered)
    data = answered.database.read_bytes()
    places = [*range(80, 5000, 97), *range(5000, len(data), 4001), 5, 16, 20, 22, 30]
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 4
        answered.database.write_bytes(flipped)
        with pytest.raises(Exception) as caught:
            Store.open(unlocked)
        assert type(caught.value).__name__ in {"DamagedFileError", "ForeignFileError"}, place
    answered.database.write_bytes(data)
    everything_in(unlocked)


def test_another_version_in_the_readable_head_is_refused(answered: DataFolder) -> None:
    """No other number makes the program rebuild the file, or wait for a newer one."""
    unlocked = locked(answered)
    data = bytearray(answered.database.read_bytes())
    for version in (99, data[63] - 1):
        data[60:64] = version.to_bytes(4, "big")
        answered.database.write_bytes(data)
        with pytest.raises(DamagedFileError):
            Store.open(unlocked)
        assert answered.database.read_bytes() == data


def test_unlocked_for_good_everything_is_as_it_was(answered: DataFolder) -> None:
    """The key file has gone, and every file can be read without a key."""
    before = everything_in(answered)
    personal = (answered.personal / "one.json").read_bytes()
    aside = (answered.kept / "damaged.db").read_bytes()
    plain = switch_off(locked(answered))
    assert not is_locked(plain)
    assert type(plain) is DataFolder
    assert everything_in(plain) == before
    assert (answered.personal / "one.json").read_bytes() == personal
    assert (answered.kept / "damaged.db").read_bytes() == aside
    for copy in copies_in(plain):
        with closing(sqlite3.connect(copy.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not [name for name in files_of(plain) if "lock.json" in name or "sealed" in name]


def test_another_passphrase_and_another_code(answered: DataFolder) -> None:
    """The one is changed without the other, and only the key file is rewritten."""
    unlocked = locked(answered)
    database = answered.database.read_bytes()
    change_passphrase(unlocked, OTHER)
    code = new_code()
    change_code(unlocked, code)
    assert answered.database.read_bytes() == database
    assert unlock(answered, OTHER) == unlock_with_code(answered, str(code)) == unlocked
    with pytest.raises(WrongPassphraseForDataError):
        unlock(answered, PASSPHRASE)
    with pytest.raises(WrongPassphraseForDataError):
        unlock_with_code(answered, str(CODE))


def test_an_older_key_file_opens_nothing_after_a_new_key(answered: DataFolder) -> None:
    """After another passphrase alone it would."""
    old = places_of(answered)[0]
    unlocked = locked(answered)
    before = everything_in(unlocked)
    kept = old.read_bytes()
    change_passphrase(unlocked, OTHER)
    now = old.read_bytes()
    old.write_bytes(kept)
    assert unlock(answered, PASSPHRASE) == unlocked  # as is said when it is changed
    old.write_bytes(now)
    renewed = change_key(unlocked, OTHER, new_code(), LITTLE)
    assert everything_in(renewed) == before
    assert unlock(answered, OTHER) == renewed
    assert readable(answered) == []
    for copy in copies_in(renewed):
        with Store.open(renewed) as store:
            assert store.safety.copies()
        assert copy.path.exists()
    for place in places_of(answered):
        place.write_bytes(kept)
    stale = unlock(answered, PASSPHRASE)
    with pytest.raises(DamagedFileError):
        Store.open(stale)
    assert find_recoverable(stale) == ()


def test_a_damaged_key_file_is_mended_from_its_copy(answered: DataFolder) -> None:
    """And if both are damaged, a sentence says what to look for."""
    unlocked = locked(answered)
    first, second = places_of(answered)
    good = first.read_bytes()
    for place in (first, second):
        place.write_bytes(b"damaged")
        with Store.open(unlock(answered, PASSPHRASE)):
            pass
        assert first.read_bytes() == second.read_bytes() == good
        place.unlink()
        assert unlock(answered, PASSPHRASE) == unlocked
        place.write_bytes(good)
    first.unlink()
    second.write_bytes(good[:-3])
    with pytest.raises(KeyFileGoneError, match=r"lock\.json"):
        unlock(answered, PASSPHRASE)
    second.unlink()
    assert is_locked(answered)
    with pytest.raises(KeyFileGoneError):
        unlock(answered, PASSPHRASE)


def test_what_cannot_be_locked_is_left_alone(answered: DataFolder, tmp_path: Path) -> None:
    """A short passphrase, a damaged file, nothing at all, or what is locked already."""
    before = files_of(answered)
    with pytest.raises(InvalidInputError):
        switch_on(answered, "short", CODE, LITTLE)
    with pytest.raises(EnvironmentProblemError):
        switch_on(DataFolder(tmp_path / "nothing"), PASSPHRASE, CODE, LITTLE)
    good = answered.database.read_bytes()
    answered.database.write_bytes(good.replace(NOTE.encode(), NOTE.upper().encode()))
    damaged = answered.database.read_bytes()
    with pytest.raises(DamagedFileError):
        locked(answered)
    assert answered.database.read_bytes() == damaged
    assert not is_locked(answered)
    answered.database.write_bytes(good)
    del before["backups/.collabkit-0123456789abcdef.part"]
    now = files_of(answered)
    assert {name: now[name] for name in before} == before
    locked(answered)
    with pytest.raises(InvalidInputError, match="already"):
        locked(answered)


def killings(answered: DataFolder, work: Callable[[], object], check: Callable[[], object]) -> int:
    """Let ``work`` be killed before its first change to the disk, and before others up to its end.

    Returns how many changes there were. Which ones is different in each run of the tests.
    """
    away = answered.root.with_name("as it was")
    shutil.copytree(answered.root, away)
    number = random.randint(1, STEP)
    while killed_before(number, answered.root, work):
        check()
        shutil.rmtree(answered.root)
        shutil.copytree(away, answered.root)
        number += STEP
    check()
    return number


def test_a_locked_copy_opens_elsewhere_with_its_key_file(
    answered: DataFolder, tmp_path: Path
) -> None:
    """As the guide says: both in a new folder, under their usual names."""
    unlocked = locked(answered)
    with Store.open(unlocked) as store:
        store.bundles.copy_to(tmp_path / "stick.db")
    carry_key_file_beside(unlocked, tmp_path / "stick.db")
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    (tmp_path / "stick.db").rename(other.database)
    (tmp_path / "stick.db.lock.json").rename(other.root / "lock.json")
    assert everything_in(unlock(other, PASSPHRASE)) == everything_in(unlocked)
    assert readable(other) == []


def test_a_copy_with_another_lock_is_told_from_a_damaged_one(
    answered: DataFolder, tmp_path: Path
) -> None:
    """Whether the data here is locked otherwise or not at all; nothing is changed."""
    other = DataFolder(tmp_path / "other")
    file_with_answers(other.root, NOTE)
    stranger = switch_on(other, OTHER, new_code(), LITTLE).database
    for here in (answered, locked(answered)):
        before = files_of(here)
        with pytest.raises(OtherLockError, match="belongs to other data"):
            restore(here, stranger)
        assert files_of(here) == before


forks = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


@forks
def test_switched_on_and_killed_at_every_moment(answered: DataFolder) -> None:
    """One whole state can be opened; where it is locked, no readable word is left then."""
    before = everything_in(answered)

    def check() -> None:
        was_begun = is_locked(answered)
        assert is_as_before(answered, before)
        if was_begun:
            assert readable(answered) == []

    assert killings(answered, lambda: locked(answered), check) > 20


@forks
def test_switched_off_and_killed_at_every_moment(answered: DataFolder) -> None:
    """The same the other way: still locked with everything, or open with everything."""
    unlocked = locked(answered)
    before = everything_in(unlocked)

    def check() -> None:
        is_still = is_locked(answered)
        assert is_as_before(answered, before)
        if is_still:
            assert readable(answered) == []
        else:
            assert b"Something" in (answered.personal / "one.json").read_bytes()

    assert killings(answered, lambda: switch_off(unlocked), check) > 20


@forks
def test_a_new_key_and_killed_at_every_moment(answered: DataFolder) -> None:
    """The passphrase of before or the new one opens everything."""
    unlocked = locked(answered)
    before = everything_in(unlocked)

    def check() -> None:
        try:
            found = unlock(answered, OTHER)
        except WrongPassphraseForDataError:
            found = unlock(answered, PASSPHRASE)
        assert everything_in(found) == before
        assert readable(answered) == []
        assert everything_in(UnlockedFolder(found.root, type(found.ring)(found.ring.key))) == before

    assert killings(answered, lambda: change_key(unlocked, OTHER, CODE, LITTLE), check) > 20


@forks
@pytest.mark.parametrize("kind", ["on", "off", "a new key"])
def test_the_next_start_says_once_that_it_was_stopped(answered: DataFolder, kind: str) -> None:
    """Wherever that was: if anything was not under the lock, it is told, and only then."""
    ring = locked(answered).ring if kind != "on" else None
    before = files_of(answered)

    def work() -> None:
        if ring is None:
            locked(answered)
        elif kind == "off":
            switch_off(UnlockedFolder(answered.root, ring))
        else:
            change_key(UnlockedFolder(answered.root, ring), OTHER, CODE, LITTLE)

    told = []
    for number in range(1, 1000, 3 * STEP):
        shutil.rmtree(answered.root)
        for name, data in before.items():
            (answered.root / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (answered.root / name).write_bytes(data)
        if not killed_before(number, answered.root, work):
            break
        if not is_locked(answered):
            continue
        try:
            found = unlock(answered, passphrase := PASSPHRASE)
        except WrongPassphraseForDataError as error:
            says_which = "the new passphrase and the new recovery code count" in str(error)
            assert says_which is bool(load(answered).former)
            found = unlock(answered, passphrase := OTHER)
        with Store.open(found) as store:
            told.append(store.notices)
        with Store.open(unlock(answered, passphrase)) as store:
            assert store.notices == ()
    assert (finished_now(),) in told
    assert set(told) <= {(), (finished_now(),)}


@forks
@pytest.mark.parametrize("most", [50_000, 140_000])
def test_on_a_full_disk_nothing_is_locked_and_nothing_lost(answered: DataFolder, most: int) -> None:
    """A sentence, and everything is as it was; the limit on files stands in for the disk."""
    import resource

    before = everything_in(answered)

    def run_out_of_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
        with pytest.raises(EnvironmentProblemError):
            locked(answered)

    assert not killed_before(10**9, answered.root, run_out_of_room)
    assert not is_locked(answered)
    assert everything_in(answered) == before
    locked(answered)
    assert readable(answered) == []
