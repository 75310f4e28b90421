"""A damaged database is found at the start, and everything comes back from the second copy."""

import shutil
from collections.abc import Iterator, Sequence
from itertools import count as numbers
from pathlib import Path

import pytest
from corrupted_folder import KINDS, Rows, build_folders, damage_more, rows_of
from tiers import TIER

from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.copies import copies_in
from collabkit.storage.recoverable import find_recoverable
from collabkit.storage.recovery import recover

ROW = "six kinds of corruption"
EACH = TIER.count(share=1, change=10, nightly=100, release=1_000)
_MOST_HARMLESS = 40  # times as many as are wanted; a file of nothing but empty pages proves nothing

Folders = dict[str, tuple[DataFolder, Rows]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return build_folders(tmp_path_factory.mktemp("corruption"))


@pytest.fixture
def fresh(folders: Folders, memory_path: Path) -> Iterator[object]:
    """Make a copy of one of the folders, and throw the one before away."""

    def make(name: str) -> DataFolder:
        place = memory_path / "data"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folders[name][0].root, place)
        return DataFolder(place)

    yield make
    shutil.rmtree(memory_path / "data", ignore_errors=True)


def is_found(folder: DataFolder, ways: Sequence[bool] = (True, False)) -> bool:
    """Whether opening, to read only and to write, tells what is wrong and writes nothing."""
    before = folder.database.read_bytes() if folder.database.exists() else b""
    for read_only in ways:
        try:
            Store.open(folder, read_only=read_only).close()
        except DataRefusedError:
            pass
        except CollabkitError:
            if folder.database.exists():  # otherwise there is nothing to read, which is no damage
                raise
        else:
            return False
        assert (folder.database.read_bytes() if folder.database.exists() else b"") == before
    return True


def put_back(folder: DataFolder) -> str:
    """Put the best state back; return what is not right about it."""
    damaged = folder.database.read_bytes() if folder.database.exists() else None
    best = find_recoverable(folder)[0]
    if best.missing:  # not 0, and not None where nobody can know
        return f"{best.missing} changes are said to be missing"
    recover(folder, best)
    if damaged is not None:
        kept = [path.read_bytes() for path in folder.kept.iterdir()]
        if damaged not in kept:
            return "the damaged file was not kept"
    with Store.open(folder) as store:
        store.lists.summaries()
    return ""


def lost_in(folder: DataFolder, wanted: Rows) -> str:
    """Return which tables have other rows than were acknowledged."""
    found = rows_of(folder.database)
    return ", ".join(table for table in wanted if found.get(table) != wanted[table])


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_found_and_everything_comes_back(
    kind: str, folders: Folders, fresh, rng, tally
) -> None:
    """Also if a part of the second copy is damaged at the same time."""
    with tally(ROW) as count:
        done = 0
        for number in numbers():
            assert number < _MOST_HARMLESS * EACH, "hardly anything does harm"
            name = rng.choice(sorted(folders))
            folder, wanted = fresh(name), folders[name][1]
            before = folder.database.read_bytes()
            KINDS[kind](rng, folder.database)
            if folder.database.read_bytes() == before:
                continue  # zeros over zeros
            also = damage_more(rng, folder, was_closed=name == "closed")
            if not is_found(folder):
                assert lost_in(folder, wanted) == "", (
                    f"{number}: not found ({kind}, {name}, {also})"
                )
                count.note("harmless, every row as before")
                continue
            count.tried()
            done += 1
            count.note(f"with {also}" if also != "nothing else" else "the database alone")
            wrong = put_back(folder) or lost_in(folder, wanted)
            assert wrong == "", f"{number}: {wrong} ({kind}, {name}, {also})"
            count.survived()
            if done == EACH:
                break


@pytest.mark.parametrize("name", ["closed", "stopped"])
def test_a_file_that_is_gone_comes_back(name: str, folders: Folders, fresh, tally) -> None:
    """With its journal or without."""
    with tally(ROW) as count:
        folder = fresh(name)
        folder.database.unlink()
        count.tried()
        assert is_found(folder)
        assert put_back(folder) == ""
        assert lost_in(folder, folders[name][1]) == ""
        count.survived()
        count.note("file gone")


@pytest.mark.parametrize("name", ["closed", "stopped"])
def test_an_older_file_in_its_place_is_noticed(name: str, folders: Folders, fresh, tally) -> None:
    """Each copy in turn, as somebody may put it there by hand; nothing after it is lost."""
    with tally(ROW) as count:
        copies = copies_in(folders[name][0])
        for at, copy in enumerate(copies):
            folder, wanted = fresh(name), folders[name][1]
            if rows_of(copy.path) == wanted:
                continue
            shutil.copyfile(folder.backups / copy.path.name, folder.database)
            count.tried()
            assert is_found(folder, (False,)), f"copy {at}"
            wrong = put_back(folder) or lost_in(folder, wanted)
            assert wrong == "", f"copy {at}: {wrong}"
            count.survived()
            count.note("older file in its place")


def test_the_whole_history_can_be_played_from_the_beginning(folders: Folders, fresh, tally) -> None:
    """Without a single copy, if the log still reaches back to the empty file."""
    with tally(ROW) as count:
        folder, wanted = fresh("stopped"), folders["stopped"][1]
        shutil.rmtree(folder.backups)
        folder.database.write_bytes(b"")
        best = find_recoverable(folder)
        count.tried()
        if not best:  # the oldest part of the log goes when three copies are newer than it
            assert is_found(folder)
            count.note("no copy and no beginning, said so")
        else:
            assert put_back(folder) == ""
            assert lost_in(folder, wanted) == ""
            count.note("from the log alone")
        count.survived()


@pytest.mark.parametrize("name", ["closed", "stopped"])
def test_what_cannot_come_back_is_said(name: str, folders: Folders, fresh, tally) -> None:
    """With too much gone at once, nobody is told that nothing is missing."""
    with tally(ROW) as count:
        for spared in range(len(copies_in(folders[name][0]))):
            folder, wanted = fresh(name), folders[name][1]
            shutil.rmtree(folder.changes)
            for at, copy in enumerate(copies_in(folder)):
                if at != spared:
                    copy.path.write_bytes(b"")
            folder.database.write_bytes(folder.database.read_bytes()[:-5_000])
            count.tried()
            assert is_found(folder)
            best = find_recoverable(folder)[0]
            claims = best.is_complete
            recover(folder, best)
            Store.open(folder).close()
            whole = lost_in(folder, wanted) == ""
            assert whole or not claims, f"copy {spared}: said to be complete, and is not"
            count.survived()
            count.note("whole" if whole else "incomplete, and said so")


def test_the_control_would_be_noticed(folders: Folders, fresh) -> None:
    """A change that nobody acknowledged shows in the comparison: it does compare."""
    import sqlite3
    from contextlib import closing

    folder = fresh("closed")
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        connection.execute(
            "UPDATE response SET note = note || '!' WHERE item_id = "
            "(SELECT min(item_id) FROM response)"
        )
    assert "response" in lost_in(folder, folders["closed"][1])
    assert is_found(folder)
