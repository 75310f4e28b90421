"""A disk that takes nothing new is told as what it is, also if it became so while it was open."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from storage_samples import start_assessment

from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.sentences import Doing, in_words
from collabkit.storage.surroundings import is_read_only

POSIX = pytest.mark.skipif(os.name == "nt", reason="asks as POSIX does, or moves an open file")
SWITCH = "slide the switch"


def switch(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """Let the system say of the disk of ``place`` that it can only be read."""
    told = os.statvfs(place)
    flags = (*told[:8], told.f_flag | os.ST_RDONLY, told.f_namemax)
    monkeypatch.setattr(os, "statvfs", lambda _path: os.statvfs_result(flags))


@POSIX
def test_the_disk_and_not_the_file_is_named_while_it_is_open(
    store: Store, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of the start. SQLite only says that it cannot write."""
    _assessment, (person,) = start_assessment(store)
    folder.database.rename(folder.root / "moved.db")
    switch(monkeypatch, folder.root)
    error = store.responses.save(Response(person.id, "POW-1", "4")).exception()
    (folder.root / "moved.db").rename(folder.database)
    assert isinstance(error, EnvironmentProblemError)
    assert SWITCH in str(error)
    assert "moved" not in str(error)


def test_what_our_own_files_say_is_enough(tmp_path: Path) -> None:
    """The log is written first on some disks; the system tells of those by an error alone."""
    error = OSError(errno.EROFS, "Read-only file system")
    assert SWITCH in str(in_words(error, tmp_path / "collabkit.db"))
    assert SWITCH not in str(in_words(OSError(errno.EIO, "I/O"), tmp_path / "collabkit.db"))


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_disk_that_stopped_at_an_error_is_known_by_the_list_of_mounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ext4 takes nothing more then, and its flags do not say so."""
    assert not is_read_only(tmp_path)
    number = tmp_path.stat().st_dev
    device = f"{os.major(number)}:{os.minor(number)}"
    line = f"44 27 {device} / /mnt rw,relatime - ext4 /dev/sdz rw,errors=remount-ro,emergency_ro\n"
    read = Path.read_text
    monkeypatch.setattr(
        Path,
        "read_text",
        lambda path, *args, **named: (
            line if path == Path("/proc/self/mountinfo") else read(path, *args, **named)
        ),
    )
    assert is_read_only(tmp_path)


def test_the_first_sentence_says_what_was_being_done(tmp_path: Path) -> None:
    """Nobody needs to guess whether it was saved or read."""
    full, path = OSError(errno.ENOSPC, "full"), tmp_path / "collabkit.db"
    assert str(in_words(full, path, Doing.SAVING)).startswith("This could not be saved just now.")
    assert str(in_words(full, path, Doing.READING)).startswith("This could not be read just now.")


@POSIX
def test_an_answer_that_fails_was_being_saved(store: Store, folder: DataFolder) -> None:
    """And what is looked up was being read."""
    assessment, (person,) = start_assessment(store)
    folder.database.rename(folder.root / "moved.db")
    error = store.responses.save(Response(person.id, "POW-1", "4")).exception()
    (folder.root / "moved.db").rename(folder.database)
    assert str(error).startswith("This could not be saved just now.")
    assert store.responses.of_assessment(assessment.id) == ()


@pytest.mark.parametrize(
    ("free", "told"), [(0, "The disk is full."), (5_000_000, "The disk is nearly full.")]
)
def test_a_start_on_a_full_disk_says_that_nothing_fits(
    folder: DataFolder, free: int, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“New ones may soon not fit” would not be true of it."""
    folder.root.mkdir(parents=True, exist_ok=True)
    there = shutil.disk_usage(folder.root)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: there._replace(free=free))
    with Store.open(folder) as store:
        assert store.notices[0].startswith(told)
