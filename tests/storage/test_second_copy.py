"""The log of changes: how it is written, what it sees, and what it shows when it was altered."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_samples import start_assessment

from collabkit.assessments.assessment import Response
from collabkit.errors import InvalidInputError
from collabkit.files import sync_descriptor, sync_folder
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.columns import columns_of
from collabkit.storage.connection import connect, make_safe
from collabkit.storage.creation import create_database
from collabkit.storage.schema import metadata
from collabkit.storage.second_copy import lines, log
from collabkit.storage.second_copy.capture import NOT_LOGGED, Capture, logged_tables
from collabkit.storage.second_copy.lines import (
    BEGINNING,
    BrokenLineError,
    Change,
    Mark,
    base_in,
    change_in,
    content_of,
    head_of,
    line_of,
    payload_of,
)
from collabkit.storage.second_copy.replay import replay
from collabkit.storage.second_copy.segments import (
    Segment,
    read_end,
    read_segment,
    segment_paths,
    sound_segments,
)
from collabkit.storage.second_copy.standing import following
from collabkit.storage.table_seals import seal_tables

NOW = datetime(2026, 11, 22, 18, 30, 5, tzinfo=UTC)
START = Mark(0, BEGINNING)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
VALUES = st.none() | st.integers(-(2**62), 2**62) | WORDS | st.binary(max_size=40)
ROWS = st.lists(
    st.tuples(st.sampled_from("+-"), st.just("response"), st.lists(VALUES).map(tuple)), max_size=5
)


def change_of(*rows: tuple[str, str, tuple[object, ...]], after: Mark = START) -> Change:
    payload = payload_of(rows, NOW)  # type: ignore[arg-type]
    return Change(after.after(payload), payload)


@given(ROWS)
def test_a_change_comes_back_as_it_was(rows: list[tuple[str, str, tuple[object, ...]]]) -> None:
    """Every sign, in whichever language, numbers, bytes and nothing at all."""
    change = change_of(*rows)
    line = line_of(change)
    assert line.count(b"\n") == 1
    found = change_in(line[:-1], START)
    assert found == change
    assert content_of(found.payload).rows == tuple(rows)
    assert content_of(found.payload).made == NOW


def test_a_long_change_takes_less_room() -> None:
    """A session in the room writes its whole record with every step."""
    row = ("+", "session", ("a record of a session, " * 1_000,))
    assert len(line_of(change_of(row))) < 1_000
    assert content_of(change_of(row).payload).rows == (row,)


def test_the_largest_bundle_fits_in_any_script() -> None:
    """Fifty million bytes of Cyrillic would be six times as many, each letter as a number."""
    row = ("+", "response", ("щ" * 25_000_000, "\n" * 1_000_000))
    assert content_of(change_of(row).payload).rows == (row,)


def test_what_could_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused before it is saved, and not found to be too long when it is needed."""
    monkeypatch.setattr(lines, "_LARGEST", 10_000)
    with pytest.raises(InvalidInputError, match="Nothing was changed"):
        change_of(("+", "response", ("a" * 10_000,)))


@given(st.integers(0, 10_000), st.integers(0, 7))
def test_a_line_that_was_altered_shows(place: int, bit: int) -> None:
    """Any bit of it."""
    line = bytearray(line_of(change_of(("+", "response", ("a note", 4)))))[:-1]
    line[place % len(line)] ^= 1 << bit
    with pytest.raises(BrokenLineError):
        change_in(bytes(line), START)


def test_a_line_belongs_behind_its_own() -> None:
    """Neither left out nor put elsewhere does it pass."""
    first = change_of(("+", "response", ("1",)))
    second = change_of(("+", "response", ("2",)), after=first.mark)
    assert change_in(line_of(second)[:-1], first.mark) == second
    with pytest.raises(BrokenLineError):
        change_in(line_of(second)[:-1], START)


@pytest.mark.parametrize("payload", ["", "no JSON", "[1, 2]", "{}", "zzz", 'z"', '["x",[["+"]]]'])
def test_a_payload_that_is_none_is_refused(payload: str) -> None:
    """Even where the digest fits."""
    with pytest.raises(BrokenLineError):
        content_of(payload)


def test_a_payload_that_unpacks_without_end_is_refused() -> None:
    """Nobody can fill the memory with a small line."""
    import base64
    import zlib

    packed = zlib.compress(b"[" * 60_000_000, 9)
    with pytest.raises(BrokenLineError):
        content_of("z" + base64.b85encode(packed).decode())


def test_the_head_says_where_a_file_begins() -> None:
    """And an altered one is refused."""
    head = head_of(Mark(12, b"0123456789abcdef"), 5)
    assert base_in(head[:-1]) == (Mark(12, b"0123456789abcdef"), 5)
    for bad in (b"", head[:-2], head.replace(b" 12 ", b" 13 ")[:-1], b"a b c d e"):
        with pytest.raises(BrokenLineError):
            base_in(bad)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "collabkit.db"
    create_database(path)
    with closing(connect(path)) as opened:
        make_safe(opened)
        yield opened


def test_every_table_of_the_file_is_watched(connection: sqlite3.Connection) -> None:
    """A table that comes with a later schema is in the log without anybody thinking of it."""
    assert set(logged_tables(connection)) == set(metadata.tables) - set(NOT_LOGGED)
    for table in logged_tables(connection):
        columns, key = columns_of(connection, table)
        assert columns == tuple(column.name for column in metadata.tables[table].columns)
        assert key == tuple(column.name for column in metadata.tables[table].primary_key)


