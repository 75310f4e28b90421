"""A file in the place of the database that is not ours, or not yet ours: refused, left as it is."""

import hashlib
import os
import signal
import sqlite3
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import borrowed  # noqa: F401 - puts the folders of the makers on the path
import pytest
from storage_samples import file_with_answers

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.storage import Store

Make = Callable[[Path], object]
MAKERS: dict[str, Make] = {}
_SPARSE = 4 << 30  # bytes, of which none is on the disk


def maker(what: str) -> Callable[[Make], Make]:
    def keep(make: Make) -> Make:
        MAKERS[what] = make
        return make

    return keep


def _sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def _ours(path: Path, *statements: str) -> None:
    file_with_answers(path.parent)
    _sql(path, *statements)


@maker("a file of a newer release")
def newer(path: Path) -> None:
    revision = "UPDATE alembic_version SET version_num = '0099'"
    _ours(path, revision, "PRAGMA user_version = 99", "CREATE TABLE future (thing TEXT)")


@maker("the same with another mark")
def another_mark(path: Path) -> None:
    _ours(path, "PRAGMA application_id = 7")


@maker("another program's database")
def another_database(path: Path) -> None:
    _sql(path, "CREATE TABLE places (url TEXT)", "INSERT INTO places VALUES ('x')")


@maker("another program's database with a journal ahead of it")
def in_wal(path: Path) -> None:
    _sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE places (url TEXT)")


@maker("nothing")
def nothing(path: Path) -> None:
    path.write_bytes(b"")


@maker("a text")
def text(path: Path) -> None:
    path.write_text("My shopping list\n" * 50, encoding="utf-8")


@maker("a zip")
def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("collabkit.db", b"SQLite format 3\0" + bytes(4_000))


@maker("a PDF")
def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")


@maker("bytes that look encrypted")
def encrypted(path: Path) -> None:
    path.write_bytes(b"".join(hashlib.sha256(bytes([n, 7])).digest() for n in range(256)) * 2)


@maker("a file of 4 GB with our first bytes")
def sparse(path: Path) -> None:
    file_with_answers(path.parent)
    head = path.read_bytes()[:16]
    with path.open("wb") as file:
        file.write(head)
        file.truncate(_SPARSE)


@maker("a folder")
def folder(path: Path) -> None:
    path.mkdir()
    (path / "letter.txt").write_text("Dear trustees", encoding="utf-8")


@maker("a pipe")
def pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no pipes with a name")
    os.mkfifo(path)


@maker("a link to a device")
def device(path: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("the system has no such devices")
    path.symlink_to("/dev/zero")


@maker("a link to nowhere")
def nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "gone" / "collabkit.db")


@maker("the head of one of ours and nothing behind it")
def only_head(path: Path) -> None:
    file_with_answers(path.parent)
    path.write_bytes(path.read_bytes()[:100])


def state_of(path: Path) -> tuple[object, ...]:
    """What must not change: kind, bytes, time and, of a folder, what is in it."""
    found = path.lstat()
    kind = stat.S_IFMT(found.st_mode)
    if stat.S_ISLNK(kind):
        return kind, str(path.readlink()), found.st_mtime_ns
    if stat.S_ISDIR(kind):
        return kind, sorted(each.name for each in path.iterdir()), found.st_mtime_ns
    if not stat.S_ISREG(kind):
        return kind, found.st_mtime_ns
    if found.st_size > 1 << 30:  # its zeros are not read; a byte that was written would take room
        return kind, found.st_size, found.st_blocks, found.st_mtime_ns, _beginning(path)
    return kind, hashlib.sha256(path.read_bytes()).hexdigest(), found.st_mtime_ns


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


@contextmanager
def patience(seconds: int, path: Path) -> Iterator[None]:
    """Whoever waits for a pipe into which nobody writes waits for ever."""

    def give_up(_number: int, _frame: object) -> None:
        os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))  # lets go of whoever waits
        raise TimeoutError(f"nothing was said within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def beside(root: Path) -> dict[str, bytes]:
    """Journals that SQLite makes when it touches a file."""
    return {
        path.name: path.read_bytes()
        for path in root.iterdir()
        if path.name.startswith("collabkit.db-")
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has other kinds of file")
@pytest.mark.parametrize("what", MAKERS)
@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_a_foreign_file_is_refused_and_left_as_it_is(
    tmp_path: Path, tally, what: str, read_only: bool
) -> None:
    """In a sentence, twice over, with its bytes and its time; the copies beside it stay too."""
    place = DataFolder(tmp_path / "data")
    place.root.mkdir(mode=0o700)
    with tally("newer or foreign files") as count:
        MAKERS[what](place.database)
        before, journals = state_of(place.database), beside(place.root)
        copies = {p: p.read_bytes() for p in place.root.rglob("*.db") if p.parent != place.root}
        for _twice in range(2):
            count.tried()
            with patience(10, place.database), pytest.raises(CollabkitError) as caught:
                Store.open(place, read_only=read_only).close()
            assert str(caught.value)[:1].isupper() or str(caught.value).startswith("“")
            assert state_of(place.database) == before
            assert beside(place.root) == journals
            assert {p: p.read_bytes() for p in copies} == copies
            count.survived()
