"""What can still be read in a damaged file is taken out of it, sound, whole and counted."""

import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from storage_samples import start_assessment

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Response
from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, Store
from collabkit.storage.arrivals import NewSheet
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect
from collabkit.storage.copies import copies_in
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.recovery import take_over
from collabkit.storage.salvage import Taken, take_out

PAGE = 4096
OPEN_FILES = Path("/proc/self/fd")
PEOPLE, EACH = 6, 50
ANSWERS = PEOPLE * EACH


def fill(folder: DataFolder) -> None:
    with Store.open(folder) as store:
        assessment, people = start_assessment(store, people=PEOPLE)
        sheets = [
            NewSheet(
                person,
                tuple(
                    Response(person.id, f"S-{place}-{n}", "4", f"note {place} {n} " * 20)
                    for n in range(EACH)
                ),
                Arrival(person.id, Route.PAPER, "", f"print {place}", date(2026, 11, 22)),
            )
            for place, person in enumerate(people)
        ]
        store.arrivals.take(assessment.id, sheets)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """Nothing but the file: its copies and its log are lost."""
    folder = DataFolder(tmp_path_factory.mktemp("filled") / "data")
    fill(folder)
    shutil.rmtree(folder.backups)
    shutil.rmtree(folder.changes)
    return folder


@pytest.fixture
def folder(filled: DataFolder, tmp_path: Path) -> DataFolder:
    return DataFolder(Path(shutil.copytree(filled.root, tmp_path / "data")))


def taken(folder: DataFolder) -> tuple[Taken, Path]:
    target = folder.root / "taken.db"
    target.touch()
    return take_out(folder, target), target


def rows(path: Path, table: str) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute(f'SELECT * FROM "{table}"').fetchall())


def leaves_of(path: Path, table: str) -> list[int]:
    """Return the numbers of the pages with a table's rows, from 0 and in their order."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    return list(leaves_below(path.read_bytes(), root - 1))


def leaves_below(data: bytes, page: int) -> Iterator[int]:
    """See "B-tree Pages" in https://www.sqlite.org/fileformat.html."""
    at = page * PAGE
    kind, cells = data[at], int.from_bytes(data[at + 3 : at + 5], "big")
    if kind in (10, 13):
        yield page
        return
    starts = struct.unpack(f">{cells}H", data[at + 12 : at + 12 + 2 * cells])
    for place in (*(at + start for start in starts), at + 8):
        yield from leaves_below(data, int.from_bytes(data[place : place + 4], "big") - 1)


def blank(path: Path, *pages: int) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def test_a_sound_file_comes_out_whole(folder: DataFolder) -> None:
    """Every row of every table, and nothing is said to be lost."""
    done, target = taken(folder)
    assert not done.is_torn
    assert done.left == 0
    for table in ("charity", "assessment", "participant", "response", "pack_version"):
        assert rows(target, table) == rows(folder.database, table)


