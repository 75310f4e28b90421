"""A file that is newer, foreign or damaged is refused and left exactly as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import NOTE, state_of

from collabkit.errors import DataRefusedError
from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, ForeignFileError, NewerFileError, Store


def pragma(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def refused(folder: DataFolder, error: type[DataRefusedError]) -> DataRefusedError:
    """Try to open the file both ways; it must be refused and stay as it is."""
    before = state_of(folder.database)
    with pytest.raises(error) as caught:
        Store.open(folder)
    with pytest.raises(error):
        Store.open(folder, read_only=True)
    assert state_of(folder.database) == before
    assert not (folder.root / "collabkit.db-journal").exists()
    assert str(folder.database) in str(caught.value)
    return caught.value


def test_a_newer_file(answered: DataFolder) -> None:
    """An older release does not guess what a newer one meant."""
    with closing(sqlite3.connect(answered.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
    pragma(answered.database, "PRAGMA user_version = 99")
    assert "newer collabkit" in str(refused(answered, NewerFileError))


def test_a_database_of_another_program(answered: DataFolder) -> None:
    """The same file type does not make it ours."""
    pragma(answered.database, "PRAGMA application_id = 7")
    refused(answered, ForeignFileError)


def test_a_database_of_nobody(folder: DataFolder) -> None:
    """A SQLite file without any mark could be anybody's."""
    folder.root.mkdir()
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
    refused(folder, ForeignFileError)


@pytest.mark.parametrize("content", [b"", b"My shopping list", b"\x89PNG" + bytes(5000)])
def test_what_is_no_database(folder: DataFolder, content: bytes) -> None:
    """Nor is an empty file taken for a new one: ours are never empty, so something was lost."""
    folder.root.mkdir()
    folder.database.write_bytes(content)
    refused(folder, ForeignFileError)


def test_a_damaged_beginning(answered: DataFolder) -> None:
    """Without its first bytes nobody can tell whose file it was."""
    overwrite(answered.database, 0, b"\x00" * 16)
    refused(answered, ForeignFileError)


@pytest.mark.parametrize("kept", [200, 4096, 20_000, -1])
def test_a_file_cut_short(answered: DataFolder, kept: int) -> None:
    """A copy that broke off is refused, wherever it broke off."""
    data = answered.database.read_bytes()
    answered.database.write_bytes(data[:kept])
    assert refused(answered, DamagedFileError).faults


@pytest.mark.parametrize("page", range(1, 12))
def test_a_page_of_rubbish(answered: DataFolder, page: int) -> None:
    """Every page that holds something matters."""
    assert answered.database.stat().st_size >= (page + 1) * 4096
    overwrite(answered.database, page * 4096, b"\xa5" * 4096)
    refused(answered, DamagedFileError)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (NOTE, NOTE.replace("rely", "relx")),
        ("POW-14", "POW-15"),  # statement POW-1, followed by the answer 4
    ],
)
def test_a_changed_answer(answered: DataFolder, before: str, after: str) -> None:
    """One other sign in a note or an answer is found, which SQLite's own check does not do."""
    data = answered.database.read_bytes()
    assert data.count(before.encode()) == 1
    answered.database.write_bytes(data.replace(before.encode(), after.encode()))
    with closing(sqlite3.connect(answered.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert refused(answered, DamagedFileError).faults == ("response: 1 not as written",)


def test_a_note_that_is_no_text_any_more(answered: DataFolder) -> None:
    """A flipped bit can make bytes that are not text at all."""
    data = answered.database.read_bytes()
    answered.database.write_bytes(data.replace(NOTE.encode(), b"\xff" + NOTE.encode()[1:]))
    refused(answered, DamagedFileError)


@pytest.mark.parametrize(
    ("place", "value"), [(63, 99), (63, 4), (18, 3), (19, 3), (21, 65), (59, 2)]
)
def test_a_head_that_was_changed(answered: DataFolder, place: int, value: int) -> None:
    """Neither newer nor older, and not one that can be read and never written."""
    data = bytearray(answered.database.read_bytes())
    data[place] = value
    answered.database.write_bytes(data)
    refused(answered, DamagedFileError)
    with pytest.raises(DamagedFileError):
        Store.open(answered, read_only=True)


def test_a_changed_pack(answered: DataFolder) -> None:
    """The wording that was answered is kept to the letter."""
    data = answered.database.read_bytes()
    answered.database.write_bytes(data.replace(b'id = "sample"', b'id = "simple"'))
    faults = refused(answered, DamagedFileError).faults
    assert faults
    assert all(fault.startswith("pack_version") for fault in faults)


@pytest.mark.parametrize("table", ["charity", "assessment", "asked", "participant"])
def test_a_changed_row_of_a_small_table(answered: DataFolder, table: str) -> None:
    """Who takes part and what is asked is kept to the letter too."""
    with closing(sqlite3.connect(answered.database)) as connection:
        columns = {
            "charity": "name = 'Another sample'",
            "assessment": "minimum = minimum + 2",
            "asked": "position = position + 1",
            "participant": "pseudonym = 'Person 9'",
        }
        connection.execute(f"UPDATE {table} SET {columns[table]}")
        connection.commit()
    assert refused(answered, DamagedFileError).faults == (f"{table}: not as written",)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM participant",
        "DROP TABLE response",
        "DROP TABLE settled",
        "UPDATE response SET answer = '5'",
        "DELETE FROM charity",
    ],
)
def test_a_file_changed_by_another_program(answered: DataFolder, statement: str) -> None:
    """What somebody did to the file by hand is noticed."""
    with closing(sqlite3.connect(answered.database)) as connection, connection:
        connection.execute(statement)
    refused(answered, DamagedFileError)


def test_the_sentence_holds_no_answers(answered: DataFolder) -> None:
    """What people wrote is neither in the sentence nor in the faults, which may be logged."""
    data = answered.database.read_bytes()
    answered.database.write_bytes(data.replace(NOTE.encode(), NOTE.upper().encode()))
    error = refused(answered, DamagedFileError)
    assert "note" not in (str(error) + " ".join(error.faults)).lower()


def test_another_journal_is_put_right(answered: DataFolder) -> None:
    """A database browser that switched the journal does not shut people out."""
    pragma(answered.database, "PRAGMA journal_mode = WAL")
    with Store.open(answered) as store:
        assert store.lists.summaries()[0].answered == 1
    assert {path.name for path in answered.root.iterdir()} == {
        "backups",
        "changes",
        "collabkit.db",
        "collabkit.lock",
    }
