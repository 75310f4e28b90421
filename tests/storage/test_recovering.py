"""A damaged, older or missing file is put back from copies and the log; nothing is half done."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import ASKED, start_assessment

from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import (
    AlreadyOpenError,
    DamagedFileError,
    ForeignFileError,
    MissingFileError,
    OlderFileError,
    Store,
)
from collabkit.storage.checks import journal_of
from collabkit.storage.copies import copies_in
from collabkit.storage.recoverable import find_recoverable, present_state
from collabkit.storage.recovery import recover, restore
from collabkit.storage.second_copy.segments import segment_paths

EVENING = "typed after the last copy"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """What a power cut leaves: two copies, and one answer in the log alone."""
    first = DataFolder(tmp_path / "before")
    with Store.open(first) as store:
        _assessment, (person,) = start_assessment(store)
        store.responses.save(Response(person.id, ASKED[0], "4", "a note"))
    with Store.open(first) as store:
        store.responses.save(Response(person.id, ASKED[1], "2", "another note"))
    with Store.open(first) as store:
        store.responses.save(Response(person.id, ASKED[2], "1", EVENING)).result()
        return DataFolder(Path(shutil.copytree(first.root, tmp_path / "data")))


def notes(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT note FROM response ORDER BY seq").fetchall()
        return [note for (note,) in found]


ALL = ["a note", "another note", EVENING]


def cut_off(folder: DataFolder) -> bytes:
    data = folder.database.read_bytes()
    folder.database.write_bytes(data[: len(data) // 2 + 100])
    return folder.database.read_bytes()


def test_the_log_alone_is_enough(folder: DataFolder) -> None:
    """No file and no copy: everything since the empty file is in the log."""
    folder.database.unlink()
    shutil.rmtree(folder.backups)
    with pytest.raises(MissingFileError):
        Store.open(folder)
    (state,) = find_recoverable(folder)
    assert state.base is None
    assert state.is_complete
    assert recover(folder, state) is None
    assert notes(folder.database) == ALL
    Store.open(folder).close()


def test_a_damaged_copy_is_passed_over(folder: DataFolder) -> None:
    """The one before it leads just as far, through the log."""
    cut_off(folder)
    newest = copies_in(folder)[0].path
    newest.write_bytes(newest.read_bytes()[:9_000])
    best = find_recoverable(folder, everything=False)[0]
    assert best.base != newest
    assert best.is_complete
    recover(folder, best)
    assert notes(folder.database) == ALL


def test_without_the_newest_log_nobody_says_that_nothing_is_missing(folder: DataFolder) -> None:
    """A file that can still say how many changes it had is believed."""
    data = bytearray(folder.database.read_bytes())
    data[data.rfind(EVENING.encode())] ^= 1
    folder.database.write_bytes(data)
    segment_paths(folder)[-1].unlink()
    best = find_recoverable(folder)[0]
    assert best.missing == 1
    recover(folder, best)
    assert notes(folder.database) == ALL[:2]
    with Store.open(folder) as store:  # what was given up is not asked for again
        store.flush()


def cut_lines(path: Path, *, with_room: bool) -> None:
    lines = path.read_bytes().rstrip(b"\0").splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]).ljust(14_000 * with_room, b"\0"))


@pytest.mark.parametrize("with_room", [True, False])
@pytest.mark.parametrize("file", ["gone", "no beginning", "older"])
def test_a_log_that_was_cut_between_two_lines_does_not_tell_the_end(
    folder: DataFolder, file: str, with_room: bool
) -> None:
    """What is left of it is sound, and nobody knows what followed."""
    with Store.open(folder) as store:
        _assessment, (person,) = start_assessment(store)
        store.responses.save(Response(person.id, ASKED[0], "4", "a later note")).result()
        left = DataFolder(Path(shutil.copytree(folder.root, folder.root.with_name("left"))))
    for path in segment_paths(left)[-1:]:
        cut_lines(path, with_room=with_room)
    data = left.database.read_bytes()
    if file == "gone":
        left.database.unlink()
    elif file == "no beginning":
        left.database.write_bytes(bytes(100) + data[100:])
    else:
        shutil.copyfile(copies_in(left)[-1].path, left.database)
    best = find_recoverable(left)[0]
    assert best.missing is None
    recover(left, best)
    Store.open(left).close()


def test_without_the_last_file_and_its_copy_nobody_knows_the_end(folder: DataFolder) -> None:
    """What is there is whole; but the log went on in another file."""
    segment_paths(folder)[-1].unlink()
    copies_in(folder)[0].path.unlink()
    folder.database.unlink()
    assert [state.missing for state in find_recoverable(folder)] == [None, None]


def test_a_log_that_was_closed_tells_the_end(folder: DataFolder) -> None:
    """As one does that a power cut left."""
    assert find_recoverable(folder)[0].is_complete
    Store.open(folder).close()
    folder.database.unlink()
    assert find_recoverable(folder)[0].is_complete


def test_what_is_saved_after_a_recovery_is_safe_again(folder: DataFolder) -> None:
    """The log goes on where it stood; a second evening like this loses nothing either."""
    cut_off(folder)
    recover(folder, find_recoverable(folder)[0])
    with Store.open(folder) as store:
        _assessment, (person,) = start_assessment(store)
        store.responses.save(Response(person.id, ASKED[0], "3", "the next day")).result()
        again = DataFolder(Path(shutil.copytree(folder.root, folder.root.with_name("again"))))
    cut_off(again)
    best = find_recoverable(again)[0]
    assert best.is_complete
    recover(again, best)
    assert notes(again.database) == [*ALL, "the next day"]
    assert len(list(again.kept.glob("*.db"))) == 2


def test_going_on_with_an_older_file_ends_the_matter(folder: DataFolder) -> None:
    """Afterwards it is the present file, not an older one."""
    shutil.copyfile(copies_in(folder)[0].path, folder.database)
    with pytest.raises(OlderFileError) as caught:
        Store.open(folder)
    assert caught.value.missing == 1
    state = present_state(folder)
    assert state is not None
    recover(folder, state)
    Store.open(folder).close()
    assert notes(folder.database) == ALL[:2]


def test_a_journal_does_not_reach_the_new_file(folder: DataFolder) -> None:
    """SQLite would write what it holds into it; it is kept with the file that it belongs to."""
    cut_off(folder)
    state = find_recoverable(folder)[0]
    journal_of(folder.database).write_bytes(b"what a stopped change left")
    kept = recover(folder, state)
    assert kept is not None
    assert not journal_of(folder.database).exists()
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"what a stopped change left"
    assert notes(folder.database) == ALL


def test_if_the_file_cannot_be_kept_nothing_is_changed(folder: DataFolder) -> None:
    """Something of the name of its folder is in the way; without that, trying again works."""
    damaged = cut_off(folder)
    state = find_recoverable(folder)[0]
    folder.kept.write_text("in the way")
    with pytest.raises(EnvironmentProblemError, match="nothing was changed"):
        recover(folder, state)
    assert folder.database.read_bytes() == damaged
    assert folder.database.stat().st_nlink == 1
    assert list(folder.root.glob("*.part")) == []
    folder.kept.unlink()
    recover(folder, state)
    assert notes(folder.database) == ALL


def test_a_folder_in_the_place_of_the_file_is_put_aside(folder: DataFolder) -> None:
    """With whatever somebody keeps in it."""
    folder.database.unlink()
    folder.database.mkdir()
    (folder.database / "letter.txt").write_text("mine")
    with pytest.raises(ForeignFileError):
        Store.open(folder)
    kept = recover(folder, find_recoverable(folder)[0])
    assert kept is not None
    assert (kept / "letter.txt").read_text() == "mine"
    assert notes(folder.database) == ALL


def test_nobody_recovers_under_an_open_window(folder: DataFolder) -> None:
    """The lock is held until everything lies in its place."""
    state = find_recoverable(folder)[0]
    with Store.open(folder), pytest.raises(AlreadyOpenError):
        recover(folder, state)
    assert not folder.kept.exists()


def test_a_copy_that_is_not_sound_is_not_restored(folder: DataFolder) -> None:
    """And the present file stays."""
    copy = copies_in(folder)[0].path
    copy.write_bytes(copy.read_bytes()[:9_000])
    with pytest.raises(DamagedFileError):
        restore(folder, copy)
    assert notes(folder.database) == ALL
