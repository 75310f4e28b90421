"""How a lock stands, told without opening the data; and beginning anew without it."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from lock_samples import LITTLE, PASSPHRASE

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.file_check import check_everything
from collabkit.services.locking import (
    UnlockedFolder,
    new_code,
    set_locked_aside,
    switch_off,
    switch_on,
    unlock,
)
from collabkit.storage.locking.state import is_locked
from collabkit.storage.recoverable import find_recoverable
from collabkit.storage.recovery import recover

pytest.importorskip("sqlcipher3")

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 19, 30)


@pytest.fixture
def plain(tmp_path: Path) -> DataFolder:
    """Data with a copy and a log, not locked."""
    folder = DataFolder(tmp_path / "data")
    services = open_services(folder)
    services.charities.add("Canary Kitchen")
    services.safety.make(TODAY)
    services.charities.add("Another")
    services.close()
    return folder


@pytest.fixture
def locked(plain: DataFolder) -> UnlockedFolder:
    return switch_on(plain, PASSPHRASE, new_code(), LITTLE)


def told(folder: DataFolder) -> tuple[str, bool]:
    """What ``collabkit check`` says of the lock."""
    (found,) = (each for each in check_everything(folder, TODAY, full=False) if each.name == "lock")
    return found.told, found.is_sound


def charities(folder: DataFolder) -> list[str]:
    services = open_services(folder)
    names = sorted(charity.name for charity in services.charities.all())
    services.close()
    return names


def test_a_whole_lock_is_told_as_such(locked: UnlockedFolder) -> None:
    """And nothing is said of a lock where there is none."""
    assert told(locked) == ("Everything is locked, and what opens it lies there twice.", True)
    names = [each.name for each in check_everything(switch_off(locked), TODAY, full=False)]
    assert "lock" not in names


@pytest.mark.parametrize("kind", ["copy", "log", "left over", "put aside"])
def test_what_is_still_readable_is_told(plain: DataFolder, tmp_path: Path, kind: str) -> None:
    """As after locking was stopped half-way; the next opening goes on with it."""
    before = Path(shutil.copytree(plain.root, tmp_path / "before"))
    locked = switch_on(plain, PASSPHRASE, new_code(), LITTLE)
    if kind == "copy":
        copy = next(iter((before / "backups").glob("*.db")))
        shutil.copyfile(copy, locked.backups / copy.name)
    elif kind == "log":
        (before / "changes").rename(locked.root / "plain")
        for path in (locked.root / "plain").glob("*.log"):
            if b" " in path.read_bytes().split(b"\n", 1)[1]:
                shutil.copyfile(path, next(iter(locked.changes.glob("*.log"))))
    elif kind == "left over":
        shutil.copyfile(before / "collabkit.db", locked.root / ".collabkit-0123.old")
    else:
        locked.kept.mkdir(exist_ok=True)
        (locked.kept / "note.txt").write_text("Put aside", encoding="utf-8")
    sentence, is_sound = told(locked)
    assert "Not everything is locked yet: one file" in sentence
    assert not is_sound
    open_services(locked).close()
    assert told(locked)[1]


@pytest.mark.parametrize("place", ["lock.json", "backups/lock.json"])
@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_missing_half_of_the_key_files_is_told_and_mended(
    locked: UnlockedFolder, place: str, is_damaged: bool
) -> None:
    """The other one opens everything, and the next opening writes both."""
    path = locked.root / place
    path.write_bytes(b"{}") if is_damaged else path.unlink()
    sentence, is_sound = told(locked)
    assert place in sentence
    assert not is_sound
    open_services(unlock(DataFolder(locked.root), PASSPHRASE)).close()
    assert told(locked)[1]
    assert (locked.root / "lock.json").read_bytes() == (locked.backups / "lock.json").read_bytes()


def test_who_has_neither_begins_anew_and_nothing_is_deleted(locked: UnlockedFolder) -> None:
    """What was locked opens again where it lies, should the passphrase turn up."""
    words = charities(locked)
    (locked.root / "packs").mkdir()
    (locked.root / "packs" / "own.json").write_text("{}", encoding="utf-8")
    here = DataFolder(locked.root)
    aside = set_locked_aside(here, NOW)
    assert not is_locked(here)
    assert charities(here) == []
    assert (here.packs / "own.json").exists()
    assert charities(unlock(aside, PASSPHRASE)) == words


def test_beginning_anew_goes_on_where_it_was_stopped(
    locked: UnlockedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is still locked then; the second time all of it comes to lie in one place."""
    words = charities(locked)
    here = DataFolder(locked.root)
    rename = Path.rename
    moved: list[Path] = []

    def stop_after_two(path: Path, target: Path) -> Path:
        if len(moved) == 2:
            raise OSError(28, "No space left on device")
        moved.append(path)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stop_after_two)
    with pytest.raises(EnvironmentProblemError):
        set_locked_aside(here, NOW)
    monkeypatch.undo()
    assert is_locked(here)
    aside = set_locked_aside(here, NOW.replace(hour=20))
    assert [path.name for path in here.kept.iterdir()] == [aside.root.name]
    assert charities(unlock(aside, PASSPHRASE)) == words