def test_everything_around_lost_pages_is_taken(folder: DataFolder) -> None:
    """Answers on both sides of two pages in the middle are there, each as it was written."""
    before = rows(folder.database, "response")
    pages = leaves_of(folder.database, "response")
    blank(folder.database, pages[len(pages) // 3], pages[2 * len(pages) // 3])
    done, target = taken(folder)
    found = rows(target, "response")
    assert done.is_torn
    assert found < before
    assert len(found) > ANSWERS * 0.8  # two pages hold about a tenth, as the ids fall
    check_file(target)


def test_an_answer_that_was_changed_is_left_out_and_counted(folder: DataFolder) -> None:
    """Its digest tells; nobody is given words that were never written."""
    data = bytearray(folder.database.read_bytes())
    at = data.index(b"note 1 17 note 1 17")
    data[at + 5] ^= 1
    folder.database.write_bytes(data)
    done, target = taken(folder)
    assert done == replace(done, left=1, is_torn=False)
    assert len(rows(target, "response")) == ANSWERS - 1


def test_what_belongs_to_something_lost_is_left_out(folder: DataFolder) -> None:
    """Without the people there is nobody whose answers they could be."""
    blank(folder.database, *leaves_of(folder.database, "participant"))
    done, target = taken(folder)
    assert rows(target, "response") == set()
    assert done.left == ANSWERS + PEOPLE  # and how their sheets came in
    assert len(rows(target, "assessment")) == 1


def test_a_lost_questionnaire_is_replaced_by_its_like_alone(folder: DataFolder) -> None:
    """Its digest proves it; without it the assessments could not be taken."""
    (pack,) = rows(folder.database, "pack_version")
    blank(folder.database, *leaves_of(folder.database, "pack_version"))
    other = ("0" * 64, *pack[1:4], b"something else")
    for stand_ins, expected in (((), 0), ((other,), 0), ((other, pack), ANSWERS)):
        target = folder.root / f"taken-{expected}-{len(stand_ins)}.db"
        target.touch()
        take_out(folder, target, stand_ins)  # type: ignore[arg-type]  # rows as they were read
        assert len(rows(target, "response")) == expected
        assert len(rows(target, "pack_version")) == bool(expected)


def test_a_file_whose_end_is_missing_gives_what_is_there(folder: DataFolder) -> None:
    """SQLite itself would not open it."""
    data = folder.database.read_bytes()
    folder.database.write_bytes(data[: max(leaves_of(folder.database, "response")) * PAGE])
    done, target = taken(folder)
    assert done.is_torn
    assert ANSWERS * 0.5 < len(rows(target, "response")) < ANSWERS


def test_it_takes_the_place_of_the_file_which_is_kept(folder: DataFolder) -> None:
    """The program goes on with it, and with a log and copies of its own."""
    blank(folder.database, leaves_of(folder.database, "response")[3])
    damaged = folder.database.read_bytes()
    kept = take_over(folder, lambda target: take_out(folder, target))
    assert kept is not None
    assert kept.read_bytes() == damaged
    with Store.open(folder) as store:
        assert store.notices == ()
        start_assessment(store)
    assert len(rows(folder.database, "assessment")) == 2
    assert len(copies_in(folder)) >= 1
    Store.open(folder).close()


def test_without_its_beginning_nothing_can_be_taken(folder: DataFolder) -> None:
    """There it says which tables there are, and where; the file stays as it is."""
    data = bytearray(folder.database.read_bytes())
    data[100:PAGE] = bytes(PAGE - 100)
    folder.database.write_bytes(data)
    with pytest.raises(DamagedFileError):
        take_over(folder, lambda target: take_out(folder, target))
    assert folder.database.read_bytes() == data
    assert list(folder.root.rglob("*.part*")) == []


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="nobody can tell here which files are open")
def test_a_file_that_cannot_be_read_is_let_go_of(folder: DataFolder) -> None:
    """Otherwise it could not be moved on every system, as long as the program runs."""
    folder.database.write_bytes(folder.database.read_bytes()[:100] + bytes(2 * PAGE))
    target = folder.root / "taken.db"
    target.touch()
    with pytest.raises(DamagedFileError) as caught:
        take_out(folder, target)
    assert caught.value.__cause__ is not None  # which holds on to whatever was not closed
    assert folder.database.resolve() not in {each.resolve() for each in OPEN_FILES.iterdir()}


def test_a_locked_file_is_treated_alike(tmp_path: Path) -> None:
    """SQLCipher reads no page that is not as it was written, and all the others."""
    pytest.importorskip("sqlcipher3")
    from collabkit.storage.locking.recovery_code import new_code
    from collabkit.storage.locking.switching import switch_on

    plain = DataFolder(tmp_path / "data")
    Store.open(plain).close()
    folder = switch_on(plain, "four words that fit", new_code(), work=8)
    fill(folder)
    data = bytearray(folder.database.read_bytes())
    data[-3 * PAGE + 100] ^= 1
    folder.database.write_bytes(data)
    target = folder.root / "taken.db"
    target.touch()
    done = take_out(folder, target)
    assert done.is_torn
    check_file(target, key=key_of(folder))
    with closing(connect(target, read_only=True, key=key_of(folder))) as connection:
        (number,) = connection.execute("SELECT count(*) FROM response").fetchone()
    assert ANSWERS * 0.8 < number < ANSWERS
