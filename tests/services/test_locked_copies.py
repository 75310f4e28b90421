"""A locked copy from another computer: opened with what opens it there, and put back here."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from collabkit.cli import main
from collabkit.errors import DataRefusedError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.locked_copies import (
    OpenedCopy,
    look_into_opened,
    open_locked_copy,
    put_back_locked,
    what_becomes_of,
)
from collabkit.services.locking import RecoveryCode, is_locked, new_code, switch_on, unlock
from collabkit.services.putting_back import contents_here
from collabkit.services.safety import look_into

pytest.importorskip("sqlcipher3")

TODAY = date(2026, 11, 22)
PASSPHRASE = "otter velvet compass rain"
OTHER = "seven yellow ladders sing"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests
WORDS = b"Canary Kitchen"


@pytest.fixture(scope="module")
def code() -> RecoveryCode:
    return new_code()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, code: RecoveryCode) -> Path:
    """What lies on a stick after a locked copy was saved there."""
    folder = DataFolder(tmp_path_factory.mktemp("there") / "data")
    open_services(folder).close()
    services = open_services(switch_on(folder, PASSPHRASE, code, LITTLE))
    services.charities.add(WORDS.decode())
    stick = tmp_path_factory.mktemp("saved")
    services.safety.save_elsewhere(services.safety.make(TODAY), stick / "copy.db")
    services.close()
    return stick


@pytest.fixture
def stick(saved: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(saved, tmp_path / "stick"))


@pytest.fixture
def here(tmp_path: Path) -> DataFolder:
    """A folder whose window was opened, with nothing in it yet."""
    folder = DataFolder(tmp_path / "here")
    open_services(folder).close()
    return folder


def charities(folder: DataFolder) -> list[str]:
    services = open_services(folder)
    names = [charity.name for charity in services.charities.all()]
    services.close()
    return names


def readable(folder: DataFolder) -> bool:
    paths = (path for path in folder.root.rglob("*") if path.is_file())
    return any(WORDS in path.read_bytes() for path in paths)


def opened(stick: Path, folder: DataFolder, typed: str = PASSPHRASE) -> OpenedCopy:
    return open_locked_copy(stick / "copy.db", folder, typed)


def test_a_locked_copy_is_known_as_one_that_its_passphrase_opens(
    stick: Path, here: DataFolder
) -> None:
    """It is neither damaged nor foreign."""
    looked = look_into(stick / "copy.db", here)
    assert looked.is_locked
    assert "passphrase of its own" in looked.problem


@pytest.mark.parametrize("with_code", [False, True])
def test_passphrase_and_code_open_it(
    stick: Path, here: DataFolder, code: RecoveryCode, with_code: bool
) -> None:
    """And then it can be looked into, as any other."""
    found = look_into_opened(opened(stick, here, str(code) if with_code else PASSPHRASE))
    assert found.contents is not None
    assert found.contents.charities == 1


def test_another_passphrase_or_code_does_not_open_it(stick: Path, here: DataFolder) -> None:
    """One may try as often as one likes."""
    for typed in (OTHER, str(new_code())):
        with pytest.raises(InvalidInputError, match="does not open the copy"):
            opened(stick, here, typed)


def test_without_its_key_file_it_is_said_which_file_is_missing(
    stick: Path, here: DataFolder
) -> None:
    """Nobody is asked for a passphrase in vain."""
    (stick / "copy.db.lock.json").unlink()
    looked = look_into(stick / "copy.db", here)
    assert not looked.is_locked
    assert "“copy.db.lock.json”" in looked.problem


def test_the_key_file_of_other_data_is_told_apart_from_a_wrong_passphrase(
    stick: Path, here: DataFolder, tmp_path: Path
) -> None:
    """Typing on would not help."""
    other = DataFolder(tmp_path / "other")
    open_services(other).close()
    switch_on(other, OTHER, new_code(), LITTLE)
    shutil.copyfile(other.root / "lock.json", stick / "copy.db.lock.json")
    with pytest.raises(DataRefusedError, match="belongs to another copy"):
        opened(stick, here, OTHER)


def test_a_copy_that_was_renamed_is_opened_with_the_file_beside_it(
    stick: Path, here: DataFolder
) -> None:
    """People rename files."""
    (stick / "copy.db").rename(stick / "from the old laptop.db")
    found = open_locked_copy(stick / "from the old laptop.db", here, PASSPHRASE)
    assert look_into_opened(found).is_sound


def test_where_there_is_no_data_yet_it_brings_its_lock_along(stick: Path, here: DataFolder) -> None:
    """A new laptop is locked as the old one was."""
    found = opened(stick, here)
    assert "brings its lock along" in what_becomes_of(here, contents_here(here))
    done = put_back_locked(here, found, TODAY)
    assert done.done.after.charities == 1
    assert is_locked(here)
    assert not readable(here)
    assert charities(unlock(here, PASSPHRASE)) == charities(done.folder) == [WORDS.decode()]


def test_a_folder_that_was_never_opened_can_have_it_too(stick: Path, tmp_path: Path) -> None:
    """As from the command line."""
    folder = DataFolder(tmp_path / "new")
    put_back_locked(folder, opened(stick, folder), TODAY)
    assert not readable(folder)
    assert charities(unlock(folder, PASSPHRASE)) == [WORDS.decode()]


def test_beside_data_without_a_lock_it_becomes_readable_and_that_is_said(
    stick: Path, here: DataFolder
) -> None:
    """Nobody's data gets a lock by putting a copy back; what was there is kept as a copy."""
    services = open_services(here)
    services.charities.add("Somebody else")
    services.close()
    assert "has no lock" in what_becomes_of(here, contents_here(here))
    done = put_back_locked(here, opened(stick, here), TODAY)
    assert not is_locked(here)
    assert charities(here) == [WORDS.decode()]
    assert done.done.kept is not None
    assert not list(here.root.glob(".collabkit-*"))


def test_beside_locked_data_it_gets_the_lock_there(stick: Path, here: DataFolder) -> None:
    """The passphrase of the copy opens nothing here."""
    folder = switch_on(here, OTHER, new_code(), LITTLE)
    put_back_locked(folder, opened(stick, folder), TODAY)
    assert not readable(here)
    assert charities(unlock(here, OTHER)) == [WORDS.decode()]
    with pytest.raises(InvalidInputError):
        unlock(here, PASSPHRASE)


def test_a_damaged_copy_changes_nothing(stick: Path, here: DataFolder) -> None:
    """Not even the lock."""
    copy = stick / "copy.db"
    data = bytearray(copy.read_bytes())
    data[-2000] ^= 1
    copy.write_bytes(data)
    found = opened(stick, here)
    assert not look_into_opened(found).is_sound
    with pytest.raises(DataRefusedError):
        put_back_locked(here, found, TODAY)
    assert not is_locked(here)
    assert charities(here) == []


def test_the_command_line_takes_the_passphrase_of_the_copy(
    stick: Path, here: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the same file as that of locked data."""
    secret = tmp_path / "secret.txt"
    words = ("restore", str(stick / "copy.db"), "--data-dir", str(here.root))
    secret.write_text(OTHER, encoding="utf-8")
    assert main([*words, "--yes", "--unlock-file", str(secret)]) == 2
    assert "does not open the copy" in capsys.readouterr().err
    secret.write_text(PASSPHRASE, encoding="utf-8")
    assert main([*words, "--yes", "--unlock-file", str(secret)]) == 0
    told = capsys.readouterr().out
    assert "brings its lock along" in " ".join(told.split())
    assert "was put back" in told
    assert charities(unlock(here, PASSPHRASE)) == [WORDS.decode()]