def test_each_way_of_changing_a_row_is_seen(connection: sqlite3.Connection) -> None:
    """New, changed, put over an older one, removed."""
    capture = Capture(connection)
    insert = "INSERT INTO network VALUES ('n', ?, 5, '2026-11-22', NULL)"
    connection.execute(insert, ("Sample",))
    connection.execute("UPDATE network SET name = 'Later'")
    connection.execute(insert + " ON CONFLICT (id) DO UPDATE SET name = excluded.name", ("Last",))
    connection.execute("DELETE FROM network")
    row = ("n", "Sample", 5, "2026-11-22", None)
    assert capture.take() == (
        ("+", "network", row),
        ("+", "network", ("n", "Later", *row[2:])),
        ("+", "network", ("n", "Last", *row[2:])),
        ("-", "network", ("n",)),
    )
    assert capture.take() == ()


def test_what_is_watched_is_in_no_file(connection: sqlite3.Connection) -> None:
    """The triggers go with the connection; the tables of the file are as they were."""
    before = connection.execute("SELECT * FROM main.sqlite_schema").fetchall()
    Capture(connection)
    assert connection.execute("SELECT * FROM main.sqlite_schema").fetchall() == before


def everything(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if '"change_mark"' not in line]


def write_all_kinds(store: Store) -> None:
    """Put rows into tables of every kind, change some and remove some."""
    assessment, (person,) = start_assessment(store)
    for number in range(30):
        store.responses.save(Response(person.id, f"S-{number}", "4", f"A note, {number} ŵ"))
    store.settled.keep(assessment.id, "a topic", "a value")
    store.settled.keep(assessment.id, "a topic", "")
    store.assessments.remember_place(assessment.id, "S-3").result()
    store.flush()


def test_replaying_the_log_gives_the_same_file(
    store: Store, folder: DataFolder, tmp_path: Path
) -> None:
    """From the empty file on, every row of every table."""
    write_all_kinds(store)
    copy = tmp_path / "replayed.db"
    create_database(copy)
    with closing(connect(copy)) as connection:
        replay(connection, following(sound_segments(folder), START))
        seal_tables(connection)
    assert everything(copy) == everything(folder.database)


def test_rows_that_do_not_fit_are_refused(connection: sqlite3.Connection) -> None:
    """Another table, too few columns, another type."""
    for table, values in (("no_table", ("x",)), ("network", ("n",)), ("network", (None,) * 5)):
        with pytest.raises(BrokenLineError):
            replay(connection, [change_of(("+", table, values))])


def test_the_end_of_a_file_is_read_as_the_whole_is(store: Store, folder: DataFolder) -> None:
    """Where it ends and where the next line goes."""
    _assessment, (person,) = start_assessment(store)
    for number in range(300):
        store.responses.save(Response(person.id, f"S-{number}", "4", "A note " * 80))
    store.flush()
    (path,) = segment_paths(folder)
    whole, end = read_segment(path), read_end(path)
    assert len(whole.changes) > len(end.changes) > 0
    assert (end.last, end.length, end.base) == (whole.last, whole.length, whole.base)
    assert whole.is_whole


def test_a_file_is_read_up_to_its_first_fault(store: Store, folder: DataFolder) -> None:
    """What stands before it is sound; what stands behind it may be anything."""
    write_all_kinds(store)
    (path,) = segment_paths(folder)
    whole = read_segment(path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"A note, 20", b"B note, 20"))
    broken: Segment = read_segment(path)
    assert not broken.is_whole
    assert broken.changes == whole.changes[: len(broken.changes)]
    assert "A note, 19" in broken.changes[-1].payload


def test_a_line_is_on_the_disk_before_it_is_called_saved(
    store: Store, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written is not enough: the disk was told to keep it, with the whole line in the file."""
    _assessment, (person,) = start_assessment(store)
    synced: list[bytes] = []

    def sync(descriptor: int) -> None:
        sync_descriptor(descriptor)
        synced.append(segment_paths(folder)[-1].read_bytes())

    monkeypatch.setattr(log, "sync_descriptor", sync)
    for number in range(3):
        note = f"A note, {number}"
        store.responses.save(Response(person.id, "S-1", "4", note)).result()
        assert note.encode() in synced[-1]
        assert synced[-1].rstrip(b"\0").endswith(b"\n")


def test_a_file_of_the_log_is_on_the_disk_under_its_name(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As is the folder that it lies in; otherwise a power cut would take all its lines."""
    synced: list[Path] = []

    def sync(path: Path) -> None:
        sync_folder(path)
        synced.append(path)

    monkeypatch.setattr(log, "sync_folder", sync)
    with Store.open(folder) as store:
        start_assessment(store)
        assert synced == [folder.root, folder.changes]


def test_only_the_end_of_a_long_file_is_read(store: Store, folder: DataFolder) -> None:
    """Even where the last line alone is longer than what is mostly read."""
    _assessment, (person,) = start_assessment(store)
    for length in (10, 300_000, 10, 300_000):
        note = "".join(Random(1).choices(printable, k=length))
        store.responses.save(Response(person.id, "S-1", "4", note)).result()
        (path,) = segment_paths(folder)
        whole, end = read_segment(path), read_end(path)
        assert (end.last, end.length, end.has_room) == (whole.last, whole.length, True)