def test_beginning_anew_works_without_what_opens_it(locked: UnlockedFolder) -> None:
    """When both key files are lost, there is no other way."""
    for path in locked.root.rglob("lock.json"):
        path.unlink()
    here = DataFolder(locked.root)
    set_locked_aside(here, NOW)
    assert charities(here) == []


def found(folder: DataFolder) -> dict[str, tuple[str, bool]]:
    """What ``collabkit check`` says, by what it looked at."""
    return {
        each.name: (each.told, each.is_sound)
        for each in check_everything(folder, TODAY, full=False)
    }


@pytest.mark.parametrize("kind", ["older", "of before the lock", "another's", "another's, longer"])
def test_a_plain_file_in_the_place_of_the_locked_one_is_told_as_that(
    plain: DataFolder, tmp_path: Path, kind: str
) -> None:
    """Not as a number of changes that are missing; and what to do is true."""
    older = min((plain.backups).glob("*.db"))
    swapped = tmp_path / "swapped.db"
    shutil.copyfile(older if kind == "older" else plain.database, swapped)
    if "another" in kind:
        other = DataFolder(tmp_path / "other")
        services = open_services(other)
        for number in range(9 if "longer" in kind else 0):
            services.charities.add(f"Somebody else {number}")
        services.close()
        shutil.copyfile(other.database, swapped)
    locked = switch_on(plain, PASSPHRASE, new_code(), LITTLE)
    shutil.copyfile(swapped, locked.database)
    said = found(locked)
    sentence, is_sound = said["data"]
    assert not is_sound
    assert "The file in the folder is not the locked one" in sentence
    assert not any("0 changes" in told for told, _is_sound in said.values())
    assert said["lock"][1]
    if "longer" in kind:
        assert "among the safety copies" in sentence
        open_services(locked).close()
        told = [each.told for each in check_everything(locked, TODAY, full=False)]
        assert any("2 charities" in sentence for sentence in told)
    else:
        assert "can put back everything that was saved" in sentence
        recover(locked, find_recoverable(locked)[0])
        assert charities(locked) == ["Another", "Canary Kitchen"]


def test_an_unfinished_lock_is_not_taken_for_another_file(
    plain: DataFolder, tmp_path: Path
) -> None:
    """The file without a lock is then the one that the log knows."""
    aside = Path(shutil.copytree(plain.root, tmp_path / "aside"))
    locked = switch_on(plain, PASSPHRASE, new_code(), LITTLE)
    for path in locked.root.glob("lock.json"):
        shutil.copy(path, aside)
    said = found(UnlockedFolder(aside, locked.ring))
    assert said["data"][1]
    assert "collabkit.db" in said["lock"][0]


def test_a_damaged_copy_is_still_told_when_it_is_sealed(plain: DataFolder) -> None:
    """It was told before the lock was on, and it cannot be put back now either."""
    path = min(plain.backups.glob("*.db"))
    path.write_bytes(path.read_bytes()[:9_000])
    locked = switch_on(plain, PASSPHRASE, new_code(), LITTLE)
    said = [told for told, is_sound in found(locked).values() if not is_sound]
    assert len(said) == 1
    assert "damaged already when everything was locked" in said[0]
